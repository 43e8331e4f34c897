/** Several short texts in an order: options, rows or columns. */
import type { SurveyText } from "../../../core/survey_api.ts";
import { t } from "../../i18n.ts";
import { type Shift, swapped, taken } from "./edit.ts";
import { Words } from "./writing.tsx";

interface TextListProps {
  /** Of the fields: "q1-options". */
  readonly field: string;
  readonly legend: string;
  readonly kind: "option" | "row" | "column";
  readonly texts: readonly SurveyText[];
  readonly least: number;
  readonly most: number;
  readonly onTexts: (texts: readonly SurveyText[], shift: Shift) => void;
}

const stays: Shift = (former) => former;

export function TextList({ field, legend, kind, texts, least, most, onTexts }: TextListProps) {
  const up = (at: number) => onTexts(texts.map((text, each) => (each === at ? texts[at - 1] : each === at - 1 ? texts[at] : text) ?? {}), swapped(at, at - 1));
  return <fieldset class="field survey-texts">
    <legend>{legend}</legend>
    <ol>{texts.map((text, at) => <li key={at}>
      <Words field={`${field}-${at}`} label={t(`survey-${kind}-number`, { number: at + 1 })} text={text} onText={(next) => onTexts(texts.map((each, one) => (one === at ? next : each)), stays)} />
      <span class="survey-tools">
        {at > 0 && <button type="button" class="icon-button" aria-label={t("survey-text-up", { number: at + 1 })} onClick={() => up(at)}>↑</button>}
        {texts.length > least && <button type="button" class="icon-button" aria-label={t("survey-text-remove", { number: at + 1 })} onClick={() => onTexts(texts.filter((_, each) => each !== at), taken(at))}>×</button>}
      </span>
    </li>)}</ol>
    {texts.length < most && <button type="button" class="button button-quiet button-small" onClick={() => onTexts([...texts, {}], stays)}>{t(`survey-${kind}-add`)}</button>}
  </fieldset>;
}
