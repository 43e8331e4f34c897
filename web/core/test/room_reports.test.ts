/**
 * Reports of messages in a room, on the real server: what is proved to the
 * moderators, what is not, and that the others see nothing of it. Some are made by a
 * member whose software keeps no rules.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Id, NewRoom, RoomReport, RoomView } from "../api.ts";
import { fromBase64url, fromHex, fromUtf8, randomBytes, toBase64url, toHex, utf8 } from "../bytes.ts";
import type { DeviceStore } from "../context.ts";
import type { ClosableCore } from "../core.ts";
import { CoreError } from "../errors.ts";
import { RecordKind } from "../gen/alcove/v1/stream_pb.ts";
import { loadKept } from "../kept.ts";
import { reaching } from "../node.ts";
import type { RoomEntry } from "../room/fold.ts";
import { commitmentTo, frank, openFranked, provable } from "../room/franking.ts";
import { hadHandle, withHandle, withoutHandle } from "../room/handles.ts";
import { reportOf } from "../room/reports.ts";
import { openWords, type ReportWords, sealWords } from "../room/sealed_words.ts";
import { generateSealingKey } from "../sealed.ts";
import { createMemoryStore } from "../storage.ts";
import { createTransport } from "../transport.ts";
import { PASSPHRASE, type TestPractice } from "./practice.ts";
import { seeded } from "./random.ts";
import { alarms, takeOver, texts } from "./room_people.ts";
import type { TestServer } from "./server.ts";
import { eventually } from "./patience.ts";
import { withPractice } from "./with_practice.ts";

let practice: TestPractice;
let server: TestServer;
withPractice((opened, started) => {
  practice = opened;
  server = started;
});

const evenings: NewRoom = { title: "Evenings", purpose: "", rules: "", language: "en", days: 7, listed: true, questions: [] };

async function until(core: ClosableCore, id: Id, what: string, condition: (view: RoomView) => boolean): Promise<RoomView> {
  const look = async (): Promise<RoomView | undefined> => (await core.rooms()).find((room) => room.id === id);
  await eventually(what, async () => {
    const view = await look();
    return view !== undefined && condition(view);
  }).catch(async (error: unknown) => {
    throw new Error(`never: ${JSON.stringify({ ...(await look()), face: 0 }).slice(0, 2_000)}`, { cause: error });
  });
  return (await look())!;
}
const hears = (core: ClosableCore, id: Id, text: string): Promise<RoomView> => until(core, id, text, (view) => texts(view).includes(text));
const reportOn = (core: ClosableCore, id: Id, condition: (report: RoomReport) => boolean): Promise<RoomReport> =>
  until(core, id, "the report", ({ reports }) => reports.some(condition)).then(({ reports }) => reports.find(condition)!);
const messageOf = (view: RoomView, text: string): Id => view.items.find((item) => item.kind === "message" && item.text === text)!.id;
const person = (view: RoomView, name: string): Id => view.people.find((each) => each.name === name)!.id;

async function letIn(id: Id, pseudonym: string, name: string, store?: DeviceStore): Promise<ClosableCore> {
  const lead = practice.practitioner.core;
  const core = practice.browser(store);
  await core.signUp({ pseudonym, passphrase: PASSPHRASE });
  await core.askEntry(id, { name, answers: [] });
  await lead.admit(id, [(await lead.roomDoor(id)).find((each) => each.name === name)!.handle]);
  await until(core, id, `${name} is in`, ({ inside, people }) => inside && people.length > 0);
  return core;
}

test("a message is reported with proof, also one that was taken down since or whose writer has gone, and nobody but who leads sees that", async () => {
  const lead = practice.practitioner.core;
  const id = await lead.createRoom(evenings);
  const fox = await letIn(id, "Red Fox", "Fox");
  const hare = await letIn(id, "Swift Hare", "Hare");
  await fox.sayInRoom(id, "something cruel", { warning: "contempt" });
  const cruel = messageOf(await hears(hare, id, "something cruel"), "something cruel");
  await hears(lead, id, "something cruel");
  await hare.reportMessage(id, cruel, "  It frightened me. ");
  const report = await reportOn(lead, id, ({ verdict }) => verdict === "proved");
  const { people } = await until(lead, id, "all are there", (view) => view.people.length === 3);
  const [foxs, hares] = ["Fox", "Hare"].map((name) => people.find((each) => each.name === name)!.id);
  assert.deepEqual([report.byName, report.by, report.name, report.from, report.text, report.warning, report.why, report.message], ["Hare", hares, "Fox", foxs, "something cruel", "contempt", "It frightened me.", cruel]);
  await until(hare, id, "it was reported", (view) => view.items.some((item) => item.kind === "message" && item.id === cruel && item.reported));

  // Its words are gone everywhere else, and it cannot be reported any more.
  await lead.takeDown(id, cruel);
  await until(hare, id, "taken down", (view) => view.items.some((item) => item.kind === "message" && item.id === cruel && item.takenDown));
  await assert.rejects(hare.reportMessage(id, cruel, ""), { code: "message_not_here" });
  assert.equal((await reportOn(lead, id, () => true)).text, "something cruel");

  await fox.sayInRoom(id, "you will see");
  const last = messageOf(await hears(hare, id, "you will see"), "you will see");
  await lead.removeFromRoom(id, foxs!, false);
  await until(hare, id, "Fox went", (view) => view.people.length === 2);
  await hare.reportMessage(id, last, "");
  const late = await reportOn(lead, id, ({ message, verdict }) => message === last && verdict === "proved");
  assert.deepEqual([late.name, late.text, late.why], ["Fox", "you will see", ""]);

  await lead.settleReport(id, report.id);
  await lead.settleReport(id, late.id);
  await until(lead, id, "both are settled", ({ reports }) => reports.length === 0);
  await assert.rejects(hare.settleReport(id, late.id), { code: "moderators_only" });
  await assert.rejects(hare.reportMessage(id, last, "x".repeat(2_001)), { code: "message_too_long" });
  // Who leads alone is not told by a report about themself.
  await lead.sayInRoom(id, "let us go on");
  await assert.rejects(hare.reportMessage(id, messageOf(await hears(hare, id, "let us go on"), "let us go on"), ""), { code: "report_to_nobody" });
  await assert.rejects(hare.sayInRoom(id, '"'.repeat(16_000)), { code: "message_too_long" });

  for (const core of [fox, hare]) {
    const view = (await core.rooms()).find((room) => room.id === id)!;
    assert.deepEqual(view.reports, []);
    assert.deepEqual(view.items.filter(({ kind }) => kind === "whisper" || kind === "held" || kind === "security"), []);
  }
  assert.deepEqual(alarms((await lead.rooms()).find((room) => room.id === id)!), []);
});

test("what a member makes up is proved of nobody, and what they did not commit to is read by nobody", async () => {
  const lead = practice.practitioner.core;
  const [id, other] = [await lead.createRoom({ ...evenings, title: "One" }), await lead.createRoom({ ...evenings, title: "Another" })];
  const store = createMemoryStore();
  const fox = await letIn(id, "Sly Fox", "Fox", store);
  const hare = await letIn(id, "Calm Hare", "Hare");
  await lead.sayInRoom(id, "welcome");
  await hare.sayInRoom(id, "I like it here");
  await until(fox, id, "both", (view) => ["welcome", "I like it here"].every((text) => texts(view).includes(text)));
  const view = await until(lead, id, "all are there", ({ people }) => people.length === 3);
  const [foxs, hares] = [person(view, "Fox"), person(view, "Hare")];
  await fox.close();

  const entries = (await store.list(`room/${id}/entry/`)).map(([, value]) => JSON.parse(fromUtf8(value)) as RoomEntry);
  const entryOf = (text: string) => entries.find((each): each is Extract<RoomEntry, { kind: "payload" }> => each.kind === "payload" && each.payload.type === "message" && each.payload.text === text)!;
  const { token } = (await loadKept(store))!;
  const transport = createTransport({ ...reaching(server.baseUrl, server.ca), onSessionLost: () => undefined });
  transport.setToken(fromHex(token!));
  let sent: Promise<unknown> = Promise.resolve();
  const append: Parameters<typeof takeOver>[0] = {
    now: () => Date.now(),
    inject: (stream, record) => {
      sent = transport.stream.append({ streamId: fromHex(stream), records: [{ idempotencyKey: randomBytes(16), kind: record.kind!, epoch: record.epoch!, ciphertext: record.ciphertext!, commitment: record.commitment! }] });
    },
  };
  const inside = await takeOver(append, { store }, id);
  const recipients = view.face.moderators.map(({ recipient }) => recipient);
  let told = 0;
  /** Sends a report, and tells what is thought of it. */
  async function verdictOn(words: ReportWords): Promise<string> {
    await inside.send({ type: "sealed", to: "moderators", sealed: await sealWords(recipients, words) });
    await sent;
    const { reports } = await until(lead, id, "one more report", ({ reports: all }) => all.length > told && all.at(-1)!.verdict !== "unchecked");
    told = reports.length;
    return reports.at(-1)!.verdict;
  }
  const kind = entryOf("I like it here");
  const words = (await reportOf(id, kind.payload.id, kind, "made up"))!;
  assert.equal(await verdictOn(words), "proved", "as it was");
  const opening = (payload: string, from: Id = hares) => commitmentTo(id, from, { key: fromBase64url(words.key), payload: utf8(payload) }).then(toBase64url);
  const cruel = words.payload.replace("I like it here", "I hate you all");
  const welcome = (await reportOf(id, entryOf("welcome").payload.id, entryOf("welcome"), ""))!;
  const forged: readonly (readonly [string, ReportWords, string])[] = [
    ["another text", { ...words, payload: cruel }, "altered"],
    ["another text, with a commitment to it", { ...words, payload: cruel, commitment: await opening(cruel) }, "not-sent"],
    ["another key", { ...words, key: toBase64url(randomBytes(32)) }, "altered"],
    ["another number", { ...words, seq: words.seq + 1 }, "not-sent"],
    ["a tag of another message", { ...words, attest: welcome.attest }, "not-sent"],
    ["a tag that was made up", { ...words, attest: toBase64url(randomBytes(45)) }, "not-sent"],
    ["another sender", { ...words, from: foxs, commitment: await opening(words.payload, foxs) }, "not-sent"],
    ["of another room", { ...words, commitment: toBase64url(await commitmentTo(other, hares, { key: fromBase64url(words.key), payload: utf8(words.payload) })) }, "altered"],
    ["by who leads", welcome, "proved"],
  ];
  for (const [what, made, verdict] of forged) assert.equal(await verdictOn(made), verdict, what);

  // Said by Fox under Hare's name: nobody takes it, and the server knows whose it is.
  const body = utf8(JSON.stringify({ v: 1, type: "message", id: toHex(randomBytes(16)), at: Date.now(), chain: { n: 1, seq: 0, hash: "" }, text: "I am Hare" }));
  const framed = await frank(id, hares, body);
  append.inject(id, { kind: RecordKind.MESSAGE, epoch: inside.group.state.groupContext.epoch, ...(await inside.payload({ type: "message", text: "I am Hare" })), commitment: framed.commitment });
  await sent;
  // What was refused leaves a gap in the count of who sent it, too.
  const refused = (now: RoomView, code: string): number => alarms(now).filter((each) => each === code).length;
  for (const core of [lead, hare]) await until(core, id, "it is refused", (now) => refused(now, "unprovable-record") === 1);
  const { records } = await transport.stream.read({ streamId: fromHex(id), after: 0n, limit: 500 });
  const record = records.at(-1)!;
  const framing: ReportWords = {
    kind: "report", of: (JSON.parse(fromUtf8(body)) as { id: Id }).id, seq: Number(record.seq), from: hares, key: toBase64url(framed.plaintext.slice(0, 32)),
    commitment: toBase64url(framed.commitment), attest: toBase64url(record.attest), payload: fromUtf8(body), why: "look what Hare writes",
  };
  assert.equal(await verdictOn(framing), "other-sender");

  // So long, in its bytes and not to be seen, that no report could hold it.
  await inside.send({ type: "message", text: "an insult", more: "x".repeat(60_000) });
  await sent;
  for (const core of [lead, hare]) await until(core, id, "it is refused", (now) => refused(now, "unprovable-record") === 2);
  // Nor is anybody's report settled by who does not lead, or the server asked by them.
  await inside.send({ type: "sealed", to: "moderators", sealed: await sealWords(recipients, { kind: "settled", of: (await lead.rooms()).find((room) => room.id === id)!.reports[0]!.id }) });
  await sent;
  const after = await until(lead, id, "it is refused", (now) => refused(now, "unauthorised-payload") === 1);
  assert.equal(after.reports.length, told);
  for (const core of [lead, hare]) assert.ok(!texts((await core.rooms()).find((room) => room.id === id)!).some((text) => ["I am Hare", "an insult"].includes(text)));
  const asked = { streamId: fromHex(id), seq: BigInt(words.seq), commitment: fromBase64url(words.commitment), attest: fromBase64url(words.attest) };
  await assert.rejects(transport.room.checkAttest(asked), (error: unknown) => error instanceof CoreError && error.code === "not_allowed");
  await assert.rejects(transport.stream.append({ streamId: fromHex(id), records: [{ idempotencyKey: randomBytes(16), kind: RecordKind.MESSAGE, epoch: inside.group.state.groupContext.epoch, ...(await inside.payload({ type: "hand", up: true })), commitment: new Uint8Array() }] }), { code: "malformed_record" });
  transport.disconnect();
});

test("a commitment opens to what was said, by whom and where, and to nothing else", async () => {
  const [room, from] = [toHex(randomBytes(16)), toHex(randomBytes(16))];
  const payload = utf8('{"text":"hello"}');
  const franked = await frank(room, from, payload);
  assert.deepEqual((await openFranked(room, from, franked))?.payload, payload);
  assert.notDeepEqual((await frank(room, from, payload)).commitment, franked.commitment, "nobody can try whether it is this");
  const random = seeded(11);
  const strange = (bytes: Uint8Array): Uint8Array => {
    const changed = Uint8Array.from(bytes);
    changed[Math.floor(random() * bytes.length)]! ^= 1 + Math.floor(random() * 255);
    return changed;
  };
  for (let i = 0; i < 300; i++) {
    assert.equal(await openFranked(room, from, { ...franked, plaintext: strange(franked.plaintext) }), undefined);
    assert.equal(await openFranked(room, from, { ...franked, commitment: strange(franked.commitment) }), undefined);
    assert.equal(await openFranked(room, from, { ...franked, plaintext: franked.plaintext.slice(0, Math.floor(random() * franked.plaintext.length)) }), undefined);
  }
  assert.equal(await openFranked(toHex(randomBytes(16)), from, franked), undefined);
  assert.equal(await openFranked(room, toHex(randomBytes(16)), franked), undefined);
  assert.equal(provable(Uint8Array.of(0xef, 0xbb, 0xbf, ...payload)), undefined, "a byte order mark would be lost");
});

test("reports are opened whole or not at all, and the longest fits", async () => {
  const { identity, recipient } = await generateSealingKey();
  const words: ReportWords = {
    kind: "report", of: "ab".repeat(16), seq: 7, from: "cd".repeat(16), key: toBase64url(randomBytes(32)), commitment: toBase64url(randomBytes(32)), attest: toBase64url(randomBytes(45)),
    payload: "p".repeat(50 << 10), why: "\u0001".repeat(2_000),
  };
  const sealed = await sealWords(Array.from({ length: 10 }, () => recipient), words);
  assert.ok(sealed.length <= 120_000, `${sealed.length}`);
  assert.deepEqual(await openWords(identity, sealed), words);
  for (const broken of [{ of: "x" }, { seq: -1 }, { from: 7 }, { key: "abc" }, { attest: `${words.attest}A` }, { commitment: `+${words.commitment.slice(1)}` }, { payload: 7 }, { why: "x".repeat(2_001) }, { kind: "settled", of: "" }]) {
    assert.equal(await openWords(identity, await sealWords([recipient], { ...words, ...broken } as unknown as ReportWords)), undefined, JSON.stringify(broken));
  }
  const random = seeded(3);
  const bytes = fromBase64url(await sealWords([recipient], words));
  for (let i = 0; i < 20; i++) {
    const changed = Uint8Array.from(bytes);
    changed[Math.floor(random() * bytes.length)]! ^= 1 + Math.floor(random() * 255);
    assert.equal(await openWords(identity, toBase64url(changed)), undefined);
  }
});

test("whose handle was whose is known after they went, and came again", () => {
  const [fox, hare, one, two, three] = ["f0", "ha", "01", "02", "03"];
  const face = {} as RoomView["face"];
  let room = withHandle(withHandle({ face }, fox!, one!), hare!, two!);
  assert.deepEqual([hadHandle(room, fox!, one!), hadHandle(room, fox!, two!), hadHandle(room, "x", three!)], [true, false, undefined]);
  room = withoutHandle(room, fox!);
  assert.deepEqual([hadHandle(room, fox!, one!), hadHandle(room, hare!, one!), room.handles], [true, false, { [hare!]: two }]);
  room = withHandle(room, fox!, three!);
  assert.deepEqual([hadHandle(room, fox!, one!), hadHandle(room, fox!, three!)], [true, true]);
  for (let i = 0; i < 300; i++) room = withoutHandle(withHandle(room, `p${i}`, `h${i}`), `p${i}`);
  assert.equal(Object.keys(room.formerHandles ?? {}).length, 200);
});
