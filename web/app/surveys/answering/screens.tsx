/** What a client can answer and answered, one survey of it, and one by a link without an account. */
import type { ResponseState, SurveyToAnswer } from "../../../core/survey_api.ts";
import { t } from "../../i18n.ts";
import { Fetched } from "../../kit/fetched.tsx";
import { Link } from "../../kit/link.tsx";
import { Empty, Screen } from "../../kit/screen.tsx";
import { core } from "../../state.ts";
import { dayOf, said, spoken } from "../said.ts";
import { Answering } from "./answering.tsx";
import { HasList } from "./step_frame.tsx";

export function ToAnswerScreen() {
  return <Screen title={t("surveys-title")} lead={t("surveys-lead")}>
    <Fetched from={() => core.surveysToAnswer()}>{(surveys) => <Lists surveys={surveys} />}</Fetched>
  </Screen>;
}

const canAnswer = ({ state, response, refused }: SurveyToAnswer): boolean => state === "open" && !refused && (response.state === "none" || response.state === "begun");

function Lists({ surveys }: { readonly surveys: readonly SurveyToAnswer[] }) {
  const open = surveys.filter(canAnswer);
  const others = surveys.filter((survey) => !canAnswer(survey));
  if (surveys.length === 0) return <Empty title={t("surveys-none")} text={t("surveys-none-text")} />;
  return <>
    <section class="card part" aria-labelledby="surveys-open"><h2 id="surveys-open" class="h3">{t("surveys-open")}</h2>
      {open.length === 0 ? <p class="quiet">{t("surveys-open-none")}</p> : <ul class="rows survey-rows">{open.map((survey) => <Row key={survey.id} survey={survey} />)}</ul>}
    </section>
    {others.length > 0 && <section class="card part" aria-labelledby="surveys-others"><h2 id="surveys-others" class="h3">{t("surveys-others")}</h2>
      <ul class="rows survey-rows">{others.map((survey) => <Row key={survey.id} survey={survey} />)}</ul>
    </section>}
  </>;
}

function Row({ survey: { id, definition, state, response, hasResults } }: { readonly survey: SurveyToAnswer }) {
  return <li><div class="row-text">
    <Link to={`/app/surveys/${id}`}><span lang={spoken(definition)} dir="auto">{said(definition.title, definition)}</span></Link>
    <span class="quiet">{state === "open" ? t("survey-open-until", { date: dayOf(definition.closes) }) : state === "coming" ? t("survey-opens", { date: dayOf(definition.opens) }) : t("survey-was-closed", { date: dayOf(definition.closes) })}</span>
  </div>
  {hasResults ? <span class="badge badge-good">{t("survey-published")}</span> : <Badge response={response} />}
  </li>;
}

function Badge({ response: { state } }: { readonly response: ResponseState }) {
  return state === "none" ? null : <span class="badge">{t(`survey-response-${state}`)}</span>;
}

export function AnsweringScreen({ id, step }: { readonly id: string; readonly step: string }) {
  const learn = async () => {
    const [all, begun] = await Promise.all([core.surveysToAnswer(), core.surveyBegun(id)]);
    return { survey: all.find((each) => each.id === id), begun };
  };
  return <HasList.Provider value={true}>
    <Fetched key={id} from={learn}>{({ survey, begun }, change) => survey
      ? <Answering survey={survey} begun={begun} base={`/app/surveys/${id}`} step={step} onChanged={(next) => change({ survey: next, begun })} />
      : <Screen title={t("surveys-title")} back={{ to: "/app/surveys", text: t("surveys-title") }}><Empty title={t("survey-gone")} text={t("survey-gone-text")} /></Screen>}</Fetched>
  </HasList.Provider>;
}

export function PublicScreen({ id, step }: { readonly id: string; readonly step: string }) {
  const learn = async () => {
    const [survey, begun] = await Promise.all([core.publicSurvey(id), core.surveyBegun(id)]);
    return { survey, begun };
  };
  return <Fetched key={id} from={learn}>{({ survey, begun }, change) =>
    <Answering survey={survey} begun={begun} base={`/app/s/${id}`} step={step} onChanged={(next) => change({ survey: next, begun })} />}</Fetched>;
}
