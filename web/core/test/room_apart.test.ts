/**
 * What somebody learns of another member who is with them in two rooms: nothing
 * that links the two, nor either to the account. Everything that reaches the one
 * is compared: each byte from the server, and whatever their device made of it.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { fromHex, toBase64url } from "../bytes.ts";
import type { DeviceStore } from "../context.ts";
import { type ClosableCore, createCore } from "../core.ts";
import { reaching } from "../node.ts";
import { createMemoryStore } from "../storage.ts";
import { PASSPHRASE, type TestPractice } from "./practice.ts";
import { quickOpaque } from "./quick_opaque.ts";
import type { TestServer } from "./server.ts";
import { eventually } from "./patience.ts";
import { withPractice } from "./with_practice.ts";

let practice: TestPractice;
let server: TestServer;
withPractice((opened, started) => {
  practice = opened;
  server = started;
});

/** A core all of whose answers and events are kept. */
function watched(store: DeviceStore): { readonly core: ClosableCore; readonly received: Uint8Array[] } {
  const received: Uint8Array[] = [];
  const { baseUrl, openSocket, fetch = globalThis.fetch } = reaching(server.baseUrl, server.ca);
  const core = createCore({
    baseUrl, opaque: quickOpaque, store,
    async fetch(input, init) {
      const answer = await fetch(input, init);
      received.push(new Uint8Array(await answer.clone().arrayBuffer()));
      return answer;
    },
    openSocket(url) {
      const socket = openSocket(url);
      (socket as unknown as WebSocket).addEventListener("message", ({ data }) => received.push(new Uint8Array(data as ArrayBuffer)));
      return socket;
    },
  });
  return { core, received };
}

const LENGTH = 16;

/** Whether an id or a key may look like this, as it is or written out: no numbers with zeros before them, no names of fields. */
const mayBeId = (piece: string): boolean => /^[\w+/-]*$/.test(piece) || (!/^[ -~]*$/.test(piece) && !/\0.*\0.*\0|{"|":/s.test(piece));

/** All pieces of so many bytes that an id or a key may be. */
function windows(parts: readonly Uint8Array[]): ReadonlySet<string> {
  const all = new Set<string>();
  for (const part of parts) {
    const bytes = Buffer.from(part).toString("latin1");
    for (let i = 0; i + LENGTH <= bytes.length; i++) {
      const piece = bytes.slice(i, i + LENGTH);
      if (mayBeId(piece)) all.add(piece);
    }
  }
  return all;
}

test("nothing that a member receives in two rooms links another who is in both", async (t) => {
  const lead = practice.practitioner.core;
  const store = createMemoryStore();
  const { core: watcher, received } = watched(store);
  t.after(() => watcher.close());
  const { account: own } = await watcher.signUp({ pseudonym: "Early Wren", passphrase: PASSPHRASE });
  const other = practice.browser();
  const { account } = await other.signUp({ pseudonym: "River Otter", passphrase: PASSPHRASE });

  const make = (title: string): Promise<string> => lead.createRoom({ title, purpose: "", rules: "", language: "en", days: 7, questions: [], listed: true });
  const rooms = [await make("One"), await make("Two")];
  async function letIn(core: ClosableCore, id: string, name: string): Promise<void> {
    await core.askEntry(id, { name, answers: [] });
    const asking = (await lead.roomDoor(id)).find((each) => each.name === name);
    await lead.admit(id, [asking!.handle]);
    await eventually(`${name} is in`, async () => (await core.rooms()).some((room) => room.id === id && room.inside && room.people.length > 0));
    await core.sayInRoom(id, `this is ${name}`);
  }
  const hears = (id: string, text: string): Promise<void> => eventually(text, async () =>
    (await watcher.rooms()).some((room) => room.id === id && room.items.some((item) => item.kind === "message" && item.text === text && item.delivery === "sent")));
  /** What the device has of a room. */
  const held = async (id: string): Promise<readonly Uint8Array[]> => (await store.list(`room/${id}/`)).map(([, value]) => value);

  for (const [i, id] of rooms.entries()) {
    await letIn(watcher, id, ["Kettle", "Lantern"][i]!);
    await hears(id, `this is ${["Kettle", "Lantern"][i]!}`);
  }
  // What comes with everybody who comes in is there before, with somebody else in each room.
  for (const [i, id] of rooms.entries()) {
    const name = ["Fern", "Willow"][i]!;
    const core = practice.browser();
    await core.signUp({ pseudonym: name, passphrase: PASSPHRASE });
    await letIn(core, id, name);
    await hears(id, `this is ${name}`);
  }
  const before = windows((await Promise.all(rooms.map(held))).flat());
  const receivedBefore = windows(received);
  const since: (readonly Uint8Array[])[] = [];
  for (const [i, id] of rooms.entries()) {
    const from = received.length;
    await letIn(other, id, ["Moon", "Harbour"][i]!);
    await hears(id, `this is ${["Moon", "Harbour"][i]!}`);
    since.push(received.slice(from));
  }
  const [one, two] = await Promise.all(rooms.map(async (id) => windows(await held(id))));
  assert.deepEqual([...one!].filter((piece) => two!.has(piece) && !before.has(piece)), [], "on the device");
  const [told, toldThen] = since.map(windows);
  assert.deepEqual([...told!].filter((piece) => toldThen!.has(piece) && !receivedBefore.has(piece)), [], "on the way");

  const accountId = fromHex(account.accountId);
  const needles = [account.accountId, toBase64url(accountId), Buffer.from(accountId).toString("latin1"), "River Otter", "river-otter", account.loginName];
  const everything = [...received, ...(await store.list("")).map(([, value]) => value)].map((part) => Buffer.from(part).toString("latin1"));
  for (const needle of needles) assert.ok(!everything.some((part) => part.includes(needle)), needle);
  // The search finds what is there: the watcher's own account.
  assert.ok(everything.some((part) => part.includes(Buffer.from(fromHex(own.accountId)).toString("latin1"))));
});
