/** The screens of the worst day, with their words: loaded when they are first needed. */
import { addTexts } from "../i18n.ts";

const TEXTS = {
  ar: () => import("../../locales/ar/breach.ts"),
  de: () => import("../../locales/de/breach.ts"),
  en: () => import("../../locales/en/breach.ts"),
  es: () => import("../../locales/es/breach.ts"),
  fr: () => import("../../locales/fr/breach.ts"),
};

/** What somebody was told, before anything else is shown. */
export async function loadTold() {
  await addTexts(TEXTS);
  return (await import("./told.tsx")).Told;
}

/** That there is something to be read, while it is put off. */
export async function loadTellBar() {
  await addTexts(TEXTS);
  return (await import("./told.tsx")).TellBar;
}

/** What somebody was told, to be read again. */
export async function loadToldBefore() {
  await addTexts(TEXTS);
  return (await import("./told.tsx")).ToldBefore;
}

/** The stewards' register. */
export async function loadRegister() {
  await addTexts(TEXTS);
  return (await import("./register.tsx")).Register;
}
