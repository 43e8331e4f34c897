/**
 * What the parts of the core share once somebody is logged in.
 *
 * `session.ts` builds it, `conversation/` lives on it; neither knows the
 * other's insides. Interfaces only, so that every part can be tested alone.
 */
import type { DescService } from "@bufbuild/protobuf";
import type { Client } from "@connectrpc/connect";
import type { AccessEvent } from "./accesslog/link.ts";
import type { Recalled } from "./room/fold.ts";
import type { CoreEvent, DeviceKind, Id, Person, Role, RoomAnswer, RoomFace, RoomLed, Settings } from "./api.ts";
import type { AccountService } from "./gen/alcove/v1/account_pb.ts";
import type { KeyLogService } from "./gen/alcove/v1/keylog_pb.ts";
import type { AuthService } from "./gen/alcove/v1/auth_pb.ts";
import type { BlobService } from "./gen/alcove/v1/blob_pb.ts";
import type { LinkService } from "./gen/alcove/v1/link_pb.ts";
import type { MailService } from "./gen/alcove/v1/mail_pb.ts";
import type { PolicyService } from "./gen/alcove/v1/policy_pb.ts";
import type { PushService } from "./gen/alcove/v1/push_pb.ts";
import type { PracticeService } from "./gen/alcove/v1/practice_pb.ts";
import type { RoomService } from "./gen/alcove/v1/room_pb.ts";
import type { ServerEvent, StreamService } from "./gen/alcove/v1/stream_pb.ts";
import type { Device } from "./mls.ts";
import type { SurveyDraft } from "./survey_api.ts";

/** The server as seen from here. Calls reject with a CoreError (errors.ts). */
export interface Transport {
  readonly auth: Client<typeof AuthService>;
  readonly account: Client<typeof AccountService>;
  readonly stream: Client<typeof StreamService>;
  readonly blob: Client<typeof BlobService>;
  readonly link: Client<typeof LinkService>;
  readonly push: Client<typeof PushService>;
  readonly practice: Client<typeof PracticeService>;
  readonly room: Client<typeof RoomService>;
  readonly mail: Client<typeof MailService>;
  /** Rarely asked, so loaded only then. */
  keylog(): Promise<Client<typeof KeyLogService>>;
  policy(): Promise<Client<typeof PolicyService>>;
  /** Of a service that is rarely called: whoever needs it brings its schema along. */
  client<T extends DescService>(service: T): Client<T>;
  /** The same without a session, by connections of their own (survey/apart.ts). */
  apart<T extends DescService>(service: T): Client<T>;
  authApart(): Client<typeof AuthService>;
  setToken(token: Uint8Array | undefined): void;
  /** The name of the server, as it is called here. */
  readonly host: string;
  /** The time by the server's clock, as far as an answer told it: what the server does at an hour is told by its own. */
  serverNow(): number;
  /** Opens the event socket and keeps it open, with back-off, until `disconnect`. */
  connect(): void;
  disconnect(): void;
  /** Called with each event, in order; "online" comes after every (re)connection, before the first event. */
  onEvent(listener: (event: ServerEvent) => void): () => void;
  onConnection(listener: (state: "online" | "connecting" | "offline") => void): () => void;
}

/** This browser's own storage, encrypted at rest under a key that cannot be read out. */
export interface DeviceStore {
  get(key: string): Promise<Uint8Array | undefined>;
  /** Writes all or nothing; `undefined` deletes. Resolves once it is on the disk. */
  put(entries: readonly (readonly [key: string, value: Uint8Array | undefined])[]): Promise<void>;
  list(prefix: string): Promise<readonly (readonly [key: string, value: Uint8Array])[]>;
  /** Destroys the wrapping key and everything stored. */
  destroy(): Promise<void>;
}

/** What the vault holds. Grows by optional fields only. */
export interface VaultContents {
  readonly v: 1;
  readonly role: Role;
  readonly loginName: string;
  readonly displayName: string;
  /** Ed25519 seed and public key, hex. */
  readonly identityPrivateKey: string;
  readonly identityPublicKey: string;
  readonly sealingIdentity: string;
  readonly sealingRecipient: string;
  readonly historyStream: Id;
  /** 32 bytes, hex. */
  readonly historyKey: string;
  readonly settings: Settings;
  readonly conversations: Readonly<Record<Id, VaultConversation>>;
  /** The account's devices, by id (devices.ts). */
  readonly devices?: Readonly<Record<Id, VaultDevice>>;
  /** The newest of those that were logged out: wherever one still has a leaf, it is removed. Oldest first. */
  readonly removed?: readonly VaultRemoval[];
  /** Keys of the history, by conversation and lane, base64url (conversation/lanes.ts). */
  readonly historyKeys?: Readonly<Record<Id, Readonly<Record<string, string>>>>;
  /** Something in the history has an end, or was forgotten. */
  readonly forgets?: boolean;
  /** Of conversations that were forgotten, up to which record. */
  readonly forgotten?: Readonly<Record<Id, number>>;
  /** A practitioner's sealed records, by conversation (conversation/record.ts). */
  readonly records?: Readonly<Record<Id, VaultRecord>>;
  /** The messages the account starred, of each conversation. */
  readonly stars?: Readonly<Record<Id, readonly Id[]>>;
  /** A client set the passphrase of the name's other account (second_account.ts), or was led to think so in that account itself. */
  readonly secondPassphrase?: true;
  /** What the account agreed to (policy.ts). */
  readonly policy?: VaultPolicy;
  readonly rooms?: Readonly<Record<Id, VaultRoom>>;
  /** The newest of the key log that a device verified (keylog/view.ts). */
  readonly keylog?: VaultKeylog;
  /** For which asking the reserve was replaced last (rekeying.ts). */
  readonly rekeyed?: string;
  /** The last link of the access log (accesslog/). */
  readonly access?: VaultAccess;
  readonly surveys?: VaultSurveys;
  /** A practitioner's quick phrases. */
  readonly phrases?: readonly string[];
  /** A practitioner's reserve device (conversation/reserve.ts), base64url. */
  readonly reserve?: { readonly deviceId: Id; readonly device: string; readonly lastResort: string; readonly keyPackages: readonly string[] };
}
/** The last link of the access log, and where it stands in the history. */
export interface VaultAccess {
  readonly n: number;
  /** Hex. */
  readonly hash: string;
  readonly seq: number;
  /** Until when the openings of an intake card are in it, in ms since 1970, by conversation or room. */
  readonly opened?: Readonly<Record<Id, number>>;
}
/** Surveys that the account may answer, and its own (survey/). */
export interface VaultSurveys {
  readonly ballots?: Readonly<Record<Id, VaultBallot>>;
  readonly drafts?: Readonly<Record<Id, SurveyDraft>>;
  readonly own?: Readonly<Record<Id, VaultOwnSurvey>>;
}
/** A ballot as it was drawn, and once the server signed it. Bytes in base64url. */
export interface VaultBallot {
  readonly privateKey: string;
  readonly publicKey: string;
  readonly randomizer: string;
  /** Until it is signed. */
  readonly blinded?: string;
  readonly inverse?: string;
  readonly signature?: string;
  /** When the survey is over, in ms since 1970. */
  readonly until: number;
}
/** What opens the responses to a survey of one's own ("AGE-SECRET-KEY-PQ-1…"). */
export interface VaultOwnSurvey {
  readonly identity: string;
  readonly series: Id;
  /** How many responses were counted in what was published, each time. */
  readonly published?: readonly number[];
}
/** A checkpoint of the key log. */
export interface VaultKeylog {
  /** Of the log, C2SP signed-note. */
  readonly key: string;
  readonly size: number;
  /** Hex. */
  readonly hash: string;
  /** Days since 1970. */
  readonly day: number;
  /** Keys of the witnesses that the account holds to (keylog/witness.ts). */
  readonly witnesses?: readonly string[];
}
/** Which version of the privacy policy a client agreed to, on which day since 1970; and which was shown last. */
export interface VaultPolicy {
  readonly agreed?: { readonly version: number; readonly day: number };
  readonly seen: number;
}
/** A room that the account leads, is in, or asks to be let into (room/). */
export interface VaultRoom {
  readonly face: RoomFace;
  /** That of an unlisted room's invitation link, hex. */
  readonly faceKey?: string;
  /** A member's identity in this room alone, hex; a moderator is there as who they are. */
  readonly identityPrivateKey?: string;
  readonly identityPublicKey?: string;
  /** Where a member is answered by the moderators there alone ("AGE-SECRET-KEY-PQ-1…", "age1pq1…"). */
  readonly sealingIdentity?: string;
  readonly sealingRecipient?: string;
  /** What a member wants to be called there. */
  readonly name?: string;
  /** A member's intake card, and the accounts of the moderators it is sealed to. */
  readonly card?: { readonly answers: readonly RoomAnswer[]; readonly sharedWith: readonly Id[] };
  /** A member's devices there, by the device of the account whose browser it is. */
  readonly devices?: Readonly<Record<Id, Id>>;
  /** Lets the others see when the room is on the screen. */
  readonly present?: boolean;
  /** A moderator's: how things stood last, for a further device that joins by itself. */
  readonly led?: RoomLed;
  /** And its notes and open reports, which that could not read any more. */
  readonly recalled?: Recalled;
  /** A moderator's: by which handle the server knows whoever they let in, by identity. */
  readonly handles?: Readonly<Record<Id, Id>>;
  /** What those are called who are not let in any more, by handle. */
  readonly banned?: Readonly<Record<Id, string>>;
  /** And those of who has gone: the person by handle. */
  readonly formerHandles?: Readonly<Record<Id, Id>>;
  /** Commits of moderators whom the practice appointed and this account agreed to: their SHA-256, hex. */
  readonly agreed?: readonly string[];
}
export interface VaultDevice {
  /** Chosen by a person; empty while its kind serves. */
  readonly name: string;
  readonly kind: DeviceKind;
  /** Days since 1970, where the device is. */
  readonly since: number;
  readonly lastUsed: number;
  /** SHA-256 of its session's token, hex: by this the others can end the session. */
  readonly session: string;
  /** Somebody said on another device that it is theirs, or there was no other. */
  readonly confirmed: boolean;
}
export interface VaultRemoval {
  readonly device: Id;
  /** Its session, empty if none is known; until the server ended it and withdrew the key packages. */
  readonly pending?: string;
}
export interface VaultConversation {
  readonly peer: Person;
  /** The identity key first seen, hex; with another one it would be another account, whose id is its key's hash. */
  readonly peerIdentityKey: string;
  readonly compared: boolean;
  /** Highest sequence number this account has read. */
  readonly readUpTo: number;
}

export interface VaultRecord {
  /** What the client called themself. */
  readonly name: string;
  /** "AGE-SECRET-KEY-PQ-1…"; empty once the record's time is over. */
  readonly identity: string;
  /** Up to which record of the conversation all is in it. */
  readonly upTo: number;
  /** When it is destroyed, in ms since 1970; known once the conversation has ended. */
  readonly until?: number;
}

export interface Vault {
  read(): VaultContents;
  /** Applies `change` to the newest vault and stores it by compare-and-set, again on conflict. */
  update(change: (contents: VaultContents) => VaultContents): Promise<VaultContents>;
  /** Fetches the vault again after the server said that it changed. */
  refresh(): Promise<VaultContents>;
}

export interface CoreContext {
  readonly transport: Transport;
  readonly vault: Vault;
  readonly store: DeviceStore;
  readonly device: Device;
  readonly accountId: Uint8Array;
  readonly emit: (event: CoreEvent) => void;
  readonly now: () => number;
  /** Has something stand in the account's access log, by and by. */
  readonly noted?: (event: AccessEvent) => void;
}
