/**
 * The rooms of an account on this device: where each stands, and bringing it up to
 * date. What can be done in them is in outside.ts, talking.ts and leading.ts.
 */
import type { Id, RoomCore, RoomView } from "../api.ts";
import { fromHex, fromUtf8, toHex, utf8 } from "../bytes.ts";
import type { Opening } from "../accesslog/index.ts";
import type { CoreContext, VaultRoom } from "../context.ts";
import { CoreError, hasCode } from "../errors.ts";
import { type ServerEvent, type Stream, StreamKind, StreamRole } from "../gen/alcove/v1/stream_pb.ts";
import { turns } from "../in_turn.ts";
import { isActive, members } from "../mls.ts";
import { backOff } from "../socket.ts";
import { addresseeIn, keysIn } from "./entrance.ts";
import { faceHash } from "./face.ts";
import { hoursOf } from "./hours.ts";
import { createAppointments } from "./appointment.ts";
import type { House } from "./house.ts";
import { createLeading } from "./leading.ts";
import { createOutside } from "./outside.ts";
import { createPresence } from "./presence.ts";
import { toRecall } from "./recall.ts";
import { createRenewing, letInAnew } from "./renewing.ts";
import { createReports, type Reports } from "./reports.ts";
import { loadRoom, type Room } from "./room.ts";
import { openWords } from "./sealed_words.ts";
import { createTalking, silence, slowEnds } from "./talking.ts";

export interface Rooms extends RoomCore {
  /** Brings the account's rooms up to date, and listens. When it fails it may be called again. */
  start(): Promise<void>;
  /** Takes devices of this account out of its rooms: as a moderator, or by asking the moderators' devices. */
  removeLeaves(devices: readonly Id[]): Promise<void>;
  /** Has this device's keys replaced in those rooms that are `due`: what is `done` is done at once or later (renewing.ts), but is never forgotten. */
  renewKeys(due: (id: Id) => boolean, done: (id: Id) => Promise<void>): Promise<void>;
  /** What moderators opened of this account's intake cards. */
  openings(): readonly Opening[];
  stop(): void;
}

const TELL_EVERY = 100;
/** On a slow device a long room is told of less often: what that takes is at most so much of its time, one part of ten. */
const TELLING_SHARE = 10;
/** How long a moderator's device waits before the vault is told how things stand. */
const LED_AFTER = 500;
/** Timers of browsers know no longer time. */
const LONGEST_WAIT = 86_400_000;

interface Held {
  readonly room: Room;
  readonly reports: Reports;
  stream: Stream;
  /** Number of the last record that was read. */
  read: number;
}

export function createRooms(ctx: CoreContext): Rooms {
  const { transport, vault } = ctx;
  const rooms = new Map<Id, Held>();
  const retries = new Map<Id, ReturnType<typeof setTimeout>>();
  const turning = new Map<Id, ReturnType<typeof setTimeout>>();
  const lifting = new Map<Id, ReturnType<typeof setTimeout>>();
  const telling = new Map<Id, ReturnType<typeof setTimeout>>();
  const snapshots = new Map<Id, ReturnType<typeof setTimeout>>();
  const untold = new Set<Id>();
  /** Why the server does not take what waits in a room, where it said why. */
  const refused = new Map<Id, string>();
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
  async function keep(id: Id, change: (before: VaultRoom | undefined) => VaultRoom): Promise<void> {
    await vault.update((v) => ({ ...v, rooms: { ...v.rooms, [id]: change(v.rooms?.[id]) } }));
    // Its hours may be others now.
    if (rooms.has(id)) tellInTime(id);
  }

  const isKept = (id: Id): boolean => vault.read().rooms?.[id] !== undefined;

  function there(id: Id): Held {
    const found = rooms.get(id);
    if (!found) throw new CoreError("room_not_found");
    return found;
  }
  const find = (id: Id): Room => there(id).room;

  const isLed = (stream: Stream): boolean => stream.members.some(({ role, accountId }) => role === StreamRole.MODERATOR && toHex(accountId) === me);
  /** Whom the server alone calls a moderator leads nothing: nobody else would take their commits. */
  const leads = ({ room, stream }: Held): boolean => isLed(stream) && room.folded().people.get(room.me)?.moderates === true;

  function leading(id: Id): Room {
    const found = rooms.get(id);
    if (!found || !leads(found)) throw new CoreError("moderators_only");
    return found.room;
  }

  function view(id: Id): RoomView {
    const found = there(id);
    const { room, reports, stream } = found;
    const group = room.group();
    const inside = group !== undefined && isActive(group) && stream.members.length > 0;
    const folded = room.folded();
    const { people, items, conduct, hands } = folded;
    const hours = hoursOf(kept(id).face.sessions, ctx.now());
    const asked = room.asked()?.moderator;
    const [why, slowUntil, waits] = [silence(house, id), slowEnds(house, id), refused.get(id)];
    return {
      id, face: kept(id).face, me: room.me, people: [...people.values()].filter(({ name }) => name !== ""), items, conduct, hands, moderates: leads(found), reports: leads(found) ? reports.seen(folded) : [], inside, closed: stream.closed,
      ...talliesOf(found), unread: unreadIn(found), typing: presence.typing(id), here: presence.here(id), present: kept(id).present ?? false, ...(hours ? { hours } : {}),
      unanswered: leads(found) ? [...people.values()].filter(({ name }) => name === "").length : 0, ...(asked ? { appointed: { accountId: asked.accountId, displayName: asked.displayName } } : {}),
      ...(waits === undefined ? {} : { waits }), ...(why ? { silence: why } : {}), ...(slowUntil === undefined ? {} : { slowUntil }),
    };
  }

  /** What moderators know besides; of a check everybody knows what they answered themself. */
  function talliesOf(found: Held): Pick<RoomView, "checked" | "checks" | "notes" | "attendance"> {
    const { checked, notes, days } = found.room.folded();
    const own = checked.get(found.room.me);
    const mine = own === undefined ? {} : { checked: own };
    if (!leads(found)) return { ...mine, checks: 0, notes: [], attendance: [] };
    return { ...mine, checks: checked.size, notes, attendance: [...days].map(([day, names]) => ({ day, names: [...names] })).sort((a, b) => b.day - a.day) };
  }

  function unreadIn({ room, read }: Held): RoomView["unread"] {
    const { items } = room.folded();
    const begins = items.findLastIndex(({ seq }) => seq <= read) + 1;
    const later = items.slice(begins).filter((item) => ((item.kind === "message" && !item.takenDown) || item.kind === "whisper" || item.kind === "held") && !item.mine);
    return { count: later.length, after: read, mentioned: later.some((item) => item.kind === "whisper" || (item.kind === "message" && item.toMe)) };
  }

  // ---- coming in -------------------------------------------------------------

  async function open(stream: Stream): Promise<Room> {
    const id = toHex(stream.streamId);
    const found = rooms.get(id);
    if (found) {
      found.stream = stream;
      return found.room;
    }
    const known = kept(id);
    const addressee = await addresseeIn(ctx, id, known);
    const loaded = await loadRoom({
      ctx, id, addressee, days: () => kept(id).face.days, face: () => faceHash(kept(id).face),
      moderators: new Set(known.face.moderators.map(({ accountId }) => accountId)),
      appointment: (who, commit) => appointments.of(id, who, commit),
      unseal: (sealed) => openWords(keysIn(ctx, known).sealingIdentity, sealed),
      letInAnew: (welcome) => letInAnew({ ctx }, id, addressee, welcome),
      changed: () => changed(id),
    });
    rooms.set(id, { room: loaded, reports: await createReports(ctx, id, { now: () => kept(id), learned: (person) => lead.handlesOf(id, [person]).then(() => kept(id)) }), stream, read: await readUpTo(id) });
    tellInTime(id);
    return loaded;
  }

  const readName = (id: Id): string => `room/${id}/read`;
  async function readUpTo(id: Id): Promise<number> {
    const kept = await ctx.store.get(readName(id));
    return kept ? Number(fromUtf8(kept)) : 0;
  }

  /** Whether nothing is kept any more of what was said, because the session ended. */
  function isOver(id: Id): boolean {
    const { days, sessions } = kept(id).face;
    return days === 0 && (there(id).stream.closed || hoursOf(sessions, ctx.now())?.open === false);
  }

  /** A room that opens or closes by the clock is looked at again then. */
  function tellInTime(id: Id): void {
    clearTimeout(turning.get(id));
    const { next, until } = hoursOf(kept(id).face.sessions, ctx.now()) ?? {};
    const at = until ?? next;
    if (at === undefined || stopped) return;
    turning.set(id, setTimeout(() => {
      if (!isKept(id)) return;
      tell(id);
      void rooms.get(id)?.room.forgetDue(isOver(id)).catch(() => undefined);
      tellInTime(id);
    }, Math.min(at - ctx.now(), LONGEST_WAIT)));
  }

  function changed(id: Id): void {
    tell(id);
    void lookInto(id, false).catch(() => undefined);
    void keepTold(id).catch(() => undefined);
    renewing.look(id);
  }

  /** Examines reports that came; those that could not be are examined again when something else comes, and of whom one could not tell when this device is `back`. */
  function lookInto(id: Id, back: boolean): Promise<void> {
    return lookingInto(async () => {
      const found = rooms.get(id);
      if (!stopped && found && leads(found) && (await found.reports.examine(found.room.folded(), back))) tell(id);
    });
  }

  /** Screens are told at once, and what follows within a moment together: a whole room is handed over each time. */
  function tell(id: Id): void {
    if (stopped || !rooms.has(id)) return;
    // Another browser of the account left it.
    if (!isKept(id)) return void forget(id).catch(() => undefined);
    if (telling.has(id)) {
      untold.add(id);
      return;
    }
    const begun = performance.now();
    ctx.emit({ type: "room", view: view(id) });
    telling.set(id, setTimeout(() => {
      telling.delete(id);
      if (untold.delete(id)) tell(id);
    }, Math.max(TELL_EVERY, TELLING_SHARE * (performance.now() - begun))));
  }

  /** What was told of the room inside is what the vault keeps of it; and for a moderator's further devices, how things stand. */
  async function keepTold(id: Id): Promise<void> {
    const found = rooms.get(id);
    if (stopped || !found || !isKept(id)) return;
    await keepFace(id, found.room);
    if (leads(found)) await lead.removeDevices(id, found.room.folded().gone);
    if (leads(found)) liftInTime(id, found.room);
    if (!leads(found) || snapshots.has(id)) return;
    snapshots.set(id, setTimeout(() => {
      snapshots.delete(id);
      const folded = found.room.folded();
      const { people, conduct, hands } = folded;
      const stands = { led: { people: [...people.values()], conduct, hands }, recalled: toRecall(folded) };
      if (stopped || !isKept(id)) return;
      const { led, recalled } = kept(id);
      if (JSON.stringify(stands) !== JSON.stringify({ led, recalled })) void keep(id, (before) => ({ ...(before ?? kept(id)), ...stands })).catch(() => undefined);
    }, LED_AFTER));
  }

  /** Who was muted for a time is not, when it is over. */
  function liftInTime(id: Id, room: Room): void {
    const ends = [...room.folded().people.values()].flatMap(({ mutedUntil }) => mutedUntil ?? []);
    clearTimeout(lifting.get(id));
    if (ends.length === 0) return;
    const wait = Math.min(Math.max(0, Math.min(...ends) - ctx.now()) + 50, LONGEST_WAIT);
    lifting.set(id, setTimeout(() => {
      if (!stopped && rooms.has(id)) void lead.liftMutes(id).catch(() => undefined);
    }, wait));
  }

  /** A face that was told inside, or outside while this account waited at the door: then it has to be the one whose hash the roster names. */
  async function keepFace(id: Id, room: Room): Promise<void> {
    const { face: told, faceHash: hash } = room.folded();
    if (hash === undefined || hash === faceHash(kept(id).face)) return;
    const face = told ?? (await outside.lookAtRoom(id)).face;
    if (faceHash(face) !== hash) return;
    await keep(id, (before) => ({ ...(before ?? kept(id)), face }));
    tell(id);
  }

  async function enter(stream: Stream): Promise<void> {
    const id = toHex(stream.streamId);
    // One that another browser of the account was let into just now is in the vault by then.
    if (!vault.read().rooms?.[id]) await vault.refresh();
    if (!vault.read().rooms?.[id]) return;
    const room = await inTurn(() => open(stream));
    if (stream.members.length > 0) await room.catchUp(Number(stream.firstSeq));
    if (!room.group() && isLed(stream)) await comeBack(id, room);
    await room.forgetDue(isOver(id));
    tell(id);
    void lookInto(id, true).catch(() => undefined);
    renewing.look(id);
    await deliver(room);
  }

  /** A further device of who leads a room joins by itself, and knows from the vault how things stand. */
  async function comeBack(id: Id, room: Room): Promise<void> {
    const { identityPublicKey, face, led, recalled } = kept(id);
    if (identityPublicKey !== undefined || !led || !face.moderators.some(({ accountId }) => accountId === me)) return;
    await room.rejoin(led, await lead.newcomers(id), recalled ? { recalled } : {});
    await room.catchUp(0);
  }

  async function synchronise(): Promise<void> {
    const { streams } = await transport.stream.listStreams({});
    const done = await Promise.allSettled(streams.filter(({ kind }) => kind === StreamKind.ROOM).map(enter));
    // One that cannot be entered keeps nothing else from going on.
    for (const each of done) if (each.status === "rejected" && hasCode(each.reason, "offline")) throw each.reason;
  }

  function handle({ event }: ServerEvent): void {
    if (event.case === "streamChanged" && event.value.stream?.kind === StreamKind.ROOM) void changedStream(event.value.stream).catch(() => undefined);
    if (event.case === "signal" && rooms.has(toHex(event.value.streamId))) void presence.heard(toHex(event.value.streamId), event.value.ciphertext).catch(() => undefined);
    if (event.case === "recordAdded" && event.value.record) void rooms.get(toHex(event.value.streamId))?.room.receive(event.value.record).catch(() => undefined);
  }

  /** Somebody came to the door, came in, or went. */
  async function changedStream(stream: Stream): Promise<void> {
    await enter(stream);
    const id = toHex(stream.streamId);
    const found = rooms.get(id);
    if (found && leads(found)) await lead.seeTo(id);
  }

  // ---- sending ---------------------------------------------------------------

  /** Sends what waits; what cannot go now is tried again by and by. */
  async function deliver(room: Room, attempt = 0): Promise<void> {
    clearTimeout(retries.get(room.id));
    try {
      await room.pump();
      if (refused.delete(room.id)) tell(room.id);
    } catch (error) {
      if (hasCode(error, "stream_closed") || hasCode(error, "stream_not_found")) return;
      // That nobody answers is told of the connection.
      if (error instanceof CoreError && error.code !== "offline") {
        refused.set(room.id, error.code);
        tell(room.id);
      }
      if (!stopped) retries.set(room.id, setTimeout(() => void deliver(room, attempt + 1), backOff(attempt)));
    }
  }

  async function forget(id: Id): Promise<void> {
    const left = rooms.get(id)?.room;
    rooms.delete(id);
    if (isKept(id)) await vault.update(({ rooms: { [id]: _, ...others } = {}, ...v }) => ({ ...v, rooms: others }));
    await left?.erase();
    await ctx.store.put((await ctx.store.list(`room/${id}/`)).map(([name]) => [name, undefined]));
  }

  async function removeOwn({ room, stream }: Held, devices: readonly Id[]): Promise<void> {
    const { id, me: person } = room;
    const group = room.group();
    if (!group || !isActive(group) || !isKept(id)) return;
    if (leads(there(id))) return lead.removeDevices(id, new Map([[person, new Set(devices)]]));
    const present = new Set(members(group).filter(({ accountId }) => toHex(accountId) === person).map(({ deviceId }) => toHex(deviceId)));
    const said = room.folded().gone.get(person);
    for (const device of devices.flatMap((each) => kept(id).devices?.[each] ?? [])) {
      if (present.has(device) && !said?.has(device) && !stream.closed) await house.post(id, { type: "device-gone", device });
    }
  }

  const house: House = {
    ctx, find, leading, kept, keep, forget,
    stream: (id) => there(id).stream,
    open: (stream) => inTurn(() => open(stream)),
    async post(id, body, opened) {
      const room = find(id);
      await room.post(body, opened);
      void deliver(room);
    },
    settle: (id) => find(id).pump(),
  };
  const presence = createPresence(house, tell);
  const lead = createLeading(house);
  const outside = createOutside(house, (id) => rooms.has(id), (id) => rooms.get(id)?.room.group() !== undefined);
  const renewing = createRenewing(house, (id) => leads(there(id)));
  const appointments = createAppointments(house, lead, outside);


  return {
    ...outside,
    ...appointments,
    ...createTalking(house),
    ...lead,
    async start() {
      unsubscribe.push(transport.onEvent(handle));
      unsubscribe.push(transport.onConnection((state) => {
        if (state === "online") void synchronise().catch(() => undefined);
      }));
      await synchronise();
    },
    async removeLeaves(devices) {
      const done = await Promise.allSettled([...rooms.values()].map((each) => removeOwn(each, devices)));
      for (const each of done) if (each.status === "rejected") throw each.reason;
    },
    async renewKeys(due, done) {
      for (const id of Object.keys(vault.read().rooms ?? {}).filter(due)) await renewing.want(id).then(() => done(id));
    },
    openings: () => [...rooms].flatMap(([stream, { room }]) => room.folded().openings.map(({ by, at }): Opening => ({ kind: "opened", stream, part: "card", by, at }))),
    stop() {
      stopped = true;
      for (const end of unsubscribe.splice(0)) end();
      presence.stop();
      renewing.stop();
      for (const timer of [...retries.values(), ...telling.values(), ...turning.values(), ...lifting.values(), ...snapshots.values()]) clearTimeout(timer);
    },
    rooms: async () => [...rooms.keys()].filter(isKept).map(view),
    async readRoom(id) {
      const found = there(id);
      const last = found.room.folded().items.findLast((item) => !("delivery" in item) || item.delivery === "sent")?.seq ?? 0;
      if (last <= found.read) return;
      found.read = last;
      await ctx.store.put([[readName(id), utf8(String(last))]]);
      tell(id);
    },
    typeInRoom: presence.write,
    showRoom: presence.show,
    async setPresent(id, on) {
      await keep(id, (before) => ({ ...(before ?? kept(id)), present: on }));
      await presence.appear(id, on);
      tell(id);
    },
    async leaveRoom(id) {
      await transport.stream.leaveStream({ streamId: fromHex(id) }).catch((error: unknown) => {
        // Who was taken out has nothing left to leave but what is kept here.
        if (!hasCode(error, "stream_not_found")) throw error;
      });
      await forget(id);
    },
  };
}
