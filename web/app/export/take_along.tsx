/** Taking a conversation along as a file. */
import { useState } from "preact/hooks";
import { t } from "../i18n.ts";
import { type Choice, NO_CHOICE, PassphraseChoice } from "../entry/passphrase_choice.tsx";
import { Dialog } from "../kit/dialog.tsx";
import { Check, Field, Radios } from "../kit/fields.tsx";
import { Form } from "../kit/form.tsx";
import { core } from "../state.ts";

const WAYS = ["passphrase", "recipient", "plain"] as const;
type Way = (typeof WAYS)[number];

export function TakeAlongPart({ id }: { readonly id: string }) {
  const [asking, setAsking] = useState(false);
  return <section aria-labelledby="take-along-heading">
    <h3 id="take-along-heading">{t("take-along-title")}</h3>
    <p>{t("take-along-text")}</p>
    <p class="actions"><button type="button" class="button button-quiet" onClick={() => setAsking(true)}>{t("take-along")}</button></p>
    {asking && <TakeAlong id={id} onClose={() => setAsking(false)} />}
  </section>;
}

function TakeAlong({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const [way, setWay] = useState<Way>("passphrase");
  const [choice, setChoice] = useState<Choice>(NO_CHOICE);
  const [recipient, setRecipient] = useState("");
  const [known, setKnown] = useState(false);
  const run = async () => {
    if (way === "plain" && !known) throw { code: "plain_not_confirmed" };
    // Rarely needed, so loaded only now.
    const { archiveOf, save } = await import("./archive.ts");
    const exported = await core.exported(id);
    const archive = archiveOf(exported);
    const name = `alcove-${new Date(exported.at).toISOString().slice(0, 10)}.zip`;
    if (way === "plain") return save(archive, name);
    const lock = way === "passphrase" ? { passphrase: choice.value } : { recipient };
    save(await core.lockExport(archive, lock), `${name}.age`);
  };
  return <Dialog title={t("take-along")} onClose={onClose}>
    <Form submit={t("take-along-submit")} run={run} busyText={t("take-along-busy")} doneText={t("take-along-done")}
      aside={<button type="button" class="button button-quiet" onClick={onClose}>{t("close")}</button>}>
      <Radios legend={t("take-along-lock")} value={way} onValue={(value) => setWay(value as Way)}
        options={WAYS.map((value) => ({ value, text: t(`take-along-${value}`), hint: t(`take-along-${value}-hint`) }))} />
      {way === "passphrase" && <PassphraseChoice choice={choice} onChoice={setChoice} />}
      {way === "recipient" && <Field mono label={t("take-along-recipient-field")} codes={["recipient_invalid"]} value={recipient} onValue={setRecipient} />}
      {way === "plain" && <div class="notice notice-danger">
        <p>{t("take-along-plain-warning")}</p>
        <Check label={t("take-along-plain-known")} codes={["plain_not_confirmed"]} checked={known} onChecked={setKnown} />
      </div>}
    </Form>
  </Dialog>;
}
