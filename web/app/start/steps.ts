/** The steps from a practitioner chosen to a request sent, a path each. Texts: `start-step-<step>` and `start-<step>-title`. */
import type { Id } from "../../core/api.ts";

export const STEPS = ["protection", "consent", "intake", "review"] as const;
export type Step = (typeof STEPS)[number];

export const stepPath = (practitioner: Id, step: Step): string => (step === "protection" ? `/app/start/${practitioner}` : `/app/start/${practitioner}/${step}`);

/** The step that a path of the app is about. */
export function stepOf(path: string): Step {
  const last = path.split("/")[4];
  return STEPS.find((step) => step === last) ?? "protection";
}
