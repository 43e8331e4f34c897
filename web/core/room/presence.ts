/**
 * Who is here and who is writing, as far as they want it seen: signals
 * (../signals.ts), which are kept nowhere. Any member could make one up in
 * another's name, and nothing follows from one.
 */
import type { Id } from "../api.ts";
import { fromHex } from "../bytes.ts";
import type { Group } from "../mls.ts";
import { isFields, isId } from "../shape.ts";
import { openSignal, sealSignal } from "../signals.ts";
import type { House } from "./house.ts";

const TYPING_EVERY = 4_000;
const TYPING_FOR = 7_000;
const HERE_EVERY = 60_000;
const HERE_FOR = 150_000;
/** So that not everybody answers at once who asks who is here. */
const ANSWER_WITHIN = 3_000;

interface Seen {
  readonly typing: Map<Id, number>;
  readonly here: Map<Id, number>;
}

export interface Presence {
  /** A signal came. */
  heard(id: Id, ciphertext: Uint8Array): Promise<void>;
  /** How many others are writing. */
  typing(id: Id): number;
  /** Who says that they are here. */
  here(id: Id): readonly Id[];
  /** This account is writing. */
  write(id: Id): Promise<void>;
  /** A room comes onto the screen, or goes from it. */
  show(id: Id, on: boolean): Promise<void>;
  /** This account wants to be seen from now on, or not any more. */
  appear(id: Id, on: boolean): Promise<void>;
  stop(): void;
}

export function createPresence({ ctx, find, kept }: Pick<House, "ctx" | "find" | "kept">, changed: (id: Id) => void): Presence {
  const rooms = new Map<Id, Seen>();
  const shown = new Map<Id, ReturnType<typeof setInterval>>();
  const timers = new Set<ReturnType<typeof setTimeout>>();
  const typed = new Map<Id, number>();

  function of(id: Id): Seen {
    const seen = rooms.get(id) ?? { typing: new Map<Id, number>(), here: new Map<Id, number>() };
    rooms.set(id, seen);
    return seen;
  }

  function later(work: () => void, after: number): void {
    const timer = setTimeout(() => {
      timers.delete(timer);
      work();
    }, after);
    timers.add(timer);
  }

  function note(id: Id, kind: keyof Seen, who: Id, lasts: number): void {
    of(id)[kind].set(who, ctx.now() + lasts);
    changed(id);
    later(() => changed(id), lasts + 50);
  }

  const still = (times: ReadonlyMap<Id, number>): readonly Id[] => [...times].filter(([, until]) => until > ctx.now()).map(([who]) => who);

  async function signal(id: Id, type: "typing" | "here" | "gone", asks = false): Promise<void> {
    const room = find(id);
    const group: Group | undefined = room.group();
    if (!group) return;
    const ciphertext = await sealSignal(group, id, { type, from: room.me, ...(asks ? { asks } : {}) });
    await ctx.transport.stream.signal({ streamId: fromHex(id), ciphertext }).catch(() => undefined);
  }

  /** Only who wants to be seen says so. */
  function sayHere(id: Id, asks: boolean): void {
    if (shown.has(id) && kept(id).present) void signal(id, "here", asks).catch(() => undefined);
  }

  return {
    async heard(id, ciphertext) {
      const room = find(id);
      const group = room.group();
      const told = group && (await openSignal(group, id, ciphertext));
      if (!isFields(told) || !isId(told["from"]) || told["from"] === room.me || !room.folded().people.has(told["from"])) return;
      const { type, from, asks } = told;
      if (type === "typing") note(id, "typing", from, TYPING_FOR);
      if (type === "gone") {
        of(id).here.delete(from);
        changed(id);
      }
      if (type !== "here") return;
      note(id, "here", from, HERE_FOR);
      if (asks === true) later(() => sayHere(id, false), Math.random() * ANSWER_WITHIN);
    },
    typing: (id) => still(of(id).typing).length,
    here: (id) => still(of(id).here),
    async write(id) {
      if (!ctx.vault.read().settings.typingShown || ctx.now() - (typed.get(id) ?? 0) < TYPING_EVERY) return;
      typed.set(id, ctx.now());
      await signal(id, "typing");
    },
    async show(id, on) {
      clearInterval(shown.get(id));
      if (on) {
        shown.set(id, setInterval(() => sayHere(id, false), HERE_EVERY));
        sayHere(id, true);
      } else if (shown.delete(id) && kept(id).present) await signal(id, "gone");
    },
    async appear(id, on) {
      if (on) sayHere(id, true);
      else if (shown.has(id)) await signal(id, "gone");
    },
    stop() {
      for (const timer of shown.values()) clearInterval(timer);
      for (const timer of timers) clearTimeout(timer);
    },
  };
}
