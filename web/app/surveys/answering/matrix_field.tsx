/** One of the same few for each row: a table where there is place, else one group after the other. */
import { useContext, useId } from "preact/hooks";
import type { MatrixQuestion } from "../../../core/survey_api.ts";
import { t } from "../../i18n.ts";
import { atDesk } from "../../rooms/lead/desk.ts";
import { said, spoken } from "../said.ts";
import type { FieldProps } from "./answer_field.tsx";
import { InPreview } from "./step_frame.tsx";

/** More of them do not stand beside each other in a line of text. */
const MOST_COLUMNS = 6;

interface LaidOut {
  readonly of: FieldProps<MatrixQuestion>;
  readonly chosen: (row: number) => number | null;
  readonly choose: (row: number, column: number) => void;
}

export function MatrixField(props: FieldProps<MatrixQuestion>) {
  const { question, answer, onAnswer } = props;
  const asTable = atDesk.value && !useContext(InPreview) && question.columns.length <= MOST_COLUMNS;
  const chosen = (row: number): number | null => (Array.isArray(answer) && typeof answer[row] === "number" ? answer[row] : null);
  const choose = (row: number, column: number) => onAnswer(question.rows.map((_, each) => (each === row ? column : chosen(each))));
  return asTable ? <AsTable of={props} chosen={chosen} choose={choose} /> : <AsGroups of={props} chosen={chosen} choose={choose} />;
}

function AsTable({ of: { survey, question, label, ties }, chosen, choose }: LaidOut) {
  const name = useId();
  const lang = spoken(survey);
  return <div role="group" tabIndex={-1} aria-label={label} aria-describedby={ties["aria-describedby"]}>
    <table class="survey-matrix">
      <thead><tr><td><span class="visually-hidden">{t("survey-row")}</span></td>{question.columns.map((column, at) => <th key={at} scope="col" lang={lang} dir="auto">{said(column, survey)}</th>)}</tr></thead>
      <tbody>{question.rows.map((row, at) => <tr key={at}>
        <th scope="row" lang={lang} dir="auto">{said(row, survey)}</th>
        {question.columns.map((column, each) => <td key={each}><label class="survey-cell"><input type="radio" name={`${name}-${at}`} aria-label={`${said(row, survey)}: ${said(column, survey)}`} checked={chosen(at) === each} onInput={() => choose(at, each)} /></label></td>)}
      </tr>)}</tbody>
    </table>
  </div>;
}

function AsGroups({ of: { survey, question, label, ties }, chosen, choose }: LaidOut) {
  const name = useId();
  const lang = spoken(survey);
  return <div role="group" tabIndex={-1} aria-label={label} aria-describedby={ties["aria-describedby"]}>
    {question.rows.map((row, at) => <fieldset key={at} class="field survey-options">
      <legend lang={lang} dir="auto">{said(row, survey)}</legend>
      {question.columns.map((column, each) => <label key={each} class="check">
        <input type="radio" name={`${name}-${at}`} checked={chosen(at) === each} onInput={() => choose(at, each)} />
        <span lang={lang} dir="auto">{said(column, survey)}</span>
      </label>)}
    </fieldset>)}
  </div>;
}
