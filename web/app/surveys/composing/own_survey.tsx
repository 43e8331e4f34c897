/** A survey that was asked: how it stands, its link, its end, and the next round. */
import { useState } from "preact/hooks";
import type { OwnSurvey } from "../../../core/survey_api.ts";
import { QrCode } from "../../conversation/qr_code.tsx";
import { t } from "../../i18n.ts";
import { Confirm } from "../../kit/confirm.tsx";
import { CopyButton } from "../../kit/fields.tsx";
import { Action } from "../../kit/form.tsx";
import { Link } from "../../kit/link.tsx";
import { Screen } from "../../kit/screen.tsx";
import { go, goInstead } from "../../router.ts";
import { core } from "../../state.ts";
import { said } from "../said.ts";
import { newId, nextRound } from "./draft.ts";
import { Facts } from "./facts.tsx";
import { answeredText } from "./own_list.tsx";
import { Preview } from "./preview.tsx";

export function OwnSurveyScreen({ survey, onChanged }: { readonly survey: OwnSurvey; readonly onChanged: (survey: OwnSurvey) => void }) {
  const [asking, setAsking] = useState<"close" | "delete" | "preview" | undefined>(undefined);
  const { id, definition, state, answeredAbout, batches, readable } = survey;
  const close = async () => onChanged(await core.closeSurvey(id));
  const remove = async () => {
    await core.deleteSurvey(id);
    goInstead("/app/surveys");
  };
  const again = async () => {
    const next = newId();
    await core.keepSurveyDraft(next, nextRound(definition));
    go(`/app/surveys/${next}`);
  };
  const running = state === "open" || state === "coming";
  return <Screen title={said(definition.title, definition)} back={{ to: "/app/surveys", text: t("surveys-title") }}>
    <section class="card part" aria-labelledby="survey-stands">
      <h2 id="survey-stands" class="h3">{t("survey-stands")} <span class={state === "open" ? "badge badge-good" : "badge"}>{t(`survey-state-${state}`)}</span></h2>
      <p>{t(`survey-state-${state}-text`)}</p>
      <p><strong>{answeredText(answeredAbout, definition.smallest)}</strong>{definition.release === "batches" && <> {t("survey-batches", { count: batches })}</>}</p>
      {!readable && <p class="notice notice-clay">{t("survey-unreadable")}</p>}
      {readable && state !== "too-few" && state !== "coming" && <p class="actions"><Link class="button" to={`/app/surveys/${id}/results`}>{t("survey-results-open")}</Link></p>}
    </section>
    {definition.audience.who === "public" && running && <PublicLink id={id} />}
    <section class="card part" aria-labelledby="survey-fixed"><h2 id="survey-fixed" class="h3">{t("survey-fixed")}</h2>
      <Facts survey={definition} />
      <p class="actions"><button type="button" class="button button-quiet" onClick={() => setAsking("preview")}>{t("survey-preview-open")}</button></p>
    </section>
    <section class="card part" aria-labelledby="survey-next"><h2 id="survey-next" class="h3">{t("survey-round")}</h2>
      <p>{t("survey-round-text")}</p>
      <div class="actions"><Action run={again}>{t("survey-round-open")}</Action></div>
    </section>
    {running && <section class="card part" aria-labelledby="survey-close"><h2 id="survey-close" class="h3">{t("survey-close-title")}</h2>
      <p>{t("survey-close-text", { smallest: definition.smallest })}</p>
      <p class="actions"><button type="button" class="button button-quiet" onClick={() => setAsking("close")}>{t("survey-close")}</button></p>
    </section>}
    <section class="card part card-clay" aria-labelledby="survey-delete"><h2 id="survey-delete" class="h3">{t("survey-delete-title")}</h2>
      <p>{t("survey-delete-text")}</p>
      <p class="actions"><button type="button" class="button button-quiet" onClick={() => setAsking("delete")}>{t("survey-delete")}</button></p>
    </section>
    {asking === "preview" && <Preview draft={definition} onClose={() => setAsking(undefined)} />}
    {asking === "close" && <Confirm title={t("survey-close-ask")} text={t("survey-close-ask-text")} submit={t("survey-close")} run={close} onClose={() => setAsking(undefined)} />}
    {asking === "delete" && <Confirm title={t("survey-delete-ask")} text={t("survey-delete-ask-text")} submit={t("survey-delete")} run={remove} onClose={() => setAsking(undefined)} />}
  </Screen>;
}

function PublicLink({ id }: { readonly id: string }) {
  const link = `${location.origin}/app/s/${id}`;
  return <section class="card part" aria-labelledby="survey-link"><h2 id="survey-link" class="h3">{t("survey-link")}</h2>
    <p>{t("survey-link-text")}</p>
    <p class="fresh-link"><code dir="ltr">{link}</code></p>
    <p class="actions"><CopyButton text={link} /></p>
    <details><summary>{t("survey-qr")}</summary><QrCode text={link} label={t("survey-qr-label")} /></details>
  </section>;
}
