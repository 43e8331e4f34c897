import { useState } from "preact/hooks";
import type { Account } from "../../core/api.ts";
import { t } from "../i18n.ts";
import { Field } from "../kit/fields.tsx";
import { Form } from "../kit/form.tsx";
import { core } from "../state.ts";

/** What one is called; the login name stays as it is. */
export function NamePart({ account }: { readonly account: Account }) {
  const [name, setName] = useState(account.displayName);
  return <Form kind="quiet" submit={t("save")} run={() => core.setDisplayName(name)} doneText={t("saved")}>
    <Field label={t("own-name")} hint={t(`own-name-hint-${account.role}`)} codes={["pseudonym_empty", "pseudonym_too_long"]} value={name} onValue={setName} />
  </Form>;
}
