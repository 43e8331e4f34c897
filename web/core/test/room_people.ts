/** People in a room on the server double, and one of them whose software keeps no rules. */
import assert from "node:assert/strict";
import type { TestContext } from "node:test";
import type { Id, RoomItem, RoomView } from "../api.ts";
import { fromHex, randomBytes, toHex, utf8 } from "../bytes.ts";
import type { CoreContext, DeviceStore, Transport } from "../context.ts";
import { decodeStanding } from "../conversation/standing.ts";
import { type Record as WireRecord, RecordKind } from "../gen/alcove/v1/stream_pb.ts";
import { ensureDevice } from "../keys.ts";
import { type Device, deserializeDevice, encrypt, epoch, type Group } from "../mls.ts";
import { frank } from "../room/franking.ts";
import { createRooms, type Rooms } from "../room/index.ts";
import { createMemoryStore } from "../storage.ts";
import { createParty, type Party } from "./people.ts";
import { createServerDouble, type ServerDouble } from "./server_double.ts";
import { eventually } from "./patience.ts";

export interface RoomDevice {
  readonly rooms: Rooms;
  readonly store: DeviceStore;
  readonly party: Pick<Party, "accountId" | "vault">;
  /** What its screens were told of rooms, the last thing last. */
  readonly told: readonly RoomView[];
  look(id: Id): Promise<RoomView>;
  /** Waits until what is shown of a room fulfils a condition. */
  until(id: Id, what: string, condition: (view: RoomView) => boolean): Promise<RoomView>;
  close(): void;
}
/** One on the double, whose connection the test has in hand. */
export type DoubleDevice = RoomDevice & { goOnline(): void };

/** A browser of a party on the server double, with a clock of its own if given; again one that was closed, if its store was used before. */
export async function openRooms(server: ServerDouble, party: RoomDevice["party"], store: DeviceStore = createMemoryStore(), now: () => number = () => server.now()): Promise<DoubleDevice> {
  const transport = server.transport(fromHex(party.accountId));
  return { ...(await openRoomsOver(transport, party, store, now)), goOnline: () => transport.goOnline() };
}

/** The same on whatever server a transport leads to. */
export async function openRoomsOver(transport: Transport, party: Pick<Party, "accountId" | "vault">, store: DeviceStore, now: () => number = Date.now): Promise<RoomDevice> {
  const accountId = fromHex(party.accountId);
  const told: RoomView[] = [];
  const emit: CoreContext["emit"] = (event) => {
    if (event.type === "room") told.push(event.view);
  };
  const ctx: CoreContext = { transport, vault: party.vault, store, device: await ensureDevice(store, accountId, party.vault.read()), accountId, emit, now };
  const rooms = createRooms(ctx);
  await rooms.start();
  const look = async (id: Id): Promise<RoomView> => {
    const view = (await rooms.rooms()).find((each) => each.id === id);
    assert.ok(view, "the room is there");
    return view;
  };
  return {
    rooms, store, party, told, look,
    async until(id, what, condition) {
      await eventually(what, async () => (await rooms.rooms()).some((view) => view.id === id && condition(view))).catch(async (error: unknown) => {
        const { face: _, ...shown } = await look(id);
        throw new Error(`${String(error)}: ${JSON.stringify(shown).slice(0, 3_000)}`, { cause: error });
      });
      return look(id);
    },
    close() {
      rooms.stop();
      transport.disconnect();
    },
  };
}

export const MEMBERS = ["Moon", "Fern", "Wren"] as const;
type Name = (typeof MEMBERS)[number];

export interface RoomScene {
  readonly server: ServerDouble;
  readonly id: Id;
  readonly lead: DoubleDevice;
  readonly moon: DoubleDevice;
  readonly fern: DoubleDevice;
  readonly wren: DoubleDevice;
  /** All of them. */
  readonly all: readonly DoubleDevice[];
  /** Somebody else with an account, not in the room. */
  stranger(name: string): Promise<DoubleDevice>;
  letIn(who: DoubleDevice, name: string): Promise<void>;
  /** Somebody says something, and all these read it. */
  says(who: DoubleDevice, text: string, readers?: readonly DoubleDevice[]): Promise<void>;
}

/** A room with a moderator and three members, who have greeted each other. */
export async function createScene(t: TestContext, clocks: Partial<Record<Name, () => number>> = {}): Promise<RoomScene> {
  const server = createServerDouble();
  const open = async (party: Party, now?: () => number): Promise<DoubleDevice> => {
    const device = await openRooms(server, party, undefined, now);
    t.after(() => device.close());
    return device;
  };
  const lead = await open(await createParty(server, "practitioner", "Dr Reed"));
  const id = await lead.rooms.createRoom({ title: "Evenings", purpose: "", rules: "", language: "en", days: 7, questions: [], listed: true });
  const stranger = async (name: string, now?: () => number): Promise<DoubleDevice> => open(await createParty(server, "client", name), now);
  async function letIn(who: DoubleDevice, name: string): Promise<void> {
    await who.rooms.askEntry(id, { name, answers: [] });
    const asking = (await lead.rooms.roomDoor(id)).find((each) => each.name === name);
    assert.ok(asking, `${name} is seen at the door`);
    await lead.rooms.admit(id, [asking.handle]);
    await who.until(id, `${name} is in`, ({ inside, people }) => inside && people.length > 0);
  }
  async function says(who: DoubleDevice, text: string, readers: readonly DoubleDevice[] = all): Promise<void> {
    await who.rooms.sayInRoom(id, text);
    for (const reader of readers) await reader.until(id, text, (view) => texts(view).includes(text));
  }
  const [moon, fern, wren] = [await stranger("Moon", clocks.Moon), await stranger("Fern", clocks.Fern), await stranger("Wren", clocks.Wren)];
  const all = [lead, moon, fern, wren];
  for (const [i, each] of [moon, fern, wren].entries()) await letIn(each, MEMBERS[i]!);
  for (const each of all) await each.until(id, "all are in", ({ people }) => people.length === all.length);
  for (const each of all) await says(each, `good evening from ${(await each.look(id)).me}`);
  return { server, id, lead, moon, fern, wren, all, stranger, letIn, says };
}

/** What is said, once it is on the server. */
export const texts = ({ items }: RoomView): readonly string[] => items.flatMap((item) => (item.kind === "message" && item.delivery === "sent" ? [item.text] : []));
export const alarms = ({ items }: RoomView): readonly string[] => items.flatMap((item: RoomItem) => (item.kind === "security" ? [item.code] : []));
export const personOf = async (device: RoomDevice, id: Id): Promise<Id> => (await device.look(id)).me;

/** A member who has the keys of the group, and software of their own. */
export interface Insider {
  readonly device: Device;
  readonly group: Group;
  /** Encrypts something as a payload, committed to, with a true chain unless `chain` says otherwise. */
  payload(body: object): Promise<Pick<WireRecord, "ciphertext" | "commitment">>;
  /** Has the server put it among the records, as it would come from this member. */
  send(body: object): Promise<void>;
  commit(bytes: Uint8Array): void;
}

/** From what the device of a member keeps; the device itself has to keep still from then on. */
export async function takeOver(server: Pick<ServerDouble, "inject" | "now">, { store }: Pick<RoomDevice, "store">, id: Id): Promise<Insider> {
  const [standing, kept, written] = await Promise.all(["standing", "device", "written"].map((name) => store.get(`room/${id}/${name}`)));
  const { group: begun, transcript } = decodeStanding(standing!);
  let group = begun;
  let n = Number(Buffer.from(written ?? []).toString());
  const device = deserializeDevice(kept!);
  async function payload(body: object): Promise<Pick<WireRecord, "ciphertext" | "commitment">> {
    const chain = "chain" in body ? body.chain : { n: ++n, seq: transcript.seq, hash: transcript.hash };
    const told = utf8(JSON.stringify({ v: 1, id: toHex(randomBytes(16)), at: server.now(), ...body, chain }));
    const { plaintext, commitment } = await frank(id, toHex(device.accountId), told);
    const made = await encrypt(group, plaintext);
    group = made.group;
    return { ciphertext: made.ciphertext, commitment };
  }
  return {
    device,
    get group() { return group; },
    payload,
    async send(body) {
      server.inject(id, { kind: RecordKind.MESSAGE, epoch: epoch(group), ...(await payload(body)) });
    },
    commit: (ciphertext) => server.inject(id, { kind: RecordKind.COMMIT, epoch: epoch(group), ciphertext }),
  };
}
