/**
 * The core as a screen has it: the same interface (api.ts), every call a
 * message to the worker that runs it.
 */
import type { Core, CoreEvent } from "./api.ts";
import { connect, type Port } from "./rpc.ts";

/** Every method of Core that a screen may call; that none is missing the type checker sees below. */
export const CORE_METHODS = [
  "push", "setPush", "handedOver", "lock", "unlock", "deviceLock", "setPin", "removePin", "unlockByPasskey", "setLockPasskey", "removeLockPasskey", "setLockChoice",
  "start", "takeOver", "suggestPseudonym", "suggestPassphrase", "passphraseStrength", "checkInvitation", "signUp", "confirmRecoveryCode",
  "logIn", "recover", "setPassphrase", "secondPassphrase", "setSecondPassphrase", "logOut", "devices", "nameDevice", "confirmDevice", "removeDevice", "endOtherSessions", "deleteAccount", "showLink", "confirmLink", "cancelLink", "enterLink", "setDisplayName", "setSettings",
  "passkeyRegisterStart", "passkeyRegisterFinish", "passkeyAssertStart", "passkeyAssertFinish", "useOneTimeCode",
  "mail", "setMail", "confirmMail", "removeMail", "testMail",
  "practice", "updatePractice", "profiles", "profile", "firstAvailable", "allProfiles", "reviewProfile", "createInvitation", "invitations",
  "revokeInvitation", "ownProfile", "putOwnProfile", "putAvailability", "putPhoto", "photo", "putConsentText",
  "requestTherapy", "conversations", "open", "closeView", "loadEarlier", "loadLater", "loadNewest", "loadBackTo", "send", "sendFile", "retryUpload", "cancelUpload", "attachment", "cancelAttachment", "edit", "takeBack", "react", "search", "firstSince", "star", "starred", "phrases", "setPhrase", "saveDraft", "typing", "accept", "decline", "refer",
  "startLive", "joinLive", "askLiveMinutes", "answerLive", "endLive", "keepForNextTime",
  "askBack", "endConversation", "setRetention", "setDisappearing", "forget", "revokeConsent", "openSealed", "ownSealed", "proposeCodeWord", "agreeCodeWord", "vouch", "objectToVouching", "exported", "records", "openRecord", "checkLock", "lockExport", "safetyNumber", "setCompared",
] as const satisfies readonly (keyof Core)[];

type Named = Pick<Core, (typeof CORE_METHODS)[number]>;

/**
 * Connects to the core in `worker` (worker.ts), and the core to OPAQUE in
 * `opaqueWorker` (opaque_worker.ts), which the page starts because only there
 * its address is allowed and known.
 */
export function connectCore(worker: Worker, opaqueWorker: Worker): Core {
  const { port1, port2 } = new MessageChannel();
  opaqueWorker.postMessage(port1, [port1]);
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
