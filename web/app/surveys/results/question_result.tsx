/** What was answered to one question: bars and numbers in one table, a mean, and rounds before. */
import type { OwnResults, QuestionTable, SurveyDefinition, SurveyQuestion } from "../../../core/survey_api.ts";
import { numberText, t } from "../../i18n.ts";
import { Action } from "../../kit/form.tsx";
import { Bar, Gauge, Stack, Swatch } from "./bars.tsx";
import { cellNames, inWords, languageOf, partName, percent, range, shareOf } from "./labels.ts";
import { Rounds } from "./rounds.tsx";

interface ResultProps {
  readonly definition: SurveyDefinition;
  readonly question: SurveyQuestion;
  readonly table: QuestionTable;
  readonly earlier: OwnResults["earlier"];
}

export function QuestionResult({ definition, question, table, earlier }: ResultProps) {
  const id = `results-${question.id}`;
  const savePicture = async () => {
    const [{ pictureOf }, { save }] = await Promise.all([import("./picture.ts"), import("../../export/archive.ts")]);
    save(new Blob([pictureOf(definition, question, table)]), `${question.id}.svg`);
  };
  const shown = table.parts.some(({ of }) => of !== null);
  return <section class="card part results-question" aria-labelledby={id}>
    <h2 id={id} class="h3" dir="auto" lang={languageOf(question.text, definition)}>{inWords(question.text, definition)}</h2>
    {question.kind === "several" && <p class="quiet">{t("results-several")}</p>}
    {shown ? <Tables {...{ definition, question, table }} label={id} /> : <p class="notice notice-calm">{t("results-withheld")}</p>}
    {table.mean && question.kind === "scale" && <div>
      <p>{t("results-mean", { value: tenths(table.mean.value), low: tenths(table.mean.interval[0]), high: tenths(table.mean.interval[1]) })}</p>
      <Gauge {...table.mean} from={question.from} to={question.to} />
    </div>}
    <Rounds {...{ definition, question, table, earlier }} />
    {shown && <p class="actions no-print"><Action kind="quiet" run={savePicture}>{t("results-picture")}</Action></p>}
  </section>;
}

export const tenths = (value: number): string => numberText(value, { maximumFractionDigits: 1 });

function Tables({ definition, question, table, label }: Omit<ResultProps, "earlier"> & { readonly label: string }) {
  return table.kind === "matrix" ? <MatrixTable {...{ definition, question, table, label }} /> : <CellTable {...{ definition, question, table, label }} />;
}

function CellTable({ definition, question, table: { parts }, label }: Omit<ResultProps, "earlier"> & { readonly label: string }) {
  const names = cellNames(question, definition);
  const [{ of, cells } = { of: null, cells: [] }] = parts;
  return <>
    {of !== null && <p class="quiet">{t("results-of", { count: of })}</p>}
    <table class="results-table" aria-labelledby={label}>
      <thead><tr><th scope="col">{t("results-answer")}</th><th scope="col">{t("results-count")}</th><th scope="col">{t("results-share")}</th></tr></thead>
      <tbody>{cells.map((cell, at) => {
        const share = shareOf(cell, of);
        return <tr key={at}>
          <th scope="row"><span dir="auto">{names[at]}</span><Bar cell={cell} of={of} /></th>
          {share === undefined ? <td colSpan={2} class="results-few">{t("results-few")}</td> : <>
            <td class="results-number">{numberText(cell.count ?? 0)}</td>
            <td class="results-number">{percent(share)}{cell.interval && <span class="quiet">{range(cell.interval)}</span>}</td>
          </>}
        </tr>;
      })}</tbody>
    </table>
  </>;
}

function MatrixTable({ definition, question, table, label }: Omit<ResultProps, "earlier"> & { readonly label: string }) {
  const names = cellNames(question, definition).slice(0, Math.max(...table.parts.map(({ cells }) => cells.length)));
  const nameOf = (at: number) => partName(table, at, question, definition);
  return <>
    <ul class="results-legend">{names.map((name, at) => <li key={at}><Swatch place={at} /><span dir="auto">{name}</span></li>)}</ul>
    <div class="results-rows" aria-hidden="true">{table.parts.map(({ of, cells }, at) => <div key={at}><span dir="auto">{nameOf(at)}</span><Stack cells={cells} of={of} /></div>)}</div>
    <div class="results-wide" role="group" tabIndex={0} aria-labelledby={label}>
      <table class="results-table">
        <thead><tr><th scope="col">{t("results-row")}</th>{names.map((name, at) => <th key={at} scope="col" dir="auto">{name}</th>)}</tr></thead>
        <tbody>{table.parts.map(({ of, cells }, at) => <tr key={at}><th scope="row" dir="auto">{nameOf(at)}</th>
          {cells.map((cell, place) => <td key={place} class={cell.count === null ? "results-few" : "results-number"}>{cell.count === null ? t("results-few") : `${numberText(cell.count)} (${percent(shareOf(cell, of) ?? 0)})`}</td>)}
        </tr>)}</tbody>
      </table>
    </div>
  </>;
}
