/**
 * A key log as internal/keylog makes it, small enough to be made anew for each
 * answer, and to be forked, set back and lied in by a hostile server.
 */
import { create, type MessageInitShape } from "@bufbuild/protobuf";
import { compareBytes, concatBytes, equalBytes, fromUtf8, sha256, toHex, utf8 } from "../bytes.ts";
import { generateSigningKey, sign } from "../device_credential.ts";
import { type LookUpResponse, LookUpResponseSchema } from "../gen/alcove/v1/keylog_pb.ts";
import type { Profile } from "../gen/alcove/v1/practice_pb.ts";
import { accountLabel, accountValue, DIRECTORY_LABEL, directoryValue, type ListedFields } from "../keylog/labels.ts";
import { commitmentOf, uint32 } from "../keylog/log.ts";

interface Leaf { readonly label: Uint8Array; readonly version: number; readonly value: Uint8Array }
type Node = { readonly leaf: Leaf } | { readonly left: Node | undefined; readonly right: Node | undefined };

export interface KeylogDouble {
  readonly entries: Uint8Array[];
  readonly labels: Map<string, Leaf>;
  readonly key: string;
  /** Enters something, or what an account has, or whom everybody is told of. */
  set(kind: number, label: Uint8Array, value: Uint8Array): void;
  enter(profile: Profile): void;
  list(all: readonly ListedFields[]): void;
  listed(): readonly ListedFields[];
  answer(request: { readonly labels?: readonly Uint8Array[]; readonly known?: readonly bigint[]; readonly directory?: boolean }): LookUpResponse;
  /** Has witnesses cosign the log as it is now; later answers carry that. */
  cosign(by: readonly WitnessDouble[], time: number): void;
  /** The same log with a life of its own from now on. */
  fork(): KeylogDouble;
}

/** A witness (C2SP tlog-cosignature). */
export interface WitnessDouble {
  readonly key: string;
  cosign(checkpoint: Uint8Array, time: number): Uint8Array;
}

export function createWitnessDouble(name: string): WitnessDouble {
  const pair = generateSigningKey();
  const raw = concatBytes(Uint8Array.of(4), pair.publicKey);
  const id = sha256(utf8(`${name}\n`), raw).slice(0, 4);
  return {
    key: `${name}+${toHex(id)}+${toBase64(raw)}`,
    cosign(checkpoint, time) {
      const text = fromUtf8(checkpoint);
      const signature = sign(pair.privateKey, utf8(`cosignature/v1\ntime ${time}\n${text.slice(0, text.indexOf("\n\n") + 1)}`));
      const stamp = new Uint8Array(8);
      new DataView(stamp.buffer).setBigUint64(0, BigInt(time));
      return concatBytes(checkpoint, utf8(`— ${name} ${toBase64(concatBytes(id, stamp, signature))}\n`));
    },
  };
}

const ORIGIN = "double.example.org/log";
const toBase64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));
const bit = (label: Uint8Array, depth: number): number => ((label[depth >> 3] ?? 0) >> (7 - (depth & 7))) & 1;

function prefixTree(leaves: readonly Leaf[], depth = 0): Node | undefined {
  const [first] = leaves;
  if (!first || leaves.length === 1) return first && { leaf: first };
  return { left: prefixTree(leaves.filter(({ label }) => bit(label, depth) === 0), depth + 1), right: prefixTree(leaves.filter(({ label }) => bit(label, depth) === 1), depth + 1) };
}

function content(node: Node | undefined): Uint8Array {
  if (!node) return new Uint8Array(33);
  if ("leaf" in node) return concatBytes(Uint8Array.of(1), sha256(node.leaf.label, commitmentOf(node.leaf.version, node.leaf.value)));
  return concatBytes(Uint8Array.of(2), sha256(content(node.left), content(node.right)));
}

function proveLabel(root: Node | undefined, label: Uint8Array) {
  const beside: Uint8Array[] = [];
  let at = root;
  while (at && !("leaf" in at)) {
    const left = bit(label, beside.length) === 0;
    beside.push(content(left ? at.right : at.left));
    at = left ? at.left : at.right;
  }
  if (!at) return { beside };
  const { version, value, label: found } = at.leaf;
  return equalBytes(found, label) ? { beside, version, value } : { beside, otherLabel: found, otherCommitment: commitmentOf(version, value) };
}

/** RFC 6962, section 2.1. */
const split = (n: number): number => 2 ** Math.ceil(Math.log2(n) - 1);
function treeHash(entries: readonly Uint8Array[]): Uint8Array {
  const [first] = entries;
  if (!first) return sha256();
  if (entries.length === 1) return sha256(Uint8Array.of(0), first);
  const k = split(entries.length);
  return sha256(Uint8Array.of(1), treeHash(entries.slice(0, k)), treeHash(entries.slice(k)));
}
function path(at: number, entries: readonly Uint8Array[]): Uint8Array[] {
  if (entries.length <= 1) return [];
  const k = split(entries.length);
  return at < k ? [...path(at, entries.slice(0, k)), treeHash(entries.slice(k))] : [...path(at - k, entries.slice(k)), treeHash(entries.slice(0, k))];
}
function consistency(size: number, entries: readonly Uint8Array[], whole = true): Uint8Array[] {
  if (size === entries.length) return whole ? [] : [treeHash(entries)];
  const k = split(entries.length);
  return size <= k
    ? [...consistency(size, entries.slice(0, k), whole), treeHash(entries.slice(k))]
    : [...consistency(size - k, entries.slice(k), false), treeHash(entries.slice(0, k))];
}

export function createKeylogDouble(pair = generateSigningKey(), entries: Uint8Array[] = [], labels = new Map<string, Leaf>(), listed: readonly ListedFields[] = []): KeylogDouble {
  const raw = concatBytes(Uint8Array.of(1), pair.publicKey);
  const id = sha256(utf8(`${ORIGIN}\n`), raw).slice(0, 4);
  let told = listed;
  let witnessed = { checkpoint: new Uint8Array() as Uint8Array, size: 0, by: [] as readonly string[] };

  function checkpoint(): Uint8Array {
    const body = `${ORIGIN}\n${entries.length}\n${toBase64(treeHash(entries))}\n`;
    return utf8(`${body}\n— ${ORIGIN} ${toBase64(concatBytes(id, sign(pair.privateKey, utf8(body))))}\n`);
  }

  const double: KeylogDouble = {
    entries, labels, key: `${ORIGIN}+${toHex(id)}+${toBase64(raw)}`,
    set(kind, label, value) {
      const version = (labels.get(toHex(label))?.version ?? 0) + 1;
      labels.set(toHex(label), { label, version, value });
      const root = content(prefixTree([...labels.values()])).slice(1);
      entries.push(concatBytes(Uint8Array.of(kind), label, uint32(version), value, root));
    },
    enter({ accountId, identityKey, sealingRecipient }) {
      const label = accountLabel(accountId);
      if (!labels.has(toHex(label))) double.set(1, label, accountValue(identityKey, sealingRecipient));
    },
    list(all) {
      told = all;
      const value = directoryValue(all);
      if (!equalBytes(labels.get(toHex(DIRECTORY_LABEL))?.value ?? new Uint8Array(), value)) double.set(2, DIRECTORY_LABEL, value);
    },
    listed: () => told,
    cosign(by, time) {
      witnessed = { checkpoint: by.reduce((signed, witness) => witness.cosign(signed, time), checkpoint()), size: entries.length, by: by.map(({ key }) => key) };
    },
    answer({ labels: asked = [], known = [], directory = false }) {
      const map = prefixTree([...labels.values()]);
      const size = entries.length;
      const answer: MessageInitShape<typeof LookUpResponseSchema> = {
        key: double.key, checkpoint: checkpoint(),
        ...(size > 0 ? { newest: entries[size - 1]!, newestProof: path(size - 1, entries) } : {}),
        labels: asked.map((label) => proveLabel(map, label)),
        known: known.map((each) => ({ hashes: each > 0n && each < size ? consistency(Number(each), entries) : [] })),
        witnesses: [...witnessed.by], witnessed: witnessed.checkpoint,
        witnessedProof: { hashes: witnessed.size > 0 && witnessed.size < size ? consistency(witnessed.size, entries) : [] },
        ...(directory ? { directory: [...told].sort((a, b) => compareBytes(a.accountId, b.accountId)), directoryProof: proveLabel(map, DIRECTORY_LABEL) } : {}),
      };
      return create(LookUpResponseSchema, answer);
    },
    fork: () => createKeylogDouble(pair, [...entries], new Map(labels), told),
  };
  return double;
}
