/**
 * What a screen can say about settings before the server is asked. The server
 * decides; its refusals have the same codes, "invalid_<field>".
 */
import type { CrisisLine, Practice } from "../../core/api.ts";

export const STEPS = ["name", "languages", "contact", "jurisdiction", "crisis", "review"] as const;
export type Step = (typeof STEPS)[number];

/** A refusal as the core would make it. */
const refuse = (code: string): never => {
  throw { code };
};

const PHONE = /^\+?[0-9][0-9 ()/.-]{1,30}$/u;
const EMERGENCY = /^\+?[0-9]{2,15}$/u;
const LINK = /^(https:\/\/[^\s/]+\S*|sms:\+?[0-9]{3,15}(\?body=[A-Za-z0-9]{1,40})?)$/u;
const MAIL = /^[^\s@]+@[^\s@]+$/u;

/** The field of a crisis line that cannot be taken as it is. */
export function wrongPart({ name, number, url }: CrisisLine): "name" | "number" | "url" | undefined {
  if (name.trim() === "") return "name";
  if (number.trim() === "" ? url.trim() === "" : !PHONE.test(number.trim())) return "number";
  if (url.trim() !== "" && !LINK.test(url.trim())) return "url";
  return undefined;
}

/** Code of the refusal of a field of a crisis line. */
export const lineCode = (part: "name" | "number" | "url"): string => `invalid_crisis_line_${part}`;

/** Refuses a step that cannot be left yet. */
export function check(step: Step, practice: Practice, numbersChecked: boolean): void {
  switch (step) {
    case "name": return practice.name.trim() === "" ? refuse("invalid_name") : undefined;
    case "languages": return practice.languages.length === 0 ? refuse("invalid_languages") : undefined;
    case "contact": return checkContact(practice);
    case "jurisdiction": return practice.jurisdiction === "" ? refuse("invalid_jurisdiction") : undefined;
    case "crisis": return checkCrisis(practice, numbersChecked);
    case "review": return undefined;
  }
}

function checkContact({ contactEmail, contactPhone }: Practice): void {
  if (contactEmail.trim() !== "" && !MAIL.test(contactEmail.trim())) refuse("invalid_contact_email");
  if (contactPhone.trim() !== "" && !PHONE.test(contactPhone.trim())) refuse("invalid_contact_phone");
}

function checkCrisis({ emergencyNumber, crisisLines }: Practice, numbersChecked: boolean): void {
  if (!EMERGENCY.test(emergencyNumber.trim())) refuse("invalid_emergency_number");
  for (const line of crisisLines) {
    const part = wrongPart(line);
    if (part) refuse(lineCode(part));
  }
  if (!numbersChecked) refuse("numbers_unchecked");
}

/** Refuses the whole as its first step that is not right would be. */
export const checkAll = (practice: Practice, numbersChecked: boolean): void => STEPS.forEach((step) => check(step, practice, numbersChecked));

/** The step that a refusal is about, if it is about one. */
export function stepOf(code: string): Step | undefined {
  switch (code) {
    case "invalid_name": return "name";
    case "invalid_languages": return "languages";
    case "invalid_contact_email":
    case "invalid_contact_phone":
    case "invalid_contact_address": return "contact";
    case "invalid_jurisdiction": return "jurisdiction";
    default: return code.startsWith("invalid_crisis_line") || code === "invalid_emergency_number" || code === "numbers_unchecked" ? "crisis" : undefined;
  }
}
