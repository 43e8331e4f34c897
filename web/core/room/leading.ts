/**
 * Leading a room: who is let in and out, whose words are held back, and what its
 * moderators know of its members. Nobody else's commits are taken by anybody.
 */
import { type Id, MOOD_LEAST, ROOM_CAPACITY, type RoomConduct, type RoomCore, type RoomFace, type RoomPerson } from "../api.ts";
import { fromHex, randomBytes, toHex } from "../bytes.ts";
import { saying } from "../conversation/payload.ts";
import { emptyTranscript } from "../conversation/transcript.ts";
import { CoreError, hasCode } from "../errors.ts";
import { StreamKind, StreamRole } from "../gen/alcove/v1/stream_pb.ts";
import { addMembers, createGroup, type Group, groupInfo, members, removeMembers, ROOM_SUITE, updateOwnKeys } from "../mls.ts";
import { type ReadCard, readCard } from "./card.ts";
import { type AtDoor, readKnock } from "./entrance.ts";
import { writeFace } from "./face.ts";
import type { FoldedRoom } from "./fold.ts";
import { withHandle, withoutHandle } from "./handles.ts";
import { asModerator, type House, newcomer, sealToModerators } from "./house.ts";
import { isTaken, roomName } from "./names.ts";
import { isConductChange, TO_MODERATORS } from "./payload.ts";
import type { RoomChange } from "./room.ts";
import type { SealedWords } from "./sealed_words.ts";
import { fitting } from "./talking.ts";

type LeadingMethods = Pick<RoomCore,
  | "createRoom" | "changeRoom" | "roomDoor" | "admit" | "declineEntry" | "appoint" | "removeFromRoom" | "goOnWithout" | "roomCards" | "openRoomCard"
  | "beginCheck" | "endCheck" | "addRoomNote" | "removeRoomNote" | "roomBans" | "banAtDoor" | "liftBan"
  | "mute" | "holdMember" | "passOn" | "sendBack" | "settleReport" | "whisperTo" | "setConduct" | "panic" | "setRoomClosed">;

export interface Leading extends LeadingMethods {
  /** Everybody whose name is known without having been there: by the face, and by the cards. */
  newcomers(id: Id): Promise<readonly RoomPerson[]>;
  /** Takes devices out of the group, by account; does nothing where none of them is in it. */
  removeDevices(id: Id, gone: ReadonlyMap<Id, ReadonlySet<Id>>): Promise<void>;
  /** Ends the muting of those whose time is over. */
  liftMutes(id: Id): Promise<void>;
  /** Does what a change of a room's members asks for: takes those out of the group whose accounts left, names who agreed to be led by this account, and opens an open door. */
  seeTo(id: Id): Promise<void>;
  /** By which handles the server knows members; of those whom another moderator let in, their cards tell it. */
  handlesOf(id: Id, people: readonly Id[]): Promise<Readonly<Record<Id, Id>>>;
}

type Change = (group: Group, folded: FoldedRoom) => Promise<RoomChange | undefined>;
interface CardAt extends ReadCard {
  readonly handle: Id;
}

const leafsOf = (group: Group, people: ReadonlySet<Id>): readonly number[] => members(group).filter((each) => people.has(toHex(each.accountId))).map(({ leaf }) => leaf);

/** How many are let in by one commit; the server takes 64. */
const MOST_ADMITTED = 32;
/** How much the server forgets at once. */
const MOST_FORGOTTEN = 1_000;

/** 0–2, 3–4, 5–6, 7–8, 9–10. */
const countsOf = (values: readonly number[]): readonly number[] => [2, 4, 6, 8, 10].map((most, i, tops) => values.filter((value) => value <= most && value > (tops[i - 1] ?? -1)).length);

/** What is not said of a new room. */
const AS_USUAL = { capacity: ROOM_CAPACITY.most, entry: "request", sessions: [] } as const;

export function createLeading(house: House): Leading {
  const { ctx, find, leading, kept, keep, post } = house;
  const { transport, vault } = ctx;

  // ---- who is let in and out ---------------------------------------------------

  /** Takes leaves out, and with them the people who go; `remove` are the handles of those whom the server takes out, too. */
  function removal(leavesIn: (group: Group) => readonly number[], gone: ReadonlySet<Id>, remove: readonly Id[]): Change {
    return async (group, folded) => {
      const leaves = leavesIn(group);
      if (leaves.length === 0) return undefined;
      return { made: await removeMembers(group, leaves), admit: [], remove, appoint: [], people: [...folded.people.values()].filter(({ id }) => !gone.has(id)) };
    };
  }
  const removalOf = (people: ReadonlySet<Id>, remove: readonly Id[]): Change => removal((group) => leafsOf(group, people), people, remove);

  /** Of people with one name the first is let in; a further device of somebody who is in has their name already. */
  function admission(asking: readonly AtDoor[], leads: boolean): Change {
    return async (group, folded) => {
      const present = new Set(members(group).map((each) => toHex(each.accountId)));
      const people = new Map(folded.people);
      const packages: Uint8Array[] = [];
      const letting: AtDoor[] = [];
      const { asking: atDoor } = await transport.room.getDoor({ streamId: group.state.groupContext.groupId });
      const waiting = new Set(atDoor.map(({ handle }) => toHex(handle)));
      for (const each of asking) {
        if (!waiting.has(each.handle)) continue;
        if (!present.has(each.person) && isTaken(each.name, [...people.values()].map(({ name }) => name))) throw new CoreError("room_name_taken");
        if (!present.has(each.person)) people.set(each.person, newcomer(each.person, leads ? each.name : roomName(each.name), leads));
        packages.push(each.keyPackage);
        letting.push(each);
      }
      if (letting.length === 0) return undefined;
      const made = await addMembers(group, ctx.device, packages);
      return { made, admit: leads ? [] : letting.map(({ handle }) => handle), remove: [], appoint: leads ? letting.map(({ person }) => person) : [], people: [...people.values()] };
    };
  }

  async function door(id: Id): Promise<readonly AtDoor[]> {
    leading(id);
    const { asking } = await transport.room.getDoor({ streamId: fromHex(id) });
    const read = await Promise.all(asking.map(({ handle, day, sealed }) => readKnock(ctx, id, toHex(handle), day, sealed)));
    return read.filter((each) => each !== undefined);
  }

  async function askingBy(id: Id, handles: readonly Id[], leads: boolean): Promise<readonly AtDoor[]> {
    return (await door(id)).filter(({ handle, leads: wants }) => handles.includes(handle) && wants === leads);
  }

  async function letIn(id: Id, asking: readonly AtDoor[]): Promise<void> {
    const { people } = leading(id).folded();
    const coming = asking.filter(({ person }) => !people.has(person));
    if (people.size + new Set(coming.map(({ person }) => person)).size > kept(id).face.capacity) throw new CoreError("room_full");
    // First, so that whoever is let in can be let out again. Who is in already, and asks for a further device, keeps their handle.
    await keep(id, (before) => coming.reduce((room, { person, handle }) => withHandle(room, person, handle), before ?? kept(id)));
    for (let i = 0; i < asking.length; i += MOST_ADMITTED) await leading(id).commit(admission(asking.slice(i, i + MOST_ADMITTED), false));
  }

  /** An open door: whoever can be let in is, one after the other; the others wait for a moderator. */
  async function letInAll(id: Id): Promise<void> {
    for (const each of await door(id)) {
      if (each.leads) continue;
      await letIn(id, [each]).catch((error: unknown) => {
        if (!hasCode(error, "room_name_taken") && !hasCode(error, "room_full") && !hasCode(error, "room_name_invalid")) throw error;
      });
    }
  }

  /** Tells what the room is from now on, to who is outside and to who is in it. */
  async function tellFace(id: Id, face: RoomFace, asking?: boolean): Promise<void> {
    const key = kept(id).faceKey;
    const bytes = await writeFace(ctx, id, face, key === undefined ? undefined : fromHex(key));
    const { room } = await transport.room.getRoom({ streamId: fromHex(id) });
    await transport.room.putRoom({ room: { streamId: fromHex(id), face: bytes, listed: room?.listed ?? false, asking: asking ?? room?.asking ?? false } });
    await keep(id, (before) => ({ ...(before ?? kept(id)), face }));
    await post(id, { type: "face", face });
  }

  /** Takes those out of the group whose accounts left. */
  async function removeLeft(id: Id): Promise<void> {
    const room = find(id);
    const group = room.group();
    const inGroup = new Set(group && members(group).map((each) => toHex(each.accountId)));
    const others = [...room.folded().people.values()].filter(({ moderates, id: person }) => moderates && person !== room.me);
    const known = [...Object.entries(kept(id).handles ?? {}), ...others.map(({ id: person }) => [person, person] as const)].filter(([person]) => inGroup.has(person));
    // Asked for after looking at the group: who is in it is a member at the server by then.
    const { streams } = await transport.stream.listStreams({});
    const stream = streams.find(({ streamId }) => toHex(streamId) === id);
    const there = new Set(stream?.members.map(({ handle, accountId }) => toHex(accountId.length > 0 ? accountId : handle)));
    const left = new Set(known.filter(([, named]) => !there.has(named)).map(([person]) => person));
    if (!stream || left.size === 0) return;
    await room.commit(removalOf(left, []));
    const { face } = kept(id);
    const leading = face.moderators.filter(({ accountId }) => !left.has(accountId));
    if (leading.length > 0 && leading.length < face.moderators.length) await tellFace(id, { ...face, moderators: leading });
  }

  /**
   * Whom the practice appointed is told who is in the room by their intake cards
   * alone, as they agree; until then they are in it without a name.
   */
  async function nameMembers(id: Id): Promise<void> {
    const group = leading(id).group();
    const nameless = (people: FoldedRoom["people"], of: Group): readonly Id[] => [...new Set(members(of).map(({ accountId }) => toHex(accountId)))].filter((person) => !people.get(person)?.name);
    if (!group || nameless(leading(id).folded().people, group).length === 0) return;
    const told = new Map((await cards(id)).map(({ person, name }) => [person, name]));
    await leading(id).commit(async (now, folded) => {
      const people = new Map(folded.people);
      for (const person of nameless(people, now)) {
        const name = told.get(person) ?? "";
        const taken = name === "" || isTaken(name, [...people.values()].map((each) => each.name));
        people.set(person, newcomer(person, taken ? "" : roomName(name)));
      }
      const news = [...people.values()].some(({ id: person, name }) => folded.people.get(person)?.name !== name);
      return news ? { made: await updateOwnKeys(now), admit: [], remove: [], appoint: [], people: [...people.values()] } : undefined;
    });
  }

  /** Those who have not told this account who they are, by the group and by the server; which is which nobody knows. */
  async function strangers(id: Id): Promise<{ readonly people: readonly Id[]; readonly handles: readonly Id[] }> {
    const { people } = leading(id).folded();
    const known = new Set((await cards(id)).filter(({ person }) => people.get(person)?.name).map(({ handle }) => handle));
    const { streams } = await transport.stream.listStreams({});
    const there = streams.find(({ streamId }) => toHex(streamId) === id)?.members ?? [];
    return {
      people: [...people.values()].filter(({ name }) => name === "").map((each) => each.id),
      handles: there.filter(({ role }) => role === StreamRole.MEMBER).map(({ handle }) => toHex(handle)).filter((each) => !known.has(each)),
    };
  }

  async function removeDevices(id: Id, gone: ReadonlyMap<Id, ReadonlySet<Id>>): Promise<void> {
    const leavesIn = (group: Group): readonly number[] => members(group).filter(({ accountId, deviceId }) => gone.get(toHex(accountId))?.has(toHex(deviceId))).map(({ leaf }) => leaf);
    const room = leading(id);
    const now = room.group();
    if (!now || leavesIn(now).length === 0) return;
    await room.commit(removal(leavesIn, new Set(), []));
  }

  async function out(id: Id, person: Id): Promise<void> {
    const { [person]: gone } = await handlesOf(id, [person]);
    await leading(id).commit(removalOf(new Set([person]), gone === undefined ? [] : [gone]));
    await keep(id, (before) => withoutHandle(before ?? kept(id), person));
  }

  async function ban(id: Id, handle: Id, name: string): Promise<void> {
    await keep(id, (before) => ({ ...(before ?? kept(id)), banned: { ...before?.banned, [handle]: name } }));
    await transport.room.banEntry({ streamId: fromHex(id), handle: fromHex(handle) });
  }

  /** Something among moderators. */
  async function note(id: Id, words: SealedWords): Promise<void> {
    leading(id);
    await post(id, { type: "sealed", to: TO_MODERATORS, sealed: await sealToModerators(house, id, words) }, words);
  }

  // ---- intake cards ------------------------------------------------------------

  async function cards(id: Id): Promise<readonly CardAt[]> {
    const { cards: all } = await transport.room.getCards({ streamId: fromHex(id) });
    const read = await Promise.all(all.map(async ({ handle, sealed }) => {
      const card = await readCard(id, vault.read().sealingIdentity, sealed);
      return card && { ...card, handle: toHex(handle) };
    }));
    return read.filter((each) => each !== undefined);
  }

  async function cardOf(id: Id, person: Id): Promise<CardAt> {
    leading(id);
    const card = (await cards(id)).find((each) => each.person === person);
    if (!card) throw new CoreError("room_card_not_shared");
    return card;
  }

  async function handlesOf(id: Id, people: readonly Id[]): Promise<Readonly<Record<Id, Id>>> {
    const known = kept(id).handles ?? {};
    if (people.every((person) => person in known)) return known;
    const told = await cards(id);
    await keep(id, (before) => told.reduce((room, { person, handle }) => withHandle(room, person, handle), before ?? kept(id)));
    return kept(id).handles ?? {};
  }

  /** Something for one member, which the other moderators read, too. */
  async function tell(id: Id, { person, recipient }: CardAt, words: SealedWords): Promise<void> {
    await post(id, { type: "sealed", to: person, sealed: await sealToModerators(house, id, words, [recipient]) }, words);
  }

  // ---- how the room is led -----------------------------------------------------

  async function conduct(id: Id, change: Partial<RoomConduct>): Promise<void> {
    leading(id);
    if (!isConductChange(change)) throw new CoreError("room_text_too_long");
    await post(id, { type: "conduct", change });
  }

  /** Closes a room, and destroys what was said where no more of it is kept than the session. */
  async function close(id: Id): Promise<void> {
    const { items } = leading(id).folded();
    await transport.stream.closeStream({ streamId: fromHex(id) });
    if (kept(id).face.days > 0) return;
    const seqs = items.flatMap((item) => (item.kind === "message" || item.kind === "held" || item.kind === "whisper" ? [BigInt(item.seq)] : []));
    for (let i = 0; i < seqs.length; i += MOST_FORGOTTEN) await transport.stream.forget({ streamId: fromHex(id), seqs: seqs.slice(i, i + MOST_FORGOTTEN) });
  }

  function heldBy(id: Id, held: Id) {
    const item = leading(id).folded().items.find((each) => each.id === held);
    if (item?.kind !== "held") throw new CoreError("message_not_here");
    return item;
  }

  return {
    async createRoom({ listed, ...told }) {
      const id = toHex(randomBytes(16));
      const faceKey = listed ? undefined : randomBytes(32);
      const own = await asModerator(ctx);
      const face: RoomFace = { v: 1, ...AS_USUAL, ...told, moderators: [own] };
      const bytes = await writeFace(ctx, id, face, faceKey);
      const group = await createGroup(ctx.device, fromHex(id), ROOM_SUITE);
      await keep(id, () => ({ face, ...(faceKey ? { faceKey: toHex(faceKey) } : {}) }));
      const { stream } = await transport.stream.createStream({ streamId: fromHex(id), kind: StreamKind.ROOM, members: [{ accountId: ctx.accountId, role: StreamRole.MODERATOR }], groupInfo: await groupInfo(group) });
      if (!stream) throw new CoreError("internal");
      const room = await house.open(stream);
      await room.adopt({ stream: id, group, transcript: emptyTranscript, counts: {} }, [newcomer(room.me, own.displayName, true)]);
      await transport.room.putRoom({ room: { streamId: fromHex(id), face: bytes, listed, asking: true } });
      return id;
    },
    async roomDoor(id) {
      const { people } = leading(id).folded();
      const asking = await door(id);
      return asking.map((each) => {
        const { handle, day, name, answers, leads, person } = each;
        const told = { handle, day, name, answers, leads };
        if (people.has(person)) return { ...told, inside: person };
        const within = [...people.values()].find((other) => isTaken(name, [other.name]));
        const beside = asking.find((other) => other !== each && !people.has(other.person) && isTaken(name, [other.name]));
        const alike = within ?? beside;
        return { ...told, ...(alike ? { alike: { name: alike.name, inside: alike === within } } : {}) };
      });
    },
    async admit(id, handles) {
      await letIn(id, await askingBy(id, handles, false));
    },
    declineEntry: async (id, h) => void (await transport.room.declineEntry({ streamId: fromHex(id), handle: fromHex(h) })),
    async appoint(id, handle) {
      const [asking] = await askingBy(id, [handle], true);
      if (!asking) throw new CoreError("not_asking");
      const { face } = kept(id);
      const { person: accountId, name: displayName, identityKey, recipient } = asking;
      // Named first: whoever is asked to believe them has read of them by then.
      await tellFace(id, { ...face, moderators: [...face.moderators.filter((each) => each.accountId !== accountId), { accountId, displayName, identityKey, recipient }] });
      await leading(id).commit(admission([asking], true));
    },
    async changeRoom(id, { asking, ...told }) {
      leading(id);
      await tellFace(id, { v: 1, ...AS_USUAL, ...told, moderators: kept(id).face.moderators }, asking);
    },
    async removeFromRoom(id, person, banned) {
      leading(id);
      const { [person]: h } = await handlesOf(id, [person]);
      if (banned && h === undefined) throw new CoreError("not_asking");
      if (banned && h !== undefined) await ban(id, h, find(id).folded().people.get(person)?.name ?? "");
      await out(id, person);
    },
    removeDevices,
    async goOnWithout(id) {
      const { people, handles } = await strangers(id);
      for (let i = 0; i < Math.max(people.length, handles.length); i += MOST_ADMITTED) {
        await leading(id).commit(removalOf(new Set(people.slice(i, i + MOST_ADMITTED)), handles.slice(i, i + MOST_ADMITTED)));
      }
    },
    async seeTo(id) {
      await removeLeft(id);
      await nameMembers(id);
      if (kept(id).face.entry === "open") await letInAll(id);
    },
    handlesOf,
    newcomers: async (id) => [
      ...kept(id).face.moderators.map(({ accountId, displayName }) => newcomer(accountId, displayName, true)),
      ...(await cards(id)).map(({ person, name }) => newcomer(person, name)),
    ],
    async roomCards(id) {
      const { people } = leading(id).folded();
      return (await cards(id)).filter(({ person }) => people.has(person)).map(({ person, answers }) => ({ person, empty: answers.every(({ answer }) => answer === "") }));
    },
    async openRoomCard(id, person) {
      const card = await cardOf(id, person);
      // Told first: nobody reads a card of which its writer does not learn.
      await tell(id, card, { kind: "opened" });
      await house.settle(id);
      return card.answers;
    },
    async settleReport(id, of) {
      const open = leading(id).folded().reports.find((each) => each.id === of);
      if (!open) throw new CoreError("message_not_here");
      await note(id, { kind: "settled", of });
      await transport.stream.forget({ streamId: fromHex(id), seqs: [BigInt(open.seq)] });
    },
    async mute(id, member, on, minutes) {
      leading(id);
      await post(id, { type: "mute", member, on, ...(minutes === undefined ? {} : { until: ctx.now() + minutes * 60_000 }) });
    },
    async liftMutes(id) {
      for (const { id: member, mutedUntil } of leading(id).folded().people.values()) {
        if (mutedUntil !== undefined && mutedUntil <= ctx.now()) await post(id, { type: "mute", member, on: false });
      }
    },
    async holdMember(id, member, on) {
      leading(id);
      await post(id, { type: "hold", member, on });
    },
    async passOn(id, held) {
      const { id: of, from, text, ...more } = heldBy(id, held);
      await post(id, { type: "passed", of, from, text, ...fitting(more) });
    },
    async sendBack(id, held, why) {
      const { id: of, from } = heldBy(id, held);
      await tell(id, await cardOf(id, from), { kind: "returned", of, text: why.trim() });
    },
    async whisperTo(id, member, text) {
      leading(id);
      const words = { kind: "whisper", text: saying(text) } as const;
      await tell(id, await cardOf(id, member), words);
    },
    setConduct: conduct,
    beginCheck: (id, when) => conduct(id, { check: { id: toHex(randomBytes(16)), when } }),
    async endCheck(id) {
      const { conduct: led, checked } = leading(id).folded();
      if (!led.check) return;
      const { when } = led.check;
      const picture = checked.size < MOOD_LEAST ? [] : [{ when, counts: countsOf([...checked.values()]) }];
      await conduct(id, { check: null, moods: [...led.moods.filter((each) => each.when !== when), ...picture] });
    },
    addRoomNote: (id, text) => note(id, { kind: "note", text: saying(text) }),
    async removeRoomNote(id, of) {
      const gone = leading(id).folded().notes.find((each) => each.id === of);
      await note(id, { kind: "note-gone", of });
      if (gone) await transport.stream.forget({ streamId: fromHex(id), seqs: [BigInt(gone.seq)] });
    },
    async roomBans(id) {
      leading(id);
      const { banned } = await transport.room.getDoor({ streamId: fromHex(id) });
      const names = kept(id).banned ?? {};
      return banned.map(toHex).map((handle) => ({ handle, name: names[handle] ?? "" }));
    },
    async banAtDoor(id, handle) {
      const asking = (await door(id)).find((each) => each.handle === handle);
      await ban(id, handle, asking?.name ?? "");
    },
    async liftBan(id, handle) {
      leading(id);
      await transport.room.liftBan({ streamId: fromHex(id), handle: fromHex(handle) });
    },
    async panic(id) {
      await conduct(id, { help: true });
      // First it is said, then closed: what is said in a closed room arrives nowhere.
      await house.settle(id);
      await close(id);
    },
    async setRoomClosed(id, closed) {
      leading(id);
      if (closed) return close(id);
      await transport.stream.openStream({ streamId: fromHex(id) });
      if (find(id).folded().conduct.help) await conduct(id, { help: false });
    },
  };
}
