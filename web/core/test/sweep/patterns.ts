/**
 * In which shapes markers are looked for: as in the leak test (leak_search.ts), as
 * the bytes of an address, and as plain hashes of what few are possible of, so that
 * a hash hides nothing: addresses, names, codes.
 */
import { createHash } from "node:crypto";
import type { Pattern } from "../leak_finder.ts";
import { base64Middle, needlesOf, shapesOf } from "../leak_search.ts";
import { nameHash, parseLoginName } from "../../pseudonym.ts";
import type { KindId } from "./kinds.ts";
import type { Marker } from "./markers.ts";

export interface Planted extends Pattern {
  readonly kind: KindId;
}

const HASHES = ["md5", "sha1", "sha224", "sha256", "sha384", "sha512", "sha3-256", "blake2s256", "blake2b512"] as const;
/** So much of a hash, in bytes, is not there by chance, and is found where it was cut. */
const OF_A_HASH = 9;

/** Bytes that are not text: as they are, hexadecimal, base64. */
function shapesOfBytes(bytes: Buffer): readonly (readonly [string, Buffer, boolean])[] {
  return [
    ["raw", bytes, false], ["hex", Buffer.from(bytes.toString("hex")), true],
    ...[0, 1, 2].flatMap((before) => {
      const middle = base64Middle(bytes, before);
      return [middle, middle.replaceAll("+", "-").replaceAll("/", "_")].map((text): readonly [string, Buffer, boolean] => [`base64, ${before} before`, Buffer.from(text), false]);
    }),
  ];
}

function hashed(kind: KindId, text: string, bytes: Buffer, of: string): readonly Planted[] {
  return HASHES.flatMap((name) => {
    const hash = createHash(name).update(bytes).digest().subarray(0, OF_A_HASH);
    return shapesOfBytes(hash).map(([shape, value, loose]) => ({ kind, text, encoding: `${name} of ${of}, ${shape}`, shape: value, loose }));
  });
}

/** The four bytes of an IPv4 address; undefined for what is none. */
function addressBytes(text: string): Buffer | undefined {
  const parts = /^(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(text)?.slice(1).map(Number);
  return parts && Buffer.from(parts);
}

/** ::ffff:a.b.c.d, as Go and many databases have every address. */
const mapped = (four: Buffer): Buffer => Buffer.concat([Buffer.alloc(10), Buffer.from([0xff, 0xff]), four]);

function ofAddress(text: string): readonly Planted[] {
  const [address = "", port] = text.split(":");
  const four = addressBytes(address);
  if (!four) return [];
  if (port) return hashed("addresses", text, Buffer.from(text), "address and port");
  return [
    // As a whole address of 16 bytes, backwards as netip has it, and with the port's family before it.
    { kind: "addresses", text, encoding: "::ffff: and its bytes", shape: mapped(four).subarray(8), loose: false },
    { kind: "addresses", text, encoding: "its bytes backwards and ::ffff:", shape: Buffer.from(mapped(four)).reverse().subarray(0, 8), loose: false },
    ...hashed("addresses", text, four, "its bytes"), ...hashed("addresses", text, mapped(four), "its 16 bytes"),
  ];
}

/** Of these there are so few that a plain hash of one tells it. */
const GUESSABLE: ReadonlySet<KindId> = new Set(["names", "passphrases", "recoveryCodes", "mail", "push", "addresses", "agents", "roomNames"]);

/** Base64url of 32 bytes: looked for as those bytes, too. */
function secretBytes(text: string): Buffer | undefined {
  return /^[A-Za-z0-9_-]{43}$/.test(text) ? Buffer.from(text, "base64url") : undefined;
}

/** How the client asks for a login name; what the server stores instead is keyed. */
function asAskedFor(text: string): readonly Planted[] {
  const hash = Buffer.from(nameHash(parseLoginName(text)?.pseudonym ?? text)).subarray(0, 16);
  return shapesOfBytes(hash).map(([shape, value, loose]) => ({ kind: "nameHashes", text, encoding: `its hash as it is asked for, ${shape}`, shape: value, loose }));
}

export function patternsOf({ kind, text }: Marker): readonly Planted[] {
  const needles = kind === "addresses" ? [text] : needlesOf(text);
  const secret = secretBytes(text);
  return [
    ...needles.flatMap(shapesOf).map((pattern) => ({ ...pattern, kind })),
    ...(GUESSABLE.has(kind) ? [...new Set([text, text.toLowerCase()])].flatMap((each) => hashed(kind, text, Buffer.from(each), "it")) : []),
    ...(kind === "addresses" ? ofAddress(text) : []),
    ...(kind === "names" ? asAskedFor(text) : []),
    ...(secret ? shapesOfBytes(secret).map(([shape, value, loose]) => ({ kind, text, encoding: `its bytes, ${shape}`, shape: value, loose })) : []),
  ];
}
