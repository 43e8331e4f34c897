/** Surveys of a session: what one may answer, and one's own (docs/surveys.md). */
import type { CoreDeps } from "../core.ts";
import type { Transport } from "../context.ts";
import { CoreError } from "../errors.ts";
import type { Session } from "../session.ts";
import { SURVEY_METHODS, type SurveyCore } from "../survey_api.ts";

export interface SurveyArgs {
  readonly deps: Pick<CoreDeps, "baseUrl" | "fetch" | "store">;
  readonly transport: Transport;
  readonly session: Session;
  readonly now: () => number;
}

export function createSurveys(_args: SurveyArgs): SurveyCore {
  const later = async (): Promise<never> => { throw new CoreError("internal"); };
  return Object.fromEntries(SURVEY_METHODS.map((name) => [name, later])) as unknown as SurveyCore;
}
