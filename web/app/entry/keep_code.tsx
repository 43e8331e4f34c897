/** The recovery code: shown once, to write down, then asked back, because it is the only way back in. */
import { Fragment } from "preact";
import { useEffect, useState } from "preact/hooks";
import { t } from "../i18n.ts";
import { CodeField, CopyButton } from "../kit/fields.tsx";
import { Form } from "../kit/form.tsx";
import { Screen, Steps } from "../kit/screen.tsx";
import { noTrace } from "../nearby/trace.ts";
import { go, goToWanted, leaving } from "../router.ts";
import { core, newRecoveryCode, type NewRecoveryCode } from "../state.ts";
import { HiddenName, HiddenPassphrase, useTop } from "./parts.tsx";

const ask = (event: BeforeUnloadEvent) => { if (!leaving.value) event.preventDefault(); };

export function KeepRecoveryCode(made: NewRecoveryCode) {
  const [written, setWritten] = useState(false);
  const [typed, setTyped] = useState("");
  useEffect(() => {
    addEventListener("beforeunload", ask);
    return () => removeEventListener("beforeunload", ask);
  }, []);
  const check = async () => {
    if (!(await core.confirmRecoveryCode(typed))) throw { code: "recovery_code_differs" };
    newRecoveryCode.value = undefined;
    if (made.after === "settings") go("/app/settings");
    else goToWanted();
  };
  return written
    ? <AskBack key="ask" after={made.after} typed={typed} onTyped={setTyped} check={check} onLook={() => setWritten(false)} />
    : <Show key="show" made={made} onWritten={() => setWritten(true)} />;
}

function After({ after, check }: { readonly after: NewRecoveryCode["after"]; readonly check: boolean }) {
  const before = { "sign-up": ["step-choose"], recovery: ["step-code", "step-passphrase"], settings: [] }[after];
  return <Steps names={[...before, "step-keep", "step-check"].map((id) => t(id))} at={before.length + (check ? 1 : 0)} />;
}

function Show({ made: { code, loginName, passphrase, after }, onWritten }: { readonly made: NewRecoveryCode; readonly onWritten: () => void }) {
  useTop();
  return <Screen title={t("keep-title")} lead={t("keep-lead")}>
    <After after={after} check={false} />
    <div class="card sheet">
      <p class="sheet-title">{t("keep-sheet")}</p>
      <dl class="facts">
        <div><dt>{t("login-name")}</dt><dd><code dir="auto">{loginName}</code></dd></div>
        <div><dt>{t("recovery-code")}</dt><dd><Groups code={code} /></dd></div>
      </dl>
    </div>
    <p class="actions no-print">
      <CopyButton text={`${t("login-name")}: ${loginName}\n${t("recovery-code")}: ${code}`} />
      <button type="button" class="button button-quiet" onClick={() => print()}>{t("print")}</button>
    </p>
    <ul class="points no-print">
      <li>{t("keep-paper")}</li>
      {!noTrace.value && <li>{t("keep-manager")}</li>}
      <li>{t("keep-nobody")}</li>
    </ul>
    <p class="notice notice-clay no-print">{t("keep-shared")}</p>
    <Form submit={t("keep-done")} run={async () => onWritten()}>
      {!noTrace.value && <HiddenName name={loginName} />}
      {!noTrace.value && passphrase && <HiddenPassphrase passphrase={passphrase} />}
    </Form>
  </Screen>;
}

/** Breaks between its groups only. */
function Groups({ code }: { readonly code: string }) {
  const groups = code.split("-");
  return <code class="groups" dir="ltr">{groups.map((group, i) => <Fragment key={i}><span>{group}{i < groups.length - 1 ? "-" : ""}</span><wbr /></Fragment>)}</code>;
}

interface AskBackProps {
  readonly after: NewRecoveryCode["after"];
  readonly typed: string;
  readonly onTyped: (typed: string) => void;
  readonly check: () => Promise<void>;
  readonly onLook: () => void;
}

function AskBack({ after, typed, onTyped, check, onLook }: AskBackProps) {
  useTop();
  return <Screen title={t("check-title")} lead={t("check-lead")}>
    <After after={after} check />
    <Form submit={t("continue")} run={check} aside={<button type="button" class="button button-quiet" onClick={onLook}>{t("look-again")}</button>}>
      <CodeField label={t("recovery-code-again")} hint={t("recovery-code-hint")} codes={["recovery_code_differs"]} value={typed} onValue={onTyped} />
    </Form>
  </Screen>;
}
