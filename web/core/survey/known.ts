/** Surveys as this device knows them: what it was shown, whether the key log has it so, and the roots of what was released. */
import type { Id } from "../api.ts";
import { fromBase64url, toBase64url, toHex } from "../bytes.ts";
import type { DeviceStore } from "../context.ts";
import { type Survey as WireSurvey, SurveyState as WireState } from "../gen/alcove/v1/survey_pb.ts";
import type { Survey, SurveyDefinition, SurveyState, SurveyToAnswer } from "../survey_api.ts";
import { readDefinition } from "./definition.ts";
import { load, loadAll, type Write, writing } from "./on_device.ts";

export interface Known extends Survey {
  readonly ballotKey: Uint8Array;
  readonly refused?: NonNullable<SurveyToAnswer["refused"]>;
}

interface Kept {
  readonly definition: string;
  readonly ballotKey: string;
  readonly state: SurveyState;
  readonly hasResults: boolean;
  readonly refused?: NonNullable<SurveyToAnswer["refused"]>;
}

export function stateOf(state: WireState): SurveyState {
  switch (state) {
    case WireState.COMING: return "coming";
    case WireState.OPEN: return "open";
    case WireState.TOO_FEW: return "too-few";
    case WireState.CLOSED:
    case WireState.UNSPECIFIED: return "closed";
  }
}

/** What the server shows, as it must be kept to be compared; undefined where it is no survey. */
export function shownOf(survey: WireSurvey | undefined): { readonly id: Id; readonly definition: SurveyDefinition; readonly source: Uint8Array; readonly wire: WireSurvey } | undefined {
  const definition = survey && readDefinition(survey.definition);
  return survey && definition && survey.surveyId.length === 16 ? { id: toHex(survey.surveyId), definition, source: survey.definition, wire: survey } : undefined;
}

export function keepKnown({ definition, ballotKey, surveyId, state, hasResults }: WireSurvey, refused: Known["refused"] | undefined): Write {
  const kept: Kept = { definition: toBase64url(definition), ballotKey: toBase64url(ballotKey), state: stateOf(state), hasResults, ...(refused ? { refused } : {}) };
  return writing("known", toHex(surveyId), kept);
}

function knownOf(id: Id, { definition, ballotKey, ...rest }: Kept): readonly Known[] {
  const read = readDefinition(fromBase64url(definition));
  return read ? [{ id, definition: read, ballotKey: fromBase64url(ballotKey), ...rest }] : [];
}

export async function loadKnown(store: DeviceStore, id: Id): Promise<Known | undefined> {
  const kept = await load<Kept>(store, "known", id);
  return kept && knownOf(id, kept)[0];
}

export async function allKnown(store: DeviceStore): Promise<readonly Known[]> {
  return [...(await loadAll<Kept>(store, "known"))].flatMap(([id, kept]) => knownOf(id, kept));
}

export const loadRoots = async (store: DeviceStore, id: Id): Promise<readonly string[]> => (await load<readonly string[]>(store, "roots", id)) ?? [];
