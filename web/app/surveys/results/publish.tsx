/** Showing the results to everybody, and taking them away again. */
import { useState } from "preact/hooks";
import type { OwnSurvey } from "../../../core/survey_api.ts";
import { t } from "../../i18n.ts";
import { Confirm } from "../../kit/confirm.tsx";
import { core } from "../../state.ts";

export function Publish({ survey: { id, definition, hasResults } }: { readonly survey: OwnSurvey }) {
  const [asking, setAsking] = useState<"publish" | "take" | undefined>(undefined);
  const [shown, setShown] = useState(hasResults);
  const publish = async (on: boolean) => { await core.publishResults(id, on); setShown(on); };
  return <section class="card part no-print" aria-labelledby="results-public">
    <h2 id="results-public" class="h3">{t("results-public")}</h2>
    {!definition.publicResults ? <p>{t("results-public-never")}</p> : <>
      <p role="status">{t(shown ? "results-public-yes" : "results-public-no")} {shown && <a href={`/surveys/${id}`} target="_blank" rel="noopener">{t("results-public-open")}</a>}</p>
      <p class="actions">
        <button type="button" class={shown ? "button button-quiet" : "button"} onClick={() => setAsking("publish")}>{t(shown ? "results-publish-again" : "results-publish")}</button>
        {shown && <button type="button" class="button button-quiet" onClick={() => setAsking("take")}>{t("results-take")}</button>}
      </p>
    </>}
    {asking === "publish" && <Confirm title={t("results-publish-ask")} text={t("results-publish-text")} submit={t("results-publish")} run={() => publish(true)} onClose={() => setAsking(undefined)} />}
    {asking === "take" && <Confirm title={t("results-take-ask")} text={t("results-take-text")} submit={t("results-take")} run={() => publish(false)} onClose={() => setAsking(undefined)} />}
  </section>;
}
