/**
 * What this account has seen of the key log: the newest checkpoint that it verified.
 * It lies in the vault, for all devices of the account, and on the device, where it is
 * newer. Whatever the server answers has to go on from both.
 */
import { fromHex, fromUtf8, toHex, utf8 } from "../bytes.ts";
import type { CoreContext, VaultKeylog } from "../context.ts";
import { CoreError } from "../errors.ts";
import type { LookUpResponse } from "../gen/alcove/v1/keylog_pb.ts";
import { directoryValue, DIRECTORY_LABEL, type ListedFields } from "./labels.ts";
import { checkConsistency, checkLabel, checkNewest, type LabelProof, openCheckpoint, readEntry, type Tree } from "./log.ts";
import { checkWitnesses, forgetWitnesses } from "./witness.ts";

/** A checkpoint as it is kept, and the key that signed it. */
export interface Seen extends VaultKeylog {}

/** What was asked, proved to be what the log says. */
export interface Told {
  /** As they were asked for; version 0: the log knows nothing of it. */
  readonly labels: readonly Pick<LabelProof, "version" | "value">[];
  /** Who is listed as a practitioner, if that was asked. */
  readonly directory: readonly ListedFields[];
}

const KEPT = "keylog/seen";
const DAY = 86_400_000;

export async function loadSeen(ctx: CoreContext): Promise<readonly Seen[]> {
  const kept = await ctx.store.get(KEPT);
  const shared = ctx.vault.read().keylog;
  return [...(kept ? [JSON.parse(fromUtf8(kept)) as Seen] : []), ...(shared ? [shared] : [])];
}

/** Keeps it on the device; in the vault, which every device then fetches, once a day. */
async function keepSeen(ctx: CoreContext, key: string, { size, hash }: Tree, held: readonly string[] | undefined): Promise<void> {
  const witnesses = held && { witnesses: held };
  const seen: Seen = { key, size, hash: toHex(hash), day: Math.floor(ctx.now() / DAY), ...witnesses };
  await ctx.store.put([[KEPT, utf8(JSON.stringify(seen))]]);
  const shared = ctx.vault.read().keylog;
  if (!shared || shared.day < seen.day) {
    await ctx.vault.update((v) => (v.keylog && v.keylog.size >= size ? { ...v, keylog: { ...v.keylog, day: seen.day, ...witnesses } } : { ...v, keylog: seen }));
  }
}

/** Begins anew with whatever the server shows next. */
export async function forgetSeen(ctx: CoreContext): Promise<void> {
  await ctx.store.put([[KEPT, undefined]]);
  await forgetWitnesses(ctx);
  await ctx.vault.update(({ keylog: _forgotten, ...v }) => v);
}

/** Asks the log, and verifies what it answers against what was seen before. Rejects with "keylog_…" where it does not hold. */
export async function ask(ctx: CoreContext, labels: readonly Uint8Array[], directory = false): Promise<Told> {
  const before = await loadSeen(ctx);
  const known = before.filter(({ size }) => size > 0);
  const service = await ctx.transport.keylog();
  const answer = await service.lookUp({ labels: [...labels], known: known.map(({ size }) => BigInt(size)), directory });
  const rehearsed = isRehearsal(ctx.transport.host, answer.key);
  if (!rehearsed && before.some(({ key }) => key !== answer.key)) throw new CoreError("keylog_key");
  const tree = openCheckpoint(answer.checkpoint, answer.key);
  if (!rehearsed) known.forEach((seen, i) => checkFollows(seen, tree, answer.known[i]?.hashes ?? []));
  const root = mapRoot(tree, answer);
  const told = { labels: labels.map((label, i) => provedLabel(root, label, answer.labels[i])), directory: directory ? provedDirectory(root, answer) : [] };
  if (!rehearsed) await keepSeen(ctx, answer.key, tree, await checkWitnesses(ctx, answer, tree));
  return told;
}

/**
 * A drill's log, on a copy of the practice that the steward's own machine serves to
 * itself: it has a key and a name of its own, and nothing of it is compared or kept.
 * Elsewhere than on this machine such a name counts for nothing.
 */
const isRehearsal = (host: string, key: string): boolean => host === "localhost" && key.startsWith("drill.localhost:");

function checkFollows(seen: Seen, now: Tree, proof: readonly Uint8Array[]): void {
  if (now.size < seen.size) throw new CoreError("keylog_older");
  try {
    checkConsistency({ size: seen.size, hash: fromHex(seen.hash) }, now, proof);
  } catch {
    throw new CoreError("keylog_forked");
  }
}

/** That of the newest entry; of an empty log zeros. */
function mapRoot(tree: Tree, { newest, newestProof }: LookUpResponse): Uint8Array {
  if (tree.size === 0) return new Uint8Array(32);
  checkNewest(tree, newest, newestProof);
  return readEntry(newest).root;
}

function provedLabel(root: Uint8Array, label: Uint8Array, proof: LabelProof | undefined): LabelProof {
  if (!proof) throw new CoreError("keylog_proof");
  checkLabel(root, label, proof);
  return proof;
}

function provedDirectory(root: Uint8Array, { directory, directoryProof }: LookUpResponse): readonly ListedFields[] {
  const { version, value } = provedLabel(root, DIRECTORY_LABEL, directoryProof);
  const holds = version === 0 ? directory.length === 0 : compare(directoryValue(directory), value);
  if (!holds) throw new CoreError("keylog_proof");
  return directory;
}

const compare = (a: Uint8Array, b: Uint8Array): boolean => toHex(a) === toHex(b);
