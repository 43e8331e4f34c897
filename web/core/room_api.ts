/**
 * The rooms' part of the contract between the client core and whoever shows it
 * (api.ts): what there is to see of a room, and what can be done in one.
 */
import type { Id, SecurityEvent } from "./api.ts";

export interface RoomModerator {
  readonly accountId: Id;
  readonly displayName: string;
  /** Hex; the account id is its hash. */
  readonly identityKey: string;
  /** "age1pq1…", to which intake cards are sealed. */
  readonly recipient: string;
}

/** What a moderator wants to know of somebody who asks to be let in. */
export interface RoomQuestion {
  readonly label: string;
  readonly required: boolean;
}

/** What is seen of a room from outside, signed by who leads it. */
export interface RoomFace {
  readonly v: 1;
  readonly title: string;
  readonly purpose: string;
  readonly rules: string;
  /** BCP 47. */
  readonly language: string;
  /** For how many days what is said is kept; 0 for no longer than the session. */
  readonly days: number;
  /** How many people there is place for. */
  readonly capacity: number;
  /** "open": whoever asks is let in by a moderator's device as soon as one is there. */
  readonly entry: "open" | "request";
  /** When one meets; empty for a room that is always open. */
  readonly sessions: readonly RoomSession[];
  readonly questions: readonly RoomQuestion[];
  readonly moderators: readonly RoomModerator[];
}
/** A time each week. */
export interface RoomSession {
  /** 0 is Sunday. */
  readonly weekday: number;
  /** Minutes since midnight. */
  readonly start: number;
  readonly minutes: number;
  /** IANA, such as "Europe/Berlin". */
  readonly zone: string;
}
/** What a moderator says of a room; what is left out of a new one is as usual. */
export type RoomTold = Omit<RoomFace, "v" | "moderators" | "capacity" | "entry" | "sessions"> & Partial<Pick<RoomFace, "capacity" | "entry" | "sessions">>;
export type NewRoom = RoomTold & { readonly listed: boolean };
export const MAX_ROOM_TEXT = { title: 80, purpose: 500, rules: 4_000, question: 120, answer: 2_000, welcome: 2_000, warning: 120, agenda: 120 } as const;
export const MAX_ROOM_DAYS = 90;
export const MAX_ROOM_NAME_LENGTH = 40;
export const ROOM_CAPACITY = { least: 2, most: 150 } as const;
export const MAX_ROOM_SESSIONS = 14;
export const MAX_ROOM_AGENDA = 20;
/** Longest time that a moderator may ask for between two messages of a member, in seconds. */
export const MAX_SLOW_SECONDS = 3_600;
/** Of a report, in the words of who makes it. */
export const MAX_REPORT_LENGTH = 2_000;
/** Most people that one message may mention. */
export const MAX_MENTIONS = 20;
/** "Thank you" without words: a reaction that is shown as these words. */
export const THANKS = "🙏";

export interface RoomSeen {
  readonly id: Id;
  readonly face: RoomFace;
  /** How this account stands to it. */
  readonly standing: "outside" | "asking" | "declined" | "inside";
  /** Whether one may ask to be let in. */
  readonly asking: boolean;
  /** The practice appointed this account to lead it, and it has not come in yet. */
  readonly appointed: boolean;
}

/** What somebody tells the moderators when they ask to be let in: the name they choose for this room, and their intake card. */
export interface RoomKnock {
  readonly name: string;
  /** To the questions of the room's face, in their order. */
  readonly answers: readonly string[];
}
/** What somebody told the moderators, with what they were asked. */
export interface RoomAnswer {
  readonly question: string;
  readonly answer: string;
}
export interface AtRoomDoor {
  readonly handle: Id;
  readonly name: string;
  readonly answers: readonly RoomAnswer[];
  /** A practitioner who asks to lead the room, too. */
  readonly leads: boolean;
  /** Days since 1970. */
  readonly day: number;
  /** Who they are in the room already: it is a further device of theirs that asks. */
  readonly inside?: Id;
  /** Whose name theirs could be taken for: of somebody in the room, so that they cannot come in under it, or of somebody else who asks. */
  readonly alike?: { readonly name: string; readonly inside: boolean };
}

/** Somebody in a room; `id` is that of their identity in this room, an account's only for moderators. */
export interface RoomPerson {
  readonly id: Id;
  readonly name: string;
  readonly moderates: boolean;
  readonly muted: boolean;
  /** When a moderator's device lifts that; without it somebody has to. */
  readonly mutedUntil?: number;
  /** What they write goes to the moderators first. */
  readonly held: boolean;
}

/** One's own intake card in a room. */
export interface OwnRoomCard {
  /** Empty where it was withdrawn. */
  readonly answers: readonly RoomAnswer[];
  /** Names of the moderators who can read it, and of those who came since and cannot. */
  readonly readBy: readonly string[];
  readonly askedBy: readonly string[];
  readonly openings: readonly RoomOpening[];
}
/** That a moderator opened it. */
export interface RoomOpening {
  readonly by: string;
  readonly at: number;
}

/** How things stand in a room, for a device that was not there. */
export interface RoomLed {
  readonly people: readonly RoomPerson[];
  readonly conduct: RoomConduct;
  readonly hands: readonly Id[];
}

/** How a room is led at the moment; moderators change it. */
export interface RoomConduct {
  /** What who comes in reads first; "" for none. */
  readonly welcome: string;
  /** Seconds between two messages of a member; 0 for none. */
  readonly slowSeconds: number;
  /** Whatever members write goes to the moderators first. */
  readonly review: boolean;
  /** Of the members only who has the floor may write. */
  readonly queue: boolean;
  /** Who has the floor. */
  readonly floor: Id | null;
  readonly pinned: { readonly id: Id; readonly name: string; readonly text: string } | null;
  readonly agenda: readonly RoomAgendaItem[];
  /** Which item of the agenda is on, and since when by the moderator's clock. */
  readonly running: { readonly item: number; readonly since: number } | null;
  /** A question how everybody is, 0 to 10, that is open. */
  readonly check: { readonly id: Id; readonly when: RoomMoment } | null;
  /** What came of it at the start and at the end of a session, as a picture of all. */
  readonly moods: readonly RoomMood[];
  /** The panic button was pressed: the room is closed, and everybody is shown where there is help. */
  readonly help: boolean;
}
export type RoomMoment = "start" | "end";
/** How many answered 0–2, 3–4, 5–6, 7–8 and 9–10. Made of no fewer than MOOD_LEAST answers. */
export interface RoomMood {
  readonly when: RoomMoment;
  readonly counts: readonly number[];
}
export const MOOD_LEAST = 5;
export interface RoomAgendaItem {
  readonly title: string;
  /** 0 for as long as it takes. */
  readonly minutes: number;
}

/** What goes with the words of a message. */
export interface RoomSaying {
  readonly reply?: Id;
  /** What the words are about, for who would rather not read them now. */
  readonly warning?: string;
  /** Who is spoken to. */
  readonly mentions?: readonly Id[];
}

export interface RoomReaction {
  readonly emoji: string;
  readonly count: number;
  readonly mine: boolean;
}

export interface RoomMessage extends RoomSaying {
  readonly kind: "message";
  readonly id: Id;
  readonly seq: number;
  readonly at: number;
  readonly from: Id;
  /** What they were called then: who left is not among the people any more. */
  readonly name: string;
  readonly mine: boolean;
  readonly moderates: boolean;
  readonly text: string;
  /** Speaks to this account. */
  readonly toMe?: true;
  /** Which moderator passed it on, of one that was held for review. */
  readonly passedBy?: string;
  /** Its words are gone. */
  readonly takenDown?: true;
  /** This account reported it. */
  readonly reported?: true;
  readonly reactions?: readonly RoomReaction[];
  /** "unheard": one's own that nobody is shown, because one had been muted or somebody else had the floor when it arrived. */
  readonly delivery: "queued" | "sent" | "unheard";
}

export type RoomItem =
  | RoomMessage
  /** Held for review; seen by who wrote it and by the moderators. `away`: passed on or sent back. */
  | ({ readonly kind: "held"; readonly id: Id; readonly seq: number; readonly at: number; readonly from: Id; readonly name: string; readonly mine: boolean; readonly text: string; readonly state: "waiting" | "passed" | "returned"; readonly why?: string; readonly delivery: "queued" | "sent" } & RoomSaying)
  /** Between one member and the moderators. `to`: the member whom a moderator answers. */
  | { readonly kind: "whisper"; readonly id: Id; readonly seq: number; readonly at: number; readonly from: Id; readonly name: string; readonly mine: boolean; readonly moderates: boolean; readonly to?: Id; readonly toName?: string; readonly text: string; readonly delivery: "queued" | "sent" }
  | { readonly kind: "came" | "went" | "appointed" | "muted" | "unmuted" | "held-on" | "held-off"; readonly id: string; readonly seq: number; readonly at: number; readonly name: string; readonly mine: boolean }
  /** A moderator changed how the room is led. `name`: who has the floor now; `title`: of the agenda's item that is on. */
  | { readonly kind: "conduct"; readonly id: string; readonly seq: number; readonly at: number; readonly what: RoomNotice; readonly on: boolean; readonly name?: string; readonly title?: string; readonly seconds?: number }
  | { readonly kind: "security"; readonly id: string; readonly seq: number; readonly at: number; readonly code: SecurityEvent["code"] };
export type RoomNotice = "slow" | "review" | "queue" | "floor" | "pinned" | "running" | "check" | "mood" | "help";

/**
 * What is to be thought of a report. "proved": it was said here, at this place, by
 * this person. "altered": what it shows is not what it was made of. "not-sent": this
 * server relayed nothing of the kind. "other-sender": somebody else sent it.
 * "unknown-sender": it was sent, and this moderator cannot tell by whom.
 * "before-exchange": it is destroyed, and the server's keys were exchanged since, so that
 * nobody can tell. "unchecked": the server could not be asked yet.
 */
export type RoomVerdict = "proved" | "altered" | "not-sent" | "other-sender" | "unknown-sender" | "before-exchange" | "unchecked";

/** A message that somebody showed the moderators, who decide nothing by one that is not proved. */
export interface RoomReport {
  readonly id: Id;
  readonly seq: number;
  readonly at: number;
  /** Who reports it. */
  readonly by: Id;
  readonly byName: string;
  /** The message, perhaps not on this device or not any more. */
  readonly message: Id;
  readonly said: number;
  readonly from: Id;
  readonly name: string;
  readonly passedBy?: string;
  readonly text: string;
  readonly warning?: string;
  /** In the words of who reports it; perhaps empty. */
  readonly why: string;
  readonly verdict: RoomVerdict;
}

/** A moderator's note on a room; the moderators of that time can read it. */
export interface RoomNote {
  readonly id: Id;
  readonly seq: number;
  readonly at: number;
  readonly by: string;
  readonly text: string;
}
/** Who said, did or showed something in a room on one day (UTC, since 1970), as far as it is still kept. */
export interface RoomAttendance {
  readonly day: number;
  readonly names: readonly string[];
}

/** Why one cannot write now. */
export type RoomSilence = "out" | "asked" | "closed" | "hours" | "muted" | "queue";

/** Of a room that meets at set times; times by this device's clock. */
export interface RoomHours {
  readonly open: boolean;
  /** While it is open. */
  readonly until?: number;
  readonly next?: number;
}

/** Somebody whom the practice appointed to lead a room, and who waits for this account to agree. */
export interface RoomAppointed {
  readonly accountId: Id;
  readonly displayName: string;
}

export interface RoomView {
  readonly id: Id;
  readonly face: RoomFace;
  /** Who this account is there. */
  readonly me: Id;
  readonly people: readonly RoomPerson[];
  readonly items: readonly RoomItem[];
  readonly conduct: RoomConduct;
  /** Who raised a hand, in this order. */
  readonly hands: readonly Id[];
  readonly moderates: boolean;
  /** False before this device came in, and once it is out. */
  readonly inside: boolean;
  readonly closed: boolean;
  /** Until this account agreed, or left, nothing goes on here: what follows is held back by this device. */
  readonly appointed?: RoomAppointed;
  /** Of a moderator whom the practice appointed: how many have not agreed yet, and are nobody here until then. */
  readonly unanswered: number;
  readonly silence?: RoomSilence;
  /** Open ones; empty for who does not lead the room. */
  readonly reports: readonly RoomReport[];
  /** What this account answered to the check that is open, and for moderators how many did. */
  readonly checked?: number;
  readonly checks: number;
  /** Moderators' alone; empty for others. */
  readonly notes: readonly RoomNote[];
  readonly attendance: readonly RoomAttendance[];
  /** Whether the room meets now, where it does so at set times. */
  readonly hours?: RoomHours;
  /** How much was said to this account and not read yet, up to which number of the log it was read on this device, and whether somebody speaks to it there. */
  readonly unread: { readonly count: number; readonly after: number; readonly mentioned: boolean };
  /** How many others are writing. */
  readonly typing: number;
  /** Who lets the others see that they are here. */
  readonly here: readonly Id[];
  /** Whether this account does. */
  readonly present: boolean;
  /** Slow mode: from when on one may write again. */
  readonly slowUntil?: number;
  /** A code of an error: why the server does not take for now what waits to be sent. It goes out by itself. */
  readonly waits?: string;
}

/** What can be done in rooms; every method rejects with a CoreFailure. */
export interface RoomCore {
  /** Opens a room that this practitioner leads. */
  createRoom(room: NewRoom): Promise<Id>;
  /** The rooms that everybody may see. */
  listedRooms(): Promise<readonly RoomSeen[]>;
  /** A room by its id; with the key of its invitation link (base64url) where it is not listed. */
  lookAtRoom(id: Id, key?: string): Promise<RoomSeen>;
  /** What an invitation link to a room that is not listed has behind its "#"; undefined where it is. */
  roomLinkKey(id: Id): Promise<string | undefined>;
  /** Asks to be let in, or asks anew. "room_name_invalid", "room_answer_missing", "room_face_changed" where it was looked at and is another one now, and refusals of the server. */
  askEntry(id: Id, told: RoomKnock, key?: string): Promise<void>;
  /** The same as before, for this browser: of a room that the account is in, or asks to be let into. */
  askEntryAgain(id: Id): Promise<void>;
  /** Practitioners: asks to lead a room, too. */
  askToLead(id: Id, key?: string): Promise<void>;
  withdrawEntry(id: Id): Promise<void>;
  /** Stewards: appoints a practitioner to lead a room, for one that nobody leads any more. Its members are asked. */
  appointModerator(id: Id, practitioner: Id): Promise<void>;
  /** Practitioners whom the practice appointed: comes in to lead a room; with the key of its invitation link where it is not listed. */
  takeUpRoom(id: Id, key?: string): Promise<void>;
  /** Agrees to be led by who was appointed, who is told one's name there, and one's answers on the intake card if one says so. Who does not agree leaves. */
  acceptModerator(id: Id, shareCard: boolean): Promise<void>;
  /** One's own intake card. */
  ownRoomCard(id: Id): Promise<OwnRoomCard>;
  /** Changes it: answers to the room's questions, in their order, for those who lead the room by now. */
  putRoomCard(id: Id, answers: readonly string[]): Promise<void>;
  /** Lets those read it, too, who have come to lead the room since. */
  shareRoomCard(id: Id): Promise<void>;
  /** Takes one's answers away from the moderators; one's name and where to be answered stay. */
  withdrawRoomCard(id: Id): Promise<void>;
  /** The rooms that this account is in, or leads. */
  rooms(): Promise<readonly RoomView[]>;
  /** Those at whose door it is, or was. */
  askedRooms(): Promise<readonly RoomSeen[]>;
  /** Leaves a room and takes it off this device. */
  leaveRoom(id: Id): Promise<void>;
  /** What was being written, kept on this device: in a room by its id, of one that is being made by "new". */
  roomDraft(of: string): Promise<string>;
  saveRoomDraft(of: string, text: string): Promise<void>;

  /** Refused with room_muted, room_not_your_turn or room_slow where the room is led so. */
  sayInRoom(id: Id, text: string, more?: RoomSaying): Promise<void>;
  /** One reaction of each person to each message; "" takes it back. */
  reactInRoom(id: Id, message: Id, emoji: string): Promise<void>;
  raiseHand(id: Id, up: boolean): Promise<void>;
  /** Answers the check that is open, 0 to 10; again in place of the first time. Only the sum of all is shown to anybody. */
  answerCheck(id: Id, value: number): Promise<void>;
  /** All that is there was read. */
  readRoom(id: Id): Promise<void>;
  /** Something is being written; may be called at each key. */
  typeInRoom(id: Id): Promise<void>;
  /** A room comes onto the screen, or goes from it. */
  showRoom(id: Id, shown: boolean): Promise<void>;
  /** Lets the others see when the room is on the screen; at first it does not. */
  setPresent(id: Id, on: boolean): Promise<void>;
  /** Read by the moderators alone. */
  whisperToModerators(id: Id, text: string): Promise<void>;
  /** Shows another's message to the moderators, but for the one who said it; "report_to_nobody" where there is no other. */
  reportMessage(id: Id, message: Id, why: string): Promise<void>;
  /** One's own message, or as a moderator anybody's. */
  takeDown(id: Id, message: Id): Promise<void>;

  // Moderators; everybody else is refused with moderators_only.

  /** Those who ask, with what they told. */
  roomDoor(id: Id): Promise<readonly AtRoomDoor[]>;
  /** Lets in. "room_name_taken" where a name could be taken for another's. */
  admit(id: Id, handles: readonly Id[]): Promise<void>;
  declineEntry(id: Id, handle: Id): Promise<void>;
  /** Lets a practitioner lead the room who asked to. */
  appoint(id: Id, handle: Id): Promise<void>;
  /** Changes what is told of the room; `asking`: whether one may ask to be let in. */
  changeRoom(id: Id, told: RoomTold & { readonly asking: boolean }): Promise<void>;
  /** Takes those out who have not agreed to be led by this moderator, whom the practice appointed. They can ask to be let in. */
  goOnWithout(id: Id): Promise<void>;
  /** Whose intake cards this moderator can open; `empty`: withdrawn, or nothing was answered. */
  roomCards(id: Id): Promise<readonly { readonly person: Id; readonly empty: boolean }[]>;
  /** Opens a member's intake card, which they are told first. "room_card_not_shared" where they have not shared it. */
  openRoomCard(id: Id, person: Id): Promise<readonly RoomAnswer[]>;
  /** Takes somebody out, for good if they are banned. */
  removeFromRoom(id: Id, person: Id, banned: boolean): Promise<void>;
  /** For so many minutes, or until it is lifted. */
  mute(id: Id, member: Id, on: boolean, minutes?: number): Promise<void>;
  /** Holds what one member writes for review. */
  holdMember(id: Id, member: Id, on: boolean): Promise<void>;
  /** Shows everybody what was held. */
  passOn(id: Id, held: Id): Promise<void>;
  /** Is done with a report, which is taken off everywhere. */
  settleReport(id: Id, report: Id): Promise<void>;
  /** Gives what was held back to who wrote it, with a word why. */
  sendBack(id: Id, held: Id, why: string): Promise<void>;
  /** Answers a member, unseen by the others. */
  whisperTo(id: Id, member: Id, text: string): Promise<void>;
  /** Changes how the room is led; what is not named stays as it is. */
  setConduct(id: Id, change: Partial<Omit<RoomConduct, "help" | "check" | "moods">>): Promise<void>;
  /** Asks everybody how they are. */
  beginCheck(id: Id, when: RoomMoment): Promise<void>;
  /** Ends it, and shows all what came of it if MOOD_LEAST answered. */
  endCheck(id: Id): Promise<void>;
  addRoomNote(id: Id, text: string): Promise<void>;
  removeRoomNote(id: Id, note: Id): Promise<void>;
  /** Who is not let in any more; "" for whose name this account does not know. */
  roomBans(id: Id): Promise<readonly { readonly handle: Id; readonly name: string }[]>;
  /** Declines somebody at the door for good. */
  banAtDoor(id: Id, handle: Id): Promise<void>;
  liftBan(id: Id, handle: Id): Promise<void>;
  /** Closes the room and shows everybody where there is help. */
  panic(id: Id): Promise<void>;
  /** A closed room can be read. */
  setRoomClosed(id: Id, closed: boolean): Promise<void>;
}

/** Every method of RoomCore, for whoever hands calls on. */
export const ROOM_METHODS = [
  "createRoom", "listedRooms", "lookAtRoom", "roomLinkKey", "askEntry", "askEntryAgain", "askToLead", "withdrawEntry", "appointModerator", "takeUpRoom", "acceptModerator", "ownRoomCard", "putRoomCard", "shareRoomCard", "withdrawRoomCard", "rooms", "askedRooms", "leaveRoom", "roomDraft", "saveRoomDraft",
  "sayInRoom", "reactInRoom", "raiseHand", "answerCheck", "readRoom", "typeInRoom", "showRoom", "setPresent", "whisperToModerators", "reportMessage", "takeDown",
  "roomDoor", "admit", "declineEntry", "appoint", "changeRoom", "goOnWithout", "roomCards", "openRoomCard", "removeFromRoom", "mute", "holdMember", "passOn", "sendBack", "whisperTo", "settleReport", "setConduct", "beginCheck", "endCheck", "addRoomNote", "removeRoomNote", "roomBans", "banAtDoor", "liftBan", "panic", "setRoomClosed",
] as const satisfies readonly (keyof RoomCore)[];
