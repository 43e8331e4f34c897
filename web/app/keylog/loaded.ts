/** What is said when the key log does not hold, with its words: loaded when it is first needed. */
import { addTexts } from "../i18n.ts";
import { KeylogBar } from "./keylog_bar.tsx";

const TEXTS = {
  ar: () => import("../../locales/ar/keylog.ts"),
  de: () => import("../../locales/de/keylog.ts"),
  en: () => import("../../locales/en/keylog.ts"),
  es: () => import("../../locales/es/keylog.ts"),
  fr: () => import("../../locales/fr/keylog.ts"),
};

export async function load(): Promise<typeof KeylogBar> {
  await addTexts(TEXTS);
  return KeylogBar;
}
