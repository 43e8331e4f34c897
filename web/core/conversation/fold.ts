/**
 * From entries to what a person sees. Pure: the same entries give the same
 * conversation on every device.
 *
 * The rules of who may do what are held here again, whatever the server let
 * through: only the client requests and revokes, only the practitioner accepts,
 * asks back, declines, refers and opens sealed parts.
 */
import type { ConversationState, Id, IntakeView, Notice, SealedPart, TimelineItem } from "../api.ts";
import type { Entry } from "./entry.ts";
import { entryTime } from "./entry.ts";
import type { Body, Payload, UnknownPayload } from "./payload.ts";

export interface Parties {
  readonly me: Id;
  readonly client: Id;
  readonly practitioner: Id;
}

export interface Folded {
  readonly state: ConversationState;
  readonly askedBack: boolean;
  readonly items: readonly TimelineItem[];
  readonly intake: IntakeView | undefined;
  readonly request: Extract<Payload, { type: "request" }> | undefined;
  /** Highest sequence numbers the other side received and read. */
  readonly delivered: number;
  readonly read: number;
  /** What any of this account's devices told the other side. */
  readonly myReceipt: { readonly delivered: number; readonly read: number };
  /** Sequence number of the newest thing the other side said. */
  readonly lastFromPeer: number;
  readonly lastSeq: number;
}

interface Draft {
  state: ConversationState;
  askedBack: boolean;
  request: Folded["request"];
  opened: { part: SealedPart; at: number; reason: string }[];
  revokedAt: number | undefined;
  consentAt: number;
  delivered: number;
  read: number;
  mine: { delivered: number; read: number };
  lastFromPeer: number;
  items: TimelineItem[];
  seen: Set<Id>;
}

const byClient = new Set<Body["type"]>(["request", "revoke-consent"]);
const byPractitioner = new Set<Body["type"]>(["accept", "ask-back", "decline", "refer", "sealed-opened"]);

function mayWrite(type: Body["type"], from: Id, parties: Parties): boolean {
  if (byClient.has(type)) return from === parties.client;
  if (byPractitioner.has(type)) return from === parties.practitioner;
  return from === parties.client || from === parties.practitioner;
}

/** Folds entries, which must be in order of their sequence numbers. */
export function fold(entries: readonly Entry[], parties: Parties): Folded {
  const d: Draft = {
    state: "requested", askedBack: false, request: undefined, opened: [], revokedAt: undefined, consentAt: 0,
    delivered: 0, read: 0, mine: { delivered: 0, read: 0 }, lastFromPeer: 0, items: [], seen: new Set(),
  };
  for (const entry of entries) addEntry(d, entry, parties);
  markDelivery(d);
  return {
    state: d.state, askedBack: d.askedBack, items: d.items, request: d.request, intake: intakeOf(d),
    delivered: d.delivered, read: d.read, myReceipt: d.mine, lastFromPeer: d.lastFromPeer,
    lastSeq: entries.at(-1)?.seq ?? 0,
  };
}

function addEntry(d: Draft, entry: Entry, parties: Parties): void {
  const at = entryTime(entry);
  const place = { id: `${entry.stream}-${entry.seq}`, seq: entry.seq, at };
  switch (entry.kind) {
    case "payload":
      return addPayload(d, entry.payload, entry, parties);
    case "devices":
      for (const [index, account] of entry.added.entries())
        d.items.push({ kind: "notice", ...place, id: `${place.id}-added-${index}`, notice: { type: "device-added", mine: account === parties.me } });
      for (const [index, account] of entry.removed.entries())
        d.items.push({ kind: "notice", ...place, id: `${place.id}-removed-${index}`, notice: { type: "device-removed", mine: account === parties.me } });
      return;
    case "unreadable":
      d.items.push({ kind: "notice", ...place, notice: { type: "unreadable" } });
      return;
    case "security":
      d.items.push({ kind: "security", ...place, id: `${place.id}-security-${entry.code}`, event: { code: entry.code } });
      return;
    default:
      return entry satisfies never;
  }
}

function addPayload(d: Draft, p: Payload | UnknownPayload, entry: Extract<Entry, { kind: "payload" }>, parties: Parties): void {
  const mine = entry.from === parties.me;
  const notice = (n: Notice): void => {
    d.items.push({ kind: "notice", id: p.id, seq: entry.seq, at: p.at, notice: n });
  };
  if (d.seen.has(p.id)) return; // sent twice after a lost answer: said once
  d.seen.add(p.id);
  if ("unknown" in p) return notice({ type: "unknown", payloadType: p.type });
  if (!mayWrite(p.type, entry.from, parties)) {
    d.items.push({ kind: "security", id: p.id, seq: entry.seq, at: p.at, event: { code: "unauthorised-payload" } });
    return;
  }
  if (!mine && p.type !== "receipt") d.lastFromPeer = entry.seq;
  switch (p.type) {
    case "request":
      d.request ??= p;
      d.consentAt ||= p.at;
      notice({ type: "requested" });
      return notice2(d, p, entry.seq, { type: "consent-agreed", version: p.consent.version });
    case "message":
      d.items.push({ kind: "message", id: p.id, seq: entry.seq, at: p.at, mine, text: p.text, delivery: "sent" });
      return;
    case "ask-back":
      d.askedBack = true;
      notice({ type: "asked-back" });
      d.items.push({ kind: "message", id: `${p.id}-text`, seq: entry.seq, at: p.at, mine, text: p.text, delivery: "sent" });
      return;
    case "accept":
      if (d.state === "requested") d.state = "open";
      return notice({ type: "accepted" });
    case "decline":
      if (d.state === "requested") d.state = "declined";
      return notice({ type: "declined", text: p.text });
    case "refer":
      if (d.state === "requested") d.state = "referred";
      return notice({ type: "referred", text: p.text, to: p.to, toName: p.toName });
    case "revoke-consent":
      d.revokedAt = p.at;
      d.state = "ended";
      return notice({ type: "consent-revoked", version: p.version });
    case "sealed-opened":
      d.opened.push({ part: p.part, at: p.at, reason: p.reason });
      return notice({ type: "sealed-opened", part: p.part, reason: p.reason });
    case "receipt":
      return addReceipt(d, p, mine);
    case "end":
      d.state = "ended";
      return notice({ type: "ended", mine });
    case "account-deleted":
      d.state = "ended";
      return notice({ type: "account-deleted" });
    default:
      return p satisfies never;
  }
}

function notice2(d: Draft, p: Payload, seq: number, notice: Notice): void {
  d.items.push({ kind: "notice", id: `${p.id}-${notice.type}`, seq, at: p.at, notice });
}

function addReceipt(d: Draft, p: { readonly delivered: number; readonly read: number }, mine: boolean): void {
  if (mine) {
    d.mine = { delivered: Math.max(d.mine.delivered, p.delivered), read: Math.max(d.mine.read, p.read) };
    return;
  }
  d.delivered = Math.max(d.delivered, p.delivered, p.read);
  d.read = Math.max(d.read, p.read);
}

function markDelivery(d: Draft): void {
  d.items = d.items.map((item) => {
    if (item.kind !== "message" || !item.mine) return item;
    const delivery = item.seq <= d.read ? "read" : item.seq <= d.delivered ? "delivered" : "sent";
    return delivery === item.delivery ? item : { ...item, delivery };
  });
}

function intakeOf(d: Draft): IntakeView | undefined {
  if (!d.request) return undefined;
  const { intake, consent } = d.request;
  return {
    reason: intake.reason,
    region: intake.region,
    sealed: { medical: intake.medical !== undefined, contact: intake.contact !== undefined },
    opened: d.opened,
    consent: { version: consent.version, at: d.consentAt, text: consent, ...(d.revokedAt === undefined ? {} : { revokedAt: d.revokedAt }) },
  };
}
