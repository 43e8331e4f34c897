/** The last look before a survey is frozen: what cannot be changed from then on. */
import { useState } from "preact/hooks";
import type { Id } from "../../../core/api.ts";
import type { SurveyDraft } from "../../../core/survey_api.ts";
import { t } from "../../i18n.ts";
import { Dialog, useAfterwards } from "../../kit/dialog.tsx";
import { Form } from "../../kit/form.tsx";
import { codeOf, core } from "../../state.ts";
import { Facts } from "./facts.tsx";

interface FreezeProps {
  readonly id: Id;
  readonly draft: SurveyDraft;
  readonly onFrozen: () => void;
  readonly onClose: () => void;
  /** Leads to where whom one asks is chosen, once the dialog is gone. */
  readonly onAudience: () => void;
}

export function Freeze({ id, draft, onFrozen, onClose, onAudience }: FreezeProps) {
  const [small, setSmall] = useState(false);
  const afterwards = useAfterwards();
  const change = () => {
    afterwards(onAudience);
    onClose();
  };
  const run = async () => {
    setSmall(false);
    try {
      await core.createSurvey(id, draft);
    } catch (failure) {
      setSmall(codeOf(failure) === "survey_audience_small");
      throw failure;
    }
    // That it became a survey is what counts; a draft that stays behind is shown no more.
    await core.keepSurveyDraft(id, undefined).catch(() => undefined);
    onFrozen();
  };
  return <Dialog title={t("survey-freeze-ask")} onClose={onClose}>
    <p>{t("survey-freeze-text")}</p>
    <ul class="points">
      <li>{t("survey-freeze-fixed")}</li>
      <li>{t("survey-freeze-logged")}</li>
      <li>{t("survey-freeze-end")}</li>
    </ul>
    <Facts survey={draft} />
    <Form submit={t("survey-freeze")} run={run} busyText={t("survey-freezing")} aside={<button type="button" class="button button-quiet" onClick={onClose}>{t("cancel")}</button>} />
    {small && <p class="actions"><button type="button" class="button button-quiet" onClick={change}>{t("survey-freeze-audience")}</button></p>}
  </Dialog>;
}
