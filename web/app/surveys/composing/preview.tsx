/** A draft as whoever answers it sees it, on a phone. Nothing that is answered here is kept. */
import { useState } from "preact/hooks";
import type { SurveyAnswers, SurveyDraft } from "../../../core/survey_api.ts";
import { t } from "../../i18n.ts";
import { Dialog } from "../../kit/dialog.tsx";
import { About } from "../answering/about.tsx";
import { Asking } from "../answering/asking.tsx";
import { InPreview } from "../answering/step_frame.tsx";
import { askedOf } from "../asked.ts";

export function Preview({ draft, onClose }: { readonly draft: SurveyDraft; readonly onClose: () => void }) {
  const [answers, setAnswers] = useState<SurveyAnswers>({});
  const [step, setStep] = useState("");
  return <Dialog sheet title={t("survey-preview")} onClose={onClose}>
    <InPreview.Provider value={true}>
      <Asking survey={draft} answers={answers} step={step} onStep={setStep}
        onAnswer={(question, answer) => setAnswers(({ [question]: _former, ...others }) => (answer === undefined ? others : { ...others, [question]: answer }))}
        about={<About survey={draft} begun={false} onBegin={() => setStep(askedOf(draft, answers)[0]?.id ?? "review")} />} />
    </InPreview.Provider>
  </Dialog>;
}
