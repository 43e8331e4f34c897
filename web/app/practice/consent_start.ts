/**
 * Where a practitioner's informed-consent text starts: plain wording for all
 * eight sections, with [brackets] where only the practitioner knows what is
 * true. It cannot be saved while brackets are left, so that nobody publishes
 * a text they have not read. It is no legal advice and says so on the screen.
 */
import type { ConsentText } from "../../core/api.ts";
import { CONSENT_SECTIONS, type ConsentSection } from "./consent_sections.ts";
import { placeholders } from "../placeholders.ts";

/** A text while it is being written. */
export type ConsentDraft = Omit<ConsentText, "version">;

/** The starting texts, by language: long, and wanted by few, so loaded by who writes a text of their own. */
export type ConsentStarts = Readonly<Record<string, ConsentDraft>> & { readonly en: ConsentDraft };
export const loadConsentStarts = async (): Promise<ConsentStarts> => (await import("./consent_starts.ts")).default;

/** The starting text in a language, in English where there is none; its brackets say what is to be filled in. */
export function consentStart(starts: ConsentStarts, language: string): ConsentDraft {
  return { ...(starts[language.split("-")[0] ?? ""] ?? starts.en), language };
}

/** Whether nothing was changed from the starting text. */
export function isStart(starts: ConsentStarts, draft: ConsentDraft): boolean {
  const start = consentStart(starts, draft.language);
  return CONSENT_SECTIONS.every((section) => draft[section] === start[section]);
}


/** Refuses, as the core would, the first section that is blank or still has brackets. */
export function checkConsent(draft: ConsentDraft): void {
  for (const section of CONSENT_SECTIONS) {
    if (draft[section].trim() === "") throw { code: blankCode(section) };
    if (placeholders(draft[section]).length > 0) throw { code: placeholderCode(section) };
  }
}

/** The server's own code for a section it does not take. */
export const blankCode = (section: ConsentSection): string => `invalid_consent_${section.replace(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`)}`;
export const placeholderCode = (section: ConsentSection): string => `placeholders_${section}`;
