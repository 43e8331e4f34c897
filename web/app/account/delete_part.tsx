import { useState } from "preact/hooks";
import type { Account } from "../../core/api.ts";
import { holding } from "../entry/hold.ts";
import { HiddenName } from "../entry/parts.tsx";
import { t } from "../i18n.ts";
import { Dialog } from "../kit/dialog.tsx";
import { SecretField } from "../kit/fields.tsx";
import { Form } from "../kit/form.tsx";
import { go } from "../router.ts";
import { core } from "../state.ts";
import { deleted } from "./deleted.ts";
import { useFresh, withPresent } from "./fresh.tsx";

export function DeletePart({ account }: { readonly account: Account }) {
  const [asking, setAsking] = useState(false);
  return <section class="card part card-clay">
    <h2 class="h3">{t("delete-title")}</h2>
    <p>{t("delete-text")}</p>
    <p class="actions"><button type="button" class="button button-quiet" onClick={() => setAsking(true)}>{t("delete-open")}</button></p>
    {asking && <DeleteDialog account={account} onClose={() => setAsking(false)} />}
  </section>;
}

/** What is destroyed, who is told, and the passphrase as the last word. */
function DeleteDialog({ account, onClose }: { readonly account: Account; readonly onClose: () => void }) {
  const [passphrase, setPassphrase] = useState("");
  const { proving, question } = useFresh(account.role);
  const run = async () => {
    await proving(() => withPresent(() => holding(() => core.deleteAccount(passphrase))));
    deleted.value = true;
    go("/app");
  };
  return <>
    <Dialog title={t("delete-ask")} onClose={onClose}>
      <ul class="points">
        <li>{t("delete-keys")}</li>
        {account.role !== "steward" && <li>{t("delete-told")}</li>}
        {account.role !== "steward" && <li>{t(account.role === "client" ? "delete-remains" : "delete-remains-staff")}</li>}
        <li>{t("delete-final")}</li>
      </ul>
      <Form kind="danger" submit={t("delete-submit")} run={run} busyText={t("delete-busy")} aside={<button type="button" class="button button-quiet" onClick={onClose}>{t("cancel")}</button>}>
        <HiddenName name={account.loginName} />
        <SecretField label={t("present-passphrase")} codes={["passphrase_wrong"]} value={passphrase} onValue={setPassphrase} autocomplete="current-password" />
      </Form>
    </Dialog>
    {question}
  </>;
}
