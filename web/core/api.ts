/**
 * The contract between the client core and whoever shows it: the screens (over
 * a worker bridge), the tests and the demo filler (in Node, called directly).
 *
 * Everything here is structured-clonable data. The core owns truth and secrets;
 * a screen holds snapshots, which the core sends again when they change.
 * Times are milliseconds since 1970. Ids are lower-case hex.
 */

import type { AccessAlarm, AccessCore } from "./access_api.ts";
import type { BreachCore } from "./breach_api.ts";
import type { SurveyCore } from "./survey_api.ts";
import type { PolicyCore } from "./policy_api.ts";
import type { RoomCore, RoomView } from "./room_api.ts";

export * from "./access_api.ts";
export * from "./policy_api.ts";
export * from "./breach_api.ts";
export * from "./breach_clocks.ts";
export * from "./room_api.ts";

export type Role = "client" | "practitioner" | "steward";
export type Id = string;

/** What the core refuses with. `code` is stable and has a text in every catalogue (`error-<code>`). */
export interface CoreFailure {
  readonly code: string;
  /** The server's own sentence, where it sent one; shown only when no text is known for the code. */
  readonly message?: string;
}

export type SessionState =
  /** `removed`: another device of the account logged this browser out, and what it kept was destroyed. */
  | { readonly state: "none"; readonly removed?: true }
  /** A device of this browser is known and its secrets are here, but the server is asked again for a session. */
  | { readonly state: "expired"; readonly loginName: string }
  /** What this browser keeps is closed, to be opened by a PIN, a passkey or either of them. */
  | { readonly state: "locked"; readonly attemptsLeft: number; readonly passkey?: LockPasskey & { readonly withPin: boolean } }
  | { readonly state: "second-factor"; readonly role: Role }
  | { readonly state: "second-factor-missing"; readonly role: Role }
  /** A recovery code was accepted: a new passphrase has to be set before anything else. */
  | { readonly state: "recovering"; readonly loginName: string; readonly role: Role }
  | { readonly state: "ready"; readonly account: Account };

export interface Account {
  readonly accountId: Id;
  readonly role: Role;
  /** Pseudonym as chosen, e.g. "Quiet Heron". */
  readonly displayName: string;
  /** What one types to log in, e.g. "quiet-heron-4829". */
  readonly loginName: string;
  readonly settings: Settings;
}

export interface Settings {
  readonly readMarks: boolean;
  readonly typingShown: boolean;
  readonly look?: Look;
}

/** What a window calls itself where people nearby see it; "" for the practice's own name. Texts: `look-<name>`. */
export const LOOK_NAMES = ["", "notes", "recipes", "timetable"] as const;
export interface Look {
  readonly name: (typeof LOOK_NAMES)[number];
  /** Shows nothing while the window is not the one being used. */
  readonly hide: boolean;
}

/** What a browser says it is, such as "Firefox" and "Windows"; empty where it does not say. */
export interface DeviceKind {
  readonly browser: string;
  readonly system: string;
}

/** A browser in which the account is used. */
export interface DeviceInfo {
  readonly id: Id;
  /** Chosen by a person; empty while its kind serves. */
  readonly name: string;
  /** Absent for one that takes part in conversations and never said what it is. */
  readonly kind?: DeviceKind;
  readonly current: boolean;
  /** The day it came. */
  readonly since?: number;
  /** Coarse on purpose. */
  readonly lastUsed?: "today" | "week" | "month" | "earlier";
  /** Nobody has said yet that it is theirs. */
  readonly unconfirmed: boolean;
  /** It is to be logged out as soon as there is a connection. */
  readonly leaving: boolean;
}

/** Longest name of a device. */
export const MAX_DEVICE_NAME_LENGTH = 60;

/** The connection as it is shown: calm words, never a stack of errors. */
export type Connection = "online" | "connecting" | "offline";

export interface SignUpResult {
  readonly account: Account;
  /** Shown once, to write down; 8 groups of four characters. */
  readonly recoveryCode: string;
}

export interface PassphraseStrength {
  /** Estimated guesses, log10. */
  readonly guessesLog10: number;
  readonly level: "weak" | "fair" | "strong";
}

// ---- people nearby ---------------------------------------------------------

/** Minutes without a touch after which a browser with a PIN locks itself; 0 for never. */
export const LOCK_AFTER = [1, 5, 15, 60, 0] as const;
export type LockAfter = (typeof LOCK_AFTER)[number];
/** After so many wrong PINs everything in this browser is destroyed. */
export const PIN_ATTEMPTS = 5;
/** How this browser locks itself; only with a PIN or a passkey. */
export interface LockChoice {
  readonly after: LockAfter;
  /** As soon as the window is not seen any more. */
  readonly onHide: boolean;
}
export interface DeviceLock extends LockChoice {
  readonly pin: boolean;
  readonly passkey?: LockPasskey;
}
/**
 * A passkey made for the lock of this browser alone: its credential id, and the
 * salt for which its PRF gives the secret that opens. No server knows of it.
 */
export interface LockPasskey { readonly id: Uint8Array; readonly salt: Uint8Array }

// ---- linking a device -------------------------------------------------------

/** How far one is with letting another device in, or with coming in. */
export type Linking =
  /** What the QR code and the link end in; until when it can be opened. */
  | { readonly step: "shown"; readonly code: string; readonly until: number }
  /** Both show these words; a person says on the device that is logged in whether they are the same. `kind`: there, what the other says it is. */
  | { readonly step: "compare"; readonly words: readonly string[]; readonly kind?: DeviceKind }
  | { readonly step: "done" }
  | { readonly step: "failed"; readonly code: string };
/** What shows that it is the person themselves who lets another device in: what opens this browser where it has a lock, else the passphrase unless it was typed minutes ago. */
export interface LinkProof { readonly pin?: string; readonly passkey?: Uint8Array; readonly passphrase?: string }

/** What a browser's push service gave it (W3C Push API). */
export interface PushKeys {
  readonly endpoint: string;
  /** P-256, uncompressed. */
  readonly publicKey: Uint8Array;
  readonly auth: Uint8Array;
}

// ---- conversations -------------------------------------------------------

export type ConversationState = "requested" | "open" | "declined" | "referred" | "ended";

export interface Person {
  readonly accountId: Id;
  readonly displayName: string;
  readonly role: "client" | "practitioner";
}

export interface ConversationSummary {
  readonly id: Id;
  readonly peer: Person;
  readonly state: ConversationState;
  readonly unread: number;
  /** The last thing said, shortened; empty while nothing was. */
  readonly preview: string;
  readonly lastAt: number;
  /** Set once both compared the safety number and said so on this account. */
  readonly compared: boolean;
  /** Unseen security events. */
  readonly alerts: number;
  /** A live session that is on, or that the other side proposes. */
  readonly live?: "on" | "proposed";
}

export type Delivery = "queued" | "sending" | "sent" | "delivered" | "read";

export type TimelineItem =
  | {
      readonly kind: "message";
      readonly id: Id;
      readonly seq: number;
      readonly at: number;
      readonly mine: boolean;
      readonly text: string;
      /** How far its newest wording came. */
      readonly delivery: Delivery;
      /** When it got its present wording, and what it said before, oldest first; only if it was edited. */
      readonly editedAt?: number;
      readonly earlier?: readonly Wording[];
      /** Its author took the words back: there are none any more. */
      readonly takenBack?: true;
      /** The message it answers, and the beginning of that, if it is here. */
      readonly replyTo?: Id;
      readonly quote?: Quote;
      readonly reactions?: readonly Reaction[];
      /** A file was sent instead of words. */
      readonly file?: SentFile;
      /** This account wants to find it again. */
      readonly starred?: true;
      /** When it goes, on both sides. */
      readonly goesAt?: number;
    }
  | { readonly kind: "notice"; readonly id: Id; readonly seq: number; readonly at: number; readonly notice: Notice }
  | { readonly kind: "security"; readonly id: Id; readonly seq: number; readonly at: number; readonly event: SecurityEvent };

/** What is told of a file; it is fetched by `attachment`. */
export interface SentFile {
  readonly name: string;
  readonly type: string;
  readonly size: number;
  /** A small picture of it, as a "data:" address. */
  readonly preview?: string;
  readonly voice?: Voice;
}
/** A file to be sent. */
export interface NewFile {
  readonly name: string;
  readonly type: string;
  readonly content: Blob;
  readonly preview?: string;
  readonly voice?: Voice;
}
/** What is told of a voice message beside its sound. */
export interface Voice {
  /** How long it is. */
  readonly ms: number;
  /** How loud it is from beginning to end, each of 0 to 15. */
  readonly levels: readonly number[];
}
/** A file on its way from the server. */
export interface Download {
  readonly message: Id;
  /** Of equal parts. */
  readonly done: number;
  readonly total: number;
}
/** A file on its way to the server. */
export interface Upload {
  readonly id: Id;
  readonly conversation: Id;
  readonly name: string;
  /** Of equal parts. */
  readonly done: number;
  readonly total: number;
  /** Why it stopped, until it is tried again. */
  readonly failure?: string;
}

/** What a message said at a time. */
export interface Wording { readonly text: string; readonly at: number }
/** Of what is answered; without text when that was taken back. */
export interface Quote { readonly mine: boolean; readonly text: string }
/** One character, and which sides chose it. */
export interface Reaction { readonly emoji: string; readonly mine: boolean; readonly theirs: boolean }

/** How long words are kept in a conversation; 0 is without end. */
export interface Keeping {
  /** Everything, after so many days. */
  readonly days: number;
  /** What is said from now on, after so many seconds. */
  readonly seconds: number;
}
/** What a practice allows as retention, in days. */
export interface RetentionBounds {
  readonly shortest: number;
  /** 0: as long as one likes, also without end. */
  readonly longest: number;
  /** For new conversations; 0: without end. */
  readonly standard: number;
}
export const MAX_RETENTION_DAYS = 3_650;
/** For how many years a consent text may say that a sealed record is kept; 0 for none. */
export const MAX_RECORD_YEARS = 30;
/** What the practitioner keeps sealed of what both sides see no longer, as the client agreed to it. */
export interface KeptRecord {
  /** After the conversation's end. */
  readonly years: number;
  /** Known once it has ended. */
  readonly until?: number;
}
/** Practitioner: a sealed record that can be opened. */
export interface RecordSummary extends KeptRecord {
  readonly conversation: Id;
  /** What the client called themself. */
  readonly name: string;
}
/** After how many seconds words may be made to disappear; 0 for not at all. */
export const DISAPPEAR_AFTER = [0, 3_600, 86_400, 604_800, 2_419_200] as const;
/** What is to be forgotten where: in this browser; for this account everywhere; that, and the other side is asked for the same. */
export type ForgetScope = "here" | "account" | "both";

/** What happened in a conversation other than words. Texts: `notice-<type>`. */
export type Notice =
  | { readonly type: "requested" }
  | { readonly type: "asked-back" }
  | { readonly type: "accepted" }
  | { readonly type: "declined"; readonly text: string }
  | { readonly type: "referred"; readonly text: string; readonly to: Id; readonly toName: string }
  | { readonly type: "consent-agreed"; readonly version: number }
  | { readonly type: "consent-revoked"; readonly version: number }
  | { readonly type: "sealed-opened"; readonly part: SealedPart; readonly reason: string }
  | { readonly type: "live-started"; readonly mine: boolean; readonly minutes: number }
  | { readonly type: "live-began" }
  | { readonly type: "live-changed"; readonly minutes: number }
  | { readonly type: "live-ended"; readonly mine: boolean; readonly how: "ended" | "declined" | "withdrawn" | "lapsed" }
  | { readonly type: "live-kept"; readonly mine: boolean; readonly text: string }
  | { readonly type: "device-added"; readonly mine: boolean }
  | { readonly type: "device-removed"; readonly mine: boolean }
  | { readonly type: "retention"; readonly mine: boolean; readonly days: number }
  | { readonly type: "disappear"; readonly mine: boolean; readonly seconds: number }
  /** `open`: this side was asked, and has not done it yet. */
  | { readonly type: "forget-asked"; readonly mine: boolean; readonly open: boolean }
  | { readonly type: "forgotten"; readonly mine: boolean }
  | { readonly type: "ended"; readonly mine: boolean }
  | { readonly type: "account-deleted" }
  | { readonly type: "code-word-proposed"; readonly mine: boolean }
  | { readonly type: "code-word-agreed" }
  /** The practitioner says that this conversation continues a former one. */
  | { readonly type: "vouched" }
  /** And in the former one, that somebody else's account was recognised as its client's. */
  | { readonly type: "continued" }
  /** Its client says that it was not them. */
  | { readonly type: "objected" }
  | { readonly type: "unreadable" }
  | { readonly type: "unknown"; readonly payloadType: string };

/** Something the server or a stranger tried that the core refused. Texts: `security-<code>`. */
export interface SecurityEvent {
  readonly code:
    | "unauthorised-commit"
    | "unauthorised-payload"
    | "bad-credential"
    | "altered-record"
    | "replayed-record"
    | "reordered-record"
    | "missing-record"
    | "forgotten-early"
    | "unprovable-record"
    | "wrong-epoch";
}

export type SealedPart = "medical" | "contact";

/** The practitioner's view of what a client told when starting; the client's view of their own card. */
export interface IntakeView {
  readonly reason: string;
  readonly region: string;
  /** Whether the optional sealed parts were given. */
  readonly sealed: Readonly<Record<SealedPart, boolean>>;
  /** Parts opened by this practitioner (or, for the client, told to be opened), with the stated reason. */
  readonly opened: readonly { readonly part: SealedPart; readonly at: number; readonly reason: string }[];
  readonly consent: { readonly version: number; readonly at: number; readonly revokedAt?: number; readonly text: ConsentText };
}

export interface SealedContent {
  readonly medical?: string;
  readonly contact?: { readonly realName: string; readonly emergencyContact: string };
}

/** A live session: both sides sit together for an agreed time. Times are by this device's clock. */
export interface LiveSession {
  readonly id: Id;
  /** `closing`: it is over, and this account has not yet said what to keep for next time. */
  readonly state: "proposed" | "on" | "closing";
  /** This account proposed it. */
  readonly mine: boolean;
  readonly minutes: number;
  /** Items after this sequence number were said in it. */
  readonly seq: number;
  readonly beganAt?: number;
  /** When the proposal lapses, when the session is to end, or when it ended. */
  readonly end: number;
  /** Another length that one side asks for. */
  readonly ask?: { readonly id: Id; readonly mine: boolean; readonly minutes: number };
  /** The other side said a moment ago that it has the session on the screen. */
  readonly peerHere: boolean;
}
/** What each side wanted to keep for next time, of one session. */
export interface LiveKept { readonly session: Id; readonly at: number; readonly mine: string; readonly theirs: string }

export interface ConversationView {
  readonly summary: ConversationSummary;
  readonly intake?: IntakeView;
  /** Oldest first. A few hundred at most; `loadEarlier` and `loadLater` move on. */
  readonly items: readonly TimelineItem[];
  readonly hasEarlier: boolean;
  /** What was said last is not among the items. */
  readonly hasLater: boolean;
  /** The first message that this account has not read; only in what `open` gives. */
  readonly unreadFrom?: Id;
  readonly peerTyping: boolean;
  readonly draft: string;
  readonly codeWord: CodeWord;
  /** Practitioner: somebody says in this request that they were here before. */
  readonly returning?: Returning;
  /** The practitioner vouched for the client; `former`, for the practitioner, is the conversation this one continues, `objected` that its client said it was not them. */
  readonly vouched?: { readonly former?: Id; readonly objected: boolean };
  /** Another account was recognised as this one's client; who can still read this can say that it was not them. */
  readonly continued?: { readonly objected: boolean };
  /** True when words may be written now: open, or asked back while requested. */
  readonly canWrite: boolean;
  readonly live?: LiveSession;
  /** Of the live sessions before, newest first. */
  readonly kept: readonly LiveKept[];
  readonly keeping: Keeping;
  /** Absent where the consent says that none is kept. */
  readonly record?: KeptRecord;
}

/** What both know each other by when everything else is lost. */
export interface CodeWord {
  readonly agreed?: string;
  /** What one side would like it to be. */
  readonly proposed?: { readonly id: Id; readonly word: string; readonly mine: boolean };
}
/** What the practitioner's device makes of a request by somebody who says they were here before. */
export interface Returning {
  readonly name: string;
  /** How many requests named this person, up to this one. */
  readonly attempts: number;
  readonly check: "matches" | "differs" | "nobody" | "no-word" | "too-many";
  /** The conversation that they mean, if the code word is that one's. */
  readonly former?: Id;
}
/** After so many wrong code words for a person none is compared any more. */
export const MOST_CODE_WORD_ATTEMPTS = 3;
export const MAX_CODE_WORD_LENGTH = 100;

/** Everything an account has of a conversation. */
export interface ExportedConversation {
  /** When it was made. */
  readonly at: number;
  readonly view: ConversationView;
  /** Client: what they told in the sealed parts. */
  readonly own: SealedContent;
}

/** What a file taken along is locked with: a passphrase, or an age recipient ("age1…"). */
export type ExportLock = { readonly passphrase: string } | { readonly recipient: string };

export interface NewIntake {
  readonly reason: string;
  readonly region: string;
  readonly medical?: string;
  readonly realName?: string;
  readonly emergencyContact?: string;
  /** Of somebody who was here before and lost every way in: what they were called, and the code word. */
  readonly formerName?: string;
  readonly codeWord?: string;
}

export interface SafetyNumber {
  /** 12 groups of 5 digits. */
  readonly digits: readonly string[];
  /** 8 words. */
  readonly words: readonly string[];
  /** What the QR code holds. */
  readonly qr: string;
  readonly compared: boolean;
}

/** A message that was searched, with what stands around the first word found. */
export interface SearchHit {
  readonly conversation: Id;
  readonly item: Id;
  readonly at: number;
  readonly mine: boolean;
  /** In one line; its texts together are what is shown. */
  readonly context: readonly { readonly text: string; readonly found: boolean }[];
}
export interface SearchResult {
  /** Of all that were found; `hits` may be fewer, newest first. */
  readonly total: number;
  readonly hits: readonly SearchHit[];
}

// ---- practice ------------------------------------------------------------

export interface CrisisLine { readonly name: string; readonly number: string; readonly hours: string; readonly url: string }
export interface Practice {
  readonly name: string;
  readonly languages: readonly string[];
  readonly contactEmail: string;
  readonly contactPhone: string;
  readonly contactAddress: string;
  readonly jurisdiction: string;
  readonly emergencyNumber: string;
  readonly crisisLines: readonly CrisisLine[];
  /** Absent: without bounds. */
  readonly retention?: RetentionBounds;
  readonly setUp: boolean;
}
export interface ConsentText {
  readonly version: number;
  readonly language: string;
  readonly credentials: string;
  readonly risksAndBenefits: string;
  readonly limitsOfConfidentiality: string;
  readonly responseTimes: string;
  readonly technologyFailure: string;
  readonly emergencies: string;
  readonly fees: string;
  readonly recordKeeping: string;
  /** For how many years after the conversation's end the practitioner keeps a sealed record of what both sides see no longer; absent or 0: none. */
  readonly recordYears?: number;
}
/** When a practitioner answers; public with the profile. All of it may be empty. */
export interface Availability {
  /** In their own words. */
  readonly hours: string;
  /** Last day of an absence, YYYY-MM-DD. */
  readonly awayUntil: string;
  /** What to do when it cannot wait. */
  readonly urgent: string;
}
export interface Profile {
  readonly accountId: Id;
  readonly displayName: string;
  readonly profession: string;
  readonly registrationBody: string;
  readonly registrationNumber: string;
  readonly modality: string;
  readonly languages: readonly string[];
  readonly specialities: readonly string[];
  readonly about: string;
  readonly accepting: boolean;
  readonly hasPhoto: boolean;
  readonly credentialsConfirmed: boolean;
  readonly published: boolean;
  readonly availability: Availability;
  readonly consent?: ConsentText;
}
/** What a practitioner writes about themselves. */
export type ProfileDraft = Omit<Profile, "accountId" | "hasPhoto" | "credentialsConfirmed" | "published" | "availability" | "consent">;
export interface Invitation { readonly id: Id; readonly label: string; readonly role: Role; readonly expiresAt: number; readonly used: boolean }

// ---- e-mail ----

/** Whether somebody is told by e-mail that something is new. */
export interface MailChoice {
  /** Whether this practice sends e-mail. */
  readonly available: boolean;
  /** `asked`: a code was mailed; `refused`: a mail server did not take the address; `stopped`: by the link in a mail. */
  readonly state: "none" | "asked" | "on" | "refused" | "stopped";
  /** Steward: what went wrong when a mail was sent last; empty if nothing did. Texts: `error-mail_failed_<trouble>`. */
  readonly trouble: string;
}

// ---- what the server holds -------------------------------------------------

/** What is kept for one purpose and one time: an entry of the inventory of data, in words of the language asked for, and what of it belongs to this account. */
export interface HeldGroup {
  readonly id: string;
  readonly title: string;
  readonly holds: string;
  readonly purpose: string;
  readonly readers: string;
  readonly kept: string;
  readonly tables: readonly HeldTable[];
}
/** A table of the server's database; the columns are those of the group. */
export interface HeldTable {
  readonly name: string;
  readonly columns: readonly HeldColumn[];
  /** Of this account. */
  readonly rows: number;
  /** How many of them each of the account's streams has, where they are asked for stream by stream. */
  readonly streams?: readonly HeldStream[];
}
export interface HeldColumn {
  readonly name: string;
  /** What it holds, in words. */
  readonly says: string;
  /** In what shape: `held-form-<form>`. */
  readonly form: "clear" | "public" | "ciphertext" | "keyed_hash" | "hash";
  /** Which of a row's values it is. */
  readonly at: number;
  /** It numbers the rows of everybody; in its place stands what it stands for, or nothing. */
  readonly replaced: boolean;
}
export interface HeldStream { readonly id: Id; readonly kind: "conversation" | "history" | "room"; readonly rows: number; readonly bytes: number }
/** As it is stored; of bytes perhaps the beginning alone. */
export type HeldValue = number | string | null | { readonly bytes: Uint8Array; readonly size: number };
export interface HeldRows {
  readonly rows: readonly (readonly HeldValue[])[];
  /** Where the rest begins; 0 when there is none. */
  readonly next: number;
}
export interface HeldQuestion {
  readonly table: string;
  readonly stream?: Id;
  readonly after?: number;
  readonly limit?: number;
  /** Bytes in full. */
  readonly whole?: boolean;
}

// ---- events --------------------------------------------------------------

/**
 * What does not hold of the key log, in which everybody's public keys stand: it is
 * signed by another key; is older than what was seen; is not the one that was seen; is
 * not proved; has other keys of this account, or of somebody met; lists others than
 * the practice does, or somebody else by this practitioner's name; is kept back; or was
 * confirmed by none of its witnesses for a week.
 */
export type KeylogAlarm =
  | "keylog_key" | "keylog_older" | "keylog_forked" | "keylog_proof" | "keylog_own" | "keylog_peer" | "keylog_listed" | "keylog_impostor" | "keylog_silent" | "keylog_unwitnessed";

export interface KeylogView {
  /** The log's public key, once it was seen. */
  readonly key?: string;
  /** How many entries it had when it was verified last. */
  readonly size?: number;
  readonly alarm?: KeylogAlarm;
}

export type CoreEvent =
  | { readonly type: "session"; readonly session: SessionState }
  | { readonly type: "connection"; readonly connection: Connection }
  | { readonly type: "devices"; readonly devices: readonly DeviceInfo[] }
  /** `complete` once nothing more is to come from before: until then an empty list says nothing. */
  | { readonly type: "conversations"; readonly conversations: readonly ConversationSummary[]; readonly complete: boolean }
  /** Sent for the conversation that is open (see `open`). */
  | { readonly type: "conversation"; readonly view: ConversationView }
  /** Files on their way, of all conversations. */
  | { readonly type: "uploads"; readonly uploads: readonly Upload[] }
  /** What became of `showLink` or `enterLink`. */
  | { readonly type: "linking"; readonly linking: Linking }
  /** Files on their way from the server. */
  | { readonly type: "downloads"; readonly downloads: readonly Download[] }
  /** Something changed in a room that this account is in. */
  | { readonly type: "room"; readonly view: RoomView }
  /** The server's key log did not hold (see `KeylogAlarm`), or a person accepted what it shows. */
  | { readonly type: "keylog"; readonly alarm?: KeylogAlarm }
  /** How many entries of the access log are unexpected and not answered; what of it does not hold. */
  | { readonly type: "access"; readonly open: number; readonly alarm?: AccessAlarm }
  /** Another window took over (see `takeOver`); this one must stop showing anything but a way to take over again. */
  | { readonly type: "taken-over" }
  /** Progress of long work (first synchronisation, sign-up); `done` may equal `total`. */
  | { readonly type: "progress"; readonly task: "proof" | "keys" | "history"; readonly done: number; readonly total: number };

// ---- the core ------------------------------------------------------------

/** Every method rejects with a CoreFailure. */
export interface Core extends RoomCore, PolicyCore, BreachCore, AccessCore, SurveyCore {
  /** Restores the device kept in this browser, if there is one, and connects; or, when it was `left` before it was locked, locks it as `lock` does, before anything of it is opened. */
  start(left?: boolean): Promise<SessionState>;
  /**
   * Only one window of a browser may run a core. `start` rejects with
   * "other_tab" while another one does; this takes over from it, and the other
   * one is told by the event "taken-over".
   */
  takeOver(left?: boolean): Promise<SessionState>;

  suggestPseudonym(): Promise<string>;
  suggestPassphrase(): Promise<string>;
  /** `language`: what its words are probably of, such as "fr"; `near`: names that somebody who guesses would try first. */
  passphraseStrength(passphrase: string, language: string, near: readonly string[]): Promise<PassphraseStrength>;

  checkInvitation(token: string): Promise<{ readonly role: Role; readonly expiresAt: number }>;
  /** Becomes a client, or with an invitation a practitioner or steward. */
  signUp(args: { readonly pseudonym: string; readonly passphrase: string; readonly invitation?: string; readonly noTrace?: boolean }): Promise<SignUpResult>;
  /** True when what was typed is the recovery code just shown (any case, spacing, dashes). */
  confirmRecoveryCode(typed: string): Promise<boolean>;
  /** With `noTrace` nothing is written to this device; closing the window ends the session. */
  logIn(args: { readonly loginName: string; readonly passphrase: string; readonly noTrace?: boolean }): Promise<SessionState>;
  recover(code: string): Promise<SessionState>;
  /** Ends recovery, or changes the passphrase given the present one; answers with the new recovery code when one was made. */
  setPassphrase(args: { readonly current?: string; readonly next: string; readonly newRecoveryCode: boolean }): Promise<{ readonly recoveryCode?: string }>;
  /** Client: whether a second passphrase was set, which opens an account in which nothing ever happened. */
  secondPassphrase(): Promise<boolean>;
  /** Sets, changes, or without `next` takes away the second passphrase. Rejects with "passphrase_taken" for the present one, with "second_account_closed" when it cannot be changed from here any more. */
  setSecondPassphrase(args: { readonly current: string; readonly next?: string }): Promise<void>;
  logOut(): Promise<void>;
  /** This device first, then those used last. */
  devices(): Promise<readonly DeviceInfo[]>;
  /** An empty name goes back to its kind. */
  nameDevice(id: Id, name: string): Promise<void>;
  /** Says that a new device is one's own. */
  confirmDevice(id: Id): Promise<void>;
  /** Logs another device out: its session, its place in every conversation, its keys. What cannot be done now is done later. */
  removeDevice(id: Id): Promise<void>;
  /** The same for all others; answers how many. */
  endOtherSessions(): Promise<number>;
  /** Tells the other sides, then destroys vault, history and account. Needs the passphrase. */
  deleteAccount(passphrase: string): Promise<void>;
  setDisplayName(name: string): Promise<void>;

  /** Shows a code by which another device may come in; what happens then is told by "linking". Rejects with "pin_required", "pin_wrong", "pin_destroyed", "login_failed" or "fresh_login_required". */
  showLink(proof: LinkProof): Promise<void>;
  /** Says that both show the same words, and gives the other device the account; resolves when it arrived there. */
  confirmLink(): Promise<void>;
  cancelLink(): Promise<void>;
  /** Comes in by a code, or the link that ends in it; resolves once the other device let this one in. */
  enterLink(args: { readonly code: string; readonly noTrace?: boolean }): Promise<SessionState>;
  /** Changes what is named; the rest stays as it is by then, whoever changed it. */
  setSettings(changed: Partial<Settings>): Promise<void>;

  /** Resolves once all words that were handed over are on the device. */
  handedOver(): Promise<void>;
  /**
   * Leaves nothing here that can be read: with a PIN or a passkey "locked", without as if
   * the session had expired, and after a log-in without trace logged out.
   */
  lock(): Promise<SessionState>;
  /** Opens what a PIN locked; rejects with "pin_wrong", or once too often with "pin_destroyed". */
  unlock(pin: string): Promise<SessionState>;
  deviceLock(): Promise<DeviceLock>;
  /** Four to eight digits, hard to guess in a few attempts; else rejects with "pin_invalid". */
  setPin(pin: string): Promise<void>;
  removePin(): Promise<void>;
  /** Opens by what the lock's passkey gave; rejects with "lock_passkey_wrong". */
  unlockByPasskey(secret: Uint8Array): Promise<SessionState>;
  setLockPasskey(passkey: LockPasskey, secret: Uint8Array): Promise<void>;
  removeLockPasskey(): Promise<void>;
  setLockChoice(choice: LockChoice): Promise<void>;

  /** The server's key for push (RFC 8292), whether the server tells this browser of what is new, and whether this account asked for that here. */
  push(): Promise<{ readonly serverKey: Uint8Array; readonly subscribed: boolean; readonly wanted: boolean }>;
  /** Has this browser told outside of the app that something is new, or not any more; ends with the session. */
  setPush(keys: PushKeys | undefined): Promise<void>;

  /** WebAuthn: JSON options for navigator.credentials, and back. Screens call the browser, the core calls the server. */
  passkeyRegisterStart(): Promise<string>;
  passkeyRegisterFinish(credentialJson: string): Promise<{ readonly oneTimeCodes: readonly string[] }>;
  passkeyAssertStart(): Promise<string>;
  passkeyAssertFinish(credentialJson: string): Promise<SessionState>;
  useOneTimeCode(code: string): Promise<{ readonly remaining: number; readonly session: SessionState }>;

  mail(): Promise<MailChoice>;
  /** Seals the address to the mailer and has a code mailed to it, in this language. */
  setMail(address: string, language: string): Promise<void>;
  /** Switches the mails on by the code that came. */
  confirmMail(code: string): Promise<void>;
  /** Destroys the address. */
  removeMail(): Promise<void>;
  /** Steward: sends a test now. */
  testMail(address: string, language: string): Promise<void>;

  /** All that the server holds on this account, group by group; with how many rows, without the rows. */
  held(language: string): Promise<readonly HeldGroup[]>;
  heldRows(question: HeldQuestion): Promise<HeldRows>;
  /** What was seen of the key log. */
  keylog(): Promise<KeylogView>;
  /** Begins anew with what the server shows now, whatever was seen before. Rejects with the alarm, if that does not hold either. */
  acceptKeylog(): Promise<void>;

  practice(): Promise<Practice>;
  updatePractice(practice: Practice): Promise<void>;
  profiles(filter?: { readonly language?: string; readonly speciality?: string; readonly acceptingOnly?: boolean }): Promise<readonly Profile[]>;
  profile(accountId: Id): Promise<Profile>;
  /** Somebody who takes new clients now, speaking the language if given, and none of `except`; rejects with "nobody_available". */
  firstAvailable(language?: string, except?: readonly Id[]): Promise<Profile>;
  allProfiles(): Promise<readonly Profile[]>;
  reviewProfile(args: { readonly accountId: Id; readonly credentialsConfirmed: boolean; readonly published: boolean }): Promise<Profile>;
  createInvitation(args: { readonly label: string; readonly role: Role }): Promise<{ readonly invitation: Invitation; readonly token: string }>;
  invitations(): Promise<readonly Invitation[]>;
  revokeInvitation(id: Id): Promise<void>;
  ownProfile(): Promise<Profile>;
  putOwnProfile(profile: ProfileDraft): Promise<Profile>;
  putAvailability(availability: Availability): Promise<Profile>;
  putPhoto(image: Uint8Array): Promise<void>;
  /** A JPEG, published or not: one's own, or for a steward anybody's. Rejects with "not_found" while there is none. */
  photo(accountId: Id): Promise<Uint8Array>;
  putConsentText(text: Omit<ConsentText, "version">): Promise<number>;

  /** Client: agrees to the consent text shown, seals the intake card and asks the practitioner. Answers with the conversation. */
  requestTherapy(args: { readonly practitioner: Id; readonly consentVersion: number; readonly intake: NewIntake }): Promise<Id>;
  conversations(): Promise<readonly ConversationSummary[]>;
  /**
   * Makes a conversation the one whose changes are sent as events, and marks what is shown of it read.
   * Begins at what is new; `again`: where it was when it was closed last.
   */
  open(id: Id, again?: boolean): Promise<ConversationView>;
  closeView(): Promise<void>;
  loadEarlier(id: Id): Promise<ConversationView>;
  loadLater(id: Id): Promise<ConversationView>;
  /** Back to what was said last. */
  loadNewest(id: Id): Promise<ConversationView>;
  /** Brings the part of the conversation that this item is in. */
  loadBackTo(id: Id, item: Id): Promise<ConversationView>;
  send(id: Id, text: string, replyTo?: Id): Promise<void>;
  /** Encrypts a file onto this device, then sends it; resolves when it is safe here. What it does after that is told by "uploads". */
  sendFile(id: Id, file: NewFile): Promise<void>;
  retryUpload(upload: Id): Promise<void>;
  cancelUpload(upload: Id): Promise<void>;
  /** The file of a message, fetched and checked. How far it came is told by "downloads". */
  attachment(id: Id, message: Id): Promise<Blob>;
  /** Gives up fetching: whoever waits for the file is refused with "cancelled". */
  cancelAttachment(message: Id): Promise<void>;
  /** Words one's own message anew; both sides see that, and what it said before. */
  edit(id: Id, message: Id, text: string): Promise<void>;
  /** Takes one's own message back: its words are forgotten on both sides, as far as devices come to know of it. */
  takeBack(id: Id, message: Id): Promise<void>;
  /** Puts a reaction of one character to a message, or takes it away. */
  react(id: Id, message: Id, emoji: string, on: boolean): Promise<void>;
  /** Searches what was said for words beginning as asked, on this device, in all conversations or in one. */
  search(query: string, within?: Id): Promise<SearchResult>;
  /** The first item of a conversation at or after a time. */
  firstSince(id: Id, at: number): Promise<Id | undefined>;
  /** Stars a message for this account alone, or takes the star away. */
  star(id: Id, message: Id, on: boolean): Promise<void>;
  /** What this account starred, newest first, in all conversations or in one. */
  starred(within?: Id): Promise<readonly SearchHit[]>;
  /** Practitioner: what they write again and again. */
  phrases(): Promise<readonly string[]>;
  /** Practitioner: adds a phrase, puts one in place of another, or takes one away. */
  setPhrase(was: string | undefined, next: string | undefined): Promise<void>;
  saveDraft(id: Id, text: string): Promise<void>;
  typing(id: Id): Promise<void>;

  accept(id: Id): Promise<void>;
  decline(id: Id, text: string): Promise<void>;
  refer(id: Id, to: Id, text: string): Promise<void>;
  /** Practitioner, while requested: a question; the client may answer before acceptance. */
  askBack(id: Id, text: string): Promise<void>;
  /** Proposes a live session of so many minutes; when the other side has just proposed one, joins that. Needs a connection. */
  startLive(id: Id, minutes: number): Promise<void>;
  joinLive(id: Id): Promise<void>;
  /** Asks that the session last so many minutes from its beginning; the other side answers. */
  askLiveMinutes(id: Id, minutes: number): Promise<void>;
  /** Agrees to what the other side asked, or not; what one asked oneself can be taken back. */
  answerLive(id: Id, ask: Id, agreed: boolean): Promise<void>;
  /** Ends the session; one that was not joined is declined or withdrawn. */
  endLive(id: Id): Promise<void>;
  /** What this account wants to keep for next time; empty to skip it, or to take it back. */
  keepForNextTime(id: Id, session: Id, text: string): Promise<void>;
  endConversation(id: Id): Promise<void>;
  /** How long everything is kept, in days; both sides are told. Rejects with "retention_out_of_bounds". */
  setRetention(id: Id, days: number): Promise<void>;
  /** After how many seconds what is said from now on disappears; both sides are told. */
  setDisappearing(id: Id, seconds: number): Promise<void>;
  /** Forgets what was said so far; what cannot be done now is done later. */
  forget(id: Id, scope: ForgetScope): Promise<void>;
  revokeConsent(id: Id): Promise<void>;
  /** Practitioner: opens a sealed part; the reason and the opening are told to the client before the content is shown. */
  openSealed(id: Id, part: SealedPart, reason: string): Promise<SealedContent>;
  /** Client: what they themselves told in the sealed parts. */
  ownSealed(id: Id): Promise<SealedContent>;

  /** Would like this to be the code word. */
  proposeCodeWord(id: Id, word: string): Promise<void>;
  /** Agrees to what the other side proposed. */
  agreeCodeWord(id: Id, proposal: Id): Promise<void>;
  /** Practitioner: says in both conversations that this one continues the former; only where the code word matches. */
  vouch(id: Id): Promise<void>;
  /** Client of the former conversation: says that it was not them. */
  objectToVouching(id: Id): Promise<void>;

  /** The whole conversation, to be taken along. */
  exported(id: Id): Promise<ExportedConversation>;
  /** Practitioner: the sealed records there are; those whose conversation goes on first. */
  records(): Promise<readonly RecordSummary[]>;
  /** Opens one, to be read or taken along. Needs a connection. */
  openRecord(conversation: Id): Promise<ExportedConversation>;
  /** Says whether something can be locked like this; rejects with "passphrase_weak" or "recipient_invalid". */
  checkLock(lock: ExportLock): Promise<void>;
  /** Locks what is taken along as an age file. */
  lockExport(content: Blob, lock: ExportLock): Promise<Blob>;

  safetyNumber(id: Id): Promise<SafetyNumber>;
  setCompared(id: Id, compared: boolean): Promise<void>;

  subscribe(listener: (event: CoreEvent) => void): () => void;
}

/** Longest message, in UTF-16 code units as a text field counts them; so are the other lengths. */
export const MAX_MESSAGE_LENGTH = 16_000;
/** Largest file, in bytes. */
export const MAX_FILE_SIZE = 100_000_000;
/** Longest name of a file, and longest preview. */
export const MAX_FILE_NAME_LENGTH = 200;
export const MAX_PREVIEW_LENGTH = 40_000;
/** Longest voice message, and of how many levels its picture is made at most. */
export const MAX_VOICE_MS = 15 * 60_000;
export const MAX_VOICE_LEVELS = 64;
export const LOUDEST = 15;
/** Longest reason for opening a sealed part. */
export const MAX_OPENING_REASON_LENGTH = 2_000;
/** Longest reaction: one character, which may be made of several. */
export const MAX_REACTION_LENGTH = 64;
/** Longest quick phrase. */
export const MAX_PHRASE_LENGTH = 2_000;
/** How long a live session may be when it is proposed, and after what was agreed in it; in minutes. */
export const LIVE_MINUTES = { least: 5, most: 180, longest: 360 } as const;
/** Longest words kept for next time. */
export const MAX_KEPT_LENGTH = 2_000;
/** How long each part of an intake card may be. */
export const MAX_INTAKE_LENGTH = { reason: MAX_MESSAGE_LENGTH, region: 200, medical: 4_000, realName: 200, emergencyContact: 1_000, formerName: 200, codeWord: MAX_CODE_WORD_LENGTH } as const;

/** Specialities a profile can name; texts: `speciality-<key>`. */
export const SPECIALITIES = [
  "anxiety", "depression", "grief", "trauma", "relationships", "family", "addiction", "eating",
  "sleep", "stress", "self-harm", "lgbtq", "young-people", "chronic-illness", "migration", "work",
] as const;
