/** Which questions together make one figure: templates bring scores along, and they can be taken away. */
import type { SurveyDraft } from "../../../core/survey_api.ts";
import { listText, numberText, t } from "../../i18n.ts";
import { said } from "../said.ts";
import { fieldId, useProblem } from "./writing.tsx";

interface ScoresProps { readonly draft: SurveyDraft; readonly onDraft: (draft: SurveyDraft) => void }

export function Scores({ draft, onDraft }: ScoresProps) {
  return <>{draft.scores.map((score, at) => <Score key={at} draft={draft} at={at} score={score} onRemove={() => onDraft({ ...draft, scores: draft.scores.filter((each) => each !== score) })} />)}</>;
}

function Score({ draft, at, score, onRemove }: { readonly draft: SurveyDraft; readonly at: number; readonly score: SurveyDraft["scores"][number]; readonly onRemove: () => void }) {
  const problem = useProblem(`score-${at}`);
  const numbers = score.questions.map((id) => numberText(draft.questions.findIndex((each) => each.id === id) + 1));
  return <div class="card survey-score" id={fieldId(`score-${at}`)} tabIndex={-1}>
    <p><strong dir="auto">{said(score.name, draft)}</strong><br />{t(`survey-score-${score.kind}`, { questions: listText(numbers) })}</p>
    {score.kind !== "nps" && <p class="hint">{t("survey-score-shown")}</p>}
    <p class="field-error">{problem}</p>
    <p class="actions"><button type="button" class="button button-quiet button-small" onClick={onRemove}>{t("survey-score-remove")}</button></p>
  </div>;
}
