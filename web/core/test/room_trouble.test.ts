/** Trouble in rooms that nobody means: too much at once, two things at once, and a device that dies in the middle of one. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { CoreError } from "../errors.ts";
import { RecordKind } from "../gen/alcove/v1/stream_pb.ts";
import { alarms, createScene, openRooms, type RoomScene, texts } from "./room_people.ts";

const commitsOf = ({ server, id }: RoomScene): number => server.streams.get(id)!.records.filter(({ kind }) => kind === RecordKind.COMMIT).length;

test("who writes more than the server takes is told so, and nothing of it is lost", async (t) => {
  const scene = await createScene(t);
  const { server, id, moon, fern, says, lead } = scene;
  const said = Array.from({ length: 40 }, (_, i) => `line ${i}`);
  let full = true;
  server.beforeAppend = () => {
    if (full) throw new CoreError("written_too_much");
  };
  for (const text of said) await moon.rooms.sayInRoom(id, text);
  const view = await moon.until(id, "it is told why they wait", ({ waits }) => waits === "written_too_much");
  assert.equal(view.items.filter((item) => item.kind === "message" && item.delivery === "queued").length, said.length);
  full = false;
  const after = await fern.until(id, "all of it arrives", (now) => texts(now).includes("line 39"));
  assert.deepEqual(texts(after).slice(-said.length), said);
  await moon.until(id, "and is told of no more", ({ waits }) => waits === undefined);
  await says(lead, "good evening");
  for (const each of scene.all) assert.deepEqual(alarms(await each.look(id)), []);
});

test("a moderator's device that dies in the middle of a commit goes on with it, whether or not the server took it", async (t) => {
  for (const taken of [true, false]) {
    const scene = await createScene(t);
    const { server, id, lead, says } = scene;
    const late = await scene.stranger("Late");
    await late.rooms.askEntry(id, { name: "Lantern", answers: [] });
    const [asking] = await lead.rooms.roomDoor(id);
    const before = commitsOf(scene);
    const lose = (): void => {
      throw new CoreError("offline");
    };
    // Its connection goes with it: nothing more reaches it, nor comes from it.
    server.beforeAppend = () => {
      lead.close();
      if (!taken) lose();
    };
    server.afterAppend = lose;
    await assert.rejects(lead.rooms.admit(id, [asking!.handle]), { code: "offline" });
    server.afterAppend = server.beforeAppend = () => undefined;
    const again = await openRooms(server, lead.party, lead.store);
    t.after(() => again.close());
    for (const each of await again.rooms.roomDoor(id)) await again.rooms.admit(id, [each.handle]);
    const everybody = [again, scene.moon, scene.fern, scene.wren, late];
    await says(again, "welcome, Lantern", everybody);
    assert.equal(commitsOf(scene), before + 1);
    for (const each of everybody) {
      const view = await each.look(id);
      assert.deepEqual(alarms(view), []);
      assert.equal(view.people.length, 5);
    }
  }
});

test("many who ask at once are let in, by admissions that are under way at once as well", async (t) => {
  const scene = await createScene(t);
  const { id, lead, moon, says } = scene;
  const names = "ba ko du".split(" ").flatMap((first) => "la ri ton ve".split(" ").map((last) => `P${first}${last}`));
  const late = await Promise.all(names.map(async (name) => {
    const who = await scene.stranger(name);
    await who.rooms.askEntry(id, { name, answers: [] });
    return who;
  }));
  const asking = await lead.rooms.roomDoor(id);
  assert.equal(asking.length, names.length);
  const handles = asking.map(({ handle }) => handle);
  await Promise.all([lead.rooms.admit(id, handles.slice(0, 8)), lead.rooms.admit(id, handles.slice(5)), lead.rooms.admit(id, handles)]);
  const everybody = [...scene.all, ...late];
  await says(moon, "how many we are", everybody);
  for (const each of everybody) {
    const view = await each.look(id);
    assert.equal(view.people.length, everybody.length);
    assert.deepEqual(alarms(view), []);
  }
});
