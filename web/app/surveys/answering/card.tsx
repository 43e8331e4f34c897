/** On the screen with the conversations: that a survey is open. Quiet, and put away for good with one press. */
import type { SurveyToAnswer } from "../../../core/survey_api.ts";
import { t } from "../../i18n.ts";
import { Action } from "../../kit/form.tsx";
import { Link } from "../../kit/link.tsx";
import { core } from "../../state.ts";
import { dayOf, said, spoken } from "../said.ts";

export function Card({ survey: { id, definition, response }, onPutAway }: { readonly survey: SurveyToAnswer; readonly onPutAway: () => void }) {
  const putAway = async () => {
    await core.putSurveyAway(id);
    onPutAway();
  };
  return <aside class="card survey-card" aria-label={t("survey-card-label")}>
    <p><strong lang={spoken(definition)} dir="auto">{said(definition.title, definition)}</strong></p>
    <p class="quiet">{t("survey-card-text", { date: dayOf(definition.closes) })}</p>
    <div class="actions">
      <Link class="button button-quiet button-small" to={`/app/surveys/${id}`}>{t(response.state === "begun" ? "survey-go-on" : "survey-card-open")}</Link>
      <Action small run={putAway}>{t("survey-card-away")}</Action>
    </div>
  </aside>;
}
