/** Being told by e-mail that something is new: off until somebody switches it on, and confirms the address. */
import { useState } from "preact/hooks";
import type { MailChoice } from "../../core/api.ts";
import { language, t } from "../i18n.ts";
import { Fetched } from "../kit/fetched.tsx";
import { Field } from "../kit/fields.tsx";
import { Action, Form } from "../kit/form.tsx";
import { core } from "../state.ts";

type Change = (choice: MailChoice) => void;

export function MailPart() {
  return <Fetched from={() => core.mail()}>{(choice, change) => choice.available && <section class="card part" aria-labelledby="mail-heading">
    <h2 id="mail-heading" class="h3">{t("mail-title")}</h2>
    <p>{t("mail-text")}</p>
    <Reveals />
    <Now choice={choice} change={change} />
  </section>}</Fetched>;
}

/** What mail tells others, before somebody decides. */
function Reveals() {
  return <details>
    <summary>{t("mail-reveals")}</summary>
    <ul>
      <li>{t("mail-reveals-inbox")}</li>
      <li>{t("mail-reveals-provider")}</li>
      <li>{t("mail-reveals-practice")}</li>
    </ul>
  </details>;
}

function Now({ choice, change }: { readonly choice: MailChoice; readonly change: Change }) {
  const off = async () => { await core.removeMail(); change({ ...choice, state: "none" }); };
  switch (choice.state) {
    case "on": return <>
      <p role="status"><strong>{t("mail-on")}</strong></p>
      <p class="actions"><Action run={off}>{t("mail-off")}</Action></p>
    </>;
    case "asked": return <Code onOn={() => change({ ...choice, state: "on" })} onOff={off} />;
    case "refused":
    case "stopped": return <>
      <p class="notice notice-clay" role="status">{t(`mail-${choice.state}`)}</p>
      <Address onAsked={() => change({ ...choice, state: "asked" })} />
    </>;
    case "none": return <Address onAsked={() => change({ ...choice, state: "asked" })} />;
    default: return choice.state satisfies never;
  }
}

function Address({ onAsked }: { readonly onAsked: () => void }) {
  const [address, setAddress] = useState("");
  return <Form kind="quiet" submit={t("mail-send-code")} run={async () => { await core.setMail(address, language.value); onAsked(); }}>
    <Field label={t("mail-address")} hint={t("mail-address-hint")} inputMode="email" maxLength={254} codes={["mail_address_invalid", "malformed_address"]} value={address} onValue={setAddress} />
  </Form>;
}

function Code({ onOn, onOff }: { readonly onOn: () => void; readonly onOff: () => Promise<void> }) {
  const [code, setCode] = useState("");
  return <>
    <p role="status">{t("mail-asked")}</p>
    <Form submit={t("mail-confirm")} run={async () => { await core.confirmMail(code); onOn(); }} aside={<Action run={onOff}>{t("mail-other-address")}</Action>}>
      <Field label={t("mail-code")} inputMode="numeric" autocomplete="one-time-code" maxLength={12} codes={["mail_code_wrong"]} value={code} onValue={setCode} />
    </Form>
  </>;
}
