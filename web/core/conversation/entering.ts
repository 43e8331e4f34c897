/**
 * Coming into conversations: joining with this device, remembering whose keys
 * were seen, and taking over what the account's history has.
 *
 * What speaks for a hostile server on the way is shown in the conversation as a
 * security event. It stops neither the other conversations nor a later attempt.
 */
import type { Id, Person, SecurityEvent } from "../api.ts";
import { toHex } from "../bytes.ts";
import type { CoreContext } from "../context.ts";
import { hasCode } from "../errors.ts";
import { forgetKeyPackages, loadKeyPackages } from "../keys.ts";
import { members, MlsRefusal } from "../mls.ts";
import { checkpointOf, type Conversation, keepEntry, keepStanding } from "./conversation.ts";
import type { Entry } from "./entry.ts";
import { type Damage, type History, keepCheckpoint, loadCheckpoint, type ReadItem, type StoreWrite } from "./history.ts";
import { joinConversation } from "./join.ts";
import { keepPlace } from "./record.ts";
import { securityCode } from "./records.ts";
import { reserveOf } from "./reserve.ts";

/** Joins a conversation that this device is not yet in. A refusal becomes a security event; other failures reject. */
export async function join(ctx: CoreContext, history: History, conversation: Conversation): Promise<void> {
  try {
    await joinTrusted(ctx, history, conversation);
  } catch (error) {
    const code = alarming(error);
    if (!code) throw error;
    const entry = securityEntry(ctx, conversation.id, conversation.folded().lastSeq, code);
    await ctx.store.put(conversation.addEntries([entry]));
  }
}

async function joinTrusted(ctx: CoreContext, history: History, conversation: Conversation): Promise<void> {
  const { id, parties } = conversation;
  const checkpoint = await loadCheckpoint(ctx, id);
  const known = conversation.known();
  const joined = await joinConversation({
    ctx,
    stream: id,
    accounts: [parties.client, parties.practitioner],
    own: { device: ctx.device, keyPackages: await loadKeyPackages(ctx.store) },
    reserve: reserveOf(ctx),
    checkpoint,
    known: (seq) => known.get(seq),
  });
  const forgotten = ctx.vault.read().forgotten?.[id] ?? 0;
  const staged = history.stage([...joined.entries.filter(({ seq }) => seq > forgotten), checkpointOf(joined.standing)]);
  // In one step with the group they led to: their private halves could read the Welcome again.
  const used = forgetKeyPackages(joined.usedPackages);
  await ctx.store.put([keepStanding(joined.standing), ...conversation.addEntries(joined.entries), ...staged, ...used, keepCheckpoint(id, undefined)]);
  conversation.adopt(joined.standing);
  await conversation.judgeDestroyed(joined.destroyed);
  void history.flush().catch(() => undefined);
}

/** What a failed join says about the server; undefined when it may simply be tried again. */
function alarming(error: unknown): SecurityEvent["code"] | undefined {
  if (hasCode(error, "strangers_in_group")) return "unauthorised-commit";
  if (hasCode(error, "missing_record")) return "missing-record";
  return error instanceof MlsRefusal ? securityCode(error) : undefined;
}

function securityEntry(ctx: CoreContext, stream: Id, seq: number, code: SecurityEvent["code"]): Entry {
  return { kind: "security", stream, seq, at: ctx.now(), code };
}

/** Pins the other side's identity key in the vault when it is first seen. */
export async function rememberPeer(ctx: CoreContext, conversation: Conversation): Promise<void> {
  const group = conversation.group();
  const { me, client, practitioner } = conversation.parties;
  const other = me === client ? practitioner : client;
  const key = group && members(group).find((m) => toHex(m.accountId) === other)?.identityKey;
  if (!key || ctx.vault.read().conversations[conversation.id]) return;
  const peer: Person = conversation.summary().peer;
  await ctx.vault.update((v) => ({
    ...v,
    conversations: { [conversation.id]: { peer, peerIdentityKey: toHex(key), compared: false, readUpTo: 0 }, ...v.conversations },
  }));
  // Whom one meets is looked up in the key log. What does not hold there is said beside everything else.
  void import("../keylog/index.ts").then(({ keylogOf }) => keylogOf(ctx).watch()).catch(() => undefined);
}

/** Takes a page of the account's history; gives what is to be written of it. */
export function takeHistory(ctx: CoreContext, all: ReadonlyMap<Id, Conversation>, items: readonly ReadItem[]): readonly StoreWrite[] {
  const writes: StoreWrite[] = [];
  const entries = new Map<Id, Entry[]>();
  const add = (entry: Entry): void => {
    entries.set(entry.stream, [...(entries.get(entry.stream) ?? []), entry]);
  };
  let near: Id | undefined;
  const damages: { readonly damage: Damage; readonly near: Id | undefined }[] = [];
  for (const item of items) {
    switch (item.kind) {
      case "damaged":
        damages.push({ damage: item, near });
        break;
      case "placed":
        writes.push(keepPlace(item.placed.piece, item.placed.seq));
        break;
      case "checkpoint":
        near = item.stream;
        if (!all.get(item.stream)?.group()) writes.push(keepCheckpoint(item.stream, item));
        break;
      case "payload":
      case "base":
      case "devices":
      case "unreadable":
      case "security":
        near = item.stream;
        add(item);
        break;
      default:
        item satisfies never; // A later version of this program wrote it, and will read it.
    }
  }
  const lastSeq = (stream: Id): number => Math.max(all.get(stream)?.folded().lastSeq ?? 0, ...(entries.get(stream) ?? []).map((e) => e.seq));
  for (const { damage, near: before } of damages) {
    // Which conversation a lost entry was of cannot be known; most likely that of the entry before it.
    const streams = before ?? near ? [before ?? near ?? ""] : Object.keys(ctx.vault.read().conversations);
    for (const stream of streams) add(securityEntry(ctx, stream, lastSeq(stream), damage.code));
  }
  for (const [stream, more] of entries) writes.push(...(all.get(stream)?.addEntries(more) ?? more.map(keepEntry)));
  return writes;
}
