/** How two questions go together: one chooses the second, the first is the same for all. */
import { useState } from "preact/hooks";
import { crossable, type CrossTable, type SurveyDefinition } from "../../../core/survey_api.ts";
import { numberText, t } from "../../i18n.ts";
import { Fetched } from "../../kit/fetched.tsx";
import { Select } from "../../kit/fields.tsx";
import { core } from "../../state.ts";
import { cellNames, inWords } from "./labels.ts";

export function Cross({ id, definition }: { readonly id: string; readonly definition: SurveyDefinition }) {
  const [other, setOther] = useState("");
  const able = crossable(definition);
  if (!able) return null;
  const textOf = (question: string) => inWords(definition.questions.find((each) => each.id === question)!.text, definition);
  return <section class="card part results-question" aria-labelledby="results-cross">
    <h2 id="results-cross" class="h3">{t("results-cross")}</h2>
    <p>{t("results-cross-text", { question: textOf(able.by) })}</p>
    <div class="no-print"><Select label={t("results-cross-with")} value={other} onValue={setOther} options={[{ value: "", text: t("results-cross-none") }, ...able.others.map((question) => ({ value: question, text: textOf(question) }))]} /></div>
    {other !== "" && <Fetched key={other} from={() => core.crossTable(id, other, able.by)}>{(table) => (table && shows(table) ? <Table {...{ definition, table, label: textOf(other) }} /> : <p class="notice notice-calm">{t("results-cross-few")}</p>)}</Fetched>}
  </section>;
}

const shows = ({ counts }: CrossTable): boolean => counts.some((row) => row.some((count) => count !== null));

function Table({ definition, table, label }: { readonly definition: SurveyDefinition; readonly table: CrossTable; readonly label: string }) {
  const namesOf = (question: string) => cellNames(definition.questions.find(({ id }) => id === question)!, definition);
  const [down, across] = [namesOf(table.rows), namesOf(table.columns)];
  return <div class="results-wide" role="group" tabIndex={0} aria-label={label}>
    <table class="results-table">
      <thead><tr><th scope="col" dir="auto">{label}</th>{(table.counts[0] ?? []).map((_, at) => <th key={at} scope="col" dir="auto">{across[at]}</th>)}</tr></thead>
      <tbody>{table.counts.map((row, at) => <tr key={at}><th scope="row" dir="auto">{down[at]}</th>
        {row.map((count, place) => <td key={place} class={count === null ? "results-few" : "results-number"}>{count === null ? t("results-few") : numberText(count)}</td>)}
      </tr>)}</tbody>
    </table>
  </div>;
}
