/** The one-time codes, shown once after the first passkey was added. */
import { useEffect, useState } from "preact/hooks";
import { useTop } from "../entry/parts.tsx";
import { t } from "../i18n.ts";
import { Check, CopyButton } from "../kit/fields.tsx";
import { Form } from "../kit/form.tsx";
import { Screen } from "../kit/screen.tsx";
import { leaving } from "../router.ts";
import { oneTimeCodes, session } from "../state.ts";
import { goToFirst } from "./second_factor.tsx";

const ask = (event: BeforeUnloadEvent) => { if (!leaving.value) event.preventDefault(); };

export function OneTimeCodes({ codes }: { readonly codes: readonly string[] }) {
  const [kept, setKept] = useState(false);
  useEffect(() => {
    addEventListener("beforeunload", ask);
    return () => removeEventListener("beforeunload", ask);
  }, []);
  const run = async () => {
    if (!kept) throw { code: "codes_not_kept" };
    const now = session.value;
    if (now?.state === "ready") await goToFirst(now.account.role);
    oneTimeCodes.value = undefined;
  };
  useTop();
  return <Screen title={t("one-time-codes-title")} lead={t("one-time-codes-text")}>
    <div class="card sheet">
      <p class="sheet-title">{t("one-time-codes-sheet")}</p>
      <ol class="codes">{codes.map((code) => <li key={code}><code dir="ltr">{code}</code></li>)}</ol>
    </div>
    <p class="actions no-print">
      <CopyButton text={codes.join("\n")} />
      <button type="button" class="button button-quiet" onClick={() => print()}>{t("print")}</button>
    </p>
    <p class="no-print">{t("one-time-codes-where")}</p>
    <Form submit={t("continue")} run={run}>
      <Check label={t("codes-kept")} checked={kept} onChecked={setKept} />
    </Form>
  </Screen>;
}
