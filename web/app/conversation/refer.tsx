/** Practitioner: leads a client on to a colleague. */
import { useState } from "preact/hooks";
import type { Profile } from "../../core/api.ts";
import { listText, t } from "../i18n.ts";
import { Dialog } from "../kit/dialog.tsx";
import { Radios, TextArea } from "../kit/fields.tsx";
import { Form } from "../kit/form.tsx";
import { Fetched } from "../kit/fetched.tsx";
import { core, session } from "../state.ts";

interface ReferProps {
  readonly id: string;
  readonly name: string;
  readonly onClose: () => void;
}

async function colleagues(): Promise<readonly Profile[]> {
  const now = session.value;
  const me = now?.state === "ready" ? now.account.accountId : "";
  return (await core.profiles({ acceptingOnly: true })).filter((profile) => profile.accountId !== me);
}

export function Refer({ id, name, onClose }: ReferProps) {
  return <Dialog title={t("refer-title", { name })} onClose={onClose}>
    <Fetched from={colleagues}>{(profiles) => (profiles.length === 0
      ? <p>{t("refer-nobody")}</p>
      : <ReferForm id={id} name={name} profiles={profiles} onClose={onClose} />)}</Fetched>
  </Dialog>;
}

function ReferForm({ id, name, profiles, onClose }: ReferProps & { readonly profiles: readonly Profile[] }) {
  const [to, setTo] = useState(profiles[0]?.accountId ?? "");
  const [text, setText] = useState(() => t("refer-starter", { name }));
  const options = profiles.map(({ accountId, displayName, profession, specialities }) => ({
    value: accountId, text: displayName, hint: [profession, listText(specialities.map((key) => t(`speciality-${key}`)))].filter(Boolean).join(" · "),
  }));
  return <>
    <p>{t("refer-text", { name })}</p>
    <Form submit={t("refer-submit")} run={async () => { await core.refer(id, to, text); onClose(); }} aside={<button type="button" class="button button-quiet" onClick={onClose}>{t("cancel")}</button>}>
      <Radios legend={t("refer-to")} options={options} value={to} onValue={setTo} />
      <TextArea label={t("refer-words")} rows={5} value={text} onValue={setText} codes={["message_too_long"]} />
    </Form>
  </>;
}
