/** Asking one practitioner for therapy, a step at a time; the browser's Back and Forward go through the steps. */
import { useEffect, useState } from "preact/hooks";
import type { ConsentText, Id, Profile } from "../../core/api.ts";
import { Fetched } from "../kit/fetched.tsx";
import { goInstead, path } from "../router.ts";
import { codeOf, core } from "../state.ts";
import { ConsentStep } from "./consent_step.tsx";
import { IntakeStep } from "./intake_step.tsx";
import { InTouch, NotNow } from "./not_now.tsx";
import { ongoingWith } from "./ongoing.ts";
import { ProtectionStep } from "./protection_step.tsx";
import { ReviewStep } from "./review_step.tsx";
import { type Step, stepOf, stepPath, STEPS } from "./steps.ts";
import { agreed, isComplete, NOTHING_WRITTEN, written } from "./written.ts";

/** What every step is given. */
export interface StepProps {
  readonly profile: Profile;
  readonly consent: ConsentText;
}

/** A practitioner's public profile, if there is one. */
async function publicProfile(id: Id): Promise<Profile | undefined> {
  if (!/^[0-9a-f]{32}$/u.test(id)) return undefined;
  try {
    return await core.profile(id);
  } catch (failure) {
    if (codeOf(failure) === "not_found") return undefined;
    throw failure;
  }
}

export function Request({ practitioner }: { readonly practitioner: Id }) {
  const [sending, setSending] = useState(false);
  return <Fetched from={() => publicProfile(practitioner)}>{(profile, change) => {
    const ongoing = ongoingWith(practitioner);
    // A request on its way is a conversation already, a moment before it is gone to.
    if (ongoing && !sending) return <InTouch conversation={ongoing} />;
    if (!profile) return <NotNow why="gone" />;
    if (!profile.accepting) return <NotNow why="closed" name={profile.displayName} />;
    if (!profile.consent) return <NotNow why="no-consent" name={profile.displayName} />;
    const again = async () => change(await publicProfile(practitioner));
    return <CurrentStep profile={profile} consent={profile.consent} onSending={setSending} onConsentChanged={again} />;
  }}</Fetched>;
}

/** The first step that is not done yet, where one further on is asked for. */
function reachable(asked: Step, practitioner: Id, consent: ConsentText): Step {
  const isAgreed = agreed.value?.practitioner === practitioner && agreed.value.version === consent.version;
  const furthest = !isAgreed ? "consent" : !isComplete(written.value ?? NOTHING_WRITTEN) ? "intake" : "review";
  return STEPS[Math.min(STEPS.indexOf(asked), STEPS.indexOf(furthest))] ?? furthest;
}

interface CurrentStepProps extends StepProps {
  readonly onSending: (sending: boolean) => void;
  readonly onConsentChanged: () => Promise<void>;
}

function CurrentStep({ onSending, onConsentChanged, ...props }: CurrentStepProps) {
  const { profile: { accountId }, consent } = props;
  const asked = stepOf(path.value);
  const step = reachable(asked, accountId, consent);
  useEffect(() => {
    if (step !== asked) goInstead(stepPath(accountId, step));
  }, [step, asked]);
  switch (step) {
    case "protection": return <ProtectionStep {...props} />;
    case "consent": return <ConsentStep {...props} />;
    case "intake": return <IntakeStep {...props} />;
    case "review": return <ReviewStep {...props} onSending={onSending} onConsentChanged={onConsentChanged} />;
  }
}
