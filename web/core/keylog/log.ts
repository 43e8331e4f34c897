/**
 * The key log's proofs (docs/protocol.md, "The key log"): the signature of a
 * checkpoint, that a log goes on from an earlier one and has an entry (RFC 6962,
 * verified as RFC 9162 sections 2.1.3.2 and 2.1.4.2 say), and what the map says of a
 * label. Bytes in, bytes or a refusal out; nothing here asks or keeps anything.
 */
import { concatBytes, equalBytes, fromUtf8, sha256, utf8 } from "../bytes.ts";
import { verify } from "../device_credential.ts";
import { CoreError } from "../errors.ts";

/** How many entries a log has, and their hash. */
export interface Tree {
  readonly size: number;
  /** 32 bytes. */
  readonly hash: Uint8Array;
}

export interface Entry {
  readonly label: Uint8Array;
  readonly version: number;
  readonly value: Uint8Array;
  /** Of the map, with this entry in it. */
  readonly root: Uint8Array;
}

/** What the map says of a label, with what proves it. */
export interface LabelProof {
  readonly beside: readonly Uint8Array[];
  /** 0: the label has no leaf. */
  readonly version: number;
  readonly value: Uint8Array;
  readonly otherLabel: Uint8Array;
  readonly otherCommitment: Uint8Array;
}

/** What was answered is not proved by what the log signed. */
const refuse = (): never => {
  throw new CoreError("keylog_proof");
};

// ---- checkpoints (C2SP signed-note, tlog-checkpoint, tlog-cosignature) --------

const ED25519 = 1;
const COSIGNATURE = 4;

function readText(bytes: Uint8Array): string {
  try {
    return fromUtf8(bytes);
  } catch {
    return refuse();
  }
}

/** Of each content one form only: `atob` passes over white space, and bits at the end that mean nothing. */
export function fromBase64(text: string): Uint8Array {
  try {
    const raw = atob(text);
    return btoa(raw) === text ? Uint8Array.from(raw, (c) => c.charCodeAt(0)) : refuse();
  } catch {
    return refuse();
  }
}

interface VerifierKey {
  readonly name: string;
  readonly id: Uint8Array;
  readonly publicKey: Uint8Array;
}

/** A key: "<name>+<hash>+<base64 of the algorithm and the public key>". */
function readKey(key: string, algorithm: typeof ED25519 | typeof COSIGNATURE): VerifierKey {
  const [name = "", hash = "", ...encoded] = key.split("+");
  const raw = fromBase64(encoded.join("+"));
  const id = sha256(utf8(`${name}\n`), raw).subarray(0, 4);
  if (name === "" || raw.length !== 33 || raw[0] !== algorithm || !/^[0-9a-f]{8}$/u.test(hash)) return refuse();
  if (!equalBytes(id, Uint8Array.from({ length: 4 }, (_, i) => Number.parseInt(hash.slice(2 * i, 2 * i + 2), 16)))) return refuse();
  return { name, id, publicKey: raw.subarray(1) };
}

/** A note's text, and the signatures under it that say they are by a key, without its id. */
function openNote(signed: Uint8Array, { name, id }: VerifierKey): { readonly body: string; readonly signatures: readonly Uint8Array[] } {
  const text = readText(signed);
  const split = text.lastIndexOf("\n\n");
  if (split < 0 || !text.endsWith("\n")) return refuse();
  const signatures = text.slice(split + 2, -1).split("\n").flatMap((line) => {
    const [dash, by, encoded = "", ...more] = line.split(" ");
    if (dash !== "—" || by !== name || more.length > 0) return [];
    const raw = fromBase64(encoded);
    return equalBytes(raw.subarray(0, 4), id) ? [raw.subarray(4)] : [];
  });
  return { body: text.slice(0, split + 1), signatures };
}

/** The tree that a checkpoint tells of, if the log's key signed it. */
export function openCheckpoint(signed: Uint8Array, logKey: string): Tree {
  const key = readKey(logKey, ED25519);
  const { name, publicKey } = key;
  const { body, signatures } = openNote(signed, key);
  const signedByLog = signatures.some((signature) => verify(publicKey, utf8(body), signature));
  const [origin, size = "", hash = ""] = body.split("\n");
  const tree = { size: Number(size), hash: fromBase64(hash) };
  if (!signedByLog || origin !== name || !/^(0|[1-9][0-9]{0,14})$/u.test(size) || tree.hash.length !== 32) return refuse();
  return tree;
}

/** When a witness cosigned a checkpoint, s since 1970; undefined where it did not. */
export function cosignedAt(signed: Uint8Array, witnessKey: string): number | undefined {
  if (signed.length === 0) return undefined;
  const key = readKey(witnessKey, COSIGNATURE);
  const { body, signatures } = openNote(signed, key);
  for (const stamped of signatures) {
    if (stamped.length !== 8 + 64) continue;
    const time = Number(new DataView(stamped.buffer, stamped.byteOffset).getBigUint64(0));
    if (verify(key.publicKey, utf8(`cosignature/v1\ntime ${time}\n${body}`), stamped.subarray(8))) return time;
  }
  return undefined;
}

export function isWitnessKey(text: string): boolean {
  try {
    return readKey(text, COSIGNATURE).publicKey.length === 32;
  } catch {
    return false;
  }
}

// ---- the log (RFC 6962) ------------------------------------------------------

const leafHash = (entry: Uint8Array): Uint8Array => sha256(Uint8Array.of(0), entry);
const nodeHash = (left: Uint8Array, right: Uint8Array): Uint8Array => sha256(Uint8Array.of(1), left, right);

/** Numbers are of up to 53 bits here, so no bit operators: they cut at 32. */
const odd = (n: number): boolean => n % 2 === 1;
const half = (n: number): number => Math.floor(n / 2);

/** The root of a tree over these leaves (RFC 6962 section 2.1); of none the hash of nothing. */
export function treeHash(leaves: readonly Uint8Array[]): Uint8Array {
  const [first] = leaves;
  if (!first) return sha256();
  if (leaves.length === 1) return leafHash(first);
  const left = 2 ** (Math.ceil(Math.log2(leaves.length)) - 1);
  return nodeHash(treeHash(leaves.slice(0, left)), treeHash(leaves.slice(left)));
}

/** Refuses unless the entry is the newest of the tree. */
export function checkNewest({ size, hash }: Tree, entry: Uint8Array, proof: readonly Uint8Array[]): void {
  let [at, last, found] = [size - 1, size - 1, leafHash(entry)];
  for (const beside of proof) {
    if (last === 0 || beside.length !== 32) return refuse();
    if (odd(at) || at === last) {
      found = nodeHash(beside, found);
      while (!odd(at) && at > 0) [at, last] = [half(at), half(last)];
    } else {
      found = nodeHash(found, beside);
    }
    [at, last] = [half(at), half(last)];
  }
  if (last !== 0 || !equalBytes(found, hash)) return refuse();
}

/** Refuses unless the earlier tree is the beginning of the later one. */
export function checkConsistency(earlier: Tree, later: Tree, proof: readonly Uint8Array[]): void {
  if (earlier.size > later.size || proof.some((each) => each.length !== 32)) return refuse();
  if (earlier.size === later.size || earlier.size === 0) {
    if (proof.length > 0 || (earlier.size === later.size && !equalBytes(earlier.hash, later.hash))) return refuse();
    return;
  }
  let [from, last] = [earlier.size - 1, later.size - 1];
  while (odd(from)) [from, last] = [half(from), half(last)];
  // A full subtree is a node of the later tree itself, and not said again.
  const [first, ...rest] = from === 0 ? [earlier.hash, ...proof] : proof;
  if (!first) return refuse();
  let [was, is] = [first, first];
  for (const beside of rest) {
    if (last === 0) return refuse();
    if (odd(from) || from === last) {
      [was, is] = [nodeHash(beside, was), nodeHash(beside, is)];
      while (!odd(from) && from > 0) [from, last] = [half(from), half(last)];
    } else {
      is = nodeHash(is, beside);
    }
    [from, last] = [half(from), half(last)];
  }
  if (last !== 0 || !equalBytes(was, earlier.hash) || !equalBytes(is, later.hash)) return refuse();
}

// ---- entries and the map -----------------------------------------------------

/** kind (1) || label (32) || version (4) || value (32) || root (32) */
const ENTRY_LENGTH = 101;

export function readEntry(bytes: Uint8Array): Entry {
  if (bytes.length !== ENTRY_LENGTH) return refuse();
  const version = new DataView(bytes.buffer, bytes.byteOffset).getUint32(33);
  return { label: bytes.slice(1, 33), version, value: bytes.slice(37, 69), root: bytes.slice(69) };
}

const CONTENT_LENGTH = 33;
const NOTHING = new Uint8Array(CONTENT_LENGTH);
const tagged = (tag: 1 | 2, hash: Uint8Array): Uint8Array => concatBytes(Uint8Array.of(tag), hash);
const bit = (label: Uint8Array, depth: number): number => ((label[depth >> 3] ?? 0) >> (7 - (depth & 7))) & 1;

export function uint32(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}

const leafOf = (label: Uint8Array, commitment: Uint8Array): Uint8Array => tagged(1, sha256(label, commitment));

/** What a leaf says of its label: its version and value. */
export const commitmentOf = (version: number, value: Uint8Array): Uint8Array => sha256(utf8("alcove/v1/keylog/leaf"), uint32(version), value);

/** Refuses unless the map with this root says that of the label. */
export function checkLabel(root: Uint8Array, label: Uint8Array, proof: LabelProof): void {
  const { beside, version, value, otherLabel, otherCommitment } = proof;
  if (beside.length > 256 || (version > 0 && (value.length !== 32 || otherLabel.length > 0))) return refuse();
  let at = NOTHING as Uint8Array;
  if (version > 0) at = leafOf(label, commitmentOf(version, value));
  else if (otherLabel.length > 0) {
    const onPath = otherLabel.length === 32 && otherCommitment.length === 32 && !equalBytes(otherLabel, label)
      && beside.every((_, depth) => bit(otherLabel, depth) === bit(label, depth));
    if (!onPath) return refuse();
    at = leafOf(otherLabel, otherCommitment);
  }
  for (let depth = beside.length - 1; depth >= 0; depth--) {
    const next = beside[depth] ?? NOTHING;
    const tag = next[0] ?? 0;
    if (next.length !== CONTENT_LENGTH || tag > 2 || (tag === 0 && !equalBytes(next, NOTHING))) return refuse();
    at = tagged(2, bit(label, depth) === 0 ? sha256(at, next) : sha256(next, at));
  }
  if (!equalBytes(at.subarray(1), root)) return refuse();
}
