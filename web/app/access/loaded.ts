/** The access log on the screens, with its words: loaded when it is first needed. */
import { addTexts } from "../i18n.ts";
import { addStyle } from "../kit/style.ts";
import css from "../styles/access.css" with { type: "text" };

const TEXTS = {
  ar: () => import("../../locales/ar/access.ts"),
  de: () => import("../../locales/de/access.ts"),
  en: () => import("../../locales/en/access.ts"),
  es: () => import("../../locales/es/access.ts"),
  fr: () => import("../../locales/fr/access.ts"),
};

export async function loadScreen() {
  addStyle(css);
  await addTexts(TEXTS);
  return (await import("./access_screen.tsx")).AccessScreen;
}

/** What stands above every screen while something does not hold, or waits for an answer. */
export async function loadBar() {
  await addTexts(TEXTS);
  return (await import("./access_bar.tsx")).AccessBar;
}

/** The way to it in the settings. */
export async function loadPart() {
  await addTexts(TEXTS);
  return (await import("./access_part.tsx")).AccessPart;
}
