/** What becomes of words once they are said: edited, taken back, answered, reacted to. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { ConversationView, TimelineItem } from "../api.ts";
import { fromUtf8 } from "../bytes.ts";
import type { DeviceStore } from "../context.ts";
import type { Entry } from "../conversation/entry.ts";
import { fold } from "../conversation/fold.ts";
import { type Body, decodePayload, encodePayload } from "../conversation/payload.ts";
import { CoreError } from "../errors.ts";
import { eventually } from "./patience.ts";
import { createParty, type TestDevice } from "./people.ts";
import { createServerDouble } from "./server_double.ts";

type Message = Extract<TimelineItem, { kind: "message" }>;
const messages = (view: ConversationView): Message[] => view.items.filter((item): item is Message => item.kind === "message");
const says = (text: string) => (view: ConversationView): boolean => messages(view).some((each) => each.text === text);
const message = (view: ConversationView, text: string): Message => {
  const found = messages(view).find((each) => each.text === text);
  assert.ok(found, `nobody said ${text}`);
  return found;
};
const alerts = (view: ConversationView): string[] => view.items.flatMap((item) => (item.kind === "security" ? [item.event.code] : []));

async function talking() {
  const server = createServerDouble();
  const anna = await createParty(server, "practitioner", "Anna Weber");
  const heron = await createParty(server, "client", "Quiet Heron");
  const practitioner = await anna.device();
  const client = await heron.device();
  const id = await client.conversations.requestTherapy({ practitioner: anna.accountId, consentVersion: 1, intake: { reason: "I cannot sleep.", region: "DE" } });
  await practitioner.until(id, (view) => view.intake !== undefined);
  await practitioner.conversations.accept(id);
  await client.until(id, (view) => view.canWrite);
  /** Says something and waits until the other side has it. */
  async function say(text: string, by: TestDevice = client): Promise<Message> {
    await by.conversations.send(id, text);
    return message(await (by === client ? practitioner : client).until(id, says(text)), text);
  }
  return { server, anna, heron, practitioner, client, id, say };
}

/** Everything a device keeps, as text. */
const keptOn = async (store: DeviceStore): Promise<string> => (await store.list("")).map(([, value]) => Buffer.from(value).toString("latin1")).join("\n");

test("an edited message says so on both sides, with what it said before", async () => {
  const { heron, practitioner, client, id, say } = await talking();
  const { id: said } = await say("I slept for hours.");
  await practitioner.conversations.closeView();
  await client.conversations.edit(id, said, "I slept four hours.");
  await client.conversations.edit(id, said, "I slept for four hours.");
  for (const device of [practitioner, client, await heron.device()]) {
    const seen = message(await device.until(id, says("I slept for four hours.")), "I slept for four hours.");
    assert.equal(seen.id, said);
    assert.deepEqual(seen.earlier?.map((each) => each.text), ["I slept for hours.", "I slept four hours."]);
    assert.ok(seen.editedAt && seen.editedAt >= seen.at);
  }
  const read = await client.until(id, (view) => messages(view).every((each) => each.delivery === "read"));
  assert.equal(messages(read).length, 1);
  assert.equal(read.summary.preview, "I slept for four hours.");
  assert.deepEqual(alerts(read), []);
});

test("an edit counts as read only once its own words were, and is not unread again", async () => {
  const { server, practitioner, client, id, say } = await talking();
  const { id: said } = await say("one");
  await client.until(id, (view) => message(view, "one").delivery === "read");
  await practitioner.conversations.closeView();
  server.beforeAppend = () => {
    throw new CoreError("offline");
  };
  await client.conversations.edit(id, said, "two");
  assert.match(message(await client.until(id, says("two")), "two").delivery, /queued|sending/u);
  server.beforeAppend = () => undefined;
  client.goOnline();
  await client.until(id, (view) => message(view, "two").delivery === "delivered");
  const [summary] = await practitioner.conversations.conversations();
  assert.deepEqual([summary?.unread, summary?.preview], [0, "two"]);
  await client.until(id, (view) => (void practitioner.conversations.open(id), message(view, "two").delivery === "read"));
});

test("words that are taken back are gone from both sides and from what the devices keep", async () => {
  const { heron, practitioner, client, id, say } = await talking();
  const first = await say("Good morning.");
  const { id: said } = await say("Perhaps marzipan.");
  await client.conversations.edit(id, said, "Perhaps nougat.");
  await practitioner.until(id, says("Perhaps nougat."));
  await practitioner.conversations.react(id, said, "👍", true);
  await client.conversations.takeBack(id, said);
  const gone = (view: ConversationView): boolean => messages(view).some((each) => each.id === said && each.takenBack === true);
  const desk = await heron.device();
  for (const device of [practitioner, client, desk]) {
    const view = await device.until(id, gone);
    const { text, earlier, reactions } = messages(view).find((each) => each.id === said) ?? {};
    assert.deepEqual([text, earlier, reactions], ["", undefined, undefined]);
    assert.equal(view.summary.preview, "Good morning.");
    assert.doesNotMatch(await keptOn(device.store), /marzipan|nougat/u);
    assert.match(await keptOn(device.store), /Good morning/u);
  }
  await assert.rejects(client.conversations.edit(id, said, "Perhaps."), { code: "message_not_yours" });
  await client.close();
  const again = await heron.device(client.store);
  assert.equal((await again.until(id, gone)).summary.preview, "Good morning.");
  await again.conversations.edit(id, first.id, "Good evening.");
  await practitioner.until(id, says("Good evening."));
});

test("what is taken back before it was read is not counted as unread", async () => {
  const { practitioner, client, id, say } = await talking();
  await say("Good morning.");
  await practitioner.conversations.closeView();
  await client.conversations.send(id, "one");
  await client.conversations.send(id, "two");
  const unread = async (): Promise<number | undefined> => (await practitioner.conversations.conversations())[0]?.unread;
  await eventually("both are unread", async () => (await unread()) === 2);
  await client.conversations.takeBack(id, message(await client.until(id, says("two")), "two").id);
  await eventually("one is unread", async () => (await unread()) === 1);
});

test("without a connection words are edited and taken back all the same", async () => {
  const { server, practitioner, client, id } = await talking();
  server.beforeAppend = () => {
    throw new CoreError("offline");
  };
  for (const text of ["keep", "marzipan"]) await client.conversations.send(id, text);
  const waiting = await client.until(id, says("marzipan"));
  await client.conversations.edit(id, message(waiting, "keep").id, "kept");
  await client.conversations.edit(id, message(waiting, "marzipan").id, "nougat");
  await client.conversations.takeBack(id, message(waiting, "marzipan").id);
  assert.deepEqual(messages(await client.until(id, says("kept"))).map((each) => [each.text, each.takenBack]), [["kept", undefined], ["", true]]);
  server.beforeAppend = () => undefined;
  client.goOnline();
  const view = await practitioner.until(id, (v) => messages(v)[1]?.takenBack === true);
  assert.deepEqual(messages(view).map((each) => each.text), ["kept", ""]);
  assert.deepEqual(alerts(view), []);
  await client.until(id, (v) => messages(v).every((each) => each.delivery === "read"));
  for (const { store } of [client, practitioner]) assert.doesNotMatch(await keptOn(store), /marzipan|nougat/u);
});

test("only who said something may change it, whatever software the other side runs", async () => {
  const { practitioner, client, id, say } = await talking();
  const { id: said } = await say("My words.");
  await assert.rejects(practitioner.conversations.edit(id, said, "Not my words."), { code: "message_not_yours" });
  await assert.rejects(practitioner.conversations.takeBack(id, said), { code: "message_not_yours" });
  await assert.rejects(client.conversations.edit(id, "00".repeat(16), "?"), { code: "message_not_yours" });
  await assert.rejects(client.conversations.edit(id, said, " "), { code: "message_empty" });
  await assert.rejects(client.conversations.edit(id, said, "x".repeat(16_001)), { code: "message_too_long" });

  const parties = { me: "c", client: "c", practitioner: "p" };
  const known = "ab".repeat(16);
  let seq = 0;
  const entry = (from: string, body: Body, payloadId = (seq + 1).toString().padStart(32, "0")): Entry =>
    ({ kind: "payload", stream: "s", seq: ++seq, from, device: "d", payload: { ...body, v: 1, id: payloadId, at: seq, chain: { n: seq, seq: 0, hash: "" } } });
  const mine = entry("c", { type: "message", text: "My words." }, known);
  const refused = fold([mine, entry("p", { type: "edit", of: known, text: "Not my words." }), entry("p", { type: "take-back", of: known })], parties);
  assert.deepEqual(refused.items.map((item) => (item.kind === "message" ? item.text : item.kind === "security" ? item.event.code : item.kind)), ["My words.", "unauthorised-payload", "unauthorised-payload"]);
  const afterwards = fold([mine, entry("c", { type: "take-back", of: known }), entry("c", { type: "edit", of: known, text: "Again." }), entry("c", { type: "edit", of: "cd".repeat(16), text: "?" })], parties);
  assert.deepEqual(afterwards.items.map((item) => item.kind === "message" && [item.text, item.takenBack]), [["", true]]);
});

test("a reply stands with what it answers, as that is worded now", async () => {
  const { practitioner, client, id, say } = await talking();
  const { id: said } = await say(`When did it begin? ${"And ".repeat(200)}`);
  await practitioner.conversations.send(id, "In spring.", said);
  const quote = async (within: (text: string) => boolean) => message(await client.until(id, (view) => messages(view).some((each) => each.quote && within(each.quote.text))), "In spring.");
  const reply = await quote((text) => text.startsWith("When did it begin?"));
  assert.equal(reply.replyTo, said);
  assert.equal(reply.quote?.mine, true);
  assert.ok((reply.quote?.text.length ?? 0) <= 121);
  await client.conversations.edit(id, said, "Since when?");
  await quote((text) => text === "Since when?");
  await client.conversations.takeBack(id, said);
  await quote((text) => text === "");
});

test("either side reacts with one character, once, and can take that away", async () => {
  const { practitioner, client, id, say } = await talking();
  const { id: said } = await say("I went outside today.");
  const reactions = (view: ConversationView): string => (message(view, "I went outside today.").reactions ?? []).map((each) => `${each.emoji}${each.mine ? "m" : ""}${each.theirs ? "t" : ""}`).join(" ");
  const shows = (expected: string) => (view: ConversationView): boolean => reactions(view) === expected;
  for (const emoji of ["👩‍👩‍👧‍👦", "🌱", "🌱"]) await practitioner.conversations.react(id, said, emoji, true);
  await client.until(id, shows("👩‍👩‍👧‍👦t 🌱t"));
  await client.conversations.react(id, said, "🌱", true);
  await practitioner.until(id, shows("👩‍👩‍👧‍👦m 🌱mt"));
  await practitioner.conversations.react(id, said, "👩‍👩‍👧‍👦", false);
  await practitioner.conversations.react(id, said, "🌱", false);
  await client.until(id, shows("🌱m"));
  for (const wrong of ["", " ", "ab", "🌱🌱", "\u202E", `x${"\u0336".repeat(64)}`]) await assert.rejects(client.conversations.react(id, said, wrong, true), { code: "reaction_invalid" });
  for (const emoji of "abcdefghij") await client.conversations.react(id, said, emoji, true);
  await client.conversations.send(id, "done");
  const view = await practitioner.until(id, says("done"));
  assert.equal(reactions(view), "🌱t at bt ct dt et ft gt");
  assert.equal(view.summary.unread, 0);
});

test("items are brought back to one that is looked for", async () => {
  const { practitioner, client, id, say } = await talking();
  const { id: first } = await say("the first");
  for (let i = 0; i < 150; i++) await client.conversations.send(id, `message ${i}`);
  const newest = await practitioner.until(id, says("message 149"));
  assert.equal(says("the first")(newest), false);
  assert.equal(says("the first")(await practitioner.conversations.loadBackTo(id, first)), true);
});

test("a starred message is starred on every device of the account, and unknown to the other side", async () => {
  const { heron, practitioner, client, id, say } = await talking();
  const { id: said } = await say("Breathe out for longer than in.");
  const { id: other } = await say("Something else.");
  for (const each of [said, other]) await client.conversations.star(id, each, true);
  await client.conversations.star(id, other, false);
  const stars = (view: ConversationView): readonly string[] => messages(view).filter((each) => each.starred).map((each) => each.text);
  const desk = await heron.device();
  for (const device of [client, desk]) {
    assert.deepEqual(stars(await device.until(id, (view) => stars(view).length === 1)), ["Breathe out for longer than in."]);
    const [hit, ...more] = await device.conversations.starred();
    assert.deepEqual([hit?.item, hit?.context.map((part) => part.text).join(""), more.length], [said, "Breathe out for longer than in.", 0]);
  }
  assert.deepEqual(await practitioner.conversations.starred(id), []);
  assert.deepEqual(stars(await practitioner.until(id, () => true)), []);
  await client.conversations.takeBack(id, said);
  await client.until(id, (view) => messages(view).some((each) => each.takenBack));
  assert.deepEqual(await client.conversations.starred(id), []);
  await assert.rejects(client.conversations.star(id, said, true), { code: "message_not_here" });
});

test("a practitioner keeps quick phrases for all devices of the account; a client has none", async () => {
  const { anna, practitioner, client } = await talking();
  const { phrases, setPhrase } = practitioner.conversations;
  for (const text of ["Good morning.", " See you on Tuesday. ", "Good morning."]) await setPhrase(undefined, text);
  await setPhrase("See you on Tuesday.", "See you on Thursday.");
  assert.deepEqual(await phrases(), ["See you on Thursday.", "Good morning."]);
  await setPhrase("See you on Thursday.", "See you next week.");
  const desk = await anna.device();
  assert.deepEqual(await desk.conversations.phrases(), ["See you next week.", "Good morning."]);
  await desk.conversations.setPhrase("Good morning.", undefined);
  assert.deepEqual(await phrases(), ["See you next week."]);
  await assert.rejects(setPhrase(undefined, " "), { code: "message_empty" });
  await assert.rejects(setPhrase(undefined, "x".repeat(2_001)), { code: "phrase_too_long" });
  for (let i = 0; i < 49; i++) await setPhrase(undefined, `phrase ${i}`);
  await assert.rejects(setPhrase(undefined, "one more"), { code: "too_many_phrases" });
  await setPhrase("phrase 1", "phrase 1, reworded");
  await assert.rejects(client.conversations.setPhrase(undefined, "mine"), { code: "not_allowed" });
});

test("payloads that refer to nothing well-formed are refused", () => {
  const whole = { v: 1, id: "ab".repeat(16), at: 1, chain: { n: 1, seq: 0, hash: "" } };
  const of = "cd".repeat(16);
  const decode = (body: object) => decodePayload(encodePayload({ ...whole, ...body } as never));
  for (const body of [
    { type: "edit", of: "x", text: "a" }, { type: "edit", of }, { type: "take-back" }, { type: "take-back", of: 1 }, { type: "react", of, emoji: "a" },
    { type: "react", of, emoji: "a".repeat(65), on: true }, { type: "message", text: "a", reply: "b" }, { type: "message", text: "a", reply: null },
  ]) assert.throws(() => decode(body), { code: "malformed_payload" }, JSON.stringify(body));
  for (const body of [{ type: "edit", of, text: "a" }, { type: "take-back", of }, { type: "react", of, emoji: "🌱", on: false }, { type: "message", text: "a", reply: of }])
    assert.equal(decode(body).type, body.type);
  assert.equal(fromUtf8(encodePayload(whole as never)).includes("text"), false);
});
