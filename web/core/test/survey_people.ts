/** What tests of surveys share: drafts, and cores whose way to the server is watched and turned hostile. */
import type { ClosableCore } from "../core.ts";
import { createCore } from "../core.ts";
import type { DeviceStore } from "../context.ts";
import { reaching } from "../node.ts";
import { createMemoryStore } from "../storage.ts";
import type { Core, Id } from "../api.ts";
import type { ResponseState, SurveyAudience, SurveyDraft } from "../survey_api.ts";
import { until } from "./patience.ts";
import { quickOpaque } from "./quick_opaque.ts";
import type { TestServer } from "./server.ts";

const DAY = 86_400_000;
export const dayIn = (days: number): string => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);
const t = (en: string, de = `${en} (de)`) => ({ en, de });

/** All kinds of questions, one of them asked of some only. */
export function draftFor(audience: SurveyAudience, more: Partial<SurveyDraft> = {}): SurveyDraft {
  return {
    languages: ["en", "de"], title: t("How was it?"), introduction: t("So that we do better."), owner: "Dr Reed", audience,
    opens: dayIn(0), closes: dayIn(14), smallest: 5, release: "close", publicResults: true,
    questions: [
      { id: "q1", kind: "choice", text: t("Would you come again?"), required: true, options: [t("Yes"), t("No")] },
      { id: "q2", kind: "text", text: t("Why not?"), required: false, when: { question: "q1", anyOf: [1] } },
      { id: "q3", kind: "scale", text: t("How likely would you recommend it?"), required: false, from: 0, to: 10, low: t("not at all"), high: t("very") },
      { id: "q4", kind: "several", text: t("What helped?"), required: false, options: [t("Talking"), t("Writing"), t("Waiting")] },
      { id: "q5", kind: "matrix", text: t("How was …"), required: false, rows: [t("the app"), t("the talk")], columns: [t("good"), t("bad")] },
      { id: "q6", kind: "dates", text: t("When?"), required: false },
      { id: "q7", kind: "text", text: t("Anything else?"), hint: t("No names, please."), required: false },
    ],
    scores: [{ kind: "nps", name: t("Recommended"), questions: ["q3"] }],
    ...more,
  };
}

export interface Seen {
  /** "SurveyService/Answer" */
  readonly method: string;
  readonly apart: boolean;
  readonly authorized: boolean;
  readonly body: Uint8Array;
}

/** What a hostile network or server makes of a call: undefined lets it be; "lost": it arrives, and its answer does not. */
export type Meddling = (seen: Seen, answer: Uint8Array) => Uint8Array | "lost" | undefined;

export interface Watched {
  readonly core: ClosableCore;
  readonly seen: readonly Seen[];
  meddle: Meddling;
}

/** A core whose calls are seen as the server sees them. */
export function watched(server: TestServer, more: { readonly store?: DeviceStore; readonly now?: () => number; readonly chance?: () => number } = {}): Watched {
  const { fetch = globalThis.fetch, apart = globalThis.fetch, ...rest } = reaching(server.baseUrl, server.ca);
  const seen: Seen[] = [];
  const made: { core?: ClosableCore; meddle: Meddling } = { meddle: () => undefined };
  const through = (by: typeof globalThis.fetch, isApart: boolean): typeof globalThis.fetch => async (input, init) => {
    const call = { method: new URL(String(input)).pathname.replace("/alcove.v1.", ""), apart: isApart, authorized: new Headers(init?.headers).has("Authorization"), body: init?.body as Uint8Array };
    seen.push(call);
    const answer = await by(input, init);
    if (!answer.ok) return answer;
    const body = new Uint8Array(await answer.arrayBuffer());
    const changed = made.meddle(call, body);
    if (changed === "lost") throw new TypeError("fetch failed");
    return new Response(Buffer.from(changed ?? body), { status: answer.status, headers: answer.headers });
  };
  const core = createCore({ chance: () => 0, ...more, ...rest, store: more.store ?? createMemoryStore(), fetch: through(fetch, false), apart: through(apart, true), opaque: quickOpaque });
  return { core, seen, get meddle() { return made.meddle; }, set meddle(next) { made.meddle = next; } };
}

/** Waits until a response is in one of these states. */
export const became = (core: Core, id: Id, ...wanted: readonly ResponseState["state"][]): Promise<ResponseState["state"]> =>
  until(async () => (await core.surveyResponse(id)).state, (state) => wanted.includes(state));
