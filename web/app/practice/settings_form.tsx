/** The settings of a practice that is set up: all parts in one form. */
import { useState } from "preact/hooks";
import type { Practice } from "../../core/api.ts";
import { draftOf, endDraft } from "../drafts.ts";
import { t } from "../i18n.ts";
import { Form } from "../kit/form.tsx";
import { later } from "../kit/later.tsx";
import { Link } from "../kit/link.tsx";
import { Screen } from "../kit/screen.tsx";
import { MailTest } from "../mail/screens.ts";
import { core, learnPracticeName } from "../state.ts";
import { CrisisPart } from "./crisis_part.tsx";
import { checkAll } from "./settings_checks.ts";
import { ContactPart, JurisdictionPart, LanguagesPart, NamePart, RetentionPart } from "./settings_fields.tsx";

const PolicyPart = later(async () => {
  const [{ PolicyPart }, { addPolicyTexts }] = await Promise.all([import("../policy/part.tsx"), import("../policy/loaded.ts")]);
  await addPolicyTexts();
  return PolicyPart;
}, true);

const edited = draftOf<{ readonly practice: Practice; readonly numbersChecked: boolean }>();

/** Whether the numbers are those that were checked before. */
const sameNumbers = (a: Practice, b: Practice): boolean =>
  JSON.stringify([a.emergencyNumber, a.crisisLines]) === JSON.stringify([b.emergencyNumber, b.crisisLines]);

export function SettingsForm({ practice: saved, onSaved }: { readonly practice: Practice; readonly onSaved: () => Promise<void> }) {
  const { practice, numbersChecked } = edited.value ?? { practice: saved, numbersChecked: true };
  const [justSaved, setJustSaved] = useState(false);
  const change = (changed: Practice) => {
    setJustSaved(false);
    edited.value = { practice: changed, numbersChecked: numbersChecked && sameNumbers(changed, practice) };
  };
  const run = async () => {
    const sent = edited.value;
    checkAll(practice, numbersChecked);
    await core.updatePractice(practice);
    await learnPracticeName();
    await onSaved();
    setJustSaved(endDraft(edited, sent));
  };
  const part = { practice, onPractice: change };
  return <Screen title={t("practice-title")} lead={t("practice-lead")}>
    <Form submit={t("save")} run={run} doneText={justSaved ? t("saved") : ""}
      aside={edited.value && <button type="button" class="button button-quiet" onClick={() => { edited.value = undefined; }}>{t("discard-changes")}</button>}>
      <section><h2>{t("set-up-name")}</h2><NamePart {...part} /><LanguagesPart {...part} /></section>
      <section><h2>{t("set-up-contact")}</h2><p>{t("set-up-contact-text")}</p><ContactPart {...part} /></section>
      <section><h2>{t("set-up-jurisdiction")}</h2><JurisdictionPart {...part} /></section>
      <section><h2>{t("retention-bounds")}</h2><p>{t("retention-bounds-text")}</p><RetentionPart {...part} /></section>
      <section><h2>{t("set-up-crisis")}</h2>
        <CrisisPart {...part} checked={numbersChecked} onChecked={(checked) => { edited.value = { practice, numbersChecked: checked }; }} /></section>
    </Form>
    <PolicyPart />
    <MailTest />
    <section class="card part">
      <h2 class="h3">{t("breach-link-title")}</h2>
      <p>{t("breach-link-text")}</p>
      <p class="actions"><Link class="button button-quiet" to="/app/practice/breaches">{t("breach-link-open")}</Link></p>
    </section>
  </Screen>;
}
