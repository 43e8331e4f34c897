/** A room with people whose clocks are wrong by a year: they come in, are read at the right time, and what they say is kept as long as all else. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { RoomItem } from "../api.ts";
import { RecordKind } from "../gen/alcove/v1/stream_pb.ts";
import { alarms, createScene, openRooms, type RoomDevice, texts } from "./room_people.ts";
import { eventually } from "./patience.ts";
import { DAY, MINUTE } from "./talk.ts";

const YEAR = 365 * DAY;

test("who is a year ahead or behind says things now, and they are kept for as long as the room keeps things", async (t) => {
  const scene = await createScene(t, { Moon: () => Date.now() + YEAR, Fern: () => Date.now() - YEAR });
  const { server, id, lead, moon, fern, wren, says } = scene;
  await says(moon, "from next year");
  await says(fern, "from last year");
  await says(wren, "from now");
  const timesOf = async (device: RoomDevice): Promise<readonly number[]> =>
    (await device.look(id)).items.flatMap((item: RoomItem) => (item.kind === "message" ? [item.at] : []));
  for (const [device, now] of [[lead, Date.now()], [wren, Date.now()], [moon, Date.now() + YEAR], [fern, Date.now() - YEAR]] as const) {
    for (const at of await timesOf(device)) assert.ok(Math.abs(at - now) < 2 * MINUTE, "by the clock of who reads it");
    assert.deepEqual(alarms(await device.look(id)), []);
  }

  const held = (): number => server.streams.get(id)!.records.filter(({ kind, ciphertext }) => kind === RecordKind.MESSAGE && ciphertext.length > 0).length;
  const before = held();
  server.sweep();
  assert.equal(held(), before, "nothing is destroyed early");
  // Everybody comes back: nobody's words have gone.
  const spoken = texts(await wren.look(id));
  for (const [device, now] of [[wren, () => Date.now()], [moon, () => Date.now() + YEAR], [fern, () => Date.now() - YEAR]] as const) {
    device.close();
    const again = await openRooms(server, device.party, device.store, now);
    t.after(() => again.close());
    assert.deepEqual(texts(await again.look(id)), spoken);
  }
  let later = 0;
  server.now = () => Date.now() + later;
  later = 9 * DAY;
  server.sweep();
  assert.equal(held(), 3, "only the rosters are left");
  const late = await openRooms(server, wren.party, wren.store);
  t.after(() => late.close());
  await late.until(id, "the words of nine days ago are gone", (view) => texts(view).length === 0);
});

test("who asks to come in by a wrong clock is seen at the door, and let in", async (t) => {
  const scene = await createScene(t);
  const { id, lead, all, says, stranger } = scene;
  for (const [i, wrong] of [YEAR, -YEAR, 10 * YEAR].entries()) {
    const who = await stranger(`Late ${i}`);
    t.mock.timers.enable({ apis: ["Date"], now: Date.now() + wrong });
    const name = ["Lantern", "Kettle", "Harbour"][i]!;
    await who.rooms.askEntry(id, { name, answers: [] });
    t.mock.timers.reset();
    const asking = (await lead.rooms.roomDoor(id)).find((each) => each.name === name);
    assert.ok(asking, "seen at the door");
    await lead.rooms.admit(id, [asking.handle]);
    await who.until(id, "is in", ({ inside, people }) => inside && people.length > 0);
    await says(who, `good evening from ${name}`, all);
  }
});

test("a room whose hours changed opens by its new ones, while nobody does anything", async (t) => {
  // By her clock a minute is over soon after the hours changed; it stands until she was told of them.
  let [ahead, stands]: [number, number | undefined] = [0, undefined];
  const moons = (): number => stands ?? Date.now() + ahead;
  const { id, lead, moon } = await createScene(t, { Moon: moons });
  const begins = new Date(Math.ceil(Date.now() / MINUTE) * MINUTE);
  stands = begins.getTime() - 2_000;
  const { moderators: _, ...face } = (await lead.look(id)).face;
  await lead.rooms.changeRoom(id, { ...face, sessions: [{ weekday: begins.getUTCDay(), start: begins.getUTCHours() * 60 + begins.getUTCMinutes(), minutes: 60, zone: "UTC" }], asking: true });
  await moon.until(id, "she is told of the hours", ({ hours }) => hours !== undefined);
  await eventually("it is closed until then", async () => moon.told.some(({ hours, silence }) => hours?.open === false && silence === "hours"));
  [ahead, stands] = [stands - Date.now(), undefined];
  await eventually("it opened", async () => moon.told.at(-1)?.hours?.open === true);
});
