/** What a steward says of the practice in its policy. */
import type { PolicyFacts, PolicyProcessor } from "../../core/api.ts";
import { t } from "../i18n.ts";
import { Check, Field, TextArea } from "../kit/fields.tsx";

const NOBODY: PolicyProcessor = { name: "", purpose: "", place: "" };

export function FactsFields({ facts, onFacts }: { readonly facts: PolicyFacts; readonly onFacts: (facts: PolicyFacts) => void }) {
  const set = (part: Partial<PolicyFacts>): void => onFacts({ ...facts, ...part });
  const change = (at: number, part: Partial<PolicyProcessor>): void => set({ processors: facts.processors.map((each, i) => (i === at ? { ...each, ...part } : each)) });
  return <>
    <section><h2>{t("policy-who")}</h2>
      <Field label={t("policy-controller")} hint={t("policy-controller-hint")} optional codes={["invalid_controller"]} value={facts.controller} onValue={(controller) => set({ controller })} />
      <TextArea rows={2} label={t("policy-officer")} hint={t("policy-officer-hint")} optional codes={["invalid_officer"]} value={facts.officer} onValue={(officer) => set({ officer })} />
      <TextArea rows={2} label={t("policy-authority")} hint={t("policy-authority-hint")} optional codes={["invalid_authority"]} value={facts.authority} onValue={(authority) => set({ authority })} />
    </section>
    <section><h2>{t("policy-laws")}</h2>
      <Check label={t("policy-gdpr")} checked={facts.gdpr} onChecked={(gdpr) => set({ gdpr })} />
      <Check label={t("policy-hipaa")} checked={facts.hipaa} onChecked={(hipaa) => set({ hipaa })} />
    </section>
    <section><h2>{t("policy-processors")}</h2>
      <p>{t("policy-processors-text")}</p>
      {facts.processors.length === 0 && <p class="quiet">{t("policy-processors-none")}</p>}
      {facts.processors.map((each, i) => <fieldset key={i} class="card">
        <legend>{t("policy-processor", { number: i + 1 })}</legend>
        <Field label={t("policy-processor-name")} codes={["invalid_processors"]} value={each.name} onValue={(name) => change(i, { name })} />
        <Field label={t("policy-processor-purpose")} value={each.purpose} onValue={(purpose) => change(i, { purpose })} />
        <Field label={t("policy-processor-place")} value={each.place} onValue={(place) => change(i, { place })} />
        <p class="actions"><button type="button" class="button button-quiet button-small" aria-label={t("policy-processor-remove", { number: i + 1 })} onClick={() => set({ processors: facts.processors.filter((_, at) => at !== i) })}>{t("policy-remove")}</button></p>
      </fieldset>)}
      <p class="actions"><button type="button" class="button button-quiet" onClick={() => set({ processors: [...facts.processors, NOBODY] })}>{t("policy-processor-add")}</button></p>
    </section>
  </>;
}
