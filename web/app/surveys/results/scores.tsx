/** Figures made of several answers, each on its scale. */
import { type ScoreTable, type SurveyDefinition, type SurveyScore } from "../../../core/survey_api.ts";
import { numberText, t } from "../../i18n.ts";
import { Gauge } from "./bars.tsx";
import { inWords, languageOf } from "./labels.ts";
import { tenths } from "./question_result.tsx";

export function Scores({ definition, scores }: { readonly definition: SurveyDefinition; readonly scores: readonly ScoreTable[] }) {
  if (scores.length === 0) return null;
  return <section class="results-scores" aria-labelledby="results-scores">
    <h2 id="results-scores" class="visually-hidden">{t("results-scores")}</h2>
    {scores.map((score, at) => <Score key={at} definition={definition} score={score} named={definition.scores[at]!} />)}
  </section>;
}

function Score({ definition, score: { kind, value, interval, of }, named }: { readonly definition: SurveyDefinition; readonly score: ScoreTable; readonly named: SurveyScore }) {
  const [from, to] = scaleOf(definition, named);
  const text = kind === "mean" ? tenths : (figure: number) => numberText(Math.round(figure) + 0);
  return <div class="card part">
    <h3 dir="auto" lang={languageOf(named.name, definition)}>{inWords(named.name, definition)}</h3>
    {value === undefined || !interval ? <p class="notice notice-calm">{t("results-score-withheld")}</p> : <>
      <p class="results-figure">{text(value)}</p>
      <Gauge {...{ value, interval, from, to }} />
      <p class="quiet">{t(`results-score-${kind}`, { from: numberText(from), to: numberText(to) })} {t("results-score-interval", { low: text(interval[0]), high: text(interval[1]), count: of ?? 0 })}</p>
    </>}
  </div>;
}

export function scaleOf({ questions }: SurveyDefinition, { kind, questions: [first] }: SurveyScore): readonly [from: number, to: number] {
  if (kind === "who5") return [0, 100];
  if (kind === "nps") return [-100, 100];
  const scale = questions.find(({ id }) => id === first);
  return scale?.kind === "scale" ? [scale.from, scale.to] : [0, 10];
}
