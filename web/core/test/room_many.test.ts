/**
 * A room of many over a real server and TLS: they come in, talk, are removed, go
 * away and come back, all at once. At the end everybody has the same words in the
 * same order from when they came in, and who was removed has nothing of what
 * followed. ALCOVE_ROOM_MEMBERS and ALCOVE_ROOM_MESSAGES say how many.
 */
import assert from "node:assert/strict";
import process from "node:process";
import { test } from "node:test";
import type { Id } from "../api.ts";
import { hasCode } from "../errors.ts";
import { deviceOf, enrol, forAll, type Member, nameOf, transcriptOf } from "./many.ts";
import { openPractice, type TestPractice } from "./practice.ts";
import { quickOpaque } from "./quick_opaque.ts";
import { seeded } from "./random.ts";
import { alarms } from "./room_people.ts";
import { startServer } from "./server.ts";
import { holds } from "./talk.ts";

const MEMBERS = Number(process.env["ALCOVE_ROOM_MEMBERS"] ?? 8);
const MESSAGES = Number(process.env["ALCOVE_ROOM_MESSAGES"] ?? (MEMBERS > 50 ? 2_000 : 100));
const LATE = Math.max(2, Math.floor(MEMBERS / 10));
const REMOVED = 2;
/** Many cores share this process. */
const SETTLED_WITHIN = 30_000 + 4_000 * MEMBERS;

const lineOf = (text: string) => (line: string): boolean => line.endsWith(`: ${text}`);

async function eventually(what: string, holdsNow: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + SETTLED_WITHIN; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 50))) if (await holdsNow()) return;
  assert.fail(`it never came to that: ${what}`);
}

test(`${MEMBERS} in a room say ${MESSAGES} things, come, go and are removed`, { timeout: 3 * SETTLED_WITHIN + 600_000 }, async (t) => {
  const random = seeded(Number(process.env["ALCOVE_ROOM_SEED"] ?? 4));
  const server = await startServer();
  t.after(() => server.stop());
  const practice: TestPractice = await openPractice(server, { opaque: quickOpaque });
  t.after(() => practice.close());
  const lead = practice.practitioner.core;
  const began = Date.now();
  /** How far it is; of a long one at once, too. */
  function tell(what: string): void {
    const line = `${((Date.now() - began) / 1000).toFixed(1)} s: ${what}`;
    t.diagnostic(line);
    if (MEMBERS > 50) console.error(line);
  }
  const id: Id = await lead.createRoom({ title: "Many", purpose: "", rules: "", language: "en", days: 7, questions: [], listed: true });

  const people: Member[] = [];
  await forAll(Array.from({ length: MEMBERS }, (_, i) => nameOf(i)), 8, async (name) => people.push(await enrol(server, name)));
  t.after(() => people.forEach((each) => each.close()));
  tell("all have accounts");

  async function comeIn(coming: readonly Member[]): Promise<void> {
    await forAll(coming, 8, (each) => deviceOf(each).rooms.askEntry(id, { name: each.name, answers: [] }));
    const names = new Set(coming.map(({ name }) => name));
    const asking = (await lead.roomDoor(id)).filter(({ name }) => names.has(name));
    assert.equal(asking.length, coming.length, "all are at the door");
    await lead.admit(id, asking.map(({ handle }) => handle));
    for (const each of coming) await eventually(`${each.name} is in`, async () => (await deviceOf(each).rooms.rooms()).some((room) => room.inside && room.people.length > 0));
    tell(`${coming.length} came in`);
  }
  const inside = people.slice(0, MEMBERS - LATE);
  const late = people.slice(MEMBERS - LATE);
  await comeIn(inside);

  /** False where somebody went before it was kept. */
  async function says({ device }: Member, text: string): Promise<boolean> {
    return device?.rooms.sayInRoom(id, text).then(() => true, (error: unknown) => {
      if (hasCode(error, "other_tab")) return false;
      throw error;
    }) ?? false;
  }

  let said = 0;
  /** So many things are said by whoever is there, while some go away and come back. */
  async function talk(speakers: readonly Member[], count: number): Promise<void> {
    await forAll(Array.from({ length: count }), 16, async (_, i) => {
      const text = `number ${++said}`;
      let who = speakers[Math.floor(random() * speakers.length)]!;
      while (!(await says(who, text))) who = speakers[Math.floor(random() * speakers.length)]!;
      if (i % 50 !== 49 || !who.device) return;
      who.close();
      await new Promise((resolve) => setTimeout(resolve, random() * 300));
      await who.open();
    });
    tell(`${said} things were said`);
  }
  /** The last of what was said, by who leads: once it is there everything before is. */
  async function settle(readers: readonly Member[], text: string): Promise<void> {
    for (const each of readers) await eventually(`${each.name} has sent all`, async () => !(await deviceOf(each).look(id)).items.some((item) => item.kind === "message" && item.delivery === "queued"));
    await lead.sayInRoom(id, text);
    // Others may read it before the one who said it has the server's answer.
    await eventually(`it is sent: ${text}`, async () => (await lead.rooms()).some((room) => room.id === id && room.items.some((item) => item.kind === "message" && item.text === text && item.delivery === "sent")));
    for (const each of readers) await eventually(`${each.name} reads: ${text}`, async () => (await transcriptOf(deviceOf(each), id)).some(lineOf(text)));
    tell(`all read: ${text}`);
  }

  await talk(inside, Math.floor(MESSAGES / 2));
  await settle(inside, "half of it");
  const removed = inside.splice(0, REMOVED);
  const whole = await deviceOf(inside[0]!).look(id);
  for (const [i, each] of removed.entries()) {
    await lead.removeFromRoom(id, whole.people.find(({ name }) => name === each.name)!.id, i === 0);
    await eventually(`${each.name} is out`, async () => !(await deviceOf(each).look(id)).inside);
  }
  const atRemoval = await Promise.all(removed.map((each) => transcriptOf(deviceOf(each), id)));
  await comeIn(late);
  await talk([...inside, ...late], Math.ceil(MESSAGES / 2));
  await settle([...inside, ...late], "the end of it");

  const transcript = (await lead.rooms()).find((room) => room.id === id)!.items.flatMap((item) => (item.kind === "message" ? [`${item.seq} ${item.name}: ${item.text}`] : []));
  tell(`the transcript has ${transcript.length} lines`);
  for (const each of inside) assert.deepEqual(await transcriptOf(deviceOf(each), id), transcript, `${each.name} has the same`);
  const half = transcript.findIndex(lineOf("half of it"));
  for (const each of late) {
    const theirs = await transcriptOf(deviceOf(each), id);
    assert.ok(theirs.length > 0 && theirs.length < transcript.length - half, `${each.name} has nothing from before`);
    assert.deepEqual(theirs, transcript.slice(-theirs.length), `${each.name} has the same from when they came in`);
  }
  for (const each of [...inside, ...late]) {
    const view = await deviceOf(each).look(id);
    assert.deepEqual(alarms(view), [], `nothing was refused by ${each.name}`);
    assert.equal(view.people.length, MEMBERS + 1 - REMOVED);
  }
  for (const [i, each] of removed.entries()) {
    // Also after they come back.
    for (const again of [false, true]) {
      if (again) {
        each.close();
        await each.open();
      }
      const there = (await deviceOf(each).rooms.rooms()).some((room) => room.id === id);
      if (there) assert.deepEqual(await transcriptOf(deviceOf(each), id), atRemoval[i], `${each.name} has what they had`);
      assert.ok(!(await holds(each.store, "the end of it")));
    }
  }
});
