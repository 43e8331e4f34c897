/** Ballots: RFC 9474's vectors through the code that takes and verifies them, keys that are refused, and what a signature is good for. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { mock, test } from "node:test";
import { RSABSSA } from "@cloudflare/blindrsa-ts";
import { concatBytes, equalBytes, fromHex, randomBytes, toBase64url, toHex } from "../bytes.ts";
import { drawBallot, finishBallot, leafOf, readBallotKey, signAnswer, verifyAnswer, verifyBallot } from "../survey/ballot.ts";

interface Vector { readonly name: string; readonly n: string; readonly e: string; readonly d: string; readonly msg: string; readonly msg_prefix: string; readonly salt: string; readonly inv: string; readonly blinded_msg: string; readonly blind_sig: string; readonly sig: string }
const { vectors } = JSON.parse(readFileSync("web/core/test/rfc9474.json", "utf8")) as { readonly vectors: readonly Vector[] };
const vector = vectors.find(({ name }) => name === "RSABSSA-SHA384-PSS-Randomized")!;
const bytes = (hex: string, length?: number): Uint8Array => {
  const bare = hex.replace(/^0x/u, "");
  return fromHex(length ? bare.padStart(2 * length, "0") : bare.length % 2 ? `0${bare}` : bare);
};
const N = BigInt(vector.n);

/** By the extended algorithm of Euclid. */
function inverse(value: bigint, modulus: bigint): bigint {
  let [a, b, x, y] = [value % modulus, modulus, 1n, 0n];
  while (b > 0n) [a, b, x, y] = [b, a % b, y, x - (a / b) * y];
  return ((x % modulus) + modulus) % modulus;
}

async function spki(n: Uint8Array, e = Uint8Array.of(1, 0, 1)): Promise<Uint8Array> {
  const jwk = { kty: "RSA", n: toBase64url(n), e: toBase64url(e), alg: "PS384", ext: true };
  const key = await crypto.subtle.importKey("jwk", jwk, { name: "RSA-PSS", hash: "SHA-384" }, true, ["verify"]);
  return new Uint8Array(await crypto.subtle.exportKey("spki", key));
}

test("RFC 9474, Appendix A.1: finalize and verify", async () => {
  const key = await readBallotKey(await spki(bytes(vector.n, 512)));
  assert(key);
  const message = concatBytes(bytes(vector.msg_prefix), bytes(vector.msg));
  const library = RSABSSA.SHA384.PSS.Randomized();
  // The vector's message is no key of 32 bytes, so it goes through the library as it is.
  assert.equal(toHex(await library.finalize(key, message, bytes(vector.blind_sig, 512), bytes(vector.inv, 512))), toHex(bytes(vector.sig, 512)));
  assert(await library.verify(key, bytes(vector.sig, 512), message));
  await assert.rejects(library.finalize(key, message, bytes(vector.blinded_msg, 512), bytes(vector.inv, 512)));
});

test("RFC 9474, Appendix A.1: blind", async () => {
  const key = await readBallotKey(await spki(bytes(vector.n, 512)));
  assert(key);
  const random = [bytes(vector.salt), bytes(inverse(BigInt(vector.inv), N).toString(16), 512)];
  const drawn = mock.method(crypto, "getRandomValues", (into: Uint8Array) => {
    into.set(random.shift()!);
    return into;
  });
  try {
    const { blindedMsg, inv } = await RSABSSA.SHA384.PSS.Randomized().blind(key, concatBytes(bytes(vector.msg_prefix), bytes(vector.msg)));
    assert.deepEqual([toHex(blindedMsg), toHex(inv)], [toHex(bytes(vector.blinded_msg, 512)), toHex(bytes(vector.inv, 512))]);
  } finally {
    drawn.mock.restore();
  }
});

async function server(bits = 2048, e = Uint8Array.of(1, 0, 1)): Promise<{ readonly der: Uint8Array; sign(blinded: Uint8Array): Promise<Uint8Array> }> {
  const pair = await RSABSSA.SHA384.generateKey({ modulusLength: bits, publicExponent: e });
  return {
    der: new Uint8Array(await crypto.subtle.exportKey("spki", pair.publicKey)),
    sign: (blinded) => RSABSSA.SHA384.PSS.Randomized().blindSign(pair.privateKey, blinded),
  };
}

test("a ballot is signed unseen, and good for one key of one survey", async () => {
  const [asked, other] = await Promise.all([server(), server()]);
  const [key, otherKey] = await Promise.all([readBallotKey(asked.der), readBallotKey(other.der)]);
  assert(key && otherKey);
  const drawn = await drawBallot(key);
  const blindSignature = await asked.sign(drawn.blinded);
  const signature = await finishBallot(key, drawn, blindSignature);
  const ballot = { publicKey: drawn.key.publicKey, randomizer: drawn.randomizer, signature };
  assert(await verifyBallot(key, ballot));
  // Nothing that the server saw is in what it gets later.
  for (const seen of [drawn.blinded, blindSignature]) for (const later of [ballot.publicKey, ballot.randomizer, signature]) assert(!equalBytes(seen, later));
  assert(!(await verifyBallot(otherKey, ballot)));
  assert(!(await verifyBallot(key, { ...ballot, publicKey: randomBytes(32) })));
  assert(!(await verifyBallot(key, { ...ballot, randomizer: new Uint8Array(32) })));
  assert(!(await verifyBallot(key, { ...ballot, signature: signature.slice(1) })));
  await assert.rejects(finishBallot(key, drawn, await other.sign(drawn.blinded).catch(() => new Uint8Array(256))));

  const [survey, sealed] = [randomBytes(16), randomBytes(300)];
  const signed = signAnswer(drawn.key.privateKey, survey, sealed);
  assert(verifyAnswer(ballot.publicKey, survey, sealed, signed));
  assert(!verifyAnswer(ballot.publicKey, randomBytes(16), sealed, signed));
  assert(!verifyAnswer(ballot.publicKey, survey, randomBytes(300), signed));
  assert(!equalBytes(leafOf(survey, ballot.publicKey, sealed), leafOf(survey, ballot.publicKey, randomBytes(300))));
});

test("keys that are none for ballots are refused", async () => {
  const elliptic = await crypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, true, ["sign", "verify"]);
  const refused = [
    new Uint8Array(), randomBytes(300), (await server(1024)).der, (await server(2048, Uint8Array.of(3))).der,
    new Uint8Array(await crypto.subtle.exportKey("spki", elliptic.publicKey)),
    await spki(concatBytes(Uint8Array.of(0xc0), randomBytes(512), Uint8Array.of(1))),
  ];
  for (const der of refused) assert.equal(await readBallotKey(der), undefined);
});
