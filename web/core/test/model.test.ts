/**
 * Many devices do what people do, at random and at once, over a server that
 * loses requests and answers; browsers are restarted, come new, and are logged
 * out from each other; accounts forget conversations. At the end every device of
 * a conversation shows the same, but for what its account forgot, and nothing is
 * left to do. The seed is told, so that what was found can be played again:
 * ALCOVE_MODEL_SEED, for how long: ALCOVE_MODEL_SECONDS, and on how many
 * devices: ALCOVE_MODEL_DEVICES.
 */
import assert from "node:assert/strict";
import { performance } from "node:perf_hooks";
import process from "node:process";
import { test } from "node:test";
import type { ConversationView, Id, TimelineItem } from "../api.ts";
import type { DeviceStore } from "../context.ts";
import { CoreError } from "../errors.ts";
import { createMemoryStore } from "../storage.ts";
import { createParty, type Party, type TestDevice } from "./people.ts";
import { seeded } from "./random.ts";
import { createServerDouble } from "./server_double.ts";

const SECONDS = Number(process.env["ALCOVE_MODEL_SECONDS"] ?? 15);
const SEED = Number(process.env["ALCOVE_MODEL_SEED"] ?? Date.now() % 2 ** 32);
const CLIENTS = 8;
const PRACTITIONERS = 2;
const DEVICES = Number(process.env["ALCOVE_MODEL_DEVICES"] ?? 24);
const DEVICES_OF_ONE = 5;
/** How many browsers are logged out from another, at most. */
const REMOVALS = DEVICES / 4;
const SETTLED_WITHIN = 120_000;

interface Browser {
  readonly owner: Party;
  readonly store: DeviceStore;
  /** Undefined while it is closed. */
  device: TestDevice | undefined;
}

/** Tells whether the devices have more to do already than they come to. */
function watchLoad(): () => boolean {
  let last = performance.eventLoopUtilization();
  let since = Date.now();
  let busy = false;
  return () => {
    if (Date.now() - since < 250) return busy;
    const now = performance.eventLoopUtilization();
    busy = performance.eventLoopUtilization(now, last).utilization > 0.9;
    [last, since] = [now, Date.now()];
    return busy;
  };
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

test(`${DEVICES} devices agree after ${SECONDS} s of everything at once (seed ${SEED})`, { timeout: SECONDS * 1000 + 4 * SETTLED_WITHIN }, async () => {
  const random = seeded(SEED);
  const chance = (share: number): boolean => random() < share;
  const pick = <T>(all: readonly T[]): T | undefined => all[Math.floor(random() * all.length)];
  const server = createServerDouble();
  const browsers: Browser[] = [];
  /** How many messages each conversation has. */
  const sent = new Map<Id, number>();
  /** How many of them may never come: their browser was logged out before they were on the server. */
  const cutOff = new Map<Id, number>();
  /** Leaves of browsers that were logged out, and whose they are. */
  const gone = new Map<Id, Party>();
  /** Which accounts forgot something of which conversation. */
  const forgot = new Map<Id, Set<Party>>();

  async function open(owner: Party): Promise<Browser> {
    const store = createMemoryStore();
    const browser: Browser = { owner, store, device: await owner.device(store) };
    browsers.push(browser);
    return browser;
  }
  const openOf = (owner: Party): readonly Browser[] => browsers.filter((browser) => browser.owner === owner && browser.device);

  const practitioners = await Promise.all(Array.from({ length: PRACTITIONERS }, (_, i) => createParty(server, "practitioner", `Practitioner ${i}`)));
  const clients = await Promise.all(Array.from({ length: CLIENTS }, (_, i) => createParty(server, "client", `Client ${i}`)));
  const talks: { readonly id: Id; readonly client: Party; readonly practitioner: Party }[] = [];
  for (const practitioner of practitioners) await open(practitioner);
  for (const [i, client] of clients.entries()) {
    const practitioner = practitioners[i % PRACTITIONERS]!;
    const { device } = await open(client);
    const id = await device!.conversations.requestTherapy({ practitioner: practitioner.accountId, consentVersion: 1, intake: { reason: "I cannot sleep.", region: "Kiel" } });
    const [theirs] = openOf(practitioner);
    await theirs!.device!.until(id, (view) => view.intake !== undefined);
    await theirs!.device!.conversations.accept(id);
    await device!.until(id, (view) => view.canWrite);
    talks.push({ id, client, practitioner });
    sent.set(id, 0);
    cutOff.set(id, 0);
    forgot.set(id, new Set());
  }

  // From now on requests and answers get lost.
  server.beforeAppend = async () => {
    await pause(random() * 5);
    if (chance(0.05)) throw new CoreError("offline");
  };
  server.afterAppend = () => {
    if (chance(0.05)) throw new CoreError("offline");
  };

  const busy = new Set<Browser>();
  /** Restarts a browser; nobody else touches it meanwhile. */
  async function restart(browser: Browser): Promise<void> {
    busy.add(browser);
    const { device } = browser;
    browser.device = undefined;
    await device?.close();
    if (chance(0.5)) await pause(random() * 500);
    browser.device = await browser.owner.device(browser.store);
    busy.delete(browser);
  }

  /** Logs a browser out from another of its owner's, in the middle of whatever it does. */
  async function logOut(browser: Browser): Promise<void> {
    busy.add(browser);
    browsers.splice(browsers.indexOf(browser), 1);
    const device = browser.device!;
    gone.set(device.leaf, browser.owner);
    for (const { id } of talksOf(browser)) {
      const { view } = await device.conversations.exported(id);
      cutOff.set(id, cutOff.get(id)! + view.items.filter(isWaiting).length);
    }
    await device.close();
    await pick(openOf(browser.owner))?.device!.conversations.removeLeaves([device.leaf]);
  }

  const talksOf = ({ owner }: Browser) => talks.filter(({ client, practitioner }) => owner === client || owner === practitioner);
  async function act(browser: Browser, n: number): Promise<void> {
    const device = browser.device;
    const talk = pick(talksOf(browser));
    if (!device || !talk) return;
    const view = await device.conversations.open(talk.id);
    const mine = view.items.filter((item) => item.kind === "message" && item.mine && item.delivery !== "queued" && item.delivery !== "sending");
    const what = random();
    if (what < 0.65 || mine.length === 0) {
      await device.conversations.send(talk.id, `words ${n}`);
      sent.set(talk.id, sent.get(talk.id)! + 1);
      if (gone.has(device.leaf)) cutOff.set(talk.id, cutOff.get(talk.id)! + 1);
    } else if (what < 0.8) await device.conversations.edit(talk.id, pick(mine)!.id, `words anew ${n}`);
    else if (what < 0.85) await device.conversations.takeBack(talk.id, pick(mine)!.id);
    else if (what < 0.95) await device.conversations.react(talk.id, pick(mine)!.id, "👍", chance(0.7));
    else if (what < 0.96) {
      forgot.get(talk.id)!.add(browser.owner);
      await device.conversations.forget(talk.id, "account");
    } else device.goOnline();
  }

  const running = new Set<Promise<void>>();
  const begin = (work: Promise<void>): void => {
    // A conversation may be on its way to a new browser, and what is edited may just have been taken back.
    const done = work.catch((error: unknown) => {
      if (!(error instanceof CoreError)) throw error;
    }).finally(() => running.delete(done));
    running.add(done);
  };
  const isBusy = watchLoad();
  const end = Date.now() + SECONDS * 1000;
  for (let n = 0; Date.now() < end; n++) {
    // On a slow machine less is done, rather than everything late.
    const browser = running.size < DEVICES && !isBusy() ? pick(browsers.filter((each) => !busy.has(each))) : undefined;
    if (browser) {
      if (chance(0.02)) begin(restart(browser));
      else if (gone.size < REMOVALS && browser.device && openOf(browser.owner).length > 1 && chance(0.01)) begin(logOut(browser));
      else if (browsers.length < DEVICES && chance(0.05) && browsers.filter(({ owner }) => owner === browser.owner).length < DEVICES_OF_ONE) begin(open(browser.owner).then(() => undefined));
      else begin(act(browser, n));
    }
    await pause(random() * 80);
  }
  await Promise.all(running);

  server.beforeAppend = () => undefined;
  server.afterAppend = () => undefined;
  for (const { device } of browsers) device?.goOnline();
  for (const [leaf, owner] of gone) await openOf(owner)[0]!.device!.conversations.removeLeaves([leaf]);
  for (const { id, client, practitioner } of talks) {
    const sides = [client, practitioner].map((party): Side => ({ devices: browsers.filter(({ owner }) => owner === party).map(({ device }) => device!), forgot: forgot.get(id)!.has(party) }));
    await settled(id, sides, sent.get(id)!, cutOff.get(id)!);
  }
  const left = async (): Promise<readonly string[]> => (await Promise.all(browsers.map(async ({ store }) => (await store.list("")).map(([name]) => name).filter((name) => name.endsWith("/duties"))))).flat();
  for (const until = Date.now() + SETTLED_WITHIN; Date.now() < until && (await left()).length > 0; ) await pause(200);
  assert.deepEqual(await left(), [], "whatever was forgotten is forgotten everywhere");
  const strangers = (): readonly Id[] => browsers.flatMap(({ device }) => device!.conversations.ownLeaves().filter((leaf) => gone.has(leaf)));
  for (const until = Date.now() + SETTLED_WITHIN; Date.now() < until && strangers().length > 0; ) await pause(200);
  assert.deepEqual(strangers(), [], "who was logged out is in no group");
  for (const { device } of browsers) await device?.close();
});

/** One account's devices in a conversation. */
interface Side {
  readonly devices: readonly TestDevice[];
  readonly forgot: boolean;
}

/** What is seen of each message by anybody, by its id: what it says, what became of it, whether the client wrote it. */
function everybodySees({ items, summary }: ConversationView): readonly (readonly [Id, string])[] {
  const asClient = summary.peer.role === "practitioner";
  return items.flatMap((item) => {
    if (item.kind !== "message") return [];
    const { id, text, editedAt, takenBack, reactions = [], mine } = item;
    const reacted = reactions.map((each) => [each.emoji, asClient ? each.mine : each.theirs, asClient ? each.theirs : each.mine]);
    return [[id, JSON.stringify([text, editedAt !== undefined, takenBack === true, reacted, mine === asClient])] as const];
  });
}

const isWaiting = (item: TimelineItem): boolean => item.kind === "message" && (item.delivery === "queued" || item.delivery === "sending");

async function wholeView({ conversations }: TestDevice, id: Id): Promise<ConversationView> {
  await conversations.open(id);
  return (await conversations.exported(id)).view;
}

/**
 * Waits until an account's devices show the same, both sides the same of what
 * both have, and every message is there but those cut off or forgotten; nothing
 * may have been refused on the way.
 */
async function settled(id: Id, sides: readonly Side[], messages: number, cutOff: number): Promise<void> {
  let views: readonly (readonly ConversationView[])[] = [];
  const whole = ({ items }: ConversationView, forgot: boolean): boolean => {
    const there = items.filter(({ kind }) => kind === "message").length;
    return !items.some(isWaiting) && there <= messages && (forgot || there >= messages - cutOff);
  };
  const seen = () => views.map((each) => each.map(everybodySees));
  const agreed = (): boolean => {
    const [mine = new Map<Id, string>(), theirs = new Map<Id, string>()] = seen().map(([one]) => new Map(one));
    return views.length > 0 && seen().every((each) => new Set(each.map((one) => JSON.stringify(one))).size === 1) &&
      [...mine].every(([message, what]) => (theirs.get(message) ?? what) === what) &&
      views.every((each, i) => each.every((view) => whole(view, sides[i]!.forgot)));
  };
  for (const end = Date.now() + SETTLED_WITHIN; Date.now() < end && !agreed(); await pause(200)) {
    // A conversation may still be on its way to a browser.
    views = await Promise.all(sides.map(({ devices }) => Promise.all(devices.map((device) => wholeView(device, id))))).catch(() => []);
  }
  assert.deepEqual(views.flat().flatMap(({ items }) => items.filter(({ kind }) => kind === "security")), [], "nobody did anything forbidden");
  assert.ok(agreed(), `the devices of ${id} do not agree: ${differences(seen(), messages, cutOff)}`);
}

/** Which messages each device shows otherwise than the first device of its side, and than the first of the other. */
function differences(sides: readonly (readonly ReturnType<typeof everybodySees>[])[], messages: number, cutOff: number): string {
  const told = sides.map((devices, i) => devices.map((seen) => {
    const [own, first, other] = [new Map(seen), new Map(devices[0]), new Map(sides[1 - i]?.[0])];
    return {
      messages: own.size,
      notAsTheFirst: [...new Set([...own.keys(), ...first.keys()])].filter((id) => own.get(id) !== first.get(id)),
      notAsTheOther: [...own.keys()].filter((id) => own.get(id) !== (other.get(id) ?? own.get(id))),
    };
  }));
  return JSON.stringify({ sent: messages, cutOff, told }, null, 1);
}
