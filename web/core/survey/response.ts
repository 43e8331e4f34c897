/**
 * One's own response: begun, sealed and signed, kept on the device until it leaves, sent
 * on a way of its own (apart.ts) at a random moment (leaving.ts), withdrawn. Nothing of
 * it goes into the vault or the history, and no call with a session follows from it: what
 * became of it this device alone knows.
 */
import type { Id } from "../api.ts";
import { fromBase64url, fromHex, toBase64url, toHex } from "../bytes.ts";
import type { DeviceStore } from "../context.ts";
import type { KeyPair } from "../device_credential.ts";
import { CoreError, hasCode } from "../errors.ts";
import { turns } from "../in_turn.ts";
import { sealTo } from "../sealed.ts";
import type { ResponseState, SurveyAnswers, SurveyDefinition } from "../survey_api.ts";
import { isValid, toBeSealed, writeResponse } from "./answers.ts";
import type { Apart } from "./apart.ts";
import { endOf } from "./definition.ts";
import { createLeaving, delayOf, OVERDUE, type Refusal, type Wait, waitBefore } from "./leaving.ts";
import { load, loadAll, writing } from "./on_device.ts";

/** A ballot that was signed, with the key that answers. */
export interface OwnBallot {
  readonly key: KeyPair;
  readonly randomizer: Uint8Array;
  readonly signature: Uint8Array;
}

interface KeptRequest {
  readonly randomizer: string;
  /** Of the ballot, by the server. */
  readonly ballot: string;
  readonly sealed: string;
  readonly signature: string;
}

/** What the respondent keeps of it. */
export interface KeptResponse {
  readonly state: "waiting" | Exclude<ResponseState["state"], "none" | "begun" | "waiting">;
  /** Of the ballot, hex: with it the response can be withdrawn. */
  readonly privateKey: string;
  readonly publicKey: string;
  /** By which it is found in a batch, hex. */
  readonly leaf: string;
  /** What is sent, in base64url; until the server took it. */
  readonly request?: KeptRequest;
  /** When it leaves, and by when at the latest, ms since 1970. */
  readonly due: number;
  readonly by: number;
  /** It may have reached the server. */
  readonly tried?: true;
  /** In which batch it was found. */
  readonly batch?: number;
}

export interface Responses {
  state(id: Id): Promise<ResponseState>;
  kept(id: Id): Promise<KeptResponse | undefined>;
  begun(id: Id): Promise<SurveyAnswers>;
  keepBegun(id: Id, answers: SurveyAnswers): Promise<void>;
  answer(answering: Answering): Promise<ResponseState>;
  withdraw(id: Id): Promise<void>;
  foundIn(id: Id, batch: number): Promise<void>;
  /** Takes up what waits since an earlier start. */
  wake(): Promise<void>;
  stop(): void;
}

export interface Answering {
  readonly id: Id;
  readonly definition: SurveyDefinition;
  readonly ballot: OwnBallot;
  readonly answers: SurveyAnswers;
  readonly language: string;
  readonly wait: Wait;
}

/** Bytes that fit the largest bucket that the server takes, with the mark of padding behind them. */
const MOST_CONTENT = 65_535;

const BECAME: Readonly<Record<Refusal, KeptResponse["state"]>> = {
  survey_closed: "late", survey_not_found: "late", survey_ballot_used: "elsewhere", survey_ballot_invalid: "refused", survey_carries_session: "refused",
};

export interface ResponseArgs {
  readonly store: DeviceStore;
  readonly apart: Apart;
  readonly now: () => number;
  /** Uniform in [0, 1). */
  readonly chance: () => number;
}

export function createResponses({ store, apart, now, chance }: ResponseArgs): Responses {
  const leaving = createLeaving({ now, chance });
  /** One change of what is kept after another: a response is not withdrawn while it is being sent. */
  const turn = turns();
  const kept = (id: Id): Promise<KeptResponse | undefined> => load(store, "response", id);

  /** Keeps what became of it, if it is still there: somebody else may use this browser by now. */
  async function become(id: Id, before: KeptResponse, state: KeptResponse["state"]): Promise<void> {
    const { request: _left, ...rest } = before;
    if ((await kept(id))?.publicKey !== before.publicKey) return;
    await store.put([writing("response", id, { ...rest, state, tried: true }), ...(state === "sent" ? [writing("begun", id, undefined)] : [])]);
  }

  function schedule(id: Id, response: KeptResponse, due = response.due): void {
    const request = requestOf(id, response);
    if (!request) return;
    leaving.schedule(response.publicKey, due, {
      send: () => turn(async () => {
        const current = await kept(id);
        // Who logged out meanwhile keeps nothing here; it is sent all the same.
        if (current && current.leaf !== response.leaf) return;
        if (current?.state === "withdrawn") return;
        if (current && !current.tried) await store.put([writing("response", id, { ...current, tried: true })]);
        await apart.surveys.answer(request);
        if (current) await become(id, current, "sent");
      }),
      refused: (code) => turn(() => become(id, response, BECAME[code])),
    });
  }

  function refuseAgain(before: KeptResponse | undefined): void {
    if (before?.tried) throw new CoreError("survey_ballot_used");
    if (before) leaving.cancel(before.publicKey);
  }

  return {
    kept,
    async state(id) {
      const response = await kept(id);
      if (response?.state === "waiting") return { state: "waiting", by: response.by };
      if (response) return { state: response.state };
      return { state: (await load(store, "begun", id)) ? "begun" : "none" };
    },
    begun: async (id) => (await load<SurveyAnswers>(store, "begun", id)) ?? {},
    keepBegun: (id, answers) => store.put([writing("begun", id, answers)]),
    answer: (answering) => turn(async () => {
      const { id, definition, wait } = answering;
      const end = endOf(definition);
      if (end <= now()) throw new CoreError("survey_closed");
      refuseAgain(await kept(id));
      const within = waitBefore(wait, end, now());
      const made = await sealed(answering);
      const response: KeptResponse = { ...made, state: "waiting", due: now() + delayOf(within, chance()), by: now() + within.most };
      await store.put([writing("response", id, response), writing("begun", id, answering.answers)]);
      schedule(id, response);
      return { state: "waiting", by: response.by };
    }),
    withdraw: (id) => turn(async () => {
      const response = await kept(id);
      if (!response) throw new CoreError("survey_no_response");
      leaving.cancel(response.publicKey);
      if (response.tried) await withdrawn(id, response);
      const { request: _left, ...rest } = response;
      await store.put([writing("response", id, { ...rest, state: "withdrawn" })]);
    }),
    foundIn: (id, batch) => turn(async () => {
      const response = await kept(id);
      if (response && response.batch !== batch) await store.put([writing("response", id, { ...response, batch })]);
    }),
    async wake() {
      for (const [id, response] of await loadAll<KeptResponse>(store, "response")) {
        if (response.state !== "waiting") continue;
        const due = response.due > now() ? response.due : now() + delayOf(OVERDUE, chance());
        schedule(id, response, due);
      }
    },
    stop: leaving.stop,
  };

  /** Takes back what may have arrived; where it did not, there is nothing to take back. */
  async function withdrawn(id: Id, { privateKey, publicKey }: KeptResponse): Promise<void> {
    const { signWithdrawal } = await import("./ballot.ts");
    const surveyId = fromHex(id);
    try {
      await apart.surveys.withdraw({ surveyId, publicKey: fromHex(publicKey), signature: signWithdrawal(fromHex(privateKey), surveyId) });
    } catch (error) {
      if (!hasCode(error, "survey_not_found")) throw error;
    }
  }
}

/** Seals and signs; rejects with "survey_answers_invalid". */
async function sealed({ id, definition, ballot: { key, randomizer, signature }, answers, language }: Answering): Promise<Pick<KeptResponse, "privateKey" | "publicKey" | "leaf" | "request">> {
  const { leafOf, signAnswer } = await import("./ballot.ts");
  const kept = toBeSealed(definition, answers);
  if (!isValid(definition, kept) || !definition.languages.includes(language)) throw new CoreError("survey_answers_invalid");
  const surveyId = fromHex(id);
  const words = writeResponse(id, language, kept);
  if (words.length > MOST_CONTENT) throw new CoreError("survey_answers_invalid");
  const content = await sealTo(definition.recipient, words);
  const request: KeptRequest = {
    randomizer: toBase64url(randomizer), ballot: toBase64url(signature), sealed: toBase64url(content), signature: toBase64url(signAnswer(key.privateKey, surveyId, content)),
  };
  return { privateKey: toHex(key.privateKey), publicKey: toHex(key.publicKey), leaf: toHex(leafOf(surveyId, key.publicKey, content)), request };
}

/** The same each time. */
function requestOf(id: Id, { publicKey, request }: KeptResponse) {
  return request && {
    surveyId: fromHex(id), sealed: fromBase64url(request.sealed), signature: fromBase64url(request.signature),
    ballot: { publicKey: fromHex(publicKey), randomizer: fromBase64url(request.randomizer), signature: fromBase64url(request.ballot) },
  };
}
