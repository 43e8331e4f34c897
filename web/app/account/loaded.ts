/** The settings, with what only they say: loaded when they are first opened. */
import { addTexts } from "../i18n.ts";
import { Settings } from "./settings.tsx";

const TEXTS = {
  ar: () => import("../../locales/ar/settings.ts"),
  de: () => import("../../locales/de/settings.ts"),
  en: () => import("../../locales/en/settings.ts"),
  es: () => import("../../locales/es/settings.ts"),
  fr: () => import("../../locales/fr/settings.ts"),
};

export async function load(): Promise<typeof Settings> {
  await addTexts(TEXTS);
  return Settings;
}
