/** What the core can do on the day confidentiality was breached, and what it tells of it (breach.ts). */
import type { Id } from "./api.ts";

/** What sort of breach it was: chooses the words a notice begins with. Texts: `breach-kind-<kind>`. */
export const BREACH_KINDS = ["intruder", "acquaintance", "mistake", "lost"] as const;
export type BreachKind = (typeof BREACH_KINDS)[number];
/** What it may mean for those affected (GDPR Art. 33(1), 34(1)). Texts: `breach-risk-<risk>`. */
export const BREACH_RISKS = ["unlikely", "risk", "high"] as const;
export type BreachRisk = (typeof BREACH_RISKS)[number];

/** What the stewards write of a breach; sealed to them. Times are milliseconds since 1970, 0 for not yet. */
export interface Breach {
  /** A few words by which the stewards know it. */
  readonly title: string;
  readonly kind: BreachKind;
  readonly risk: BreachRisk;
  readonly happened: string;
  /** When it began, as far as known; free words, because it often is not. */
  readonly when: string;
  readonly awareAt: number;
  /** Entries of the inventory of data. */
  readonly data: readonly string[];
  /** Who is affected, and about how many people and records. */
  readonly affected: string;
  readonly people: number;
  readonly consequences: string;
  readonly measures: string;
  /** Whom the authority can ask: a name and how to reach them (Art. 33(3)(b)). */
  readonly contact: string;
  /** When the supervisory authority was told; and why so late, where it was (Art. 33(1)). */
  readonly authorityAt: number;
  readonly lateReason: string;
  /** When the Secretary of Health and Human Services was told (45 CFR 164.408). */
  readonly hhsAt: number;
}
export interface BreachEntry {
  readonly id: Id;
  readonly version: number;
  /** Absent: sealed before this steward came, or altered. */
  readonly breach?: Breach;
}
/** Whom a notice is for. */
export type Audience =
  | { readonly who: "everybody" }
  | { readonly who: "clients"; readonly of: Id }
  | { readonly who: "room"; readonly of: Id }
  | { readonly who: "accounts"; readonly accounts: readonly Id[] };
export interface NoticeWords {
  readonly language: string;
  readonly happened: string;
  readonly means: string;
  readonly did: string;
  readonly can: string;
}
export interface PublishedNotice {
  readonly id: Id;
  readonly breach: Id;
  readonly who: Audience["who"];
  /** The day it was published. */
  readonly at: number;
  readonly told: number;
  readonly confirmed: number;
  readonly withdrawn: boolean;
}
export interface BreachRegister {
  readonly entries: readonly BreachEntry[];
  readonly notices: readonly PublishedNotice[];
  /** How many stewards can read what is saved now. */
  readonly readers: number;
  readonly frozen: boolean;
  /** The day on which all devices were asked last to replace their keys, if ever. */
  readonly rekeyedAt?: number;
}
/** The server's own secrets, by what they are for. Texts: `breach-keys-<name>`. */
export type ServerKeyName = "login" | "mail" | "push" | "reports" | "certificate";
export interface ServerKeys {
  /** Each with the day on which it was exchanged last, if ever; the certificate only where the server made it itself. */
  readonly keys: readonly { readonly name: ServerKeyName; readonly since?: number }[];
  /** How many accounts have not logged in since that of log-in was exchanged: at most, rounded up to tens. */
  readonly waiting: number;
}
/** What the practice told this account. */
export interface BreachNotice {
  readonly id: Id;
  readonly at: number;
  readonly confirmed: boolean;
  readonly kind: BreachKind;
  /** In each of the languages it was written in. */
  readonly words: readonly NoticeWords[];
}

export interface BreachCore {
  /** What the practice told this account, the newest first; those that cannot be read are left out. */
  breachNotices(): Promise<readonly BreachNotice[]>;
  confirmBreachNotice(id: Id): Promise<void>;
  /** Steward. */
  breachRegister(): Promise<BreachRegister>;
  /** Steward: seals and keeps an entry; without an id a new one. Rejects with "breach_conflict" when another steward was first. */
  putBreach(breach: Breach, entry?: { readonly id: Id; readonly version: number }): Promise<BreachEntry>;
  /** Steward: answers how many accounts are told. `id` is drawn by the caller once, so that a repeated call tells nobody twice. */
  publishBreachNotice(args: { readonly id: Id; readonly breach: Id; readonly audience: Audience; readonly kind: BreachKind; readonly words: readonly NoticeWords[] }): Promise<number>;
  withdrawBreachNotice(id: Id): Promise<void>;
  /** Steward: all sessions of everybody but this one; answers how many. */
  endEverySession(): Promise<number>;
  /** Steward: asks all devices to replace their keys; rejects with "rekeyed_today" when they were asked today. */
  askRekeying(): Promise<void>;
  freezeSignUps(frozen: boolean): Promise<void>;
  /** Steward. */
  serverKeys(): Promise<ServerKeys>;
  /**
   * Steward: exchanges the server's own keys, as far as they are not of today. Rejects with
   * "keys_exchanged_today" where all are; with "keys_not_all_exchanged" when some are new now and others are not.
   */
  exchangeServerKeys(): Promise<ServerKeys>;
}

export const BREACH_METHODS = [
  "breachNotices", "confirmBreachNotice", "breachRegister", "putBreach", "publishBreachNotice", "withdrawBreachNotice", "endEverySession", "askRekeying", "freezeSignUps",
  "serverKeys", "exchangeServerKeys",
] as const satisfies readonly (keyof BreachCore)[];
