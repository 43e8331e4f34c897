/** Steward: one breach. What is known of it, the clocks, who is told, and the papers for authorities. */
import { useState } from "preact/hooks";
import { type Breach, BREACH_KINDS, BREACH_RISKS, type BreachEntry, type BreachRegister, type Id } from "../../core/api.ts";
import { draftOf } from "../drafts.ts";
import { t } from "../i18n.ts";
import { Checks, Field, Radios, TextArea } from "../kit/fields.tsx";
import { Fetched } from "../kit/fetched.tsx";
import { Form } from "../kit/form.tsx";
import { Empty, Screen } from "../kit/screen.tsx";
import { goInstead } from "../router.ts";
import { core } from "../state.ts";
import { Clocks } from "./clocks.tsx";
import { type Data, dataOf, Papers } from "./papers.tsx";
import { Telling } from "./telling.tsx";
import { TimeField } from "./time_field.tsx";

const edited = draftOf<{ readonly id: Id; readonly breach: Breach }>();

const blank = (): Breach => ({
  title: "", kind: "intruder", risk: "high", happened: "", when: "", awareAt: Date.now(), data: [], affected: "", people: 0,
  consequences: "", measures: "", contact: "", authorityAt: 0, lateReason: "", hhsAt: 0,
});

interface EntryProps { readonly id: Id | "new"; readonly register: BreachRegister; readonly onChanged: () => Promise<void> }

export function Entry({ id, register, onChanged }: EntryProps) {
  const entry = register.entries.find((each) => each.id === id);
  const back = { to: "/app/practice/breaches", text: t("breach-title") };
  if (id !== "new" && !entry?.breach) return <Screen title={t("breach-title")} back={back}><Empty title={t("breach-unreadable")} text={t("breach-unreadable-text")} /></Screen>;
  return <Screen title={entry?.breach?.title ?? t("breach-new")} {...(entry ? {} : { lead: t("breach-new-lead") })} back={back}>
    <Fetched from={dataOf}>{(data) => <>
      {entry?.breach && <Clocks breach={entry.breach} notices={register.notices.filter(({ breach }) => breach === id)} />}
      <Facts id={id} entry={entry} data={data} onChanged={onChanged} />
      {entry?.breach && <Telling entry={entry.id} breach={entry.breach} notices={register.notices.filter(({ breach }) => breach === id)} onChanged={onChanged} />}
      {entry?.breach && <Papers breach={entry.breach} data={data} notices={register.notices.filter(({ breach }) => breach === id)} />}
    </>}</Fetched>
  </Screen>;
}

function Facts({ id, entry, data, onChanged }: { readonly id: Id | "new"; readonly entry: BreachEntry | undefined; readonly data: readonly Data[]; readonly onChanged: () => Promise<void> }) {
  const breach = edited.value?.id === id ? edited.value.breach : (entry?.breach ?? blank());
  const [saved, setSaved] = useState(false);
  const change = (part: Partial<Breach>) => {
    setSaved(false);
    edited.value = { id, breach: { ...breach, ...part } };
  };
  const run = async () => {
    if (breach.title.trim() === "") throw { code: "breach_title_missing" };
    const kept = await core.putBreach(breach, entry);
    edited.value = undefined;
    if (id === "new") return goInstead(`/app/practice/breaches/${kept.id}`);
    setSaved(true);
    await onChanged();
  };
  const text = (name: "happened" | "affected" | "consequences" | "measures") =>
    <TextArea label={t(`breach-${name}`)} hint={t(`breach-${name}-hint`)} optional value={breach[name]} maxLength={4_000} onValue={(value) => change({ [name]: value })} />;
  return <section class="card part" aria-labelledby="breach-facts">
    <h2 id="breach-facts" class="h3">{t("breach-facts")}</h2>
    <p class="quiet">{t("breach-sealed-text")}</p>
    <Form submit={t("save")} run={run} doneText={saved ? t("saved") : ""}>
      <Field label={t("breach-name")} hint={t("breach-name-hint")} codes={["breach_title_missing"]} value={breach.title} maxLength={200} onValue={(title) => change({ title })} />
      <Radios legend={t("breach-kind")} options={BREACH_KINDS.map((value) => ({ value, text: t(`breach-kind-${value}`) }))} value={breach.kind}
        onValue={(value) => change({ kind: BREACH_KINDS.find((kind) => kind === value) ?? breach.kind })} />
      <TimeField label={t("breach-aware")} hint={t("breach-aware-hint")} at={breach.awareAt} onAt={(awareAt) => change({ awareAt })} />
      {text("happened")}
      <Field label={t("breach-when")} optional value={breach.when} maxLength={200} onValue={(when) => change({ when })} />
      <Checks legend={t("breach-data")} hint={t("breach-data-hint")} options={data.map(({ id: value, title }) => ({ value, text: title }))} chosen={breach.data} onChosen={(chosen) => change({ data: chosen })} />
      {text("affected")}
      <Field label={t("breach-people")} optional inputMode="numeric" value={breach.people === 0 ? "" : String(breach.people)} maxLength={7} onValue={(value) => change({ people: Number(value.replaceAll(/\D/gu, "")) })} />
      <Radios legend={t("breach-risk")} options={BREACH_RISKS.map((value) => ({ value, text: t(`breach-risk-${value}`) }))} value={breach.risk}
        onValue={(value) => change({ risk: BREACH_RISKS.find((risk) => risk === value) ?? breach.risk })} />
      {text("consequences")}
      {text("measures")}
      <Field label={t("breach-contact")} optional value={breach.contact} maxLength={300} onValue={(contact) => change({ contact })} />
      <TimeField label={t("breach-authority-at")} optional at={breach.authorityAt} onAt={(authorityAt) => change({ authorityAt })} />
      <TextArea label={t("breach-late")} hint={t("breach-late-hint")} optional value={breach.lateReason} maxLength={4_000} rows={2} onValue={(lateReason) => change({ lateReason })} />
      <TimeField label={t("breach-hhs-at")} optional at={breach.hhsAt} onAt={(hhsAt) => change({ hhsAt })} />
    </Form>
  </section>;
}
