/** What all steps of a request have: how far one has come, and with whom. */
import type { ComponentChildren } from "preact";
import type { Profile } from "../../core/api.ts";
import { useTop } from "../entry/parts.tsx";
import { t } from "../i18n.ts";
import { Link } from "../kit/link.tsx";
import { Screen, Steps } from "../kit/screen.tsx";
import { PersonHead } from "./person.tsx";
import { type Step, stepPath, STEPS } from "./steps.ts";

interface StepScreenProps {
  readonly step: Step;
  readonly profile: Profile;
  readonly lead: string;
  readonly children: ComponentChildren;
}

export function StepScreen({ step, profile, lead, children }: StepScreenProps) {
  useTop();
  const back = step === "protection" ? { to: "/app/start", text: t("everybody") } : undefined;
  return <Screen title={t(`start-${step}-title`)} lead={lead} back={back}>
    <Steps names={STEPS.map((each) => t(`start-step-${each}`))} at={STEPS.indexOf(step)} />
    <div class="start-with"><PersonHead profile={profile}><p class="person-name"><bdi>{profile.displayName}</bdi></p></PersonHead></div>
    {children}
  </Screen>;
}

/** The way back, beside the way on. */
export function BackButton({ step, profile: { accountId } }: { readonly step: Exclude<Step, "protection">; readonly profile: Profile }) {
  return <Link class="button button-quiet" to={stepPath(accountId, STEPS[STEPS.indexOf(step) - 1] ?? "protection")}>{t("back")}</Link>;
}
