/** An answer in one's own words, and what in them may tell whose they are: shown, never in the way. */
import { useEffect, useState } from "preact/hooks";
import { SURVEY_LIMITS, type Telling, type TextQuestion } from "../../../core/survey_api.ts";
import { t } from "../../i18n.ts";
import { core } from "../../state.ts";
import { spoken } from "../said.ts";
import type { FieldProps } from "./answer_field.tsx";

/** Milliseconds without another letter. */
const PAUSE = 500;

export function WordsField({ survey, answer, label, ties, onAnswer }: FieldProps<TextQuestion>) {
  const text = typeof answer === "string" ? answer : "";
  return <>
    <textarea {...ties} aria-label={label} rows={6} maxLength={SURVEY_LIMITS.answer} autocomplete="off" dir="auto" value={text}
      onInput={({ currentTarget: { value } }) => onAnswer(value === "" ? undefined : value)} />
    <Tellings text={text} language={spoken(survey)} />
  </>;
}

function Tellings({ text, language }: { readonly text: string; readonly language: string }) {
  const [found, setFound] = useState<{ readonly in: string; readonly tellings: readonly Telling[] }>({ in: "", tellings: [] });
  useEffect(() => {
    let wanted = true;
    const look = () => void core.tellings(text, language).then((tellings) => { if (wanted) setFound({ in: text, tellings }); }, () => undefined);
    const timer = setTimeout(look, PAUSE);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [text, language]);
  // What is marked must be what is written.
  const tellings = found.in === text ? found.tellings : [];
  return <div role="status">{tellings.length > 0 && <div class="notice notice-calm survey-tellings">
    <p>{t("survey-tells")}</p>
    <ul>{tellings.map(({ at, length, why }) => <li key={at}><mark dir="auto">{text.slice(at, at + length)}</mark> {t(`survey-tells-${why}`)}</li>)}</ul>
    <p class="quiet">{t("survey-tells-yours")}</p>
  </div>}</div>;
}
