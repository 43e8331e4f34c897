/** What a survey showed, with its words and its looks: loaded when it is first looked at. */
import { addTexts } from "../../i18n.ts";
import { addStyle } from "../../kit/style.ts";
import css from "../../styles/survey_results.css" with { type: "text" };
import { ResultsScreen } from "./results_screen.tsx";

const TEXTS = {
  ar: () => import("../../../locales/ar/survey_results.ts"),
  de: () => import("../../../locales/de/survey_results.ts"),
  en: () => import("../../../locales/en/survey_results.ts"),
  es: () => import("../../../locales/es/survey_results.ts"),
  fr: () => import("../../../locales/fr/survey_results.ts"),
};

export async function load(): Promise<typeof ResultsScreen> {
  addStyle(css);
  await addTexts(TEXTS);
  return ResultsScreen;
}
