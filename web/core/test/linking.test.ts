/** Letting another device in by a code, over the real server: who comes in, who does not, and what a hostile server can do. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { create, fromBinary, type Message, toBinary } from "@bufbuild/protobuf";
import type { GenMessage } from "@bufbuild/protobuf/codegenv2";
import type { CoreEvent, Linking } from "../api.ts";
import { fromHex, randomBytes, sha256, utf8 } from "../bytes.ts";
import { type ClosableCore, createCore } from "../core.ts";
import { GetLinkResponseSchema, PutLinkRequestSchema } from "../gen/alcove/v1/link_pb.ts";
import { readGrantFields, readReveal, writeReveal } from "../linking/messages.ts";
import { commitmentTo, createBox, formatLinkCode, mailboxOf, parseLinkCode } from "../linking/secrets.ts";
import { reaching } from "../node.ts";
import { generateSealingKey } from "../sealed.ts";
import { createMemoryStore } from "../storage.ts";
import { createTransport } from "../transport.ts";
import { PATIENCE } from "./patience.ts";
import { PASSPHRASE, type TestPractice, texts, untilView } from "./practice.ts";
import { quickOpaque } from "./quick_opaque.ts";
import type { TestServer } from "./server.ts";
import { withPractice } from "./with_practice.ts";

let server: TestServer;
let practice: TestPractice;
withPractice((opened, started) => {
  [practice, server] = [opened, started];
});

/** Hears what is told of linking; `until` gives the next of a step. */
function hearing(core: ClosableCore) {
  const told: Linking[] = [];
  const waiting = new Set<() => void>();
  core.subscribe((event: CoreEvent) => {
    if (event.type !== "linking") return;
    told.push(event.linking);
    for (const look of [...waiting]) look();
  });
  return {
    told,
    until<S extends Linking["step"]>(step: S): Promise<Extract<Linking, { readonly step: S }>> {
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error(`never ${step}: ${JSON.stringify(told)}`)), PATIENCE);
        const look = (): void => {
          const found = told.find((each) => each.step === step);
          if (!found) return;
          clearTimeout(timer);
          waiting.delete(look);
          resolve(found as Extract<Linking, { readonly step: S }>);
        };
        waiting.add(look);
        look();
      });
    },
  };
}

/** Shows a code on the old device. */
async function shown(old: ClosableCore) {
  const heard = hearing(old);
  await old.showLink({});
  return { heard, code: (await heard.until("shown")).code };
}

/** Both sides up to where the person compares. */
async function comparing(old: ClosableCore, young: ClosableCore, noTrace = false) {
  const { heard, code } = await shown(old);
  const there = hearing(young);
  const entering = young.enterLink({ code, noTrace });
  entering.catch(() => undefined);
  const [here, words] = [await heard.until("compare"), (await there.until("compare")).words];
  return { heard, there, entering, here, words, code };
}

test("a client's other device comes in once the words were compared, reads what was said, and is known as new", async () => {
  const { core: phone, id } = await practice.talkingClient("Quiet Heron");
  await phone.send(id, "before you came");
  await untilView(practice.practitioner.core, id, (view) => texts(view).includes("before you came"));
  const desk = practice.browser();
  const { heard, entering, here, words } = await comparing(phone, desk);
  assert.equal(words.length, 3);
  assert.deepEqual(here.words, words);
  await phone.confirmLink();
  const session = await entering;
  assert.equal(session.state, "ready");
  assert.deepEqual(heard.told.map(({ step }) => step), ["shown", "compare", "done"]);

  await untilView(desk, id, (view) => texts(view).includes("before you came") && view.canWrite);
  await desk.send(id, "from the desk");
  await untilView(practice.practitioner.core, id, (view) => texts(view).includes("from the desk") && view.items.some((item) => item.kind === "notice" && item.notice.type === "device-added"));
  await untilView(phone, id, (view) => texts(view).includes("from the desk"));
  const devices = await phone.devices();
  assert.deepEqual(devices.map(({ current, unconfirmed }) => [current, unconfirmed]), [[true, false], [false, true]]);

  // Coming in is no log-in: what wants the passphrase still does.
  await assert.rejects(desk.showLink({}), { code: "fresh_login_required" });
  await desk.showLink({ passphrase: PASSPHRASE });
  await desk.cancelLink();
});

test("a practitioner links a browser from one that is past the second factor", async () => {
  const { core: client, id } = await practice.talkingClient("Amber Fox");
  const young = practice.browser();
  const { entering } = await comparing(practice.practitioner.core, young);
  await practice.practitioner.core.confirmLink();
  const session = await entering;
  assert.equal(session.state === "ready" && session.account.role, "practitioner");
  await untilView(young, id, (view) => view.canWrite);
  await young.send(id, "written elsewhere");
  await untilView(client, id, (view) => texts(view).includes("written elsewhere"));

  const half = practice.browser();
  await half.logIn({ loginName: practice.practitioner.loginName, passphrase: PASSPHRASE });
  await assert.rejects(half.showLink({}), { code: "second_factor_required" });
});

test("when the words differ nobody gets anything", async () => {
  const { core: phone } = await practice.talkingClient("Silver Owl");
  const young = practice.browser();
  const { entering } = await comparing(phone, young);
  await phone.cancelLink();
  await assert.rejects(entering, { code: "link_cancelled" });
  await assert.rejects(phone.confirmLink(), { code: "link_expired" });
  assert.deepEqual(await young.start(), { state: "none" });
  assert.equal((await phone.devices()).length, 1);
});

test("the new device cancels as well, and the old one is told", async () => {
  const { core: phone } = await practice.talkingClient("Green Finch");
  const { heard, entering } = await comparing(phone, practice.browser());
  void entering.catch(() => undefined);
  const young = practice.browser();
  const again = await comparing(phone, young);
  await assert.rejects(entering, { code: "link_cancelled" }, "a new code ends the one before");
  await young.cancelLink();
  await assert.rejects(again.entering, { code: "link_cancelled" });
  assert.equal((await again.heard.until("failed")).code, "link_cancelled");
  assert.ok(heard.told.length > 0);
});

test("a code that two devices open is good for neither", async () => {
  const { core: phone } = await practice.talkingClient("Brown Wren");
  const { entering, heard, code } = await comparing(phone, practice.browser());
  await assert.rejects(practice.browser().enterLink({ code }), { code: "link_taken" });
  await assert.rejects(entering, { code: "link_taken" });
  assert.equal((await heard.until("failed")).code, "link_taken");
  await assert.rejects(phone.confirmLink(), { code: "link_expired" });
});

test("a code is good once, and only while the server runs that made it", async () => {
  const { core: phone } = await practice.talkingClient("Old Crane");
  const { entering, code } = await comparing(phone, practice.browser());
  await phone.confirmLink();
  await entering;
  await assert.rejects(practice.browser().enterLink({ code }), { code: "link_taken" });
  await assert.rejects(practice.browser().enterLink({ code: formatLinkCode({ secret: randomBytes(16), key: randomBytes(32) }) }), { code: "link_expired" });
  await assert.rejects(practice.browser().enterLink({ code: "https://localhost/app/link#short" }), { code: "link_invalid" });
});

test("locking or logging out ends what was shown", async () => {
  const { core: phone } = await practice.talkingClient("Grey Lark");
  const { entering } = await comparing(phone, practice.browser());
  await phone.logOut();
  await assert.rejects(entering, { code: "link_cancelled" });
});

// ---- a hostile server --------------------------------------------------------

interface Way {
  /** What the server is handed instead of a message that a browser puts. */
  readonly put?: (step: number, body: Uint8Array) => Promise<Uint8Array>;
  /** What the server hands out instead of a message. */
  readonly get?: (body: Uint8Array) => Promise<Uint8Array>;
}

/** A browser that the server sees through: `way` has every message of linking on its way. */
function throughHostileServer(way: Way): ClosableCore {
  const { fetch: honest = globalThis.fetch, ...rest } = reaching(server.baseUrl, server.ca);
  const fetch: typeof globalThis.fetch = async (input, init = {}) => {
    const url = String(input);
    const body = init.body as Uint8Array | undefined;
    if (way.put && body && url.endsWith("/PutLink")) {
      const request = fromBinary(PutLinkRequestSchema, body);
      return honest(input, { ...init, body: bytes(PutLinkRequestSchema, { ...request, body: await way.put(request.step, request.body) }) });
    }
    const answer = await honest(input, init);
    if (!way.get || !url.endsWith("/GetLink") || !answer.ok) return answer;
    const { body: message } = fromBinary(GetLinkResponseSchema, new Uint8Array(await answer.arrayBuffer()));
    return new Response(bytes(GetLinkResponseSchema, { body: message.length > 0 ? await way.get(message) : message }), { headers: answer.headers });
  };
  return createCore({ ...rest, fetch, opaque: quickOpaque, store: createMemoryStore() });
}

function bytes<T extends Message>(schema: GenMessage<T>, fields: Parameters<typeof create<GenMessage<T>>>[1]): Uint8Array<ArrayBuffer> {
  return toBinary(schema, create(schema, fields)) as Uint8Array<ArrayBuffer>;
}

test("a server without the code can alter nothing unseen", async () => {
  const { core: phone } = await practice.talkingClient("Small Tern");
  for (const step of [1, 3]) {
    const young = throughHostileServer({ put: async (at, body) => (at === step ? randomBytes(body.length) : body) });
    const { heard, code } = await shown(phone);
    await assert.rejects(young.enterLink({ code }), { code: "link_cancelled" });
    assert.equal((await heard.until("failed")).code, "link_tampered");
    await young.close();
  }
  let looks = 0;
  for (const last of [1, 2]) {
    looks = 0;
    const young = throughHostileServer({ get: async (body) => (++looks >= last ? randomBytes(body.length) : body) });
    const { heard, code } = await shown(phone);
    const entering = young.enterLink({ code });
    if (last === 2) {
      await heard.until("compare");
      await assert.rejects(Promise.all([phone.confirmLink(), entering]));
    }
    await assert.rejects(entering, { code: "link_tampered" });
    assert.equal((await heard.until("failed")).code, "link_cancelled");
    await young.close();
  }
});

test("a server that has photographed the code cannot take the new device's place unseen", async () => {
  const { core: phone } = await practice.talkingClient("Wide Swan");
  const { heard, code } = await shown(phone);
  const known = parseLinkCode(code);
  assert.ok(known);
  const box = await createBox(known);
  // It commits itself to a key of its own in place of the new device's, and reveals that.
  const { identity, recipient } = await generateSealingKey();
  assert.ok(identity);
  const reveal = writeReveal({ recipient, kind: { browser: "", system: "" } });
  const young = throughHostileServer({
    put: async (step, body) => (step === 1 ? box.seal(1, commitmentTo(reveal)) : step === 3 ? box.seal(3, reveal) : body),
  });
  const there = hearing(young);
  // The old device answered another commitment than the new one made, and its signature says so.
  await assert.rejects(young.enterLink({ code }), { code: "link_tampered" });
  assert.deepEqual(there.told, [], "no words are shown there that could be taken for the same");
  assert.equal((await heard.until("failed")).code, "link_cancelled");
  await young.close();
});

test("who is faster than the new device cannot choose its key after it heard the owner", async () => {
  const { core: phone } = await practice.talkingClient("Deep Loon");
  const { heard, code } = await shown(phone);
  const known = parseLinkCode(code);
  assert.ok(known);
  const [box, mailbox, party] = [await createBox(known), await mailboxOf(known), randomBytes(16)];
  const { link } = createTransport({ ...reaching(server.baseUrl, server.ca), onSessionLost: () => undefined });
  const reveals = await Promise.all([1, 2].map(async () => writeReveal({ recipient: (await generateSealingKey()).recipient, kind: { browser: "", system: "" } })));
  const [first = utf8(""), second = utf8("")] = reveals;
  await link.putLink({ mailbox, party, step: 1, body: await box.seal(1, commitmentTo(first)) });
  for (;;) {
    const { body } = await link.getLink({ mailbox, party, step: 2 });
    if (body.length > 0) break;
  }
  // Having heard the owner's part it would rather have another key.
  await link.putLink({ mailbox, party, step: 3, body: await box.seal(3, second) });
  assert.equal((await heard.until("failed")).code, "link_tampered");
});

test("a server that has photographed the code cannot give the new device another account", async () => {
  const { core: phone } = await practice.talkingClient("Lone Ibis");
  const { heard, code } = await shown(phone);
  const known = parseLinkCode(code);
  assert.ok(known);
  const box = await createBox(known);
  const young = throughHostileServer({
    get: async (body) => {
      const grant = await box.open(4, body).catch(() => undefined);
      return grant ? box.seal(4, Uint8Array.from([...grant.slice(0, 64), ...randomBytes(200)])) : body;
    },
  });
  const entering = young.enterLink({ code });
  entering.catch(() => undefined);
  await heard.until("compare");
  await assert.rejects(phone.confirmLink(), { code: "link_cancelled" });
  await assert.rejects(entering, { code: "link_tampered" });
  await young.close();
});

test("codes are read with suspicion", () => {
  const code = { secret: randomBytes(16), key: sha256(utf8("key")) };
  const written = formatLinkCode(code);
  assert.equal(written.length, 66);
  assert.deepEqual(parseLinkCode(written), code);
  assert.deepEqual(parseLinkCode(`  https://localhost/app/link#${written}\n`), code);
  for (const wrong of ["", "#", written.slice(1), `${written}A`, written.replace(/^./u, "B"), `${written}#`, fromHex("00").toString()]) assert.equal(parseLinkCode(wrong), undefined, wrong);
  for (let i = 0; i < 2_000; i++) {
    const some = randomBytes(1 + (i % 80));
    assert.doesNotThrow(() => parseLinkCode(String.fromCharCode(...some)));
    for (const read of [readReveal, readGrantFields]) assert.throws(() => read(some), { code: "link_tampered" });
  }
  const fields = { v: 1, accountId: "00".repeat(16), loginName: "a", token: "A".repeat(43), vaultKey: "A".repeat(43), recipient: "age1pq1x", browser: "", system: "" };
  const json = (changed: object) => utf8(JSON.stringify({ ...fields, ...changed }));
  assert.equal(readReveal(json({})).recipient, "age1pq1x");
  assert.equal(readGrantFields(json({})).token.length, 32);
  for (const changed of [{ accountId: "00" }, { accountId: 5 }, { token: "A" }, { token: "!" }, { vaultKey: null }, { loginName: "a".repeat(201) }]) assert.throws(() => readGrantFields(json(changed)), { code: "link_tampered" });
  for (const changed of [{ recipient: "age1x" }, { recipient: `age1pq1${"x".repeat(5_000)}` }, { browser: {} }, { system: "x".repeat(61) }]) assert.throws(() => readReveal(json(changed)), { code: "link_tampered" });
});
