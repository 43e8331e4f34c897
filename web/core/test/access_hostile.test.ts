/**
 * A server that keeps back what it noted, goes back to an earlier log, tells two devices
 * two stories, alters, repeats or lays something in: each is found by the devices'
 * own software, and said by its code until a person accepts it, on one of them.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { create } from "@bufbuild/protobuf";
import type { AccessAlarm, AccessNoteKind, AccessView } from "../access_api.ts";
import { type AccessLog, createAccessLog } from "../accesslog/index.ts";
import { linkKey, makeLink } from "../accesslog/link.ts";
import type { Id } from "../api.ts";
import { fromHex, randomBytes, toHex, utf8 } from "../bytes.ts";
import type { CoreContext, DeviceStore, Transport, VaultContents } from "../context.ts";
import { AccessNoteSchema, GetNotesResponseSchema } from "../gen/alcove/v1/access_pb.ts";
import { type Record as WireRecord, RecordKind } from "../gen/alcove/v1/stream_pb.ts";
import { ensureDevice } from "../keys.ts";
import { sealTo } from "../sealed.ts";
import { createMemoryStore } from "../storage.ts";
import { createParty } from "./people.ts";
import { createServerDouble, type ServerDouble } from "./server_double.ts";

const KIND = { browser: "firefox", system: "android" } as const;
interface Note { readonly number: number; readonly sealed: Uint8Array }

/** All that a server has of an account's log. */
interface Held {
  readonly streams: ServerDouble;
  readonly vault: VaultContents;
  readonly notes: readonly Note[];
}
interface Browser {
  readonly log: AccessLog;
  readonly id: Id;
  readonly session: Id;
  readonly store: DeviceStore;
  /** What of the server this browser is shown. */
  at: { held: Held };
  /** How its notes are shown to it. */
  notes: (all: readonly Note[]) => readonly Note[];
  records: (all: readonly WireRecord[]) => readonly WireRecord[];
}

async function scene() {
  const streams = createServerDouble();
  const fern = await createParty(streams, "client", "Fern");
  const account = fromHex(fern.accountId);
  const clock = { later: 0 };
  const server = { held: { streams, vault: fern.vault.read(), notes: [] } as Held };

  /** The server as it is now, for a life of its own. */
  function copy({ held }: { readonly held: Held }): { held: Held } {
    const other = createServerDouble();
    for (const [id, kept] of held.streams.streams) other.streams.set(id, { ...kept, stream: { ...kept.stream }, records: kept.records.map((record) => ({ ...record })) });
    return { held: { ...held, streams: other } };
  }

  async function noted(kind: AccessNoteKind, session: Id, by = server): Promise<void> {
    const sealed = await sealTo(by.held.vault.sealingRecipient, utf8(JSON.stringify({ kind, day: Math.floor(Date.now() / 86_400_000), session })));
    by.held = { ...by.held, notes: [...by.held.notes, { number: by.held.notes.length + 1, sealed }] };
  }

  /** A browser of the account; `logsIn`: it is noted, as it says. */
  async function browser({ logsIn = true, confirmed = true, store = createMemoryStore() }: { readonly logsIn?: boolean; readonly confirmed?: boolean; readonly store?: DeviceStore } = {}): Promise<Browser> {
    const session = toHex(randomBytes(32));
    if (logsIn && server.held.vault.access) await noted("log-in", session);
    const device = await ensureDevice(store, account, server.held.vault);
    const id = toHex(device.deviceId);
    const here: Omit<Browser, "log"> = { id, session, store, at: server, notes: (all) => all, records: (all) => all };
    const change = (vault: VaultContents): VaultContents => (here.at.held = { ...here.at.held, vault }).vault;
    change({ ...server.held.vault, devices: { ...server.held.vault.devices, [id]: { name: "", kind: KIND, session, addedAt: 0, seenAt: 0, confirmed } as never } });
    const transport = new Proxy({} as Transport, { get(_, name) {
      if (name === "client") return () => ({ getNotes: async ({ after }: { after: bigint }) => answerOf(here.notes(here.at.held.notes), Number(after)) });
      const real = here.at.held.streams.transport(account);
      if (name !== "stream") return real[name as keyof Transport];
      return { ...real.stream, read: async (request: Parameters<typeof real.stream.read>[0]) => {
        const answer = await real.stream.read(request);
        return { ...answer, records: here.records(answer.records) };
      } };
    } });
    const ctx: CoreContext = {
      transport, store, device, accountId: account, emit: () => undefined, now: () => Date.now() + clock.later,
      vault: { read: () => here.at.held.vault, update: async (by) => change(by(here.at.held.vault)), refresh: async () => here.at.held.vault },
    };
    return Object.assign(here, { log: createAccessLog(ctx, { kind: KIND, sessions: () => [session], loggedIn: () => logsIn, openings: async () => [] }) });
  }
  return { server, account, clock, copy, noted, browser };
}

function answerOf(notes: readonly Note[], after: number) {
  return create(GetNotesResponseSchema, {
    last: BigInt(Math.max(0, ...notes.map(({ number }) => number))),
    notes: notes.filter(({ number }) => number > after).map(({ number, sealed }) => create(AccessNoteSchema, { number: BigInt(number), sealed })),
  });
}

const kinds = ({ entries }: AccessView): readonly string[] => entries.map(({ what }) => what.kind);
async function alarmed({ log }: Browser, code: AccessAlarm): Promise<void> {
  assert.equal((await log.view()).alarm, code);
  assert.equal((await log.view()).alarm, code, "it stays said");
}
async function unharmed(...browsers: readonly Browser[]): Promise<void> {
  for (const { log } of browsers) assert.equal((await log.view()).alarm, undefined);
}

/** A phone and a desk, whose log has five links. */
async function household() {
  const all = await scene();
  const phone = await all.browser({ logsIn: false });
  await phone.log.watch();
  const desk = await all.browser();
  await desk.log.watch();
  for (const what of ["conversation", "record"] as const) await phone.log.note({ kind: "exported", what });
  await desk.log.note({ kind: "policy", version: 2 });
  return { ...all, phone, desk };
}

test("an honest server is believed: both devices tell the same, whoever wrote it", async () => {
  const { phone, desk, browser } = await household();
  await unharmed(phone, desk);
  assert.deepEqual(kinds(await phone.log.view()), ["policy", "exported", "exported", "log-in", "begun"]);
  assert.deepEqual(kinds(await desk.log.view()), kinds(await phone.log.view()));
  const third = await browser();
  assert.deepEqual(kinds(await third.log.view()), ["log-in", "policy", "exported", "exported", "log-in", "begun"]);
});

test("what no session of the account did is asked about, unless only others can do it", async () => {
  const { phone, clock, noted } = await household();
  const nobody = "00".repeat(32);
  for (const kind of ["all-ended", "mail-removed", "log-in", "mail"] as const) await noted(kind, nobody);
  await phone.log.watch();
  clock.later = 11 * 60_000;
  const asked = (await phone.log.view()).entries.filter(({ unexpected }) => unexpected).map(({ what }) => what.kind);
  assert.deepEqual(asked, ["mail", "log-in"]);
});

test("two devices that write at once write one chain", async () => {
  const { phone, desk } = await household();
  await Promise.all([phone.log.note({ kind: "policy", version: 3 }), desk.log.note({ kind: "policy", version: 4 })]);
  await unharmed(phone, desk);
  assert.deepEqual(kinds(await phone.log.view()), kinds(await desk.log.view()));
  assert.equal(kinds(await phone.log.view()).filter((kind) => kind === "policy").length, 3);
});

test("a note that is kept back is missed: in between, at the end, and of one's own log-in", async () => {
  const { phone, desk, noted, browser } = await household();
  await noted("passphrase", desk.session);
  await noted("recovery-code", desk.session);
  phone.notes = (all) => all.filter(({ number }) => number !== 2);
  await alarmed(phone, "access_broken");
  assert.deepEqual(kinds(await phone.log.accept()).slice(0, 4), ["anew", "recovery-code", "expired", "policy"]);
  await unharmed(phone);

  await desk.log.watch();
  await unharmed(desk); // it has the whole of it
  desk.notes = (all) => all.slice(0, -1);
  await alarmed(desk, "access_older");

  const third = await browser();
  third.notes = (all) => all.slice(0, -1);
  await alarmed(third, "access_unnoted");
  assert.equal((await third.log.accept()).alarm, undefined);
  await unharmed(third);
});

test("a note that is repeated, under its number or another one, is found", async () => {
  const { phone, desk, noted, server } = await household();
  const [login] = server.held.notes;
  await noted("push", desk.session);
  phone.notes = (all) => [...all, { number: all.length, sealed: login!.sealed }];
  await alarmed(phone, "access_broken");
  desk.notes = (all) => [...all, { number: all.length + 1, sealed: login!.sealed }];
  await alarmed(desk, "access_broken");
});

test("a server that goes back to an earlier log is found by who saw the later one", async () => {
  const { server, copy, phone, desk } = await household();
  const earlier = copy(server);
  await phone.log.note({ kind: "policy", version: 5 });
  await desk.log.watch();
  phone.at = desk.at = earlier;
  await alarmed(phone, "access_older");
  await alarmed(desk, "access_older");
});

test("a link that was altered, taken out or put elsewhere is found by a device that follows the chain", async () => {
  const { phone, browser } = await household();
  const changes: readonly ((records: readonly WireRecord[]) => readonly WireRecord[])[] = [
    (records) => records.map((record) => (record.seq === 3n ? { ...record, ciphertext: record.ciphertext.map((byte, i) => (i === 40 ? byte ^ 1 : byte)) } : record)),
    (records) => records.filter(({ seq }) => seq !== 3n),
    (records) => records.map((record) => (record.seq === 3n ? { ...record, ciphertext: new Uint8Array() } : record)),
  ];
  for (const change of changes) {
    const fresh = await browser();
    fresh.records = change;
    await alarmed(fresh, "access_broken");
  }
  const fresh = await browser();
  const kept = new Map<bigint, Uint8Array>();
  fresh.records = (records) => {
    for (const { seq, ciphertext } of records) kept.set(seq, ciphertext);
    return records.map((record) => (record.seq === 3n ? { ...record, ciphertext: kept.get(2n) ?? new Uint8Array(64) } : record));
  };
  await alarmed(fresh, "access_broken");
  await unharmed(phone);
});

test("two stories for two devices are found as soon as one hears the other's", async () => {
  const { server, copy, phone, desk } = await household();
  desk.at = copy(server);
  await phone.log.note({ kind: "exported", what: "held" });
  await desk.log.note({ kind: "policy", version: 9 });
  await desk.log.note({ kind: "policy", version: 10 });
  await unharmed(phone, desk); // each by itself cannot know
  const stories = [phone.at, desk.at];
  [phone.at, desk.at] = [stories[1]!, stories[0]!];
  await alarmed(phone, "access_broken");
  await alarmed(desk, "access_older");
});

test("a link in this device's name that it did not write is found, whoever has the keys", async () => {
  const { server, account, phone, desk } = await household();
  const { vault, streams } = server.held;
  const last = vault.access!;
  const { link, ciphertext } = await makeLink(account, vault, {
    v: 1, n: last.n + 1, before: last.hash, places: [last.seq], at: Date.now(), device: phone.id, taken: server.held.notes.length,
    events: [{ kind: "answer", of: "2.0", mine: true }],
  });
  const { seqs } = await streams.transport(account).stream.append({
    streamId: fromHex(vault.historyStream), records: [{ kind: RecordKind.MESSAGE, epoch: 0n, idempotencyKey: await linkKey(vault, link.n), ciphertext }],
  } as never);
  server.held = { ...server.held, vault: { ...vault, access: { n: link.n, hash: link.hash, seq: Number(seqs[0]) } } };
  await alarmed(phone, "access_foreign");
  await unharmed(desk); // to the others it is as good as any
});

test("what a person accepts on one device is accepted on those that know it, and shown; a stranger's word is not", async () => {
  const { server, copy, phone, desk, browser } = await household();
  const earlier = copy(server);
  await phone.log.note({ kind: "policy", version: 5 });
  await desk.log.watch();
  phone.at = desk.at = earlier;
  await alarmed(phone, "access_older");
  await alarmed(desk, "access_older");
  assert.equal((await phone.log.accept()).alarm, undefined);
  assert.equal(kinds(await phone.log.view())[0], "anew");
  await unharmed(desk);
  assert.deepEqual(kinds(await desk.log.view()), kinds(await phone.log.view()));
  await desk.log.note({ kind: "policy", version: 6 });
  await unharmed(phone, desk);

  // A browser that was never said to be the person's begins anew, and is not followed.
  server.held = phone.at.held;
  phone.at = desk.at = server;
  const before = copy(server);
  const stranger = await browser({ confirmed: false });
  await stranger.log.watch();
  await phone.log.watch();
  await desk.log.watch();
  stranger.at = phone.at = before;
  await alarmed(stranger, "access_older");
  assert.equal((await stranger.log.accept()).alarm, undefined);
  await alarmed(phone, "access_broken");
  await phone.log.accept();
  await unharmed(phone);
});
