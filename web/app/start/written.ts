/** What a client has agreed to and written so far. It goes with them from one practitioner to another. */
import { type Id, MAX_INTAKE_LENGTH, type NewIntake } from "../../core/api.ts";
import { draftOf, keptOf } from "../drafts.ts";

export type Intake = Required<NewIntake>;
export const NOTHING_WRITTEN: Intake = { reason: "", region: "", medical: "", realName: "", emergencyContact: "", formerName: "", codeWord: "" };

/** The intake card as it is being filled in. */
export const written = draftOf<Intake>();

export function write(changed: Partial<Intake>): void {
  const next = { ...(written.value ?? NOTHING_WRITTEN), ...changed };
  written.value = Object.values(next).some((text) => text !== "") ? next : undefined;
}

export interface Agreed {
  readonly practitioner: Id;
  readonly version: number;
}

/** The consent text that was read and agreed to last. */
export const agreed = keptOf<Agreed>();

/** Refuses a card that cannot be sent yet, with the codes of the core where it would refuse. */
export function checkIntake({ reason, region, medical, realName, emergencyContact, formerName, codeWord }: Intake): void {
  if (reason.trim() === "") throw { code: "intake_reason_missing" };
  if (reason.length > MAX_INTAKE_LENGTH.reason) throw { code: "reason_too_long" };
  if (region.trim() === "") throw { code: "intake_region_missing" };
  if (region.length > MAX_INTAKE_LENGTH.region) throw { code: "region_too_long" };
  if (medical.length > MAX_INTAKE_LENGTH.medical) throw { code: "medical_too_long" };
  if (realName.length > MAX_INTAKE_LENGTH.realName) throw { code: "real_name_too_long" };
  if (emergencyContact.length > MAX_INTAKE_LENGTH.emergencyContact) throw { code: "emergency_contact_too_long" };
  if (formerName.length > MAX_INTAKE_LENGTH.formerName) throw { code: "pseudonym_too_long" };
  if (formerName.trim() !== "" && codeWord.trim() === "") throw { code: "code_word_missing" };
  if (codeWord.length > MAX_INTAKE_LENGTH.codeWord) throw { code: "code_word_too_long" };
}

export function isComplete(intake: Intake): boolean {
  try {
    checkIntake(intake);
    return true;
  } catch {
    return false;
  }
}

/** Without the spaces and empty lines around it. */
export function trimmed(intake: Intake): Intake {
  return { ...NOTHING_WRITTEN, ...Object.fromEntries(Object.entries(intake).map(([part, text]) => [part, text.trim()])) };
}
