/** One's own surveys: those that are still written, and those that were asked. */
import type { Id } from "../../../core/api.ts";
import type { OwnSurvey, SurveyDraft } from "../../../core/survey_api.ts";
import { t } from "../../i18n.ts";
import { Fetched } from "../../kit/fetched.tsx";
import { Link } from "../../kit/link.tsx";
import { Empty, Screen } from "../../kit/screen.tsx";
import { core } from "../../state.ts";
import { dayOf, said } from "../said.ts";

interface Drafted { readonly id: Id; readonly draft: SurveyDraft }

async function learn() {
  const [surveys, drafts] = await Promise.all([core.ownSurveys(), core.surveyDrafts()]);
  return { surveys, drafts: drafts.filter(({ id }) => !surveys.some((survey) => survey.id === id)) };
}

export function OwnList() {
  return <Screen title={t("surveys-title")} lead={t("surveys-own-lead")}>
    <p class="actions"><Link class="button" to="/app/surveys/new">{t("survey-new")}</Link></p>
    <Fetched from={learn}>{({ surveys, drafts }) => <>
      {surveys.length + drafts.length === 0 && <Empty title={t("surveys-own-none")} text={t("surveys-own-none-text")} />}
      {drafts.length > 0 && <section class="card part" aria-labelledby="surveys-drafts"><h2 id="surveys-drafts" class="h3">{t("surveys-drafts")}</h2>
        <ul class="rows survey-rows">{drafts.map((each) => <DraftRow key={each.id} {...each} />)}</ul></section>}
      {surveys.length > 0 && <section class="card part" aria-labelledby="surveys-asked"><h2 id="surveys-asked" class="h3">{t("surveys-asked")}</h2>
        <ul class="rows survey-rows">{surveys.map((survey) => <SurveyRow key={survey.id} survey={survey} />)}</ul></section>}
    </>}</Fetched>
  </Screen>;
}

function DraftRow({ id, draft }: Drafted) {
  return <li><div class="row-text">
    <Link to={`/app/surveys/${id}`}><span dir="auto">{said(draft.title, draft) || t("survey-untitled")}</span></Link>
    <span class="quiet">{t("survey-questions-count", { count: draft.questions.length })}</span>
  </div></li>;
}

function SurveyRow({ survey: { id, definition, state, answeredAbout, hasResults } }: { readonly survey: OwnSurvey }) {
  return <li><div class="row-text">
    <Link to={`/app/surveys/${id}`}><span dir="auto">{said(definition.title, definition)}</span></Link>
    <span class="quiet">{t("survey-from-to", { from: dayOf(definition.opens), to: dayOf(definition.closes) })} · {answeredText(answeredAbout, definition.smallest)}</span>
  </div>
  {hasResults && <span class="badge badge-good">{t("survey-published")}</span>}
  <span class={state === "open" ? "badge badge-good" : "badge"}>{t(`survey-state-${state}`)}</span></li>;
}

/** In steps as large as the smallest number: no single answer can be watched coming. */
export function answeredText(about: number, smallest: number): string {
  return about === 0 ? t("survey-answered-fewer", { smallest }) : t("survey-answered-about", { count: about });
}
