/**
 * The core as a screen has it: the same interface (api.ts), every call a
 * message to the worker that runs it.
 */
import type { Core, CoreEvent } from "./api.ts";
import { ACCESS_METHODS } from "./access_api.ts";
import { BREACH_METHODS } from "./breach_api.ts";
import { SURVEY_METHODS } from "./survey_methods_api.ts";
export { mayBeKept } from "./database.ts";
import { CoreError } from "./errors.ts";
export { turns } from "./in_turn.ts";
import { POLICY_METHODS } from "./policy_api.ts";
import { ROOM_METHODS } from "./room_api.ts";
import { connect, failureTo, type Port } from "./rpc.ts";

/** Every method of Core that a screen may call; that none is missing the type checker sees below. */
export const CORE_METHODS = [
  "push", "setPush", "handedOver", "lock", "unlock", "deviceLock", "setPin", "removePin", "unlockByPasskey", "setLockPasskey", "removeLockPasskey", "setLockChoice",
  "start", "takeOver", "suggestPseudonym", "suggestPassphrase", "passphraseStrength", "checkInvitation", "signUp", "confirmRecoveryCode",
  "logIn", "recover", "setPassphrase", "secondPassphrase", "setSecondPassphrase", "logOut", "devices", "nameDevice", "confirmDevice", "removeDevice", "endOtherSessions", "deleteAccount", "showLink", "confirmLink", "cancelLink", "enterLink", "setDisplayName", "setSettings",
  "passkeyRegisterStart", "passkeyRegisterFinish", "passkeyAssertStart", "passkeyAssertFinish", "useOneTimeCode",
  ...ACCESS_METHODS, ...BREACH_METHODS, ...SURVEY_METHODS, "held", "heldRows", "keylog", "acceptKeylog", "mail", "setMail", "confirmMail", "removeMail", "testMail",
  "practice", "updatePractice", "profiles", "profile", "firstAvailable", "allProfiles", "reviewProfile", "createInvitation", "invitations",
  "revokeInvitation", "ownProfile", "putOwnProfile", "putAvailability", "putPhoto", "photo", "putConsentText",
  "requestTherapy", "conversations", "open", "closeView", "loadEarlier", "loadLater", "loadNewest", "loadBackTo", "send", "sendFile", "retryUpload", "cancelUpload", "attachment", "cancelAttachment", "edit", "takeBack", "react", "search", "firstSince", "star", "starred", "phrases", "setPhrase", "saveDraft", "typing", "accept", "decline", "refer",
  "startLive", "joinLive", "askLiveMinutes", "answerLive", "endLive", "keepForNextTime",
  "askBack", "endConversation", "setRetention", "setDisappearing", "forget", "revokeConsent", "openSealed", "ownSealed", "proposeCodeWord", "agreeCodeWord", "vouch", "objectToVouching", "exported", "records", "openRecord", "checkLock", "lockExport", "safetyNumber", "setCompared",
  ...POLICY_METHODS,
  ...ROOM_METHODS,
] as const satisfies readonly (keyof Core)[];

type Named = Pick<Core, (typeof CORE_METHODS)[number]>;

/** What the worker of OPAQUE gets first: the way to the core, and the calls that came before it was there. */
export interface OpaqueBeginning {
  readonly port: MessagePort;
  readonly calls: readonly unknown[];
}

/**
 * Connects to the core in `worker` (worker.ts), and the core to OPAQUE in
 * another one (opaque_worker.ts), which the page starts because only there its
 * address is allowed and known: at the first call, since whoever only looks, or
 * is in already, needs none of it. If it cannot be had, those calls fail, and
 * the next one tries again.
 */
export function connectCore(worker: Worker, startOpaqueWorker: () => Promise<Worker>): Core {
  const { port1, port2 } = new MessageChannel();
  const calls: { readonly id: number }[] = [];
  const handOver = (opaqueWorker: Worker): void => {
    // What is still under way to this end travels with the port.
    port1.onmessage = null;
    opaqueWorker.postMessage({ port: port1, calls } satisfies OpaqueBeginning, [port1]);
  };
  const fail = (): void => {
    for (const { id } of calls.splice(0)) port1.postMessage(failureTo(id, new CoreError("offline")));
  };
  port1.onmessage = ({ data }) => {
    calls.push(data);
    if (calls.length === 1) startOpaqueWorker().then(handOver, fail);
  };
  worker.postMessage(port2, [port2]);
  return connectPort(worker);
}

/** The core served at the other end of `port`. */
export function connectPort(port: Port): Core {
  const listeners = new Set<(event: CoreEvent) => void>();
  const methods: Named = connect<Core>(port, CORE_METHODS, (event) => {
    for (const listener of listeners) listener(event as CoreEvent);
  });
  return {
    ...methods,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
