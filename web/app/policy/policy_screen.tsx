/** Steward: what the policy says of the practice; looked at before it is published. */
import { useState } from "preact/hooks";
import type { PolicyFacts, PolicyPreview } from "../../core/api.ts";
import { draftOf } from "../drafts.ts";
import { language, t } from "../i18n.ts";
import { Fetched } from "../kit/fetched.tsx";
import { Form } from "../kit/form.tsx";
import { Screen } from "../kit/screen.tsx";
import { core } from "../state.ts";
import { FactsFields } from "./facts_fields.tsx";
import { Publish } from "./publish.tsx";

const edited = draftOf<PolicyFacts>();

export function PolicyScreen() {
  const [preview, setPreview] = useState<PolicyPreview | undefined>(undefined);
  const [published, setPublished] = useState(0);
  const done = (version: number): void => {
    edited.value = undefined;
    setPreview(undefined);
    setPublished(version);
  };
  return <Screen title={t("policy-title")} lead={t("policy-lead")} back={{ to: "/app/practice", text: t("practice-title") }}>
    <Fetched from={() => core.policy(language.value)} moment={String(published)}>{(now) => {
      const facts = edited.value ?? now.facts;
      if (preview) return <Publish preview={preview} facts={facts} onBack={() => setPreview(undefined)} onPublished={done} />;
      return <>
        <p role="status">{published > 0 && t("policy-published", { version: published })}</p>
        <Form submit={t("policy-preview")} run={async () => setPreview(await core.previewPolicy(facts, language.value))}
          aside={edited.value && <button type="button" class="button button-quiet" onClick={() => { edited.value = undefined; }}>{t("discard-changes")}</button>}>
          <FactsFields facts={facts} onFacts={(next) => { edited.value = next; }} />
        </Form>
      </>;
    }}</Fetched>
  </Screen>;
}
