/** How the policy will be, what is new in it, and publishing it. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { PolicyFacts, PolicyPreview } from "../../core/api.ts";
import { draftOf } from "../drafts.ts";
import { t } from "../i18n.ts";
import { Check, TextArea } from "../kit/fields.tsx";
import { Form } from "../kit/form.tsx";
import { core } from "../state.ts";
import { Changes } from "./changes.tsx";
import { TextOf } from "./text_of.tsx";

const written = draftOf<string>();

interface PublishProps { readonly preview: PolicyPreview; readonly facts: PolicyFacts; readonly onBack: () => void; readonly onPublished: (version: number) => void }

export function Publish({ preview, facts, onBack, onPublished }: PublishProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const [matters, setMatters] = useState(preview.matters);
  useEffect(() => heading.current?.focus(), []);
  const back = <button type="button" class="button button-quiet" onClick={onBack}>{t("policy-back")}</button>;
  const publish = async (): Promise<void> => {
    const version = await core.publishPolicy({ base: preview.base, facts, note: written.value ?? "", matters });
    written.value = undefined;
    onPublished(version);
  };
  return <>
    <section><h2 ref={heading} tabIndex={-1}>{t("policy-what-changed")}</h2>
      {preview.changed ? <Changes changes={preview.changes} /> : <p>{t("policy-nothing-new")}</p>}
    </section>
    {preview.changed ? <Form submit={t("policy-publish")} run={publish} aside={back}>
      <TextArea rows={2} label={t("policy-note")} hint={t("policy-note-hint")} codes={["invalid_note"]} value={written.value ?? ""} onValue={(text) => { written.value = text || undefined; }} />
      {preview.matters ? <p class="notice">{t("policy-matters-anyway")}</p> : <Check label={t("policy-matters")} hint={t("policy-matters-hint")} checked={matters} onChecked={setMatters} />}
    </Form> : <p class="actions">{back}</p>}
    <details class="card"><summary>{t("policy-whole")}</summary>
      {preview.sections.map((each) => <section key={each.id}><h3>{each.title}</h3><TextOf text={each.text} /></section>)}
    </details>
  </>;
}
