/** A room on the real server: how one finds it, comes in, talks, is led and goes. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { NewRoom, RoomItem, RoomView } from "../api.ts";
import type { ClosableCore } from "../core.ts";
import { createAuthenticator } from "./authenticator.ts";
import { eventually } from "./patience.ts";
import { PASSPHRASE, type TestPractice } from "./practice.ts";
import type { TestServer } from "./server.ts";
import { withPractice } from "./with_practice.ts";

let practice: TestPractice;
let server: TestServer;
withPractice((opened, started) => {
  [practice, server] = [opened, started];
});

const evenings: NewRoom = {
  title: "Evenings", purpose: "For people who cannot sleep.", rules: "Be kind.", language: "en", days: 7, listed: true,
  questions: [{ label: "What helps you in a crisis?", required: true }, { label: "Medication", required: false }],
};

async function client(name: string): Promise<ClosableCore> {
  const core = practice.browser();
  await core.signUp({ pseudonym: name, passphrase: PASSPHRASE });
  return core;
}

async function until(core: ClosableCore, id: string, condition: (view: RoomView) => boolean): Promise<RoomView> {
  let last: RoomView | undefined;
  await eventually("the room shows it", async () => {
    last = (await core.rooms()).find((room) => room.id === id);
    return last !== undefined && condition(last);
  }).catch((error: unknown) => {
    throw new Error(`never: ${JSON.stringify({ ...last, face: 0 })?.slice(0, 2_000)}`, { cause: error });
  });
  return last!;
}

const said = ({ items }: RoomView): readonly string[] => items.flatMap((item) => (item.kind === "message" ? [`${item.name}: ${item.text}`] : []));
const says = (line: string) => (view: RoomView): boolean => said(view).includes(line);
const of = (view: RoomView, kind: RoomItem["kind"]): readonly RoomItem[] => view.items.filter((item) => item.kind === kind);
const alarms = (view: RoomView): readonly RoomItem[] => of(view, "security");
const person = (view: RoomView, name: string): string => view.people.find((each) => each.name === name)?.id ?? "";

/** Asks to be let in, and is. */
async function letIn(lead: ClosableCore, id: string, who: ClosableCore, name: string, key?: string): Promise<RoomView> {
  await who.askEntry(id, { name, answers: ["A walk.", ""] }, key);
  const asking = (await lead.roomDoor(id)).find((each) => each.name === name);
  assert.ok(asking, "at the door");
  await lead.admit(id, [asking.handle]);
  return until(who, id, (view) => view.inside && view.people.length > 0);
}

test("a room is found, its door answered, and what is said is read by those who are in it then", async () => {
  const lead = practice.practitioner.core;
  // By the name that the profile tells everybody, not by the one to log in with.
  const { token } = await practice.steward.core.createInvitation({ label: "new here", role: "practitioner" });
  const nameless = practice.browser();
  await nameless.signUp({ pseudonym: "Hidden Crane", passphrase: PASSPHRASE, invitation: token });
  await nameless.passkeyRegisterFinish(await createAuthenticator(server.baseUrl).create(await nameless.passkeyRegisterStart()));
  await assert.rejects(nameless.createRoom(evenings), { code: "profile_nameless" });
  const id = await lead.createRoom(evenings);
  const [heron, otter, wren] = [await client("Quiet Heron"), await client("River Otter"), await client("Early Wren")];
  const [seen] = (await heron.listedRooms()).filter((room) => room.id === id);
  assert.equal(seen?.face.title, "Evenings");
  assert.equal(seen?.face.moderators[0]?.displayName, "Dr Reed");

  await assert.rejects(heron.askEntry(id, { name: "Heron", answers: [] }), { code: "room_answer_missing" });
  await heron.askEntry(id, { name: "Moon", answers: ["A walk.", "none"] });
  assert.equal((await heron.lookAtRoom(id)).standing, "asking");
  const [asking] = await lead.roomDoor(id);
  assert.deepEqual([asking?.name, asking?.answers], ["Moon", [{ question: "What helps you in a crisis?", answer: "A walk." }, { question: "Medication", answer: "none" }]]);
  await assert.rejects(heron.roomDoor(id), { code: "moderators_only" });
  await lead.admit(id, [asking!.handle]);
  const first = await until(heron, id, (view) => view.inside && view.people.length === 2);
  assert.deepEqual(first.people.map(({ name, moderates }) => [name, moderates]), [["Dr Reed", true], ["Moon", false]]);
  await heron.sayInRoom(id, "good evening");
  await until(lead, id, says("Moon: good evening"));
  await lead.sayInRoom(id, "welcome, Moon");
  await until(heron, id, says("Dr Reed: welcome, Moon"));

  // A name that could be taken for another's lets nobody in; the door stays as it is.
  await otter.askEntry(id, { name: "M00n", answers: ["Tea.", ""] });
  const [lookalike] = await lead.roomDoor(id);
  assert.deepEqual(lookalike?.alike, { name: "Moon", inside: true });
  await assert.rejects(lead.admit(id, [lookalike!.handle]), { code: "room_name_taken" });
  await letIn(lead, id, otter, "Lantern");
  await otter.sayInRoom(id, "hello");
  await until(heron, id, says("Lantern: hello"));
  const late = await letIn(lead, id, wren, "Kettle");
  assert.ok(!said(late).some((line) => line.includes("hello")), "what came before is not theirs");
  const view = await until(heron, id, (each) => each.people.length === 4);
  assert.deepEqual(of(view, "came").map((item) => item.kind === "came" && item.name), ["Lantern", "Kettle"]);

  for (const core of [heron, otter, wren]) assert.deepEqual(alarms((await core.rooms())[0]!), []);
  assert.deepEqual(alarms((await lead.rooms()).find((room) => room.id === id)!), []);
});

test("who leads a room keeps order: takes down, mutes, removes, bans, closes", async () => {
  const lead = practice.practitioner.core;
  const id = await lead.createRoom({ ...evenings, title: "Order", listed: false });
  const key = await lead.roomLinkKey(id);
  assert.ok(key);
  const [fox, hare, owl] = [await client("Red Fox"), await client("Swift Hare"), await client("Old Owl")];
  assert.ok(!(await fox.listedRooms()).some((room) => room.id === id));
  await assert.rejects(fox.lookAtRoom(id), { code: "room_face_invalid" });
  await letIn(lead, id, fox, "Fox", key);
  await letIn(lead, id, hare, "Hare", key);

  await fox.sayInRoom(id, "something cruel");
  const cruel = await until(hare, id, says("Fox: something cruel"));
  const message = cruel.items.find((item) => item.kind === "message")!;
  await assert.rejects(hare.takeDown(id, message.id), { code: "moderators_only" });
  await until(lead, id, says("Fox: something cruel"));
  await lead.takeDown(id, message.id);
  for (const core of [fox, hare]) assert.ok(!says("Fox: something cruel")(await until(core, id, (view) => view.items.some((item) => item.kind === "message" && item.takenDown))));
  await hare.sayInRoom(id, "thank you");
  await until(fox, id, says("Hare: thank you"));

  await lead.mute(id, person(cruel, "Fox"), true);
  await until(fox, id, (view) => of(view, "muted").length === 1);
  await assert.rejects(fox.sayInRoom(id, "but"), { code: "room_muted" });
  await lead.mute(id, person(cruel, "Fox"), false);
  await until(fox, id, (view) => of(view, "unmuted").length === 1);
  await lead.mute(id, person(cruel, "Fox"), true, 1 / 60); // a second
  await until(fox, id, (view) => of(view, "muted").length === 2);
  await until(fox, id, (view) => of(view, "unmuted").length === 2);
  await fox.sayInRoom(id, "sorry");
  await until(hare, id, says("Fox: sorry"));

  await lead.removeFromRoom(id, person(cruel, "Fox"), true);
  await until(fox, id, (view) => !view.inside);
  await until(hare, id, (view) => of(view, "went").length === 1);
  await hare.sayInRoom(id, "among us");
  await until(lead, id, says("Hare: among us"));
  assert.ok(!said((await fox.rooms())[0]!).includes("Hare: among us"));
  await assert.rejects(fox.askEntry(id, { name: "Somebody new", answers: ["x", ""] }, key), { code: "room_entry_refused" });
  assert.equal((await fox.lookAtRoom(id)).standing, "declined");
  await fox.leaveRoom(id);
  assert.deepEqual(await fox.rooms(), []);

  await lead.setRoomClosed(id, true);
  await until(hare, id, (view) => view.closed);
  // What was refused while the room was closed is not begun again once it is open.
  await owl.askEntry(id, { name: "Owl", answers: ["Tea.", ""] }, key);
  const [waiting] = await lead.roomDoor(id);
  await assert.rejects(lead.admit(id, [waiting!.handle]), { code: "stream_closed" });
  await owl.withdrawEntry(id);
  await lead.setRoomClosed(id, false);
  await until(hare, id, (view) => !view.closed);
  await letIn(lead, id, owl, "Owl", key);
  await hare.saveRoomDraft(id, "half a thou");
  assert.equal(await hare.roomDraft(id), "half a thou");
  await hare.leaveRoom(id);
  assert.deepEqual(await hare.rooms(), []);
  assert.equal(await hare.roomDraft(id), "");
  await until(owl, id, (view) => of(view, "went").length === 1);
  for (const core of [lead, owl]) assert.deepEqual(alarms((await core.rooms()).find((room) => room.id === id)!), []);
});

test("who leads a room leads the talk: holds back, passes on, gives the floor, reads what is whispered, and ends it all at once", async () => {
  const lead = practice.practitioner.core;
  const id = await lead.createRoom({ ...evenings, title: "Led" });
  await lead.setConduct(id, { welcome: "Good to have you here.", agenda: [{ title: "Arriving", minutes: 5 }] });
  const [fox, hare] = [await client("Grey Fox"), await client("Slow Hare")];
  await letIn(lead, id, fox, "Fox");
  const came = await letIn(lead, id, hare, "Hare");
  assert.deepEqual([came.conduct.welcome, came.conduct.agenda.length], ["Good to have you here.", 1]);
  await assert.rejects(fox.setConduct(id, { review: true }), { code: "moderators_only" });
  const held = (view: RoomView): readonly Extract<RoomItem, { kind: "held" }>[] => view.items.flatMap((item) => (item.kind === "held" ? [item] : []));

  await lead.holdMember(id, person(came, "Fox"), true);
  await until(fox, id, (view) => view.people.some((each) => each.name === "Fox" && each.held));
  await fox.sayInRoom(id, "a hard word", { warning: "loss", mentions: [person(came, "Hare")] });
  const [waiting] = held(await until(lead, id, (view) => held(view).length === 1));
  assert.deepEqual([waiting?.text, waiting?.warning, waiting?.state], ["a hard word", "loss", "waiting"]);
  await fox.whisperToModerators(id, "I am not well");
  await until(lead, id, (view) => view.items.some((item) => item.kind === "whisper" && item.text === "I am not well"));
  const [unseen] = (await hare.rooms()).filter((room) => room.id === id);
  assert.deepEqual(unseen?.items.filter((item) => ["held", "whisper", "message", "security"].includes(item.kind)), []);
  await lead.passOn(id, waiting!.id);
  const passed = (await until(hare, id, says("Fox: a hard word"))).items.find((item) => item.kind === "message");
  assert.ok(passed?.kind === "message" && passed.passedBy === "Dr Reed" && passed.toMe);
  await hare.reactInRoom(id, passed.id, "🙏");
  await until(fox, id, (view) => view.items.some((item) => item.kind === "message" && item.reactions?.[0]?.count === 1));

  await hare.raiseHand(id, true);
  await until(lead, id, (view) => view.hands.length === 1);
  await lead.setConduct(id, { queue: true, floor: person(came, "Hare") });
  await until(fox, id, (view) => view.silence === "queue");
  await assert.rejects(fox.sayInRoom(id, "me, too"), { code: "room_not_your_turn" });
  await until(hare, id, (view) => view.conduct.queue && view.hands.length === 0);
  await lead.setConduct(id, { slowSeconds: 600 });
  await until(hare, id, (view) => view.conduct.slowSeconds === 600);
  await hare.sayInRoom(id, "my turn");
  await until(fox, id, says("Hare: my turn"));
  await assert.rejects(hare.sayInRoom(id, "and more"), { code: "room_slow" });

  await lead.panic(id);
  await until(hare, id, (view) => view.closed && view.conduct.help);
  await assert.rejects(hare.sayInRoom(id, "what now?"), { code: "stream_closed" });
  await lead.setRoomClosed(id, false);
  await until(hare, id, (view) => !view.closed && !view.conduct.help);
  for (const core of [lead, fox, hare]) assert.deepEqual(alarms((await core.rooms()).find((room) => room.id === id)!), []);
});

test("an intake card is its writer's: they change it, withdraw it, see who opened it, and choose who else may", async () => {
  const lead = practice.practitioner.core;
  const id = await lead.createRoom({ ...evenings, title: "Cards" });
  const [fox, hare] = [await client("Blue Fox"), await client("Brown Hare")];
  await letIn(lead, id, fox, "Fox");
  const view = await letIn(lead, id, hare, "Hare");
  assert.deepEqual((await lead.roomCards(id)).length, 2);
  await assert.rejects(hare.roomCards(id), { code: "moderators_only" });
  assert.deepEqual(await lead.openRoomCard(id, person(view, "Fox")), [{ question: "What helps you in a crisis?", answer: "A walk." }, { question: "Medication", answer: "" }]);
  await eventually("the fox sees that it was opened", async () => (await fox.ownRoomCard(id)).openings.length === 1);
  const own = await fox.ownRoomCard(id);
  assert.deepEqual([own.openings[0]?.by, own.readBy, own.askedBy], ["Dr Reed", ["Dr Reed"], []]);
  assert.deepEqual((await hare.ownRoomCard(id)).openings, []);
  const noted = async (core: ClosableCore) => (await core.accessLog()).entries.filter(({ what }) => what.kind === "opened").map(({ what }) => what);
  assert.deepEqual([await noted(fox), await noted(hare)], [[{ kind: "opened", part: "card", by: "Dr Reed" }], []]);

  await assert.rejects(fox.putRoomCard(id, ["", "x"]), { code: "room_answer_missing" });
  await fox.putRoomCard(id, ["Music.", "none"]);
  assert.deepEqual((await lead.openRoomCard(id, person(view, "Fox"))).map(({ answer }) => answer), ["Music.", "none"]);
  await hare.withdrawRoomCard(id);
  assert.deepEqual((await lead.roomCards(id)).find((card) => card.person === person(view, "Hare")), { person: person(view, "Hare"), empty: true });

  await fox.whisperToModerators(id, "can we talk?");
  await until(lead, id, (each) => each.items.some((item) => item.kind === "whisper" && item.text === "can we talk?"));
  await lead.whisperTo(id, person(view, "Fox"), "of course");
  await until(fox, id, (each) => each.items.some((item) => item.kind === "whisper" && item.moderates && item.text === "of course"));
  await lead.holdMember(id, person(view, "Hare"), true);
  await until(hare, id, (each) => each.people.some(({ held }) => held));
  await hare.sayInRoom(id, "in anger");
  const held = (await until(lead, id, (each) => each.items.some((item) => item.kind === "held"))).items.find((item) => item.kind === "held");
  await lead.sendBack(id, held!.id, "another time");
  await until(hare, id, (each) => each.items.some((item) => item.kind === "held" && item.state === "returned" && item.why === "another time"));

  // In a closed room the moderators go on seeing to its members.
  await lead.setRoomClosed(id, true);
  await until(fox, id, (each) => each.closed);
  await lead.openRoomCard(id, person(view, "Fox"));
  await eventually("the fox sees that, too", async () => (await fox.ownRoomCard(id)).openings.length === 3);
  for (const core of [lead, fox, hare]) assert.deepEqual(alarms((await core.rooms()).find((room) => room.id === id)!), []);
});

test("a room is led by several, on several devices, and goes on when one of them leaves", async () => {
  const lead = practice.practitioner.core;
  const id = await lead.createRoom({ ...evenings, title: "Two leads", entry: "open" });
  const fox = await client("Quick Fox");
  await fox.askEntry(id, { name: "Fox", answers: ["A walk.", ""] });
  const view = await until(fox, id, (each) => each.inside && each.people.length === 2); // an open door
  await assert.rejects(fox.askToLead(id), { code: "moderators_only" });

  const other = await practice.colleague("Dr Lane");
  await other.askToLead(id);
  const [asking] = await lead.roomDoor(id);
  assert.deepEqual([asking?.name, asking?.leads], ["Dr Lane", true]);
  await assert.rejects(other.roomCards(id), { code: "moderators_only" });
  await lead.appoint(id, asking!.handle);
  await until(other, id, (each) => each.moderates && each.people.length === 3);
  await until(fox, id, (each) => each.people.some(({ name, moderates }) => name === "Dr Lane" && moderates));
  // What was told to one is not told to the other silently.
  await assert.rejects(other.openRoomCard(id, person(view, "Fox")), { code: "room_card_not_shared" });
  await eventually("the fox is asked", async () => (await fox.ownRoomCard(id)).askedBy.length === 1);
  await fox.shareRoomCard(id);
  assert.equal((await other.openRoomCard(id, person(view, "Fox")))[0]?.answer, "A walk.");

  // A further browser of the first one's account joins by itself, and finds what its owner noted and was shown before.
  await lead.addRoomNote(id, "Fox likes to walk.");
  await other.sayInRoom(id, "hush");
  const hush = (await until(fox, id, says("Dr Lane: hush"))).items.find((item) => item.kind === "message" && item.text === "hush")!;
  await fox.reportMessage(id, hush.id, "");
  await until(lead, id, ({ notes, reports }) => notes.length === 1 && reports.length === 1);
  await new Promise((resolve) => setTimeout(resolve, 1_000)); // for the vault, which is written a moment later
  const second = await practice.practitionerElsewhere();
  const found = await until(second, id, ({ moderates, people, notes, reports }) => moderates && people.length === 3 && notes.length === 1 && reports[0]?.verdict === "proved");
  assert.deepEqual([found.notes[0]?.text, found.reports[0]?.text], ["Fox likes to walk.", "hush"]);
  await second.removeRoomNote(id, found.notes[0]!.id);
  await second.settleReport(id, found.reports[0]!.id);
  for (const core of [lead, second]) await until(core, id, ({ notes, reports }) => notes.length === 0 && reports.length === 0);
  await second.sayInRoom(id, "from another browser");
  await until(fox, id, says("Dr Reed: from another browser"));
  await second.mute(id, person(view, "Fox"), true);
  await until(other, id, (each) => of(each, "muted").length === 1);

  // Whoever asks is let in by all three at once: one commit an epoch is taken, the others are made anew, or are not needed any more.
  const hare = await client("Two Hares");
  await hare.askEntry(id, { name: "Hare", answers: ["Tea.", ""] });
  const four = await until(hare, id, (each) => each.inside && each.people.length === 4);
  for (const core of [lead, other, second, fox]) await until(core, id, (each) => each.people.length === 4);
  // What is reported is proved to each of them, whoever of them let its writer in.
  await hare.sayInRoom(id, "boo");
  const boo = (await until(fox, id, says("Hare: boo"))).items.find((item) => item.kind === "message" && item.text === "boo")!;
  await fox.reportMessage(id, boo.id, "");
  for (const core of [lead, other, second]) await until(core, id, ({ reports }) => reports.some(({ verdict, name }) => verdict === "proved" && name === "Hare"));
  await Promise.all([lead, other, second].map((core) => core.removeFromRoom(id, person(four, "Hare"), false)));
  await until(hare, id, (each) => !each.inside);
  for (const core of [lead, other, second, fox]) {
    const after = await until(core, id, (each) => each.people.length === 3);
    assert.deepEqual(alarms(after), []);
    assert.equal(of(after, "went").length, 1);
  }

  await lead.leaveRoom(id);
  await until(other, id, (each) => each.people.length === 2);
  await eventually("the room is told of as hers", async () => (await fox.lookAtRoom(id)).face.moderators.map(({ displayName }) => displayName).join() === "Dr Lane");
  await other.mute(id, person(view, "Fox"), false);
  await until(fox, id, (each) => of(each, "unmuted").length === 1);
  await fox.sayInRoom(id, "still here");
  await until(other, id, says("Fox: still here"));
  await assert.rejects(other.leaveRoom(id), { code: "last_moderator" });
  await other.changeRoom(id, { ...evenings, title: "One lead", asking: true });
  await until(fox, id, (each) => each.face.title === "One lead");
  for (const core of [other, fox]) assert.deepEqual(alarms((await core.rooms()).find((room) => room.id === id)!), []);
});

test("a room shows what is new, who is here and who writes, keeps its hours, and keeps nothing after the session where it says so", async () => {
  const lead = practice.practitioner.core;
  const id = await lead.createRoom({ ...evenings, title: "Now", days: 0 });
  const [fox, hare] = [await client("Night Fox"), await client("Night Hare")];
  await letIn(lead, id, fox, "Fox");
  const view = await letIn(lead, id, hare, "Hare");
  await fox.sayInRoom(id, "hello Hare", { mentions: [person(view, "Hare")] });
  const unread = await until(hare, id, (each) => each.unread.count === 1);
  assert.equal(unread.unread.mentioned, true);
  await hare.readRoom(id);
  await until(hare, id, (each) => each.unread.count === 0);
  assert.equal((await until(fox, id, () => true)).unread.count, 0, "one's own is not new");

  await fox.typeInRoom(id);
  await until(hare, id, (each) => each.typing === 1);
  await fox.showRoom(id, true);
  await hare.showRoom(id, true);
  await hare.setPresent(id, true);
  await until(fox, id, (each) => each.here.includes(person(view, "Hare")));
  assert.deepEqual((await until(hare, id, () => true)).here, [], "the fox does not want to be seen");
  await hare.showRoom(id, false);
  await until(fox, id, (each) => each.here.length === 0);

  await lead.setRoomClosed(id, true);
  for (const core of [fox, hare]) assert.deepEqual(said(await until(core, id, (each) => each.closed && said(each).length === 0)), []);
  await lead.setRoomClosed(id, false);
  const elsewhere = (new Date().getUTCDay() + 3) % 7;
  await lead.changeRoom(id, { ...evenings, title: "Now", sessions: [{ weekday: elsewhere, start: 600, minutes: 60, zone: "UTC" }], asking: true });
  const later = await until(fox, id, (each) => each.silence === "hours");
  assert.ok(later.hours?.next !== undefined && later.hours.next > Date.now());
  await assert.rejects(fox.sayInRoom(id, "anybody?"), { code: "room_hours" });
  await lead.sayInRoom(id, "see you then");
  await until(fox, id, says("Dr Reed: see you then"));
});

test("how everybody is, is one picture of at least five; notes and bans are the moderators'", async () => {
  const lead = practice.practitioner.core;
  const id = await lead.createRoom({ ...evenings, title: "Mood" });
  const names = ["Ash", "Birch", "Cedar", "Dogwood", "Elm"];
  const people = await Promise.all(names.map((name) => client(`Quiet ${name}`)));
  for (const [i, who] of people.entries()) await letIn(lead, id, who, names[i]!);
  const [ash, birch] = people as [ClosableCore, ClosableCore];
  await assert.rejects(ash.answerCheck(id, 5), { code: "room_check_over" });
  await assert.rejects(ash.beginCheck(id, "start"), { code: "moderators_only" });

  const asked = async (): Promise<void> => {
    for (const who of people) await until(who, id, (view) => view.conduct.check !== null);
  };
  await lead.beginCheck(id, "start");
  await asked();
  for (const who of people.slice(0, 4)) await who.answerCheck(id, 3);
  await until(lead, id, (view) => view.checks === 4);
  await lead.endCheck(id);
  const few = await until(ash, id, (view) => view.conduct.check === null);
  assert.deepEqual(few.conduct.moods, [], "four are too few");

  await lead.beginCheck(id, "end");
  await asked();
  await ash.answerCheck(id, 0);
  await ash.answerCheck(id, 9);
  assert.equal((await until(ash, id, (view) => view.checked === 9)).checks, 0, "nobody else learns how many answered");
  for (const [i, who] of people.slice(1).entries()) await who.answerCheck(id, [3, 7, 8, 10][i]!);
  await until(lead, id, (view) => view.checks === 5);
  await lead.endCheck(id);
  const view = await until(birch, id, (each) => each.conduct.moods.length === 1);
  assert.deepEqual(view.conduct.moods, [{ when: "end", counts: [0, 1, 0, 2, 2] }]);
  assert.ok(!JSON.stringify(view.items).includes("mood\",\"value"));

  await lead.addRoomNote(id, "Cedar was quiet today.");
  const noted = await until(lead, id, (each) => each.notes.length === 1);
  assert.deepEqual([noted.notes[0]?.text, noted.notes[0]?.by], ["Cedar was quiet today.", "Dr Reed"]);
  assert.deepEqual((await until(birch, id, () => true)).notes, []);
  assert.deepEqual([...(noted.attendance[0]?.names ?? [])].sort(), [...names, "Dr Reed"].sort());
  await lead.removeRoomNote(id, noted.notes[0]!.id);
  await until(lead, id, (each) => each.notes.length === 0);

  await lead.removeFromRoom(id, person(view, "Ash"), true);
  const [ban] = await lead.roomBans(id);
  assert.equal(ban?.name, "Ash");
  await assert.rejects(ash.askEntry(id, { name: "Anew", answers: ["x", ""] }), { code: "room_entry_refused" });
  await lead.liftBan(id, ban!.handle);
  assert.deepEqual(await lead.roomBans(id), []);
  await letIn(lead, id, ash, "Anew");
  for (const core of [lead, birch]) assert.deepEqual(alarms((await core.rooms()).find((room) => room.id === id)!), []);
});

test("a further browser of a member is let in, and one that was logged out is taken out of the room", async () => {
  const lead = practice.practitioner.core;
  const id = await lead.createRoom({ ...evenings, title: "Two browsers" });
  const fox = practice.browser();
  const { account } = await fox.signUp({ pseudonym: "Patient Fox", passphrase: PASSPHRASE });
  await letIn(lead, id, fox, "Fox");
  const second = practice.browser();
  await second.logIn({ loginName: account.loginName, passphrase: PASSPHRASE });
  await until(second, id, (view) => !view.inside);
  await second.askEntryAgain(id);
  const [asking] = await lead.roomDoor(id);
  assert.ok(asking?.inside, "known to be in already");
  await lead.admit(id, [asking.handle]);
  const view = await until(second, id, (each) => each.inside && each.people.length === 2);
  await second.sayInRoom(id, "from the other browser");
  await until(fox, id, says("Fox: from the other browser"));
  await until(lead, id, says("Fox: from the other browser"));

  const other = (await fox.devices()).find((each) => !each.current);
  await fox.removeDevice(other!.id);
  await eventually("it is out of the group", async () => !(await second.rooms().then((all) => all.some((room) => room.id === id && room.inside), () => false)));
  await fox.sayInRoom(id, "only here now");
  const seen = await until(lead, id, says("Fox: only here now"));
  assert.equal(seen.people.length, view.people.length, "the fox is still there");
  assert.deepEqual(alarms(seen), []);
});

test("a member who floods a room is told so, and loses nothing", async () => {
  const lead = practice.practitioner.core;
  const id = await lead.createRoom({ ...evenings, title: "Flood" });
  const fox = await client("Restless Fox");
  await letIn(lead, id, fox, "Fox");
  for (let i = 0; i < 130; i++) await fox.sayInRoom(id, `thing ${i}`);
  const view = await until(fox, id, (each) => each.waits === "room_flooded");
  const own = view.items.filter((item) => item.kind === "message");
  assert.equal(own.length, 130);
  assert.ok(own.some((item) => item.kind === "message" && item.delivery === "queued"));
  await lead.sayInRoom(id, "one after the other, please");
  await until(fox, id, says("Dr Reed: one after the other, please"));
});
