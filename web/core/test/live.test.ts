/** Live sessions: proposed, joined, moved by agreement, ended, and what both keep for next time. */
import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import type { ConversationView, LiveSession, Notice, Role } from "../api.ts";
import type { Entry } from "../conversation/entry.ts";
import { fold } from "../conversation/fold.ts";
import { LIVE_CLOSING, LIVE_OVERTIME, LIVE_WAITS } from "../conversation/live_view.ts";
import { type Body, decodePayload, encodePayload } from "../conversation/payload.ts";
import { createMemoryStore } from "../storage.ts";
import { createParty, type Party, type TestDevice } from "./people.ts";
import { openPractice, untilView } from "./practice.ts";
import { quickOpaque } from "./quick_opaque.ts";
import { startServer } from "./server.ts";
import { createServerDouble, type ServerDouble } from "./server_double.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const told = (view: ConversationView): Notice[] => view.items.flatMap((item) => (item.kind === "notice" && item.notice.type.startsWith("live-") ? [item.notice] : []));
const types = (view: ConversationView): string[] => told(view).map((notice) => notice.type);
const alerts = (view: ConversationView): string[] => view.items.flatMap((item) => (item.kind === "security" ? [item.event.code] : []));
const state = (expected: LiveSession["state"] | undefined) => (view: ConversationView): boolean => view.live?.state === expected;
const minutesLeft = (view: ConversationView, now = Date.now()): number => Math.round(((view.live?.end ?? 0) - now) / MINUTE);

/** A clock that a test can move. */
function createClock(offset = 0) {
  let moved = offset;
  return { now: () => Date.now() + moved, move: (by: number) => { moved += by; } };
}

const devices: TestDevice[] = [];
afterEach(async () => {
  for (const device of devices.splice(0)) await device.close();
});

/** Somebody whose browsers are closed after the test: sessions keep clocks running. */
async function party(server: ServerDouble, role: Role, name: string): Promise<Party> {
  const made = await createParty(server, role, name);
  return {
    ...made,
    async device(store, now) {
      const device = await made.device(store, now);
      devices.push(device);
      return device;
    },
  };
}

async function talking(practitionerClock = createClock(), clientClock = createClock()) {
  const server = createServerDouble();
  const anna = await party(server, "practitioner", "Anna Weber");
  const heron = await party(server, "client", "Quiet Heron");
  const practitioner = await anna.device(undefined, practitionerClock.now);
  const client = await heron.device(undefined, clientClock.now);
  const id = await client.conversations.requestTherapy({ practitioner: anna.accountId, consentVersion: 1, intake: { reason: "I cannot sleep.", region: "DE" } });
  await practitioner.until(id, (view) => view.intake !== undefined);
  await practitioner.conversations.accept(id);
  await client.until(id, (view) => view.canWrite);
  return { server, anna, heron, practitioner, client, id };
}

async function sitting(practitionerClock = createClock(), clientClock = createClock()) {
  const scene = await talking(practitionerClock, clientClock);
  await scene.practitioner.conversations.startLive(scene.id, 50);
  await scene.client.until(scene.id, state("proposed"));
  await scene.client.conversations.joinLive(scene.id);
  await scene.client.until(scene.id, state("on"));
  await scene.practitioner.until(scene.id, state("on"));
  return scene;
}

test("both sides and all their devices see a session begin, its end moved, its end, and what is kept", async () => {
  const { anna, heron, practitioner, client, id } = await talking();
  const [desk, phone] = [await anna.device(), await heron.device()];
  await practitioner.conversations.startLive(id, 50);
  const asked = await client.until(id, state("proposed"));
  assert.equal(asked.live?.mine, false);
  assert.equal(asked.summary.live, "proposed");
  assert.equal((await desk.until(id, state("proposed"))).live?.mine, true);
  await phone.until(id, state("proposed"));
  await phone.conversations.joinLive(id);
  for (const device of [practitioner, desk, client, phone]) {
    const view = await device.until(id, state("on"));
    assert.equal(minutesLeft(view), 50);
    assert.equal(view.summary.live, "on");
  }

  await client.conversations.askLiveMinutes(id, 65);
  const { live } = await desk.until(id, (view) => view.live?.ask !== undefined);
  assert.deepEqual([live?.ask?.mine, live?.ask?.minutes, live?.minutes], [false, 65, 50]);
  await assert.rejects(client.conversations.answerLive(id, live!.ask!.id, true), { code: "live_over" });
  await desk.conversations.answerLive(id, live!.ask!.id, true);
  for (const device of [practitioner, client, phone]) assert.equal(minutesLeft(await device.until(id, (view) => view.live?.minutes === 65)), 65);

  await practitioner.conversations.askLiveMinutes(id, 40);
  const shorter = await client.until(id, (view) => view.live?.ask?.minutes === 40);
  await client.conversations.answerLive(id, shorter.live!.ask!.id, false);
  await practitioner.until(id, (view) => view.live?.state === "on" && view.live.ask === undefined);

  await client.conversations.endLive(id);
  for (const device of [practitioner, desk, client, phone]) await device.until(id, state("closing"));
  const session = (await client.until(id, state("closing"))).live!.id;
  await client.conversations.keepForNextTime(id, session, "Breathe out longer than in.");
  await phone.until(id, state(undefined));
  await practitioner.until(id, (view) => view.kept[0]?.theirs === "Breathe out longer than in.");
  await practitioner.conversations.keepForNextTime(id, session, "");
  const after = await desk.until(id, state(undefined));
  assert.deepEqual(types(after), ["live-started", "live-began", "live-changed", "live-ended", "live-kept"]);
  assert.deepEqual(alerts(after), []);

  await client.conversations.keepForNextTime(id, session, "Breathe out slowly.");
  await client.conversations.startLive(id, 25);
  const next = await practitioner.until(id, (view) => view.live?.state === "proposed" && view.live.id !== session);
  assert.deepEqual(next.kept.map(({ mine, theirs }) => [mine, theirs]), [["", "Breathe out slowly."]]);
  assert.equal(types(next).filter((type) => type === "live-kept").length, 1);
});

test("two who start at once sit in one session, and two devices of one account propose one", async () => {
  const { anna, practitioner, client, id } = await talking();
  const desk = await anna.device();
  await desk.until(id, (view) => view.canWrite);
  await Promise.all([practitioner.conversations.startLive(id, 50), desk.conversations.startLive(id, 25)]);
  const proposed = await client.until(id, state("proposed"));
  assert.deepEqual(types(proposed), ["live-started"]);
  await client.conversations.endLive(id);
  await desk.until(id, state(undefined));
  await practitioner.until(id, (view) => told(view).some((notice) => notice.type === "live-ended" && notice.how === "declined"));

  await Promise.all([practitioner.conversations.startLive(id, 50), client.conversations.startLive(id, 50)]);
  for (const device of [practitioner, client, desk]) {
    const view = await device.until(id, state("on"));
    assert.deepEqual(types(view).slice(-2), ["live-started", "live-began"]);
    assert.deepEqual(alerts(view), []);
  }
});

test("a proposal that nobody joins lapses, is told so once, and a new one may follow", async () => {
  const clock = createClock();
  const { heron, practitioner, client, id } = await talking(createClock(), clock);
  await client.conversations.startLive(id, 25);
  await client.until(id, state("proposed"));
  clock.move(LIVE_WAITS + MINUTE);
  assert.equal((await client.conversations.open(id)).live, undefined);
  const browser = client.store;
  await client.close();
  const again = await heron.device(browser, clock.now);
  const other = await heron.device(undefined, clock.now);
  for (const device of [again, other, practitioner]) {
    const view = await device.until(id, (seen) => types(seen).includes("live-ended"));
    assert.deepEqual(told(view).map((notice) => (notice.type === "live-ended" ? notice.how : notice.type)), ["live-started", "lapsed"]);
  }
  await assert.rejects(practitioner.conversations.joinLive(id), { code: "live_over" });
  await again.conversations.startLive(id, 25);
  await practitioner.until(id, state("proposed"));
});

test("a session that nobody ended is over by the clock; whoever starts the next one says so", async () => {
  const clocks = [createClock(), createClock()] as const;
  const { practitioner, client, id } = await sitting(...clocks);
  for (const clock of clocks) clock.move(50 * MINUTE + LIVE_OVERTIME + MINUTE);
  assert.equal((await practitioner.conversations.open(id)).live?.state, "closing");
  await practitioner.conversations.startLive(id, 25);
  const { live } = await client.until(id, state("proposed"));
  assert.equal(live?.minutes, 25);
  await client.conversations.joinLive(id);
  assert.equal(minutesLeft(await practitioner.until(id, state("on")), clocks[0].now()), 25);
  for (const clock of clocks) clock.move(25 * MINUTE + LIVE_OVERTIME + LIVE_CLOSING + MINUTE);
  assert.equal((await client.conversations.open(id)).live, undefined);
});

test("a wrong clock moves no end, also after a reload, and another device learns from who is here", async () => {
  for (const wrong of [-3 * HOUR, 3 * HOUR]) {
    const clock = createClock(wrong);
    const { heron, practitioner, client, id } = await sitting(createClock(), clock);
    assert.equal(minutesLeft(await practitioner.until(id, state("on"))), 50);
    assert.equal(minutesLeft(await client.until(id, state("on")), clock.now()), 50);
    const browser = client.store;
    await client.close();
    const again = await heron.device(browser, clock.now);
    assert.equal(minutesLeft(await again.until(id, state("on")), clock.now()), 50);
    if (wrong < 0) continue;
    // This one was not there when it began, and shares no clock with the device that joined.
    const other = await heron.device();
    await practitioner.conversations.open(id);
    const corrected = await other.until(id, (view) => view.live?.state === "on" && minutesLeft(view) === 50);
    assert.equal(corrected.live?.minutes, 50);
  }
});

test("that somebody sits in the session is told while they look, and not by who shows nothing of themselves", async () => {
  const { anna, practitioner, client, id } = await talking();
  await anna.vault.update((vault) => ({ ...vault, settings: { ...vault.settings, typingShown: false } }));
  await practitioner.conversations.startLive(id, 50);
  await client.until(id, state("proposed"));
  await client.conversations.joinLive(id);
  await practitioner.until(id, (view) => view.live?.peerHere === true);
  assert.equal((await client.until(id, state("on"))).live?.peerHere, false);
});

test("a lost answer doubles nothing, and nobody is called to a session from offline", async () => {
  const { server, practitioner, client, id } = await talking();
  let lost = 0;
  server.afterAppend = () => {
    if (lost++ === 0) throw new Error("the connection broke");
  };
  await practitioner.conversations.startLive(id, 50);
  const view = await client.until(id, state("proposed"));
  assert.deepEqual(types(view), ["live-started"]);
  client.goOffline();
  await assert.rejects(client.conversations.joinLive(id), { code: "live_offline" });
  client.goOnline();
  await client.conversations.joinLive(id);
  await practitioner.until(id, state("on"));
  for (const minutes of [4, 181, 12.5, Number.NaN]) await assert.rejects(client.conversations.startLive(id, minutes), { code: "live_minutes_invalid" });
});

const parties = { me: "aa".repeat(16), client: "aa".repeat(16), practitioner: "bb".repeat(16) };
let places = 0;
function entry(from: string, body: Body, payloadId?: string): Entry {
  const seq = ++places;
  return { kind: "payload", stream: "ee".repeat(16), seq, from, device: from, payload: { ...body, v: 1, id: payloadId ?? seq.toString(16).padStart(32, "0"), at: seq, chain: { n: seq, seq: 0, hash: "" } } };
}

test("what the other side may not do is refused and shown; what only comes late changes nothing", () => {
  const { client, practitioner } = parties;
  const [session, ask] = ["01".repeat(16), "02".repeat(16)];
  const open = [entry(practitioner, { type: "accept" })];
  const refusals = (entries: readonly Entry[]) => fold(entries, parties).items.flatMap((item) => (item.kind === "security" ? [item.event.code] : []));
  assert.deepEqual(refusals([entry(practitioner, { type: "live-start", minutes: 50 })]), ["unauthorised-payload"], "before acceptance");
  const proposed = [...open, entry(practitioner, { type: "live-start", minutes: 50 }, session)];
  assert.deepEqual(refusals([...proposed, entry(practitioner, { type: "live-join", of: session })]), ["unauthorised-payload"], "joining one's own");
  const on = [...proposed, entry(client, { type: "live-join", of: session })];
  const asked = [...on, entry(practitioner, { type: "live-ask", of: session, minutes: 80 }, ask)];
  const forced = [...asked, entry(practitioner, { type: "live-answer", of: session, ask, agreed: true })];
  assert.deepEqual(refusals(forced), ["unauthorised-payload"], "agreeing with oneself");
  assert.equal(fold(forced, parties).live[0]?.minutes, 50);
  const crossing = [...asked, entry(client, { type: "live-ask", of: session, minutes: 80 })];
  assert.deepEqual([fold(crossing, parties).live[0]?.minutes, fold(crossing, parties).live[0]?.ask], [80, undefined], "both asked for the same");
  const ended = [...on, entry(client, { type: "live-end", of: session })];
  const late: readonly Body[] = [
    { type: "live-join", of: session }, { type: "live-ask", of: session, minutes: 60 }, { type: "live-end", of: session },
    { type: "live-answer", of: session, ask, agreed: true }, { type: "live-keep", of: "03".repeat(16), text: "of nothing" },
  ];
  for (const body of late) {
    const before = fold(ended, parties);
    const after = fold([...ended, entry(practitioner, body)], parties);
    assert.deepEqual([after.items, after.live], [before.items, before.live], body.type);
  }
  assert.deepEqual(refusals([...open, entry(practitioner, { type: "end" }), entry(client, { type: "live-start", minutes: 50 })]), [], "when the other side had just ended the conversation");
});

test("payloads of another shape are refused", () => {
  const whole = { v: 1, id: "01".repeat(16), at: 1, chain: { n: 1, seq: 0, hash: "" } } as const;
  const of = "02".repeat(16);
  const right: readonly Body[] = [
    { type: "live-start", minutes: 50 }, { type: "live-start", minutes: 5, after: of }, { type: "live-join", of }, { type: "live-ask", of, minutes: 360 },
    { type: "live-answer", of, ask: of, agreed: false }, { type: "live-end", of }, { type: "live-end", of, lapsed: true }, { type: "live-keep", of, text: "" },
  ];
  for (const body of right) assert.deepEqual(decodePayload(encodePayload({ ...body, ...whole })), { ...body, ...whole });
  const wrong: readonly object[] = [
    { type: "live-start", minutes: 4 }, { type: "live-start", minutes: 181 }, { type: "live-start", minutes: 50, after: "x" }, { type: "live-join" }, { type: "live-ask", of, minutes: 361 },
    { type: "live-answer", of, ask: of }, { type: "live-end", of, lapsed: false }, { type: "live-keep", of, text: "x".repeat(2_001) },
  ];
  for (const body of wrong) assert.throws(() => decodePayload(new TextEncoder().encode(JSON.stringify({ ...body, ...whole }))), { code: "malformed_payload" }, JSON.stringify(body));
});

test("two people sit together on the real server; a browser that was closed comes back to it", async () => {
  const server = await startServer();
  const practice = await openPractice(server, { opaque: quickOpaque });
  try {
    const store = createMemoryStore();
    const { core: client, id } = await practice.talkingClient("Quiet Heron", store);
    const practitioner = practice.practitioner.core;
    await client.startLive(id, 25);
    await untilView(practitioner, id, state("proposed"));
    await practitioner.joinLive(id);
    await untilView(client, id, (view) => view.live?.state === "on" && view.live.peerHere);
    await client.close();
    const again = practice.browser(store);
    await again.start();
    assert.equal(minutesLeft(await untilView(again, id, state("on"))), 25);
    await practitioner.endLive(id);
    const { live } = await untilView(again, id, state("closing"));
    await again.keepForNextTime(id, live!.id, "The lake.");
    await untilView(practitioner, id, (view) => view.kept[0]?.theirs === "The lake.");
  } finally {
    await practice.close();
    await server.stop();
  }
});
