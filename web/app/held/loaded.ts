/** The screen of what the server holds, with its words: loaded when it is first needed. */
import { addTexts } from "../i18n.ts";
import { HeldScreen } from "./held_screen.tsx";

const TEXTS = {
  ar: () => import("../../locales/ar/held.ts"),
  de: () => import("../../locales/de/held.ts"),
  en: () => import("../../locales/en/held.ts"),
  es: () => import("../../locales/es/held.ts"),
  fr: () => import("../../locales/fr/held.ts"),
};

export async function load(): Promise<typeof HeldScreen> {
  await addTexts(TEXTS);
  return HeldScreen;
}
