/** In which languages a survey speaks, and in which of them one writes just now. */
import { useState } from "preact/hooks";
import type { SurveyDraft } from "../../../core/survey_api.ts";
import { languageName, LANGUAGES, numberText, t } from "../../i18n.ts";
import { Select } from "../../kit/fields.tsx";
import { withoutLanguage } from "./edit.ts";
import { untranslated } from "./problems.ts";

interface LanguagesProps {
  readonly draft: SurveyDraft;
  readonly onDraft: (draft: SurveyDraft) => void;
  readonly language: string;
  readonly onLanguage: (language: string) => void;
}

export function Languages({ draft, onDraft, language, onLanguage }: LanguagesProps) {
  const { languages } = draft;
  const first = languageName(languages[0] ?? "");
  const missing = untranslated(draft, language);
  const remove = () => {
    const left = withoutLanguage(draft, language);
    onDraft(left);
    onLanguage(left.languages[0] ?? "");
  };
  const add = (tag: string) => {
    onDraft({ ...draft, languages: [...languages, tag] });
    onLanguage(tag);
  };
  return <section class="card part" aria-labelledby="survey-languages">
    <h2 id="survey-languages" class="h3">{t("survey-languages")}</h2>
    <p>{t("survey-languages-text", { language: first })}</p>
    <div class="survey-tabs" role="group" aria-label={t("survey-writing-in")}>{languages.map((tag) => {
      const left = untranslated(draft, tag);
      return <button key={tag} type="button" class="button button-quiet button-small" aria-pressed={tag === language} onClick={() => onLanguage(tag)}>{languageName(tag)}{left > 0 && <> <span class="count" aria-hidden="true">{numberText(left)}</span></>}</button>;
    })}</div>
    <p role="status" class="quiet">{missing > 0 ? t("survey-untranslated", { count: missing, language: languageName(language), first }) : ""}</p>
    <AddLanguage offered={Object.keys(LANGUAGES).filter((tag) => !languages.includes(tag))} onAdd={add} />
    {languages.length > 1 && <p class="actions"><button type="button" class="button button-quiet button-small" onClick={remove}>{t("survey-remove-language", { language: languageName(language) })}</button></p>}
  </section>;
}

function AddLanguage({ offered, onAdd }: { readonly offered: readonly string[]; readonly onAdd: (tag: string) => void }) {
  const [next, setNext] = useState("");
  const chosen = offered.includes(next) ? next : (offered[0] ?? "");
  if (offered.length === 0) return null;
  return <div class="survey-add-language">
    <Select label={t("survey-add-language")} value={chosen} onValue={setNext} options={offered.map((tag) => ({ value: tag, text: languageName(tag) }))} />
    <button type="button" class="button button-quiet" onClick={() => onAdd(chosen)}>{t("survey-add")}</button>
  </div>;
}
