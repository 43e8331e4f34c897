/** What the screens of the privacy policy say: loaded when one of them is first needed. */
import { addTexts } from "../i18n.ts";
import { addStyle } from "../kit/style.ts";
import css from "../styles/policy.css" with { type: "text" };

const TEXTS = {
  ar: () => import("../../locales/ar/policy.ts"),
  de: () => import("../../locales/de/policy.ts"),
  en: () => import("../../locales/en/policy.ts"),
  es: () => import("../../locales/es/policy.ts"),
  fr: () => import("../../locales/fr/policy.ts"),
};

export async function addPolicyTexts(): Promise<void> {
  addStyle(css);
  await addTexts(TEXTS);
}
