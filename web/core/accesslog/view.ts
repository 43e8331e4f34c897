/** From links to what a person reads: who did what, and what of it nobody can explain. */
import { type AccessDevice, type AccessEntry, type AccessWhat, waits } from "../access_api.ts";
import type { DeviceKind, Id } from "../api.ts";
import type { VaultContents } from "../context.ts";
import { middleOf } from "../days_api.ts";
import type { AccessEvent, Link } from "./link.ts";

export interface ViewArgs {
  /** Oldest first. */
  readonly links: readonly Link[];
  readonly vault: Pick<VaultContents, "devices">;
  readonly me: Id;
  readonly trusted: readonly Id[];
  readonly now: number;
}

/** Who logs in needs a while until their device says so. */
const GRACE = 10 * 60_000;
const NO_SESSION = "00".repeat(32);
const WITHOUT_SESSION: ReadonlySet<string> = new Set(["all-ended", "mail-removed"]);
const DAY = 86_400_000;

interface Said {
  readonly device: Id;
  readonly of: DeviceKind;
  readonly at: number;
  readonly first: boolean;
}

/** Newest first. */
export function entriesOf({ links, vault, me, trusted, now }: ViewArgs): readonly AccessEntry[] {
  const said = new Map<Id, Said>();
  const answers = new Map<string, "mine" | "not-mine">();
  const noted = new Set<Id>();
  for (const { events, device, at } of links) {
    for (const event of events) {
      if (event.kind === "begun" || event.kind === "session") said.set(event.session, { device, of: event.of, at, first: event.kind === "session" && event.first === true });
      if (event.kind === "answer") answers.set(event.of, event.mine ? "mine" : "not-mine");
      if (event.kind === "note" && OPENS.has(event.note)) noted.add(event.session);
    }
  }

  const deviceOf = (id: Id, of: DeviceKind): AccessDevice => ({ id, name: vault.devices?.[id]?.name ?? "", kind: vault.devices?.[id]?.kind ?? of, current: id === me });
  const known = (id: Id): boolean => id === me || trusted.includes(id) || leftBefore(id);

  /**
   * One that logged out before this device came, and was of its kind: most likely the
   * same browser, of somebody who logs out whenever they leave. They would be asked
   * each time about all times before; those who were there then asked about it.
   */
  function leftBefore(id: Id): boolean {
    const [mine, theirs] = [me, id].map((device) => [...said.values()].find((each) => each.device === device)?.of);
    const came = links.findIndex(({ device }) => device === me);
    const last = links.findLastIndex(({ device }) => device === id);
    return !vault.devices?.[id] && last < came && mine !== undefined && mine.browser === theirs?.browser && mine.system === theirs.system;
  }

  function entry(link: Link, index: number, event: AccessEvent): AccessEntry | undefined {
    const what = whatOf(event);
    if (!what) return undefined;
    const id = `${link.n}.${index}`;
    const answer = answers.get(id);
    const base = { id, what, newDevice: false, unexpected: false, ...(answer ? { answer } : {}) };
    if (event.kind === "session") {
      if (noted.has(event.session)) return undefined; // Told with its log-in.
      if (event.from && said.get(event.from)?.device === link.device) return undefined; // Told with what it goes on from.
      return { ...base, at: link.at, exact: true, device: deviceOf(link.device, event.of), newDevice: event.first === true, unexpected: !known(link.device) };
    }
    if (event.kind !== "note") {
      const by = [...said.values()].find(({ device }) => device === link.device);
      const theirs = event.kind === "opened" || event.kind === "more" || event.kind === "expired";
      return {
        ...base, at: event.kind === "opened" ? event.at : link.at, exact: true,
        ...(theirs ? {} : { device: deviceOf(link.device, by?.of ?? { browser: "", system: "" }) }),
        unexpected: (event.kind === "exported" || event.kind === "anew") && !known(link.device),
      };
    }
    const who = said.get(event.session);
    const exact = who !== undefined && OPENS.has(event.note);
    const mine = who?.device === me;
    // What no session of the account did is nobody's to explain: the practice did it, or the link in a mail.
    const explained = (event.session === NO_SESSION && WITHOUT_SESSION.has(event.note)) || (who ? known(who.device) && (mine || event.note !== "recovered") : link.at > now - GRACE);
    return {
      ...base, exact, at: exact ? who.at : middleOf(event.day * DAY), newDevice: exact && who.first,
      ...(who ? { device: deviceOf(who.device, who.of) } : {}), unexpected: !explained,
    };
  }

  return links.flatMap((link) => link.events.map((event, i) => entry(link, i, event)).filter((each) => each !== undefined)).reverse();
}

/** Notes with which a session begins. */
export const OPENS: ReadonlySet<string> = new Set(["log-in", "recovered", "linked"]);

function whatOf(event: AccessEvent): AccessWhat | undefined {
  switch (event.kind) {
    case "note": return { kind: event.note };
    case "more": return { kind: "more", count: event.more };
    case "expired": return { kind: "expired", count: event.to - event.from + 1 };
    case "begun": return { kind: "begun" };
    case "session": return { kind: "session" };
    case "opened": return { kind: "opened", part: event.part, by: event.by };
    case "anew": return { kind: "anew" };
    case "exported": return { kind: "exported", what: event.what };
    case "policy": return { kind: "policy", version: event.version };
    case "compared": return { kind: "compared", name: event.name };
    case "answer": return undefined;
  }
}

/** How many a person has to be asked about; and in how many ms that may be otherwise by itself. */
export function openOf(entries: readonly AccessEntry[]): { readonly open: number; readonly settles: number | undefined } {
  const open = entries.filter(waits).length;
  const unsaid = entries.some(({ what, device, unexpected }) => OPENS.has(what.kind) && !device && !unexpected);
  return { open, settles: unsaid ? GRACE : undefined };
}
