/** The way into therapy, with its words: loaded when somebody looks for a practitioner. */
import { addTexts } from "../i18n.ts";
import { StartScreen } from "./start_screen.tsx";

const TEXTS = {
  ar: () => import("../../locales/ar/start.ts"),
  de: () => import("../../locales/de/start.ts"),
  en: () => import("../../locales/en/start.ts"),
  es: () => import("../../locales/es/start.ts"),
  fr: () => import("../../locales/fr/start.ts"),
};

export async function load(): Promise<typeof StartScreen> {
  await addTexts(TEXTS);
  return StartScreen;
}
