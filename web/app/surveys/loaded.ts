/** The screens of surveys, with their words and their looks: loaded when they are first needed. */
import { addTexts } from "../i18n.ts";
import { addStyle } from "../kit/style.ts";
import css from "../styles/surveys.css" with { type: "text" };

const TEXTS = {
  ar: () => import("../../locales/ar/surveys.ts"),
  de: () => import("../../locales/de/surveys.ts"),
  en: () => import("../../locales/en/surveys.ts"),
  es: () => import("../../locales/es/surveys.ts"),
  fr: () => import("../../locales/fr/surveys.ts"),
};
/** What only whoever composes reads. */
const OWN_TEXTS = {
  ar: () => import("../../locales/ar/surveys_own.ts"),
  de: () => import("../../locales/de/surveys_own.ts"),
  en: () => import("../../locales/en/surveys_own.ts"),
  es: () => import("../../locales/es/surveys_own.ts"),
  fr: () => import("../../locales/fr/surveys_own.ts"),
};

async function dress(): Promise<void> {
  addStyle(css);
  await addTexts(TEXTS);
}

export async function loadCard() {
  const [{ Card }] = await Promise.all([import("./answering/card.tsx"), dress()]);
  return Card;
}

/** Everything under /app/surveys of a client, and under /app/s of anybody. */
export async function loadAnswering() {
  const [screens] = await Promise.all([import("./answering/screens.tsx"), dress()]);
  return screens;
}

/** Everything under /app/surveys of who asks. */
export async function loadOwn() {
  const [{ OwnSurveys }] = await Promise.all([import("./composing/own_surveys.tsx"), dress().then(() => addTexts(OWN_TEXTS))]);
  return OwnSurveys;
}
