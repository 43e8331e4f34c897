import assert from "node:assert/strict";
import { test } from "node:test";
import type { ConversationView, NewIntake, SecurityEvent } from "../api.ts";
import { toHex } from "../bytes.ts";
import { CoreError, hasCode } from "../errors.ts";
import { RecordKind, StreamKind } from "../gen/alcove/v1/stream_pb.ts";
import { eventually } from "./patience.ts";
import { createParty, type Party, type TestDevice } from "./people.ts";
import { createServerDouble, type ServerDouble } from "./server_double.ts";

const texts = (view: ConversationView): string[] => view.items.flatMap((item) => (item.kind === "message" ? [item.text] : []));
const notices = (view: ConversationView): string[] => view.items.flatMap((item) => (item.kind === "notice" ? [item.notice.type] : []));
const alerts = (view: ConversationView): SecurityEvent["code"][] => view.items.flatMap((item) => (item.kind === "security" ? [item.event.code] : []));

interface Scene {
  readonly server: ServerDouble;
  readonly anna: Party;
  readonly heron: Party;
  readonly practitioner: TestDevice;
  readonly client: TestDevice;
  readonly id: string;
}

const intake = { reason: "I cannot sleep.", region: "DE", medical: "asthma", realName: "Erika M.", emergencyContact: "sister 123" };

async function requested(): Promise<Scene> {
  const server = createServerDouble();
  const anna = await createParty(server, "practitioner", "Anna Weber");
  const heron = await createParty(server, "client", "Quiet Heron");
  const practitioner = await anna.device();
  const client = await heron.device();
  const id = await client.conversations.requestTherapy({ practitioner: anna.accountId, consentVersion: 1, intake });
  await practitioner.until(id, (view) => view.intake !== undefined);
  return { server, anna, heron, practitioner, client, id };
}

async function talking(): Promise<Scene> {
  const scene = await requested();
  await scene.practitioner.conversations.accept(scene.id);
  await scene.client.until(scene.id, (view) => view.canWrite);
  return scene;
}

test("a request reaches the practitioner with consent and intake, and opens by acceptance", async () => {
  const { practitioner, client, id } = await requested();
  const seen = await practitioner.until(id, (view) => view.summary.state === "requested");
  assert.equal(seen.summary.peer.displayName, "Quiet Heron");
  assert.equal(seen.intake?.reason, "I cannot sleep.");
  assert.deepEqual(seen.intake?.sealed, { medical: true, contact: true });
  assert.equal(seen.intake?.consent.version, 1);
  await assert.rejects(client.conversations.send(id, "too early"), { code: "conversation_not_open" });
  await practitioner.conversations.accept(id);
  const open = await client.until(id, (view) => view.summary.state === "open");
  assert.equal(open.summary.peer.displayName, "Anna Weber");
});

test("words arrive on the other side, in order, once, and are marked delivered and read", async () => {
  const { server, practitioner, client, id } = await talking();
  const said = ["Hello 👋🏽", "שלום עולם", "e\u0301 combining", "x".repeat(16_000)];
  for (const text of said) await client.conversations.send(id, text);
  const view = await practitioner.until(id, (v) => texts(v).length === said.length);
  assert.deepEqual(texts(view), said);
  await practitioner.conversations.send(id, "I hear you.");
  const answered = await client.until(id, (v) => texts(v).length === said.length + 1);
  assert.deepEqual(texts(answered), [...said, "I hear you."]);
  await client.until(id, (v) => v.items.filter((i) => i.kind === "message" && i.mine && i.delivery === "read").length === said.length);
  // The server finds their keys beside one another (record_key.ts).
  const keys = server.streams.get(id)?.records.slice(3).filter((r) => r.kind === RecordKind.MESSAGE).map((r) => toHex(r.idempotencyKey)) ?? [];
  assert.ok(keys.length > said.length && keys.every((key) => key.startsWith("00000000")), keys.join(" "));
});

test("what is too long is refused with what may be done about it; what just fits arrives", async () => {
  const server = createServerDouble();
  const anna = await createParty(server, "practitioner", "Anna Weber");
  const heron = await createParty(server, "client", "Quiet Heron");
  const practitioner = await anna.device();
  const client = await heron.device();
  const long = (length: number): string => "語".repeat(length);
  const fits = { reason: long(16_000), region: long(200), medical: long(4_000), realName: long(200), emergencyContact: long(1_000) };
  const ask = (given: NewIntake) => client.conversations.requestTherapy({ practitioner: anna.accountId, consentVersion: 1, intake: given });
  for (const [part, code] of [
    ["reason", "reason_too_long"], ["region", "region_too_long"], ["medical", "medical_too_long"],
    ["realName", "real_name_too_long"], ["emergencyContact", "emergency_contact_too_long"],
  ] as const) await assert.rejects(ask({ ...fits, [part]: `${fits[part]}.` }), { code });
  const wordy = server.profiles.get(anna.accountId);
  assert.ok(wordy?.consent);
  const { fees } = wordy.consent;
  wordy.consent.fees = long(16_000);
  await assert.rejects(ask(fits), { code: "request_too_long" });
  wordy.consent.fees = fees;

  // Nothing of what was refused stands in the way.
  const id = await ask(fits);
  const seen = await practitioner.until(id, (v) => v.intake !== undefined);
  assert.equal(seen.intake?.reason, fits.reason);
  const { realName, emergencyContact } = fits;
  assert.deepEqual(await practitioner.conversations.openSealed(id, "contact", long(2_000)), { contact: { realName, emergencyContact } });
  assert.deepEqual(await practitioner.conversations.openSealed(id, "medical", "before we begin"), { medical: fits.medical });
  await assert.rejects(practitioner.conversations.openSealed(id, "medical", long(2_001)), { code: "reason_too_long" });

  const { askBack, refer, decline } = practitioner.conversations;
  const answers = [(text: string) => askBack(id, text), (text: string) => refer(id, anna.accountId, text), (text: string) => decline(id, text)];
  for (const answer of answers) {
    await assert.rejects(answer(long(16_001)), { code: "message_too_long" });
    await answer(long(16_000));
  }
  await assert.rejects(askBack(id, " "), { code: "message_empty" });
  const view = await client.until(id, (v) => notices(v).includes("declined"));
  assert.deepEqual(view.intake?.opened.map((o) => o.reason.length), [2_000, 15]);
  const lengths = view.items.flatMap((item) => (item.kind === "message" ? item.text.length : item.kind === "notice" && "text" in item.notice ? item.notice.text.length : []));
  assert.deepEqual(lengths, [16_000, 16_000, 16_000]);
  assert.deepEqual(alerts(view), []);
});

test("asking back lets the client answer before acceptance", async () => {
  const { practitioner, client, id } = await requested();
  await practitioner.conversations.askBack(id, "Since when?");
  await client.until(id, (view) => view.canWrite);
  await client.conversations.send(id, "Since spring.");
  const view = await practitioner.until(id, (v) => texts(v).includes("Since spring."));
  assert.equal(view.summary.state, "requested");
});

test("opening a sealed part is told to the client, and needs a reason", async () => {
  const { practitioner, client, id } = await talking();
  await assert.rejects(practitioner.conversations.openSealed(id, "contact", "  "), { code: "reason_missing" });
  const content = await practitioner.conversations.openSealed(id, "contact", "risk to life");
  assert.deepEqual(content.contact, { realName: "Erika M.", emergencyContact: "sister 123" });
  const view = await client.until(id, (v) => notices(v).includes("sealed-opened"));
  assert.equal(view.intake?.opened[0]?.reason, "risk to life");
  assert.equal((await client.conversations.ownSealed(id)).medical, "asthma");
});

const opened = (view: ConversationView): readonly string[] => (view.intake?.opened ?? []).map((o) => `${o.part}: ${o.reason}`);

test("a sealed part is not shown while its telling is not on the server, also while something else is being sent", async () => {
  const { server, anna, practitioner, client, id } = await talking();
  // Once this is known to have been read, the practitioner's browser appends nothing but what follows.
  await client.conversations.send(id, "good morning");
  await client.until(id, (v) => v.items.some((i) => i.kind === "message" && i.delivery === "read"));
  let appends = 0;
  const held: (() => void)[] = [];
  server.beforeAppend = (stream, from) => {
    if (stream !== id || from !== anna.accountId) return undefined;
    if (++appends > 1) throw new CoreError("offline");
    return new Promise((goOn) => void held.push(goOn));
  };
  await practitioner.conversations.send(id, "just a moment");
  await eventually("the first is on its way", () => held.length > 0);
  const next = practitioner.conversations.send(id, "please");
  const outcome = practitioner.conversations.openSealed(id, "medical", "before we begin").then(() => "shown", (error: unknown) => error);
  await new Promise((resolve) => setTimeout(resolve, 100));
  held.forEach((goOn) => goOn());
  await next;
  assert.ok(hasCode(await outcome, "offline"));
  await client.until(id, (v) => texts(v).includes("just a moment") && opened(v).length === 0);
  server.beforeAppend = () => undefined;
});

test("an opening that failed is told once when it is tried again, however the telling got out", async () => {
  const { server, anna, practitioner, client, id } = await talking();
  server.beforeAppend = () => {
    throw new CoreError("unavailable");
  };
  const asks = (device: TestDevice) => device.conversations.openSealed(id, "medical", "before we begin");
  await assert.rejects(asks(practitioner), { code: "unavailable" });
  await assert.rejects(Promise.all([asks(practitioner), asks(practitioner)]), { code: "unavailable" });
  server.beforeAppend = () => undefined;
  // It goes out by itself with the connection; what was told then counts for the next attempt.
  practitioner.goOnline();
  await client.until(id, (v) => opened(v).length > 0);
  assert.equal((await asks(practitioner)).medical, "asthma");
  await practitioner.conversations.send(id, "thank you");
  assert.deepEqual(opened(await client.until(id, (v) => texts(v).includes("thank you"))), ["medical: before we begin"]);
  // Opened again another time, it is told again; also by a browser that was closed in between.
  server.beforeAppend = () => {
    throw new CoreError("unavailable");
  };
  await assert.rejects(asks(practitioner), { code: "unavailable" });
  await practitioner.close();
  const again = await anna.device(practitioner.store);
  await assert.rejects(asks(again), { code: "unavailable" });
  server.beforeAppend = () => undefined;
  assert.equal((await asks(again)).medical, "asthma");
  await again.conversations.send(id, "that is all");
  assert.equal(opened(await client.until(id, (v) => texts(v).includes("that is all"))).length, 2);
});

test("nothing sealed is shown in a conversation that is closed", async () => {
  const { server, practitioner, client, id } = await talking();
  const kept = server.streams.get(id);
  assert.ok(kept);
  kept.stream.closed = true;
  await assert.rejects(practitioner.conversations.openSealed(id, "contact", "risk to life"), { code: "stream_closed" });
  practitioner.goOnline();
  await practitioner.until(id, (v) => v.summary.state === "ended");
  await assert.rejects(practitioner.conversations.openSealed(id, "medical", "before we begin"), { code: "stream_closed" });
  assert.deepEqual(opened(await client.until(id, () => true)), []);
});

test("a server that acknowledges what is not in its log is not believed", async () => {
  const { server, anna, practitioner, client, id } = await talking();
  server.tamper = (records, reader) => (reader !== anna.accountId ? records : []);
  server.acknowledge = (seqs) => seqs.map((seq) => seq + 1n);
  await assert.rejects(practitioner.conversations.openSealed(id, "medical", "before we begin"), { code: "missing_record" });
  server.tamper = (records) => records;
  server.acknowledge = (seqs) => seqs;
  assert.equal((await practitioner.conversations.openSealed(id, "medical", "before we begin")).medical, "asthma");
  assert.deepEqual(opened(await client.until(id, (v) => opened(v).length > 0)), ["medical: before we begin"]);
});

test("both sides see the same safety number", async () => {
  const { practitioner, client, id } = await talking();
  const [a, b] = await Promise.all([practitioner.conversations.safetyNumber(id), client.conversations.safetyNumber(id)]);
  assert.deepEqual(a, b);
  assert.equal(a.digits.length, 12);
  await client.conversations.setCompared(id, true);
  assert.equal((await client.conversations.safetyNumber(id)).compared, true);
});

test("a second device reads the history and what comes after", async () => {
  const { heron, practitioner, client, id } = await talking();
  await client.conversations.send(id, "from the phone");
  await practitioner.until(id, (v) => texts(v).includes("from the phone"));
  const desk = await heron.device();
  await desk.until(id, (v) => texts(v).includes("from the phone"));
  await practitioner.conversations.send(id, "to both");
  await desk.until(id, (v) => texts(v).includes("to both"));
  await client.until(id, (v) => texts(v).includes("to both"));
  await desk.conversations.send(id, "from the desk");
  await client.until(id, (v) => texts(v).includes("from the desk"));
  const view = await practitioner.until(id, (v) => texts(v).includes("from the desk"));
  assert.deepEqual(texts(view), ["from the phone", "to both", "from the desk"]);
  assert.deepEqual(alerts(view), []);
});

test("what was sent while every device was gone is read by the next one", async () => {
  const { anna, practitioner, client, id } = await talking();
  await client.conversations.send(id, "before");
  await practitioner.until(id, (v) => texts(v).includes("before"));
  await practitioner.conversations.send(id, "good night");
  await client.until(id, (v) => texts(v).includes("good night"));
  await practitioner.close();
  await client.conversations.send(id, "are you there?");
  const next = await anna.device();
  const view = await next.until(id, (v) => texts(v).includes("are you there?"));
  assert.deepEqual(texts(view), ["before", "good night", "are you there?"]);
  assert.deepEqual(alerts(view), []);
  await next.conversations.send(id, "I am.");
  await client.until(id, (v) => texts(v).includes("I am."));
});

test("a long history is passed without decrypting it again, and what follows it is read", async () => {
  const { anna, practitioner, client, id } = await talking();
  const many = Array.from({ length: 1_020 }, (_, i) => `message ${i}`);
  for (const text of many) await client.conversations.send(id, text);
  await practitioner.until(id, (v) => texts(v).includes(many.at(-1) ?? ""));
  await client.until(id, (v) => v.items.some((i) => i.kind === "message" && i.text === many.at(-1) && i.delivery === "read"));
  await practitioner.close();
  await client.conversations.send(id, "are you there?");
  const next = await anna.device();
  const view = await next.until(id, (v) => texts(v).includes("are you there?"));
  assert.deepEqual(texts(view).slice(-3), [...many.slice(-2), "are you there?"]);
  assert.deepEqual(alerts(view), []);
  await next.conversations.send(id, "I am.");
  assert.deepEqual(alerts(await client.until(id, (v) => texts(v).includes("I am."))), []);
});

test("a request made while the practitioner has no browser is read by the next one", async () => {
  const server = createServerDouble();
  const anna = await createParty(server, "practitioner", "Anna Weber");
  const heron = await createParty(server, "client", "Quiet Heron");
  await (await anna.device()).close();
  const client = await heron.device();
  const id = await client.conversations.requestTherapy({ practitioner: anna.accountId, consentVersion: 1, intake });
  const practitioner = await anna.device();
  const view = await practitioner.until(id, (v) => v.intake !== undefined);
  assert.equal(view.intake?.reason, "I cannot sleep.");
  await practitioner.conversations.accept(id);
  await client.until(id, (v) => v.canWrite);
});

/** A practitioner, and a client who has not asked yet. */
async function unasked() {
  const server = createServerDouble();
  const anna = await createParty(server, "practitioner", "Anna Weber");
  const heron = await createParty(server, "client", "Quiet Heron");
  const practitioner = await anna.device();
  const client = await heron.device();
  const ask = (given: NewIntake) => client.conversations.requestTherapy({ practitioner: anna.accountId, consentVersion: 1, intake: given });
  return { server, heron, practitioner, client, ask };
}
const failing = (code: string) => () => {
  throw new CoreError(code);
};

test("what was changed after a request could not go out is what arrives", async () => {
  const { server, practitioner, ask } = await unasked();
  server.beforeCreate = failing("offline");
  await assert.rejects(ask(intake), { code: "offline" });
  server.beforeCreate = () => undefined;
  const id = await ask({ ...intake, reason: "I cannot sleep, and I am afraid.", medical: "None." });
  const view = await practitioner.until(id, (v) => v.intake !== undefined);
  assert.equal(view.intake?.reason, "I cannot sleep, and I am afraid.");
  assert.deepEqual(await practitioner.conversations.openSealed(id, "medical", "before we begin"), { medical: "None." });
  assert.equal((await practitioner.conversations.conversations()).length, 1);
});

test("a request whose answer was lost is not made twice, changed or not", async () => {
  const { server, practitioner, client, ask } = await unasked();
  for (const changed of [intake, { ...intake, reason: "Something else." }]) {
    server.afterAppend = failing("offline");
    await assert.rejects(ask(changed), { code: "offline" });
  }
  server.afterAppend = () => undefined;
  const id = await ask({ ...intake, reason: "Something else." });
  const view = await practitioner.until(id, (v) => v.intake !== undefined);
  assert.equal(view.intake?.reason, intake.reason);
  assert.equal((await client.until(id, (v) => v.intake !== undefined)).intake?.reason, intake.reason);
  assert.equal((await practitioner.conversations.conversations()).length, 1);
});

test("a request that is refused for good stands in the way of nothing", async () => {
  const { server, heron, client, ask } = await unasked();
  server.beforeCreate = failing("offline");
  await assert.rejects(ask(intake), { code: "offline" });
  await client.close();
  server.beforeCreate = failing("wrong_members");
  const again = await heron.device(client.store);
  assert.deepEqual(await again.conversations.conversations(), []);
  server.beforeCreate = () => assert.fail("it was kept");
  await again.close();
  await heron.device(client.store);
});

test("a lost answer neither loses nor doubles a message", async () => {
  const { server, practitioner, client, id } = await talking();
  let lost = 0;
  server.afterAppend = () => {
    if (lost++ < 3) throw new CoreError("unavailable");
  };
  await client.conversations.send(id, "once");
  await client.until(id, (v) => v.items.some((i) => i.kind === "message" && i.text === "once"));
  client.goOnline();
  await new Promise((resolve) => setTimeout(resolve, 50));
  client.goOnline();
  await new Promise((resolve) => setTimeout(resolve, 50));
  client.goOnline();
  const view = await practitioner.until(id, (v) => texts(v).includes("once"));
  assert.deepEqual(texts(view), ["once"]);
});

test("what a full server refuses stays queued, and goes out by itself when there is room", async () => {
  const { server, practitioner, client, id } = await talking();
  let refused = 0;
  server.beforeAppend = () => {
    refused++;
    throw new CoreError("storage_full");
  };
  await client.conversations.send(id, "first");
  await client.conversations.send(id, "second");
  await client.until(id, (v) => refused >= 2 && v.items.filter((i) => i.kind === "message" && i.delivery === "queued").length === 2);
  server.beforeAppend = () => undefined;
  assert.deepEqual(texts(await practitioner.until(id, (v) => texts(v).length === 2)), ["first", "second"]);
  await client.until(id, (v) => v.items.every((i) => i.kind !== "message" || i.delivery === "read"));
});

test("what is written without a connection waits and goes out later, also from a restarted device", async () => {
  const { server, heron, practitioner, client, id } = await talking();
  server.beforeAppend = () => {
    throw new CoreError("unavailable");
  };
  await client.conversations.send(id, "written in the tunnel");
  await client.conversations.saveDraft(id, "half a thou");
  const waiting = await client.until(id, (v) => texts(v).length === 1);
  assert.equal(waiting.items.at(-1)?.kind === "message" && waiting.items.at(-1)?.kind, "message");
  await client.close();
  server.beforeAppend = () => undefined;
  const again = await heron.device(client.store);
  assert.equal((await again.until(id, () => true)).draft, "half a thou");
  await practitioner.until(id, (v) => texts(v).includes("written in the tunnel"));
});

test("a damaged record of the account's history is shown as such, and the rest is read", async () => {
  const { server, heron, practitioner, client, id } = await talking();
  for (const text of ["one", "two", "three"]) await client.conversations.send(id, text);
  await practitioner.until(id, (v) => texts(v).length === 3);
  await client.until(id, (v) => v.items.every((i) => i.kind !== "message" || i.delivery === "read"));
  await client.close();
  const kept = [...server.streams.values()].find((s) => s.stream.kind === StreamKind.HISTORY && toHex(s.stream.members[0]?.accountId ?? new Uint8Array()) === heron.accountId);
  const damaged = new Set(kept?.records.slice(3, 4).map((r) => toHex(r.idempotencyKey)));
  assert.equal(damaged.size, 1);
  server.tamper = (records) => records.map((r) => (damaged.has(toHex(r.idempotencyKey)) ? { ...r, ciphertext: r.ciphertext.map((byte, i) => (i === 20 ? byte ^ 1 : byte)) } : r));
  const desk = await heron.device();
  const view = await desk.until(id, (v) => alerts(v).length > 0);
  assert.deepEqual(alerts(view), ["altered-record"]);
  assert.ok(texts(view).length >= 2, "the other messages are read");
  await desk.conversations.send(id, "four");
  await practitioner.until(id, (v) => texts(v).includes("four"));
  await desk.close();
  // The place is passed: a restarted device is not told of it again.
  const again = await heron.device(desk.store);
  assert.deepEqual(alerts(await again.until(id, (v) => texts(v).includes("four"))), ["altered-record"]);
});

test("a history that lost records is shown as such", async () => {
  const { server, heron, practitioner, client, id } = await talking();
  await client.conversations.send(id, "one");
  await practitioner.until(id, (v) => texts(v).includes("one"));
  await client.until(id, (v) => v.items.some((i) => i.kind === "message" && i.delivery === "read"));
  await client.close();
  server.tamper = (records, reader) => reader !== heron.accountId ? records : records.filter((r) => r.epoch !== 0n || r.kind !== RecordKind.MESSAGE || r.seq !== 2n);
  const desk = await heron.device();
  assert.ok(alerts(await desk.until(id, (v) => alerts(v).length > 0)).includes("missing-record"));
});

test("a browser that is offered another group joins nothing, and says why; the rest goes on", async () => {
  const { server, anna, practitioner, client, id } = await talking();
  const robin = await createParty(server, "client", "Small Robin");
  const robinsClient = await robin.device();
  const other = await robinsClient.conversations.requestTherapy({ practitioner: anna.accountId, consentVersion: 1, intake });
  await practitioner.until(other, (v) => v.intake !== undefined);
  const [kept, foreign] = [server.streams.get(id), server.streams.get(other)];
  assert.ok(kept && foreign);
  const honest = kept.groupInfo;
  kept.groupInfo = foreign.groupInfo;
  const desk = await anna.device();
  const refused = await desk.until(id, (v) => alerts(v).length > 0);
  assert.deepEqual(alerts(refused), ["unauthorised-commit"]);
  await desk.until(other, (v) => v.intake !== undefined);
  desk.goOnline();
  await desk.until(other, (v) => v.summary.state === "requested");
  assert.deepEqual(alerts(await desk.until(id, () => true)), ["unauthorised-commit"]);
  kept.groupInfo = honest;
  desk.goOnline();
  await client.conversations.send(id, "are you still there?");
  await desk.until(id, (v) => texts(v).includes("are you still there?"));
});

test("the list shows the last words in one line, in one direction, and takes no character apart", async () => {
  const { practitioner, client, id } = await talking();
  const previewOf = async (text: string): Promise<string> => {
    await client.conversations.send(id, text);
    return (await practitioner.until(id, (v) => texts(v).includes(text))).summary.preview;
  };
  const family = "👨‍👩‍👧‍👦";
  assert.equal(await previewOf(family.repeat(121)), `${family.repeat(120)}…`);
  assert.equal(await previewOf("🇩🇪".repeat(120)), "🇩🇪".repeat(120));
  assert.equal(await previewOf(`${"e\u0301 ".repeat(100)}`), `${"e\u0301 ".repeat(60).trimEnd()}…`);
  assert.equal(await previewOf(" first\r\n\n\u2028second\u0085third\u0007 "), "first second third");
  assert.equal(await previewOf("a \u202Egnp.exe\u202C b \u2067c\u2069"), "a gnp.exe b c");
  assert.ok((await previewOf(`x${"\u0336".repeat(9_000)}`)).length <= 2_001);
});

test("a pseudonym cannot break or reorder the list", async () => {
  const server = createServerDouble();
  const anna = await createParty(server, "practitioner", "Anna Weber");
  const odd = await createParty(server, "client", "\u202Enoreh\n teiuQ");
  const practitioner = await anna.device();
  const id = await (await odd.device()).conversations.requestTherapy({ practitioner: anna.accountId, consentVersion: 1, intake });
  assert.equal((await practitioner.until(id, (v) => v.intake !== undefined)).summary.peer.displayName, "noreh teiuQ");
});

test("typing is shown until the words come, or for a while", async () => {
  const { practitioner, client, id } = await talking();
  await practitioner.conversations.open(id);
  for (const text of ["one", "two"]) {
    await client.conversations.typing(id);
    await practitioner.until(id, (v) => v.peerTyping);
    await client.conversations.send(id, text);
    const view = await practitioner.until(id, (v) => texts(v).includes(text));
    assert.equal(view.peerTyping, false);
  }
  // What is no message is no end of typing.
  await client.conversations.typing(id);
  await practitioner.until(id, (v) => v.peerTyping);
  await practitioner.conversations.send(id, "I am listening.");
  const read = await practitioner.until(id, (v) => v.items.some((i) => i.kind === "message" && i.text === "I am listening." && i.delivery !== "sent" && i.delivery !== "sending" && i.delivery !== "queued"));
  assert.equal(read.peerTyping, true);
  await practitioner.until(id, (v) => !v.peerTyping);
});

const hostile: readonly { readonly name: string; readonly code: SecurityEvent["code"]; readonly does: (scene: Scene) => void }[] = [
  {
    name: "alters a record", code: "altered-record",
    does: ({ server, anna }) => {
      server.tamper = (records, reader) => reader !== anna.accountId ? records : records.map((r) => {
        if (r.kind !== RecordKind.MESSAGE || r.seq !== last(server)) return r;
        const ciphertext = r.ciphertext.slice();
        ciphertext[ciphertext.length - 1] = (ciphertext.at(-1) ?? 0) ^ 1;
        return { ...r, ciphertext };
      });
    },
  },
  {
    name: "drops a record and renumbers the rest", code: "missing-record",
    does: ({ server, anna }) => {
      const dropped = last(server) + 1n;
      server.tamper = (records, reader) => reader !== anna.accountId ? records
        : records.filter((r) => r.seq !== dropped).map((r) => (r.seq > dropped ? { ...r, seq: r.seq - 1n } : r));
    },
  },
  {
    name: "hands out a record of another place", code: "replayed-record",
    does: ({ server, anna, id }) => {
      const from = server.streams.get(id)?.records.findLast((r) => r.kind === RecordKind.MESSAGE);
      const at = last(server) + 1n;
      server.tamper = (records, reader) => reader !== anna.accountId || !from ? records : records.map((r) => (r.seq === at ? { ...from, seq: at } : r));
    },
  },
  {
    name: "leaves a hole", code: "missing-record",
    does: ({ server, anna }) => {
      const hole = last(server) + 1n;
      server.tamper = (records, reader) => reader !== anna.accountId ? records : records.filter((r) => r.seq !== hole);
    },
  },
  {
    name: "swaps two records", code: "missing-record",
    does: ({ server, anna, id }) => {
      const [a, b] = [last(server) + 1n, last(server) + 2n];
      const at = (seq: bigint) => server.streams.get(id)?.records.find((r) => r.seq === seq);
      server.tamper = (records, reader) => reader !== anna.accountId ? records : records.flatMap((r) => {
        const other = r.seq === a ? at(b) : r.seq === b ? at(a) : r;
        return other ? [{ ...other, seq: r.seq }] : [];
      });
    },
  },
  {
    name: "names another epoch", code: "wrong-epoch",
    does: ({ server, anna }) => {
      const at = last(server) + 1n;
      server.tamper = (records, reader) => reader !== anna.accountId ? records : records.map((r) => (r.seq === at ? { ...r, epoch: r.epoch + 1n } : r));
    },
  },
];

function last(server: ServerDouble): bigint {
  return [...server.streams.values()].find((s) => s.records.some((r) => r.kind === RecordKind.COMMIT))?.stream.headSeq ?? 0n;
}

test("records handed out twice are said once, and are no cause for alarm", async () => {
  const { server, anna, practitioner, client, id } = await talking();
  server.tamper = (records, reader) => (reader === anna.accountId ? records.flatMap((r) => [r, r]) : records);
  for (const text of ["one", "two", "three"]) await client.conversations.send(id, text);
  const view = await practitioner.until(id, (v) => texts(v).includes("three"));
  assert.deepEqual(texts(view), ["one", "two", "three"]);
  assert.deepEqual(alerts(view), []);
});

for (const { name, code, does } of hostile) {
  test(`the client notices when the server ${name}`, async () => {
    const scene = await talking();
    const { practitioner, client, id } = scene;
    await client.conversations.send(id, "first");
    await practitioner.until(id, (v) => texts(v).includes("first"));
    await client.until(id, (v) => v.items.some((i) => i.kind === "message" && i.delivery === "read"));
    does(scene);
    await client.conversations.send(id, "second");
    await client.conversations.send(id, "third");
    const view = await practitioner.until(id, (v) => alerts(v).length > 0);
    assert.ok(alerts(view).includes(code), `${alerts(view).join()} should hold ${code}`);
  });
}
