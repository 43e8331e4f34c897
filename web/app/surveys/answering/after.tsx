/** What became of one's own response: on its way, sent, counted, taken back. */
import { useEffect, useState } from "preact/hooks";
import type { Counted, ResponseState, SurveyToAnswer } from "../../../core/survey_api.ts";
import { dayText, language, sameDay, t, timeText } from "../../i18n.ts";
import { Confirm } from "../../kit/confirm.tsx";
import { Action } from "../../kit/form.tsx";
import { core } from "../../state.ts";
import { dayOf, said, spoken } from "../said.ts";
import { StepFrame } from "./step_frame.tsx";

/** Milliseconds between two looks at whether it has left: this device alone is asked. */
const LOOK_EVERY = 3_000;

interface AfterProps {
  readonly survey: SurveyToAnswer;
  readonly onChanged: (response: ResponseState) => void;
}

export function After({ survey, onChanged }: AfterProps) {
  const { id, definition, state, response, hasResults } = survey;
  const [asking, setAsking] = useState(false);
  const withdraw = async () => {
    await core.withdrawResponse(id);
    onChanged({ state: "withdrawn" });
  };
  const waiting = response.state === "waiting";
  useEffect(() => {
    if (!waiting) return;
    const look = async () => {
      const next = await core.surveyResponse(id);
      if (next.state !== "waiting") onChanged(next);
    };
    const timer = setInterval(() => void look().catch(() => undefined), LOOK_EVERY);
    return () => clearInterval(timer);
  }, [id, waiting]);
  const given = waiting || response.state === "sent";
  return <StepFrame title={t(titleOf(survey))} over={<p class="quiet" lang={spoken(definition)} dir="auto">{said(definition.title, definition)}</p>}>
    <Told survey={survey} />
    {response.state === "sent" && state !== "too-few" && <CheckCounted id={id} />}
    {hasResults && <section class="card part">
      <h2 class="h3">{t("survey-published")}</h2>
      <p>{t("survey-published-text")}</p>
      <p class="actions"><a class="button button-quiet" href={`/surveys/${id}?lang=${language.value}`} target="_blank" rel="noreferrer">{t("survey-published-open")}</a></p>
    </section>}
    {given && state === "open" && <section class="card part">
      <h2 class="h3">{t("survey-withdraw-title")}</h2>
      <p>{t("survey-withdraw-text", { date: dayOf(definition.closes) })}</p>
      <p class="actions"><button type="button" class="button button-quiet" onClick={() => setAsking(true)}>{t("survey-withdraw")}</button></p>
    </section>}
    {asking && <Confirm title={t("survey-withdraw-ask")} text={t("survey-withdraw-ask-text")} submit={t("survey-withdraw")} run={withdraw} onClose={() => setAsking(false)} />}
  </StepFrame>;
}

function titleOf({ state, response }: SurveyToAnswer): "survey-waiting" | "survey-sent" | "survey-withdrawn" | "survey-not-counted" | "survey-elsewhere" | "survey-too-few" | "survey-coming" | "survey-closed" {
  if (state === "too-few") return "survey-too-few";
  switch (response.state) {
    case "waiting": return "survey-waiting";
    case "sent": return "survey-sent";
    case "withdrawn": return "survey-withdrawn";
    case "elsewhere": return "survey-elsewhere";
    case "late":
    case "refused": return "survey-not-counted";
    case "none":
    case "begun": return state === "coming" ? "survey-coming" : "survey-closed";
  }
}

function Told({ survey: { definition, state, response } }: { readonly survey: SurveyToAnswer }) {
  if (state === "too-few") return <p>{t("survey-too-few-text", { smallest: definition.smallest })}</p>;
  switch (response.state) {
    case "waiting": return <>
      <p class="lead">{t("survey-waiting-until", { time: momentText(response.by) })}</p>
      <p>{t("survey-waiting-why")}</p>
      <p class="notice notice-calm">{t("survey-waiting-closed", { date: dayOf(definition.closes) })}{definition.audience.who === "public" ? "" : ` ${t("survey-waiting-log-out")}`}</p>
    </>;
    case "sent": return <p>{t("survey-sent-text")}</p>;
    case "withdrawn": return <p>{t("survey-withdrawn-text")}</p>;
    case "elsewhere": return <p>{t("survey-elsewhere-text")}</p>;
    case "late": return <p>{t("survey-late-text")}</p>;
    case "refused": return <p>{t("survey-refused-text")}</p>;
    case "none":
    case "begun": return <p>{state === "coming" ? t("survey-coming-text", { date: dayOf(definition.opens) }) : t("survey-closed-text", { date: dayOf(definition.closes) })}</p>;
  }
}

const momentText = (at: number): string => (sameDay(at, Date.now()) ? timeText(at) : `${dayText(at)}, ${timeText(at)}`);

function CheckCounted({ id }: { readonly id: string }) {
  const [counted, setCounted] = useState<Counted | undefined>(undefined);
  return <section class="card part">
    <h2 class="h3">{t("survey-check-title")}</h2>
    <p>{t("survey-check-text")}</p>
    <div class="actions"><Action run={async () => setCounted(await core.checkCounted(id))}>{t("survey-check")}</Action></div>
    <p role="status" class={counted === "missing" ? "notice notice-danger" : counted ? "notice notice-calm" : "form-status"}>{counted ? t(`survey-counted-${counted}`) : ""}</p>
  </section>;
}
