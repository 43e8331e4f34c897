/**
 * The rooms of an account on this device: finding one and asking to be let in,
 * leading one, and what is said inside.
 */
import { type Id, MAX_MENTIONS, MAX_REACTION_LENGTH, MAX_REPORT_LENGTH, MAX_ROOM_TEXT, type RoomConduct, type RoomCore, type RoomFace, type RoomModerator, type RoomSaying, type RoomSeen, type RoomSilence, type RoomView } from "../api.ts";
import { fromBase64url, fromHex, fromUtf8, randomBytes, toBase64url, toHex, utf8 } from "../bytes.ts";
import type { CoreContext, VaultRoom } from "../context.ts";
import { emptyTranscript } from "../conversation/transcript.ts";
import { saying } from "../conversation/payload.ts";
import { CoreError, hasCode } from "../errors.ts";
import type { Room as WireRoom } from "../gen/alcove/v1/room_pb.ts";
import { RoomStanding } from "../gen/alcove/v1/room_pb.ts";
import { type ServerEvent, type Stream, StreamKind, StreamRole } from "../gen/alcove/v1/stream_pb.ts";
import { turns } from "../in_turn.ts";
import { addMembers, createGroup, type Group, groupInfo, isActive, members, removeMembers, ROOM_SUITE } from "../mls.ts";
import { backOff } from "../socket.ts";
import { isConductChange, type RoomBody, TO_MODERATORS } from "./payload.ts";
import { openWords, type SealedWords, sealWords } from "./sealed_words.ts";
import { type AtDoor, addresseeIn, knock, newIdentity, readKnock } from "./entrance.ts";
import { decodeFace, encodeFace } from "./face.ts";
import { withHandle, withoutHandle } from "./handles.ts";
import type { FoldedRoom } from "./fold.ts";
import { isTaken, roomName } from "./names.ts";
import { createReports, reportOf, type Reports } from "./reports.ts";
import { loadRoom, type Room, type RoomChange } from "./room.ts";

export interface Rooms extends RoomCore {
  /** Brings the account's rooms up to date, and listens. When it fails it may be called again. */
  start(): Promise<void>;
  stop(): void;
}

/** Goes with everything else that is kept of a room. */
const draftName = (of: string): string => `room/${of}/draft`;
const standings = { [RoomStanding.OUTSIDE]: "outside", [RoomStanding.ASKING]: "asking", [RoomStanding.DECLINED]: "declined", [RoomStanding.INSIDE]: "inside" } as const;

const TELL_EVERY = 100;
/** How many are let in by one commit; the server takes 64. */
const MOST_ADMITTED = 32;

export function createRooms(ctx: CoreContext): Rooms {
  const { transport, vault } = ctx;
  const rooms = new Map<Id, { readonly room: Room; readonly reports: Reports; stream: Stream }>();
  const retries = new Map<Id, ReturnType<typeof setTimeout>>();
  const telling = new Map<Id, ReturnType<typeof setTimeout>>();
  const untold = new Set<Id>();
  /** Why the server does not take what waits in a room, where it said why. */
  const held = new Map<Id, string>();
  /** The face of each room that was last looked at. */
  const shown = new Map<Id, string>();
  const unsubscribe: (() => void)[] = [];
  const inTurn = turns();
  const lookingInto = turns();
  const me = toHex(ctx.accountId);
  let stopped = false;

  function kept(id: Id): VaultRoom {
    const room = vault.read().rooms?.[id];
    if (!room) throw new CoreError("room_not_found");
    return room;
  }
  const keep = (id: Id, change: (before: VaultRoom | undefined) => VaultRoom): Promise<unknown> =>
    vault.update((v) => ({ ...v, rooms: { ...v.rooms, [id]: change(v.rooms?.[id]) } }));

  function find(id: Id): Room {
    const found = rooms.get(id);
    if (!found) throw new CoreError("room_not_found");
    return found.room;
  }

  const isLed = (stream: Stream): boolean => stream.members.some(({ role, accountId }) => role === StreamRole.MODERATOR && toHex(accountId) === me);
  /** Whom the server alone calls a moderator leads nothing: nobody else would take their commits. */
  const leads = (room: Room, stream: Stream): boolean => isLed(stream) && room.folded().people.get(room.me)?.moderates === true;

  function leading(id: Id): Room {
    const { room, stream } = rooms.get(id) ?? {};
    if (!room || !stream || !leads(room, stream)) throw new CoreError("moderators_only");
    return room;
  }

  function view(id: Id): RoomView {
    const { room, stream, reports } = rooms.get(id) ?? {};
    if (!room || !stream || !reports) throw new CoreError("room_not_found");
    const group = room.group();
    const inside = group !== undefined && isActive(group) && stream.members.length > 0;
    const folded = room.folded();
    const { people, items, conduct, hands } = folded;
    const [why, slowUntil, waits] = [silence(id), slowEnds(id), held.get(id)];
    return {
      id, face: kept(id).face, me: room.me, people: [...people.values()], items, conduct, hands, moderates: leads(room, stream), reports: leads(room, stream) ? reports.seen(folded) : [], inside, closed: stream.closed,
      ...(waits === undefined ? {} : { waits }), ...(why ? { silence: why } : {}), ...(slowUntil === undefined ? {} : { slowUntil }),
    };
  }

  /** Why this account cannot write now. */
  function silence(id: Id): RoomSilence | undefined {
    const { room, stream } = rooms.get(id) ?? {};
    const group = room?.group();
    if (!room || !stream || !group || !isActive(group) || stream.members.length === 0) return "out";
    if (stream.closed) return "closed";
    const { people, conduct } = room.folded();
    const who = people.get(room.me);
    if (who?.muted) return "muted";
    return conduct.queue && !who?.moderates && conduct.floor !== room.me ? "queue" : undefined;
  }

  /** When this account may write again, where a room is slow. By this device's clock alone, whatever that shows. */
  function slowEnds(id: Id): number | undefined {
    const { people, items, conduct } = find(id).folded();
    const room = find(id);
    if (conduct.slowSeconds === 0 || people.get(room.me)?.moderates) return undefined;
    const last = items.findLast((item) => (item.kind === "message" || item.kind === "held") && item.mine);
    const until = (last?.at ?? 0) + conduct.slowSeconds * 1_000;
    return until > ctx.now() ? until : undefined;
  }

  // ---- coming in -------------------------------------------------------------

  async function open(stream: Stream): Promise<Room> {
    const id = toHex(stream.streamId);
    const there = rooms.get(id);
    if (there) {
      there.stream = stream;
      return there.room;
    }
    const known = kept(id);
    const { face } = known;
    const loaded = await loadRoom({
      ctx, id, addressee: await addresseeIn(ctx, id, known), days: face.days,
      moderators: new Set(face.moderators.map(({ accountId }) => accountId)),
      unseal: async (sealed) => (isLed(rooms.get(id)?.stream ?? stream) ? openWords(vault.read().sealingIdentity, sealed) : undefined),
      changed() {
        tell(id);
        void lookInto(id, false).catch(() => undefined);
      },
    });
    rooms.set(id, { room: loaded, reports: await createReports(ctx, id, () => kept(id)), stream });
    return loaded;
  }

  /** Examines reports that came; those that could not be are examined again when something else comes, and of whom one could not tell when this device is `back`. */
  function lookInto(id: Id, back: boolean): Promise<void> {
    return lookingInto(async () => {
      const { room, reports, stream } = rooms.get(id) ?? {};
      if (!stopped && room && reports && stream && leads(room, stream) && (await reports.examine(room.folded(), back))) tell(id);
    });
  }

  /** Screens are told at once, and what follows within a moment together: a whole room is handed over each time. */
  function tell(id: Id): void {
    if (stopped || !rooms.has(id)) return;
    if (telling.has(id)) {
      untold.add(id);
      return;
    }
    ctx.emit({ type: "room", view: view(id) });
    telling.set(id, setTimeout(() => {
      telling.delete(id);
      if (untold.delete(id)) tell(id);
    }, TELL_EVERY));
  }

  async function enter(stream: Stream): Promise<void> {
    const id = toHex(stream.streamId);
    // One that another browser of the account was let into just now is in the vault by then.
    if (!vault.read().rooms?.[id]) await vault.refresh();
    if (!vault.read().rooms?.[id]) return;
    const room = await inTurn(() => open(stream));
    if (stream.members.length > 0) await room.catchUp(Number(stream.firstSeq));
    await room.forgetDue();
    tell(id);
    void lookInto(id, true).catch(() => undefined);
    await deliver(room);
  }

  async function synchronise(): Promise<void> {
    const { streams } = await transport.stream.listStreams({});
    const done = await Promise.allSettled(streams.filter(({ kind }) => kind === StreamKind.ROOM).map(enter));
    // One that cannot be entered keeps nothing else from going on.
    for (const each of done) if (each.status === "rejected" && hasCode(each.reason, "offline")) throw each.reason;
  }

  function handle({ event }: ServerEvent): void {
    if (event.case === "streamChanged" && event.value.stream?.kind === StreamKind.ROOM) void changedStream(event.value.stream).catch(() => undefined);
    if (event.case === "recordAdded" && event.value.record) void rooms.get(toHex(event.value.streamId))?.room.receive(event.value.record).catch(() => undefined);
  }

  /** Somebody came to the door, came in, or went. Whose account left is taken out of the group, too. */
  async function changedStream(stream: Stream): Promise<void> {
    await enter(stream);
    const id = toHex(stream.streamId);
    const there = rooms.get(id);
    if (there && leads(there.room, stream)) await removeLeft(id);
  }

  async function removeLeft(id: Id): Promise<void> {
    const group = find(id).group();
    const inGroup = new Set(group && members(group).map((each) => toHex(each.accountId)));
    const known = Object.entries(kept(id).handles ?? {}).filter(([person]) => inGroup.has(person));
    // Asked for after looking at the group: who is in it is a member at the server by then.
    const { streams } = await transport.stream.listStreams({});
    const stream = streams.find(({ streamId }) => toHex(streamId) === id);
    const there = new Set(stream?.members.map(({ handle: h }) => toHex(h)));
    const left = known.filter(([, h]) => !there.has(h)).map(([person]) => person);
    if (stream && left.length > 0) await find(id).commit(removal(new Set(left), []));
  }

  // ---- leading ---------------------------------------------------------------

  const leafsOf = (group: Group, people: ReadonlySet<Id>): readonly number[] => members(group).filter((each) => people.has(toHex(each.accountId))).map(({ leaf }) => leaf);

  function removal(people: ReadonlySet<Id>, remove: readonly Id[]) {
    return async (group: Group, folded: FoldedRoom): Promise<RoomChange | undefined> => {
      const leaves = leafsOf(group, people);
      if (leaves.length === 0) return undefined;
      return { made: await removeMembers(group, leaves), admit: [], remove, people: [...folded.people.values()].filter(({ id }) => !people.has(id)) };
    };
  }

  /** Of people with one name the first is let in; a further device of somebody who is in has their name already. */
  function admission(asking: readonly AtDoor[]) {
    return async (group: Group, folded: FoldedRoom): Promise<RoomChange | undefined> => {
      const present = new Set(members(group).map((each) => toHex(each.accountId)));
      const people = new Map(folded.people);
      const packages: Uint8Array[] = [];
      const admit: Id[] = [];
      const { asking: atDoor } = await transport.room.getDoor({ streamId: group.state.groupContext.groupId });
      const waiting = new Set(atDoor.map(({ handle }) => toHex(handle)));
      for (const each of asking) {
        if (!waiting.has(each.handle)) continue;
        if (!present.has(each.person) && isTaken(each.name, [...people.values()].map(({ name }) => name))) throw new CoreError("room_name_taken");
        if (!present.has(each.person)) people.set(each.person, { id: each.person, name: roomName(each.name), moderates: false, muted: false, held: false });
        packages.push(each.keyPackage);
        admit.push(each.handle);
      }
      return admit.length === 0 ? undefined : { made: await addMembers(group, ctx.device, packages), admit, remove: [], people: [...people.values()] };
    };
  }

  async function door(id: Id): Promise<readonly AtDoor[]> {
    leading(id);
    const { asking } = await transport.room.getDoor({ streamId: fromHex(id) });
    const read = await Promise.all(asking.map(({ handle, day, sealed }) => readKnock(ctx, toHex(handle), day, sealed)));
    return read.filter((each) => each !== undefined);
  }

  async function out(id: Id, person: Id): Promise<void> {
    const gone = kept(id).handles?.[person];
    await leading(id).commit(removal(new Set([person]), gone === undefined ? [] : [gone]));
    await keep(id, (before) => withoutHandle(before ?? kept(id), person));
  }

  function asModerator(): RoomModerator {
    const { displayName, identityPublicKey, sealingRecipient } = vault.read();
    return { accountId: me, displayName, identityKey: identityPublicKey, recipient: sealingRecipient };
  }

  // ---- what is said ----------------------------------------------------------

  /** Sends what waits; what cannot go now is tried again by and by. */
  async function deliver(room: Room, attempt = 0): Promise<void> {
    clearTimeout(retries.get(room.id));
    try {
      await room.pump();
      if (held.delete(room.id)) tell(room.id);
    } catch (error) {
      if (hasCode(error, "stream_closed") || hasCode(error, "stream_not_found")) return;
      // That nobody answers is told of the connection.
      if (error instanceof CoreError && error.code !== "offline") {
        held.set(room.id, error.code);
        tell(room.id);
      }
      if (!stopped) retries.set(room.id, setTimeout(() => void deliver(room, attempt + 1), backOff(attempt)));
    }
  }

  async function post(id: Id, body: RoomBody, opened?: SealedWords): Promise<void> {
    const room = find(id);
    await room.post(body, opened);
    void deliver(room);
  }

  /** What only the moderators are to read, but for one of them, if need be; this device keeps `own` of it. */
  async function confide(id: Id, words: SealedWords, except?: Id, own: SealedWords = words): Promise<void> {
    const readers = kept(id).face.moderators.filter(({ accountId }) => accountId !== except);
    if (readers.length === 0) throw new CoreError("report_to_nobody");
    const sealed = await sealWords(readers.map(({ recipient }) => recipient), words);
    await post(id, { type: "sealed", to: TO_MODERATORS, sealed }, own);
  }

  async function report(id: Id, message: Id, why: string): Promise<void> {
    const room = find(id);
    const item = room.folded().items.find((each) => each.id === message);
    const entry = item?.kind === "message" && !item.mine && !item.takenDown ? room.at(item.seq) : undefined;
    const words = entry && (await reportOf(id, message, entry, why.trim()));
    if (!words) throw new CoreError("message_not_here");
    if (words.why.length > MAX_REPORT_LENGTH) throw new CoreError("message_too_long");
    // Of what is taken down later no words stay with who reported it.
    await confide(id, words, words.from, view(id).moderates ? words : { ...words, key: "", commitment: "", attest: "", payload: "" });
  }

  const refusals: Readonly<Record<RoomSilence, string>> = { out: "room_not_in", closed: "stream_closed", muted: "room_muted", queue: "room_not_your_turn" };

  async function say(id: Id, text: string, more: RoomSaying): Promise<void> {
    const why = silence(id);
    // What is written while the room is closed is not kept for later: who reads it then did not see it come.
    if (why) throw new CoreError(refusals[why]);
    if (slowEnds(id) !== undefined) throw new CoreError("room_slow");
    const { people, conduct } = find(id).folded();
    const me = people.get(find(id).me);
    const said = { text: saying(text), ...fitting(more) };
    if (!me?.moderates && (conduct.review || me?.held)) return confide(id, { kind: "held", ...said });
    await post(id, { type: "message", ...said });
  }

  /** What goes with a message, without what is empty. */
  function fitting({ reply, warning, mentions }: RoomSaying): RoomSaying {
    const about = warning?.trim() ?? "";
    if (about.length > MAX_ROOM_TEXT.warning) throw new CoreError("room_text_too_long");
    return { ...(reply === undefined ? {} : { reply }), ...(about === "" ? {} : { warning: about }), ...(mentions?.length ? { mentions: mentions.slice(0, MAX_MENTIONS) } : {}) };
  }

  async function conductRoom(id: Id, change: Partial<RoomConduct>): Promise<void> {
    leading(id);
    if (!isConductChange(change)) throw new CoreError("room_text_too_long");
    await post(id, { type: "conduct", change });
  }

  /** Takes a room out of the vault and off this device. */
  async function forget(id: Id): Promise<void> {
    await vault.update(({ rooms: { [id]: _, ...others } = {}, ...v }) => ({ ...v, rooms: others }));
    await rooms.get(id)?.room.erase();
    rooms.delete(id);
    await ctx.store.put((await ctx.store.list(`room/${id}/`)).map(([name]) => [name, undefined]));
  }

  async function seen(wire: WireRoom, standing: RoomSeen["standing"], key?: Uint8Array): Promise<RoomSeen> {
    const id = toHex(wire.streamId);
    return { id, face: await decodeFace(id, wire.face, wire.listed ? undefined : key), standing, asking: wire.asking };
  }

  async function look(id: Id, key?: Uint8Array): Promise<RoomSeen> {
    const { room, standing } = await transport.room.getRoom({ streamId: fromHex(id) });
    if (!room) throw new CoreError("room_not_found");
    return seen(room, standings[standing], key ?? linkKey(id));
  }

  function show(room: RoomSeen): RoomSeen {
    shown.set(room.id, JSON.stringify(room.face));
    return room;
  }

  /** The face of a room to ask at: the one that was looked at, so that nobody tells their intake card to others than they read of. */
  async function faceAsSeen(id: Id, key?: Uint8Array): Promise<RoomFace> {
    const before = shown.get(id);
    const { face } = await look(id, key);
    if (before !== undefined && before !== JSON.stringify(face)) throw new CoreError("room_face_changed");
    return face;
  }

  function linkKey(id: Id): Uint8Array | undefined {
    const key = vault.read().rooms?.[id]?.faceKey;
    return key === undefined ? undefined : fromHex(key);
  }

  return {
    async start() {
      unsubscribe.push(transport.onEvent(handle));
      unsubscribe.push(transport.onConnection((state) => {
        if (state === "online") void synchronise().catch(() => undefined);
      }));
      await synchronise();
    },
    stop() {
      stopped = true;
      for (const end of unsubscribe.splice(0)) end();
      for (const timer of [...retries.values(), ...telling.values()]) clearTimeout(timer);
    },
    async createRoom({ listed, ...told }) {
      const { identityPrivateKey, identityPublicKey } = vault.read();
      const id = toHex(randomBytes(16));
      const faceKey = listed ? undefined : randomBytes(32);
      const face: RoomFace = { v: 1, ...told, moderators: [asModerator()] };
      const bytes = await encodeFace(id, face, { privateKey: fromHex(identityPrivateKey), publicKey: fromHex(identityPublicKey) }, faceKey);
      const group = await createGroup(ctx.device, fromHex(id), ROOM_SUITE);
      await keep(id, () => ({ face, ...(faceKey ? { faceKey: toHex(faceKey) } : {}) }));
      const { stream } = await transport.stream.createStream({ streamId: fromHex(id), kind: StreamKind.ROOM, members: [{ accountId: ctx.accountId, role: StreamRole.MODERATOR }], groupInfo: await groupInfo(group) });
      if (!stream) throw new CoreError("internal");
      const room = await inTurn(() => open(stream));
      await room.adopt({ stream: id, group, transcript: emptyTranscript, counts: {} }, [{ id: me, name: asModerator().displayName, moderates: true, muted: false, held: false }]);
      await transport.room.putRoom({ room: { streamId: fromHex(id), face: bytes, listed, asking: true } });
      return id;
    },
    async listedRooms() {
      const { rooms: all } = await transport.room.listRooms({});
      const read = await Promise.allSettled(all.map((room) => seen(room, "outside")));
      // What somebody made up is not shown as a room.
      return read.flatMap((each) => (each.status === "fulfilled" ? [show(each.value)] : []));
    },
    lookAtRoom: async (id, key) => show(await look(id, key === undefined ? undefined : fromBase64url(key))),
    async roomLinkKey(id) {
      const key = linkKey(id);
      return key && toBase64url(key);
    },
    async askEntry(id, { name, answers }, typed) {
      const key = typed === undefined ? undefined : fromBase64url(typed);
      const face = await faceAsSeen(id, key);
      const told = { name: roomName(name), answers };
      if (face.questions.some(({ required }, i) => required && (answers[i] ?? "").trim() === "")) throw new CoreError("room_answer_missing");
      await keep(id, (before) => ({ ...(before ?? newIdentity()), face, name: told.name, ...(key ? { faceKey: toHex(key) } : {}) }));
      const sealed = await knock(ctx, id, face, await addresseeIn(ctx, id, kept(id)), told);
      await transport.room.askEntry({ streamId: fromHex(id), sealed });
    },
    async withdrawEntry(id) {
      await transport.room.withdrawEntry({ streamId: fromHex(id) });
      if (!rooms.has(id)) await forget(id);
    },
    async roomDoor(id) {
      const { people } = leading(id).folded();
      const asking = await door(id);
      return asking.map((each) => {
        const { keyPackage: _, person, ...told } = each;
        if (people.has(person)) return { ...told, inside: person };
        const within = [...people.values()].find(({ name }) => isTaken(each.name, [name]));
        const beside = asking.find((other) => other !== each && !people.has(other.person) && isTaken(each.name, [other.name]));
        const alike = within ?? beside;
        return { ...told, ...(alike ? { alike: { name: alike.name, inside: alike === within } } : {}) };
      });
    },
    async admit(id, handles) {
      const asking = (await door(id)).filter(({ handle: h }) => handles.includes(h));
      const { people } = leading(id).folded();
      // First, so that whoever is let in can be let out again. Who is in already, and asks for a further device, keeps their handle.
      const added = asking.filter(({ person }) => !people.has(person));
      await keep(id, (before) => added.reduce((room, { person, handle: h }) => withHandle(room, person, h), before ?? kept(id)));
      for (let i = 0; i < asking.length; i += MOST_ADMITTED) await leading(id).commit(admission(asking.slice(i, i + MOST_ADMITTED)));
    },
    declineEntry: async (id, h) => void (await transport.room.declineEntry({ streamId: fromHex(id), handle: fromHex(h) })),
    async removeFromRoom(id, person, banned) {
      const h = kept(id).handles?.[person];
      if (banned && h === undefined) throw new CoreError("not_asking");
      if (banned && h !== undefined) await transport.room.banEntry({ streamId: fromHex(id), handle: fromHex(h) });
      await out(id, person);
    },
    rooms: async () => [...rooms.keys()].map(view),
    async askedRooms() {
      const asked = Object.keys(vault.read().rooms ?? {}).filter((id) => !rooms.has(id));
      // One that is not there any more has nothing to be told of.
      return (await Promise.allSettled(asked.map((id) => look(id)))).flatMap((each) => (each.status === "fulfilled" ? [each.value] : []));
    },
    sayInRoom: (id, text, more = {}) => say(id, text, more),
    async reactInRoom(id, message, emoji) {
      if (emoji.length > MAX_REACTION_LENGTH) throw new CoreError("message_too_long");
      const why = silence(id);
      if (why !== undefined && why !== "queue") throw new CoreError(refusals[why]);
      await post(id, { type: "react", of: message, emoji });
    },
    raiseHand: (id, up) => post(id, { type: "hand", up }),
    whisperToModerators: (id, text) => confide(id, { kind: "whisper", text: saying(text) }),
    reportMessage: report,
    async settleReport(id, of) {
      const open = leading(id).folded().reports.find((each) => each.id === of);
      if (!open) throw new CoreError("message_not_here");
      await confide(id, { kind: "settled", of });
      await transport.stream.forget({ streamId: fromHex(id), seqs: [BigInt(open.seq)] });
    },
    async takeDown(id, message) {
      const room = find(id);
      const item = room.folded().items.find((each) => each.id === message);
      if (item?.kind !== "message") throw new CoreError("message_not_here");
      if (!item.mine) leading(id);
      await post(id, { type: "take-down", of: message });
      // What the server keeps of it goes as well; only moderators may say so there.
      if (view(id).moderates) await transport.stream.forget({ streamId: fromHex(id), seqs: [BigInt(item.seq)] });
    },
    async mute(id, member, on) {
      leading(id);
      await post(id, { type: "mute", member, on });
    },
    async holdMember(id, member, on) {
      leading(id);
      await post(id, { type: "hold", member, on });
    },
    async passOn(id, held) {
      const item = leading(id).folded().items.find((each) => each.id === held);
      if (item?.kind !== "held") throw new CoreError("message_not_here");
      await post(id, { type: "passed", of: item.id, from: item.from, text: item.text, ...fitting(item) });
    },
    setConduct: conductRoom,
    async panic(id) {
      await conductRoom(id, { help: true });
      // First it is said, then closed: what is said in a closed room arrives nowhere.
      await find(id).pump();
      await transport.stream.closeStream({ streamId: fromHex(id) });
    },
    async setRoomClosed(id, closed) {
      leading(id);
      if (closed) return void (await transport.stream.closeStream({ streamId: fromHex(id) }));
      await transport.stream.openStream({ streamId: fromHex(id) });
      if (find(id).folded().conduct.help) await conductRoom(id, { help: false });
    },
    async leaveRoom(id) {
      await transport.stream.leaveStream({ streamId: fromHex(id) }).catch((error: unknown) => {
        // Who was taken out has nothing left to leave but what is kept here.
        if (!hasCode(error, "stream_not_found")) throw error;
      });
      await forget(id);
    },
    async roomDraft(of) {
      const draft = await ctx.store.get(draftName(of));
      return draft ? fromUtf8(draft) : "";
    },
    saveRoomDraft: (of, text) => ctx.store.put([[draftName(of), text === "" ? undefined : utf8(text)]]),
  };
}
