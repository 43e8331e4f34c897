/**
 * The access log of an account: a chain of signed links (link.ts) in the account's own
 * history, written by its devices, of what the server noted (notes.ts) and of what only
 * devices know (chain.ts is how one device follows it). The vault says which link is the
 * last.
 *
 * A device keeps the links that it verified, and goes on from there. What it saw cannot
 * vanish without its saying so: a vault with an earlier link than it saw, a link that is
 * missing, was altered or follows another one, a link in this device's name that it did
 * not write, and a log-in of its own that the server did not note. Whoever has the
 * passphrase can write links as well, and so can hide from a device that was never told;
 * not from one that was.
 *
 * Loaded by itself once somebody is in; nothing waits for it.
 */
import type { AccessAlarm, AccessView } from "../access_api.ts";
import { ACCESS_WAITING } from "../access_key.ts";
import type { DeviceKind, Id } from "../api.ts";
import { equalBytes, fromUtf8, toHex, utf8 } from "../bytes.ts";
import type { CoreContext } from "../context.ts";
import { CoreError } from "../errors.ts";
import { RecordKind } from "../gen/alcove/v1/stream_pb.ts";
import { createHistoryStream } from "../history_stream.ts";
import { turns } from "../in_turn.ts";
import { createChain, json, NONE, type State, WINDOW } from "./chain.ts";
import { type AccessEvent, type Link, linkKey, makeLink } from "./link.ts";
import { lastNote, notesAfter } from "./notes.ts";
import { entriesOf, openOf, OPENS } from "./view.ts";

export interface AccessArgs {
  readonly kind: DeviceKind;
  /** SHA-256 of each token that the session had, hex: with the first it began, the last is the present one. */
  readonly sessions: () => readonly Id[];
  /** The person logged in since this core started. */
  readonly loggedIn: () => boolean;
  /** Openings of this account's intake cards that are known here. */
  readonly openings: () => Promise<readonly Opening[]>;
}
export type Opening = Extract<AccessEvent, { readonly kind: "opened" }>;

export interface AccessLog {
  /** Takes what is new into the log, verifies what others wrote, and tells how it stands. */
  watch(): Promise<void>;
  /** Has something stand in the log, by and by. */
  note(event: AccessEvent): Promise<void>;
  view(): Promise<AccessView>;
  earlier(): Promise<AccessView>;
  answer(id: string, mine: boolean): Promise<AccessView>;
  accept(): Promise<AccessView>;
  stop(): void;
}

const ALARM = "access/alarm";
const ATTEMPTS = 8;

const isAlarm = (code: string): code is AccessAlarm => code.startsWith("access_");

export function createAccessLog(ctx: CoreContext, { kind, sessions, loggedIn, openings }: AccessArgs): AccessLog {
  const me = toHex(ctx.device.deviceId);
  const chain = createChain(ctx);
  const { state, links } = chain;
  const turn = turns();
  let order = 0;
  let stopped = false;
  let rechecking: ReturnType<typeof setTimeout> | undefined;

  async function alarm(): Promise<AccessAlarm | undefined> {
    const kept = await ctx.store.get(ALARM);
    return kept && (fromUtf8(kept) as AccessAlarm);
  }

  // ---- writing -------------------------------------------------------------

  /** What is to be in the log and is not yet. `accepted`: a person goes on without what the server kept back. */
  async function wanted(now: State, known: readonly Link[], accepted: boolean): Promise<{ readonly events: readonly AccessEvent[]; readonly taken: number; readonly done: readonly string[]; readonly opened: Readonly<Record<Id, number>> }> {
    const [own = "", ...later] = sessions();
    const said = known.flatMap(({ events }) => events);
    const events: AccessEvent[] = [];
    const { events: noted, last, counted } = await notesAfter(ctx, now.taken, now.n === 0 ? 0 : now.at, accepted);
    // A session begins once: who is told so again is told of another one's log-in by it.
    const begins = (event: AccessEvent): readonly Id[] => (event.kind === "note" && OPENS.has(event.note) ? [event.session] : []);
    const before = new Set(said.flatMap(begins));
    for (const id of noted.flatMap(begins)) {
      if (before.has(id) && !accepted) throw new CoreError("access_broken");
      before.add(id);
    }
    // What lies before the beginning is not the log's (docs/protocol.md).
    if (now.n === 0) events.push({ kind: "begun", session: own, of: kind });
    else events.push(...noted);
    for (const [number, more] of counted) if (now.n > 0 && (now.more[number] ?? 0) < more) events.push({ kind: "more", number, more });
    const declared = (id: Id): boolean => said.some((event) => (event.kind === "begun" || event.kind === "session") && event.session === id);
    if (now.n > 0 && !declared(own)) {
      const isNoted = [...said, ...noted].some((event) => event.kind === "note" && event.session === own);
      if (loggedIn() && !accepted && !isNoted && counted.size === 0) throw new CoreError("access_unnoted");
      const wasHere = known.some(({ device }) => device === me) || ctx.vault.read().devices?.[me]?.confirmed === true;
      events.push({ kind: "session", session: own, of: kind, ...(wasHere ? {} : { first: true }) });
    }
    events.push(...later.filter((id) => !declared(id)).map((id) => ({ kind: "session", session: id, of: kind, from: own }) as const));
    const until = ctx.vault.read().access?.opened ?? {};
    const seen = (await openings()).filter(({ stream, at }) => at > (until[stream] ?? 0));
    const opened: Record<Id, number> = { ...until };
    for (const { stream, at } of seen) opened[stream] = Math.max(at, opened[stream] ?? 0);
    const waiting = await ctx.store.list(ACCESS_WAITING);
    events.push(...seen, ...waiting.map(([, value]) => JSON.parse(fromUtf8(value)) as AccessEvent));
    return { events, taken: last, done: waiting.map(([name]) => name), opened };
  }

  /** Writes one link behind the last. Answers the state after it, whoever was first. */
  async function append(now: State, { events, taken, done, opened }: Awaited<ReturnType<typeof wanted>>): Promise<{ readonly next: State; readonly written: boolean }> {
    const vault = ctx.vault.read();
    const { link, ciphertext } = await makeLink(ctx.accountId, vault, {
      v: 1, n: now.n + 1, before: now.hash, places: now.places, at: ctx.now(), device: me, taken, events,
    });
    await chain.mine([link]);
    const record = { kind: RecordKind.MESSAGE, epoch: 0n, idempotencyKey: await linkKey(vault, link.n), ciphertext };
    const { seqs } = await ctx.transport.stream.append({ streamId: chain.streamId, records: [record] });
    const seq = Number(seqs[0] ?? 0n);
    const there = await chain.linkAt(seq);
    const written = equalBytes(there.ciphertext, ciphertext);
    const first = written ? link : there.link;
    if (first?.n !== now.n + 1 || first.before !== now.hash) throw new CoreError("access_broken");
    await chain.refuseForeign(first);
    await ctx.vault.update((v) => {
      if ((v.access?.n ?? 0) >= first.n) return v;
      return { ...v, access: { n: first.n, hash: first.hash, seq, opened: { ...v.access?.opened, ...(written ? opened : {}) } } };
    });
    if (written) await ctx.store.put(done.map((name) => [name, undefined] as const));
    return { written, next: await chain.keep(now, [first], seq) };
  }

  async function take(accepted = false): Promise<void> {
    let now = await trusting(await chain.follow(await state()));
    // A steward has no other use of a history.
    if (now.n === 0 && ctx.vault.read().role === "steward") await createHistoryStream(ctx.transport, ctx.accountId, ctx.vault.read());
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const wants = await wanted(now, await links(), accepted);
      if (wants.events.length === 0) return;
      const { next, written } = await append(now, wants);
      now = next;
      if (written) return;
    }
  }

  /** Remembers whom the person said to know: a device that is gone cannot be asked about any more. */
  async function trusting(now: State): Promise<State> {
    const known = Object.entries(ctx.vault.read().devices ?? {}).filter(([, { confirmed }]) => confirmed).map(([id]) => id);
    const trusted = [...new Set([...now.trusted, ...known, me])];
    if (trusted.length === now.trusted.length) return now;
    const next = { ...now, trusted };
    await chain.put([], next);
    return next;
  }

  // ---- telling -------------------------------------------------------------

  async function viewed(): Promise<AccessView> {
    const known = await links();
    const now = (await state()) ?? NONE;
    const said = await alarm();
    const first = known[0]?.n ?? 1;
    return { entries: entriesOf({ links: known, vault: ctx.vault.read(), me, trusted: now.trusted, now: ctx.now() }), earlier: first > 1, ...(said ? { alarm: said } : {}) };
  }

  async function tell(): Promise<AccessView> {
    const view = await viewed();
    const { open, settles } = openOf(view.entries);
    ctx.emit({ type: "access", open, ...(view.alarm ? { alarm: view.alarm } : {}) });
    // Who is just coming in has a while to say so.
    clearTimeout(rechecking);
    if (settles !== undefined && !stopped) rechecking = setTimeout(() => void tell().catch(() => undefined), settles);
    return view;
  }

  /** What another device accepted needs no answer here any more; that somebody signed for this one, or a note was kept back, does. */
  async function settled(): Promise<void> {
    const [said, before] = [await alarm(), await state()];
    if ((said === "access_older" || said === "access_broken") && before && (await chain.begunAnew(before))) await ctx.store.put([[ALARM, undefined]]);
  }

  /** One at a time; what does not hold is kept and told, and nothing is taken until somebody accepts it. */
  function guarded(work: () => Promise<void>): Promise<AccessView> {
    return turn(async () => {
      await settled().catch(() => undefined);
      if (!(await alarm())) await attempt(work);
      return tell();
    });
  }

  async function attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      const code = error instanceof CoreError ? error.code : "";
      if (!isAlarm(code)) throw error;
      await ctx.store.put([[ALARM, utf8(code)]]);
      await settled().catch(() => undefined);
      if (!(await alarm())) await work().catch(() => undefined);
    }
  }

  async function put(event: AccessEvent): Promise<void> {
    await ctx.store.put([[`${ACCESS_WAITING}${ctx.now().toString().padStart(15, "0")}-${(order++).toString().padStart(4, "0")}`, json(event)]]);
  }

  return {
    async watch() {
      await guarded(take);
    },
    async note(event) {
      await put(event);
      await guarded(take);
    },
    view: () => guarded(take).catch(viewed),
    earlier: () => turn(async () => {
      const [oldest] = await links();
      if (!oldest || oldest.n <= 1) return viewed();
      const seq = oldest.places[0] ?? 0;
      const found = await chain.walk({ n: oldest.n - 1, hash: oldest.before, seq }, Math.max(1, oldest.n - WINDOW));
      await chain.put(found);
      return viewed();
    }),
    async answer(id, mine) {
      const entry = (await viewed()).entries.find((each) => each.id === id);
      if (!entry) throw new CoreError("not_allowed");
      const { device } = entry;
      if (mine && device && !device.current) {
        await ctx.vault.update((v) => {
          const kept = v.devices?.[device.id];
          return kept && !kept.confirmed ? { ...v, devices: { ...v.devices, [device.id]: { ...kept, confirmed: true } } } : v;
        });
      }
      await put({ kind: "answer", of: id, mine });
      return guarded(take).catch(viewed);
    },
    stop() {
      stopped = true;
      clearTimeout(rechecking);
    },
    accept: () => turn(async () => {
      const head = ctx.vault.read().access;
      const [old, known] = [(await state()) ?? NONE, await links()];
      const found = head ? await chain.reach(head, Math.max(1, head.n - WINDOW + 1)) : [];
      const first = found.at(-1)?.n ?? head?.n ?? 1;
      const shown = new Set(found.map(({ hash }) => hash));
      // Links of a chain that is not gone on with would stand beside those that are.
      const gone = known.filter(({ n }) => n >= first);
      const lost = gone.map(({ hash }) => hash).filter((hash) => !shown.has(hash)).reverse().slice(0, WINDOW);
      await chain.drop(gone);
      await chain.mine(found.filter(({ device }) => device === me));
      const last = await lastNote(ctx);
      const next: State = head
        ? { ...old, n: head.n, hash: head.hash, places: [head.seq], taken: Math.min(last, found[0]?.taken ?? last), at: ctx.now(), more: {} }
        : { ...NONE, trusted: old.trusted };
      await chain.put(found, next);
      await ctx.store.put([[ALARM, undefined]]);
      await put({ kind: "anew", lost });
      await attempt(() => take(true));
      return tell();
    }),
  };
}
