/**
 * The client core, put together: session, practice and conversations behind the
 * one interface that screens, tests and tools use (api.ts).
 */
import type { Core, CoreEvent, DeviceKind, SessionState } from "./api.ts";
import { ACCESS_METHODS, type AccessCore } from "./access_api.ts";
import { createAccount } from "./account.ts";
import { BREACH_METHODS, type BreachCore } from "./breach_api.ts";
import type { Surveys } from "./survey/index.ts";
import type { SurveyCore } from "./survey_api.ts";
import { SURVEY_METHODS } from "./survey_methods_api.ts";
import type { DeviceStore } from "./context.ts";
import type { Conversations } from "./conversation/index.ts";
import { proof } from "./credentials.ts";
import { CoreError } from "./errors.ts";
import type { HeldMethods } from "./held.ts";
import { laterMethods } from "./later_methods.ts";
import { createLinking } from "./linking/index.ts";
import type { Lock } from "./lock.ts";
import type { Opaque } from "./opaque_port.ts";
import { passphraseStrength, suggestPassphrase } from "./passphrase.ts";
import { createMail } from "./mail.ts";
import { createPractice } from "./practice.ts";
import { createProveAgain } from "./prove_again.ts";
import { createPush } from "./push.ts";
import { suggestPseudonym } from "./pseudonym.ts";
import { POLICY_METHODS, type PolicyCore } from "./policy_api.ts";
import { ROOM_METHODS, type RoomCore } from "./room_api.ts";
import { createSession, type Session } from "./session.ts";
import { createLocking } from "./locking.ts";
import type { BrowserStore } from "./storage.ts";
import { checkLock, lockExport } from "./take_along.ts";
import { createTransport, type TransportArgs } from "./transport.ts";

export interface CoreDeps extends Omit<TransportArgs, "onSessionLost"> {
  readonly opaque: Opaque;
  readonly store: DeviceStore;
  /** Browsers: the lock that keeps a second window out, and the store that is cut off when it is lost. */
  readonly only?: { readonly lock: Lock; readonly store: BrowserStore };
  readonly now?: () => number;
  /** Uniform in [0, 1), in place of the system's: when a response to a survey leaves (survey/leaving.ts). */
  readonly chance?: () => number;
  /** What this browser says it is. */
  readonly kind?: DeviceKind;
}

/** A core that can be ended as a closing window ends it: what is kept stays, the session lives on at the server. */
export interface ClosableCore extends Core {
  /** Disconnects and stops every timer; the core is not used again. */
  close(): Promise<void>;
}

export function createCore(deps: CoreDeps): ClosableCore {
  const listeners = new Set<(event: CoreEvent) => void>();
  let mine = deps.only === undefined;
  const handedOver = new Set<Promise<unknown>>();

  function emit(event: CoreEvent): void {
    for (const listener of listeners) listener(event);
  }

  const transport = createTransport({ ...deps, onSessionLost: (token) => session.lost(token) });
  const now = deps.now ?? Date.now;
  const kind = deps.kind ?? { browser: "", system: "" };
  const { renew, ...push } = createPush(transport, deps.store);
  const session = createSession({ renewed: renew, transport, store: deps.store, browser: deps.only?.store, emit, now, kind });
  transport.onConnection((connection) => emit({ type: "connection", connection }));
  const progress = (done: number, total: number): void => emit({ type: "progress", task: "proof", done, total });
  const credentials = { transport, opaque: deps.opaque, progress };
  const proveAgain = createProveAgain(credentials, session);
  const { stop: stopLinking, ...linkMethods } = createLinking({ transport, session, browser: deps.only?.store, proveAgain, kind, emit, now });
  // Who locks, logs out or is logged out lets nobody in any more.
  listeners.add((event) => {
    if (event.type === "taken-over" || (event.type === "session" && event.session.state !== "ready")) stopLinking("letting-in");
  });

  let surveys: Promise<Surveys> | undefined;
  const loadSurveys = (): Promise<Surveys> => (surveys ??= import("./survey/index.ts").then(({ createSurveys }) => createSurveys({ deps, transport, session, now, prove: (auth) => proof({ auth }, progress) })));
  const wakeSurveys = (): void => void loadSurveys().then((made) => session.state().state === "ready" && made.wake()).catch(() => (surveys = undefined));
  transport.onConnection((connection) => connection === "online" && wakeSurveys());

  deps.only?.lock.onLost(() => {
    mine = false;
    deps.only?.store.close();
    void session.suspend().catch(() => undefined);
    emit({ type: "taken-over" });
  });

  async function claim(steal: boolean): Promise<void> {
    if (!deps.only || mine) return;
    if (steal) await deps.only.lock.steal();
    else if (!(await deps.only.lock.acquire())) throw new CoreError("other_tab");
    deps.only.store.reopen();
    mine = true;
  }

  /** The last start: what is asked meanwhile waits for it, as a screen may be there before. */
  let starting: Promise<unknown> = Promise.resolve();
  function startBy(steal: boolean, left = false): Promise<SessionState> {
    const started = claim(steal).then(() => session.restore(left));
    starting = started.catch(() => undefined);
    return started;
  }

  /** Refuses everything in a window that does not hold the lock. */
  function guarded<T extends Methods>(methods: T): T {
    return mapped(methods, (method) => async (...args) => {
      await starting;
      if (!mine) throw new CoreError("other_tab");
      return method(...args);
    });
  }

  return {
    ...mapped({
      start: (left?: boolean) => startBy(false, left),
      takeOver: (left?: boolean) => startBy(true, left),
      suggestPseudonym: async () => suggestPseudonym(),
      suggestPassphrase,
      passphraseStrength,
      checkLock,
      lockExport,
      ...guarded({
        ...createAccount(credentials, session, proveAgain, () => import("./policy.ts").then(({ agreedNow }) => agreedNow(deps, now))),
        ...linkMethods,
        ...createPractice(transport),
        ...createMail(transport),
        ...laterMethods<HeldMethods>(["held", "heldRows"], () => import("./held.ts").then(({ createHeld }) => createHeld({ ...deps, transport }))),
        ...keylogMethods(session),
        ...laterMethods<AccessCore>(ACCESS_METHODS, () => import("./accesslog/methods.ts").then(({ createAccess }) => createAccess(session))),
        ...laterMethods<PolicyCore>(POLICY_METHODS, () => import("./policy.ts").then(({ createPolicy }) => createPolicy({ deps, transport, session, now }))),
        ...laterMethods<BreachCore>(BREACH_METHODS, () => import("./breach.ts").then(({ createBreach }) => createBreach(transport, () => session.running().ctx.vault.read().sealingIdentity))),
        ...laterMethods<SurveyCore>(SURVEY_METHODS, loadSurveys),
        ...push,
        ...createLocking({ session, store: deps.store, browser: deps.only?.store, kept: () => Promise.allSettled([...handedOver]) }),
        ...conversationMethods(session, handedOver),
        ...roomMethods(session, handedOver),
      }),
    }, failingAsTold),
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    async close() {
      listeners.clear();
      stopLinking();
      (await surveys?.catch(() => undefined))?.stop();
      await session.finish();
      await session.suspend();
    },
  };
}

function keylogMethods(session: Session): Pick<Core, "keylog" | "acceptKeylog"> {
  const keylog = async () => (await import("./keylog/index.ts")).keylogOf(session.running().ctx);
  return { keylog: async () => (await keylog()).view(), acceptKeylog: async () => (await keylog()).accept() };
}

type Method = (...args: readonly never[]) => Promise<unknown>;
type Methods = { readonly [name: string]: unknown };

function mapped<T extends Methods>(methods: T, change: (method: Method) => Method): T {
  return Object.fromEntries(Object.entries(methods).map(([name, method]) => [name, change(method as Method)])) as T;
}

/** Whatever goes wrong is told as a CoreError; its cause stays on this side of a bridge. */
function failingAsTold(method: Method): Method {
  return async (...args) => {
    try {
      return await method(...args);
    } catch (error) {
      throw error instanceof CoreError ? error : Object.assign(new CoreError("internal"), { cause: error });
    }
  };
}

const CONVERSATION_METHODS = [
  "requestTherapy", "conversations", "open", "closeView", "loadEarlier", "loadLater", "loadNewest", "loadBackTo", "setRetention", "setDisappearing", "forget", "send", "sendFile", "retryUpload", "cancelUpload", "attachment", "cancelAttachment", "edit", "takeBack", "react", "search", "firstSince", "star", "starred", "phrases", "setPhrase", "saveDraft", "typing", "accept", "decline", "refer",
  "startLive", "joinLive", "askLiveMinutes", "answerLive", "endLive", "keepForNextTime",
  "askBack", "endConversation", "revokeConsent", "openSealed", "ownSealed", "proposeCodeWord", "agreeCodeWord", "vouch", "objectToVouching", "exported", "records", "openRecord", "safetyNumber", "setCompared",
] as const satisfies readonly (keyof Conversations)[];

type ConversationMethods = Pick<Conversations, (typeof CONVERSATION_METHODS)[number]>;

/** What carries words: a lock waits until they are on the device. */
const HANDING_OVER: ReadonlySet<string> = new Set(["send", "saveDraft", "sayInRoom", "whisperToModerators", "saveRoomDraft"] satisfies readonly (keyof Core)[]);

/** Keeps work among what a lock waits for, until it is done. */
function keepIn(handedOver: Set<Promise<unknown>>, work: Promise<unknown>): void {
  handedOver.add(work);
  work.catch(() => undefined).finally(() => handedOver.delete(work));
}

/** The methods of whatever conversations the session has when they are called. */
function conversationMethods(session: Session, handedOver: Set<Promise<unknown>>): ConversationMethods {
  const method = (name: keyof ConversationMethods): Method => (...args) => {
    const work = session.running().conversations().then((conversations) => (conversations[name] as unknown as Method)(...args));
    if (HANDING_OVER.has(name)) keepIn(handedOver, work);
    return work;
  };
  return Object.fromEntries(CONVERSATION_METHODS.map((name) => [name, method(name)])) as unknown as ConversationMethods;
}

/** The methods of whatever rooms the session has when they are called. */
function roomMethods(session: Session, handedOver: Set<Promise<unknown>>): RoomCore {
  const method = (name: keyof RoomCore): Method => (...args) => {
    const work = session.running().rooms().then((rooms) => (rooms[name] as unknown as Method)(...args));
    if (HANDING_OVER.has(name)) keepIn(handedOver, work);
    return work;
  };
  return Object.fromEntries(ROOM_METHODS.map((name) => [name, method(name)])) as unknown as RoomCore;
}
