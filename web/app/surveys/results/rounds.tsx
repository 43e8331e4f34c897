/** The same question in earlier rounds, beside now. */
import type { Cell, OwnResults, QuestionTable, SurveyDefinition, SurveyQuestion } from "../../../core/survey_api.ts";
import { dateText, t } from "../../i18n.ts";
import { cellNames, partName, percent, shareOf } from "./labels.ts";

interface RoundsProps {
  readonly definition: SurveyDefinition;
  readonly question: SurveyQuestion;
  readonly table: QuestionTable;
  readonly earlier: OwnResults["earlier"];
}
interface Round { readonly name: string; readonly table: QuestionTable }

/** As many as stand beside each other on a small screen. */
const MOST = 3;

export function Rounds({ definition, question, table, earlier }: RoundsProps) {
  const before = earlier.flatMap(({ closes, results }): Round[] => {
    const same = results.tables.find((other) => other.question === question.id);
    return same ? [{ name: dateText(Date.parse(closes)), table: same }] : [];
  }).slice(-MOST);
  if (before.length === 0) return null;
  const rounds = [...before, { name: t("results-now"), table }];
  return <details class="results-rounds"><summary>{t("results-rounds")}</summary>
    {table.parts.map((_, part) => <RoundTable key={part} caption={partName(table, part, question, definition)} {...{ definition, question, rounds, part }} />)}
    <p class="quiet">{t("results-rounds-text")}</p>
  </details>;
}

function RoundTable({ definition, question, rounds, part, caption }: { readonly definition: SurveyDefinition; readonly question: SurveyQuestion; readonly rounds: readonly Round[]; readonly part: number; readonly caption: string | undefined }) {
  const parts = rounds.map(({ table }) => table.parts[part]);
  const names = cellNames(question, definition).slice(0, Math.max(...parts.map((each) => each?.cells.length ?? 0)));
  return <div class="results-wide" role="group" tabIndex={0} aria-label={caption ?? t("results-rounds")}>
    <table class="results-table">
      {caption !== undefined && <caption dir="auto">{caption}</caption>}
      <thead><tr><th scope="col">{t("results-answer")}</th>{rounds.map(({ name }) => <th key={name} scope="col">{name}</th>)}</tr></thead>
      <tbody>{names.map((name, cell) => <tr key={cell}><th scope="row" dir="auto">{name}</th>
        {parts.map((each, round) => <td key={round} class="results-number">
          {shareText(each?.cells[cell], each?.of ?? null)}{round > 0 && <Turn before={parts[round - 1]?.cells[cell]} now={each?.cells[cell]} />}
        </td>)}
      </tr>)}</tbody>
    </table>
  </div>;
}

function shareText(cell: Cell | undefined, of: number | null): string {
  const share = cell && shareOf(cell, of);
  return share === undefined ? t("results-few") : percent(share);
}

/** Only where the intervals do not meet: less may be chance. */
function Turn({ before, now }: { readonly before: Cell | undefined; readonly now: Cell | undefined }) {
  if (!before?.interval || !now?.interval) return null;
  const [rose, fell] = [now.interval[0] > before.interval[1], now.interval[1] < before.interval[0]];
  return rose || fell ? <span class="results-turn">{t(rose ? "results-rose" : "results-fell")}</span> : null;
}
