/** Asks a client again, or tells that the policy changed. Nothing that somebody is doing is lost by it. */
import type { PolicyNews } from "../../core/api.ts";
import { dateText, language, t } from "../i18n.ts";
import { Dialog, useAfterwards } from "../kit/dialog.tsx";
import { Action } from "../kit/form.tsx";
import { go } from "../router.ts";
import { core } from "../state.ts";
import { Changes } from "./changes.tsx";
import { TextOf } from "./text_of.tsx";

interface AskedProps { readonly news: PolicyNews; readonly onDone: () => void }

export function Asked({ news, onDone }: AskedProps) {
  return news.wanted === "agree" ? <Agree news={news} onDone={onDone} /> : <Told news={news} onDone={onDone} />;
}

const whole = (version: number): string => `/privacy/${version}?lang=${language.value}`;

function Agree({ news, onDone }: AskedProps) {
  const { agreed, steps, version } = news;
  return <Dialog title={t(agreed ? "policy-changed-title" : "policy-first-title")} onClose={onDone}>
    <p>{t(agreed ? "policy-changed-lead" : "policy-first-lead")}</p>
    {agreed ? <>
      <p class="quiet">{t("policy-agreed", { version: agreed.version, day: dateText(agreed.at) })}</p>
      {steps.map((step) => <section key={step.version} class="policy-step">
        <h3>{t("policy-version", { version: step.version, day: dateText(Date.parse(step.day)) })}</h3>
        <p dir="auto">{step.note}</p>
        {step.changes.length > 0 && <details open={steps.length === 1}><summary>{t("policy-what-changed")}</summary><Changes changes={step.changes} /></details>}
      </section>)}
    </> : <section class="policy-step"><h3>{t("policy-minute")}</h3><TextOf text={news.summary} /></section>}
    <p class="actions">
      <Action kind="primary" run={async () => { await core.agreeToPolicy(version); onDone(); }}>{t("policy-agree")}</Action>
      <a class="button button-quiet" href={whole(version)} target="_blank" rel="noreferrer">{t("policy-read")}</a>
    </p>
    <h3>{t("policy-otherwise")}</h3>
    <p>{t("policy-otherwise-text")}</p>
    <Otherwise onDone={onDone} />
  </Dialog>;
}

function Otherwise({ onDone }: { readonly onDone: () => void }) {
  const afterwards = useAfterwards();
  const leave = (): void => {
    afterwards(() => go("/app/settings"));
    onDone();
  };
  return <p class="actions">
    <button type="button" class="button button-quiet" onClick={leave}>{t("policy-leave")}</button>
    <button type="button" class="button button-quiet" onClick={onDone}>{t("policy-later")}</button>
  </p>;
}

function Told({ news, onDone }: AskedProps) {
  const [newest] = news.steps;
  const from = Math.max(1, (news.steps.at(-1)?.version ?? 1) - 1);
  const done = async (): Promise<void> => {
    await core.sawPolicy(news.version);
    document.getElementById("main")?.focus();
    onDone();
  };
  return <aside class="frame" aria-label={t("policy-told-label")}><div class="newer">
    <p role="status">{t("policy-told")} <bdi>{newest?.note}</bdi></p>
    <p class="actions"><Action run={done}>{t("policy-fine")}</Action> <a class="button button-quiet" href={`/privacy/changes?from=${from}&to=${news.version}&lang=${language.value}`} target="_blank" rel="noreferrer">{t("policy-what-changed")}</a></p>
  </div></aside>;
}
