/** On the new device: comes in by the code that another one shows. */
import { useState } from "preact/hooks";
import { holding } from "../entry/hold.ts";
import { useTop } from "../entry/parts.tsx";
import { t } from "../i18n.ts";
import { CodeField } from "../kit/fields.tsx";
import { Form } from "../kit/form.tsx";
import { Screen, Waiting } from "../kit/screen.tsx";
import { NoTraceChoice } from "../nearby/no_trace_choice.tsx";
import { noTrace } from "../nearby/trace.ts";
import { goToWanted, linkToken } from "../router.ts";
import { codeOf, core, linking, session } from "../state.ts";
import { CheckWords, StepHeading } from "./words.tsx";

export function ComeIn() {
  const [typed, setTyped] = useState("");
  const [underWay, setUnderWay] = useState(false);
  const [refused, setRefused] = useState("");
  useTop();
  const scanned = linkToken.value !== "";
  const enter = () => holding(async () => {
    session.value = await core.enterLink({ code: scanned ? linkToken.value : typed, noTrace: noTrace.value });
    goToWanted();
  });
  const run = async () => {
    linking.value = undefined;
    setRefused("");
    setUnderWay(true);
    const failure = await enter().then(() => "", codeOf);
    // A code is good once, whatever became of it.
    linkToken.value = "";
    setTyped("");
    setRefused((before) => (before === "" ? failure : ""));
    setUnderWay(false);
  };
  const stop = () => {
    setRefused("link_cancelled");
    void core.cancelLink();
  };
  const words = linking.value?.step === "compare" ? linking.value.words : undefined;
  return <Screen title={t("link-in-title")} lead={underWay ? undefined : t(scanned ? "link-in-lead" : "link-in-how")} back={underWay ? undefined : { to: "/app", text: t("back") }}>
    {underWay
      ? <>
        {words ? <>
          <StepHeading text={t("link-compare")} />
          <p>{t("link-in-compare")}</p>
          <CheckWords words={words} />
          <Waiting text={t("link-in-waiting")} />
        </> : <Waiting text={t("link-in-finding")} />}
        <p class="actions"><button type="button" class="button button-quiet" onClick={stop}>{t("cancel")}</button></p>
      </>
      : <Form submit={t("link-in-go")} run={run} refused={refused}>
        {!scanned && <CodeField label={t("link-in-code")} codes={["link_invalid"]} value={typed} onValue={setTyped} />}
        <NoTraceChoice />
      </Form>}
  </Screen>;
}
