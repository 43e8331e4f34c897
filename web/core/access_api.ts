/** The access log of an account, as screens see it (accesslog/). */
import type { DeviceKind, Id } from "./api.ts";

/** Who did something: a device of the account that said so; none: no device did. */
export interface AccessDevice {
  readonly id: Id;
  readonly name: string;
  readonly kind: DeviceKind;
  readonly current: boolean;
}

/** What the server notes (internal/account/note.go). */
export const ACCESS_NOTES = [
  "log-in", "recovered", "linked", "passphrase", "renewed", "recovery-code", "passkey", "one-time-code",
  "sessions-ended", "all-ended", "mail", "mail-removed", "push", "push-removed",
] as const;
export type AccessNoteKind = (typeof ACCESS_NOTES)[number];

/** What happened. The first group is what the server noted, the second what a device said. */
export type AccessWhat =
  | { readonly kind: AccessNoteKind | "unreadable" }
  /** Something was done so many times more on that day. */
  | { readonly kind: "more"; readonly count: number }
  /** So many notes were gone before a device saw them. */
  | { readonly kind: "expired"; readonly count: number }
  | { readonly kind: "begun" }
  /** Somebody accepted here what the server shows, and the log went on from there. */
  | { readonly kind: "anew" }
  | { readonly kind: "session" }
  | { readonly kind: "opened"; readonly part: "medical" | "contact" | "card"; readonly by: string }
  | { readonly kind: "exported"; readonly what: AccessExport }
  | { readonly kind: "policy"; readonly version: number }
  | { readonly kind: "compared"; readonly name: string };

export type AccessExport = "conversation" | "record" | "held" | "log";

export interface AccessEntry {
  readonly id: string;
  readonly what: AccessWhat;
  /** Where only the day is known, noon of it. */
  readonly at: number;
  readonly exact: boolean;
  readonly device?: AccessDevice;
  /** A device that was not there before. */
  readonly newDevice: boolean;
  /** Nobody known did it, or it is so rare that it is asked about in any case. */
  readonly unexpected: boolean;
  readonly answer?: "mine" | "not-mine";
}

/** Nobody known did it, and nobody has said yet whose doing it was. */
export const waits = ({ unexpected, answer }: AccessEntry): boolean => unexpected && answer === undefined;

export interface AccessView {
  /** Newest first. */
  readonly entries: readonly AccessEntry[];
  /** There are earlier ones, to be asked for. */
  readonly earlier: boolean;
  readonly alarm?: AccessAlarm;
}

/**
 * What does not hold, until a person accepts it: the log goes back, it is not the one
 * that was seen or has a hole, somebody signed for this device, or the server kept a
 * note back.
 */
export type AccessAlarm = "access_older" | "access_broken" | "access_foreign" | "access_unnoted";

export interface AccessCore {
  /** The log, after what is new was taken into it. */
  accessLog(): Promise<AccessView>;
  /** The same with what comes before. */
  earlierAccess(): Promise<AccessView>;
  answerAccess(id: string, answer: "mine" | "not-mine"): Promise<AccessView>;
  /** Goes on with what the server shows. */
  acceptAccess(): Promise<AccessView>;
  /** Says that something was taken along. */
  noteExport(what: AccessExport): Promise<void>;
}

export const ACCESS_METHODS = ["accessLog", "earlierAccess", "answerAccess", "acceptAccess", "noteExport"] as const satisfies readonly (keyof AccessCore)[];
