/** First set-up of a practice: one thing at a time, and nothing typed is lost on the way back. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { Practice } from "../../core/api.ts";
import { draftOf } from "../drafts.ts";
import { countryName, languageName, listText, t } from "../i18n.ts";
import { Form } from "../kit/form.tsx";
import { Screen, Steps } from "../kit/screen.tsx";
import { codeOf, core, learnPracticeName } from "../state.ts";
import { CrisisPart } from "./crisis_part.tsx";
import { check, stepOf, STEPS, type Step } from "./settings_checks.ts";
import { ContactPart, JurisdictionPart, LanguagesPart, NamePart } from "./settings_fields.tsx";

interface Begun {
  readonly practice: Practice;
  readonly numbersChecked: boolean;
  readonly step: Step;
  /** Why the server led back to this step. */
  readonly refused?: string;
}

const begun = draftOf<Begun>();

export function Wizard({ practice, onSaved }: { readonly practice: Practice; readonly onSaved: () => Promise<void> }) {
  const now = begun.value ?? { practice, numbersChecked: false, step: STEPS[0] };
  const at = STEPS.indexOf(now.step);
  const change = (changed: Partial<Begun>) => { begun.value = { ...now, ...changed }; };
  const goTo = (step: Step, refused?: string) => change({ step, refused });
  const run = async () => {
    check(now.step, now.practice, now.numbersChecked);
    const next = STEPS[at + 1];
    if (next) return goTo(next);
    try {
      await core.updatePractice(now.practice);
    } catch (error) {
      const step = stepOf(codeOf(error));
      if (!step) throw error;
      return goTo(step, codeOf(error));
    }
    begun.value = undefined;
    await learnPracticeName();
    await onSaved();
  };
  return <Screen title={t("set-up-title")} lead={at === 0 ? t("set-up-lead") : undefined}>
    <Steps names={STEPS.map((step) => t(`set-up-${step}`))} at={at} />
    <Form key={`${now.step} ${now.refused ?? ""}`} submit={t(now.step === "review" ? "set-up-finish" : "continue")} run={run} refused={now.refused}
      aside={at > 0 && <button type="button" class="button button-quiet" onClick={() => goTo(STEPS[at - 1]!)}>{t("back")}</button>}>
      <StepHeading step={now.step} />
      <StepFields now={now} change={change} goTo={goTo} />
    </Form>
  </Screen>;
}

/** Takes the focus when the step changes, but not from the screen's own heading at first. */
function StepHeading({ step }: { readonly step: Step }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const [first] = useState(document.activeElement === document.body || document.activeElement?.tagName === "H1");
  useEffect(() => {
    if (first) return;
    scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, []);
  return <h2 tabIndex={-1} ref={heading}>{t(`set-up-${step}-title`)}</h2>;
}

interface StepFieldsProps {
  readonly now: Begun;
  readonly change: (changed: Partial<Begun>) => void;
  readonly goTo: (step: Step) => void;
}

function StepFields({ now, change, goTo }: StepFieldsProps) {
  const part = { practice: now.practice, onPractice: (practice: Practice) => change({ practice }) };
  switch (now.step) {
    case "name": return <NamePart {...part} />;
    case "languages": return <LanguagesPart {...part} />;
    case "contact": return <><p>{t("set-up-contact-text")}</p><ContactPart {...part} /></>;
    case "jurisdiction": return <JurisdictionPart {...part} />;
    case "crisis": return <CrisisPart {...part} checked={now.numbersChecked} onChecked={(numbersChecked) => change({ numbersChecked })} />;
    case "review": return <Review practice={now.practice} goTo={goTo} />;
  }
}

function Review({ practice, goTo }: { readonly practice: Practice; readonly goTo: (step: Step) => void }) {
  const contact = [practice.contactEmail, practice.contactPhone, practice.contactAddress].filter((part) => part.trim() !== "");
  const rows: readonly (readonly [Exclude<Step, "review">, readonly string[]])[] = [
    ["name", [practice.name]],
    ["languages", [listText(practice.languages.map(languageName))]],
    ["contact", contact.length > 0 ? contact : [t("contact-none")]],
    ["jurisdiction", [countryName(practice.jurisdiction)]],
    ["crisis", [t("review-emergency", { number: practice.emergencyNumber }), ...practice.crisisLines.map(({ name, number, url }) => `${name} · ${number || url}`)]],
  ];
  return <>
    <p>{t("review-text")}</p>
    <dl class="facts card">{rows.map(([step, lines]) => <div key={step} class="review-row">
      <dt>{t(`set-up-${step}`)}</dt>
      <dd>{lines.map((line, i) => <p key={i} class="written" dir="auto">{line}</p>)}</dd>
      <dd><button type="button" class="button button-quiet button-small" aria-label={t("review-change-of", { part: t(`set-up-${step}`) })} onClick={() => goTo(step)}>{t("change")}</button></dd>
    </div>)}</dl>
  </>;
}
