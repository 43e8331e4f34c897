/** The eight sections of an informed-consent text, in the order they are read. Texts: `consent-<key>`. */
import type { ConsentText } from "../../core/api.ts";

export const CONSENT_SECTIONS = [
  "credentials", "risksAndBenefits", "limitsOfConfidentiality", "responseTimes", "technologyFailure", "emergencies", "fees", "recordKeeping",
] as const satisfies readonly (keyof ConsentText)[];

export type ConsentSection = (typeof CONSENT_SECTIONS)[number];
