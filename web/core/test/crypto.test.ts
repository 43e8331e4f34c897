/** The ground floor: bytes, padding, keys, credentials, sealing, safety numbers, proof of work. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { compareBytes, concatBytes, equalBytes, fromBase64url, fromHex, randomBytes, sha256, toBase64url, toHex, utf8 } from "../bytes.ts";
import { accountIdOf, CREDENTIAL_LENGTH, generateSigningKey, makeCredential, readCredential, sign, verify } from "../device_credential.ts";
import { hkdfSha256, hmacSha256, openAesGcm, SEAL_OVERHEAD, sealAesGcm, UnsealError } from "../kdf.ts";
import { bucketFor, LARGEST_BUCKET, pad, PaddingError, unpad } from "../padding.ts";
import { leadingZeroBits, solveProofOfWork, verifyProofOfWork } from "../proof_of_work.ts";
import { safetyNumber } from "../safety_number.ts";
import { generateSealingKey, openSealed, SealedError, sealTo, signRecipient, verifyRecipient } from "../sealed.ts";

test("hex and base64url there and back, and nothing else is taken", () => {
  for (const length of [0, 1, 2, 3, 31, 32, 70_000]) {
    const bytes = length > 65_536 ? new Uint8Array(length).fill(0xfb) : randomBytes(length);
    assert.ok(equalBytes(fromHex(toHex(bytes)), bytes));
    assert.ok(equalBytes(fromBase64url(toBase64url(bytes)), bytes));
    assert.equal(toBase64url(bytes), Buffer.from(bytes).toString("base64url"));
  }
  for (const text of ["0", "0g", " 00", "０0"]) assert.throws(() => fromHex(text), RangeError);
  for (const text of ["a", "a+b=", "ab c", "ä"]) assert.throws(() => fromBase64url(text), RangeError);
  assert.ok(compareBytes(utf8("a"), utf8("ab")) < 0 && compareBytes(utf8("b"), utf8("ab")) > 0 && compareBytes(utf8("a"), utf8("a")) === 0);
  assert.ok(!equalBytes(utf8("a"), utf8("ab")) && !equalBytes(utf8("a"), utf8("b")));
});

test("padding fills buckets and comes off again", () => {
  for (const [length, bucket] of [[0, 256], [255, 256], [256, 512], [511, 512], [65_535, 65_536], [65_536, 131_072]] as const) {
    assert.equal(bucketFor(length), bucket);
    const content = new Uint8Array(length).fill(length % 2 ? 0 : 0x80);
    assert.equal(pad(content).length, bucket);
    assert.ok(equalBytes(unpad(pad(content)), content));
  }
  assert.throws(() => bucketFor(LARGEST_BUCKET), RangeError);
  const oversized = new Uint8Array(512);
  oversized[3] = 0x80;
  for (const bad of [new Uint8Array(), new Uint8Array(256), new Uint8Array(256).fill(1), Uint8Array.of(0x80), oversized, pad(utf8("x")).slice(1)]) {
    assert.throws(() => unpad(bad), PaddingError);
  }
});

test("HKDF and HMAC agree with RFC 5869 and RFC 4231", async () => {
  // RFC 5869 A.3: SHA-256 with no salt and no info.
  assert.equal(toHex(await hkdfSha256(new Uint8Array(22).fill(0x0b), "", 42)), "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8");
  // RFC 4231, test case 2.
  assert.equal(toHex(await hmacSha256(utf8("Jefe"), utf8("what do ya want for nothing?"))), "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
});

test("a sealed box opens with its key and purpose alone, and only unaltered", async () => {
  const [key, aad] = [randomBytes(32), utf8("alcove/v1/vault")];
  const sealed = await sealAesGcm(key, utf8("secret"), aad);
  assert.equal(sealed.length, 6 + SEAL_OVERHEAD);
  assert.deepEqual(await openAesGcm(key, sealed, aad), utf8("secret"));
  assert.notDeepEqual(await sealAesGcm(key, utf8("secret"), aad), sealed);
  await assert.rejects(openAesGcm(randomBytes(32), sealed, aad), UnsealError);
  await assert.rejects(openAesGcm(key, sealed, utf8("alcove/v1/history")), UnsealError);
  await assert.rejects(openAesGcm(key, sealed.slice(0, 20), aad), UnsealError);
  for (const at of [0, 12, sealed.length - 1]) {
    const altered = sealed.slice();
    altered[at] = (altered[at] ?? 0) ^ 1;
    await assert.rejects(openAesGcm(key, altered, aad), UnsealError);
  }
});

test("a credential proves the account of a key, and no altered one does", () => {
  const [identity, device, other] = [generateSigningKey(), generateSigningKey(), generateSigningKey()];
  const deviceId = randomBytes(16);
  const credential = makeCredential(identity, deviceId, device.publicKey);
  assert.equal(credential.length, CREDENTIAL_LENGTH);
  assert.deepEqual(readCredential(credential, device.publicKey), { accountId: accountIdOf(identity.publicKey), deviceId, identityKey: identity.publicKey });
  assert.equal(readCredential(credential, other.publicKey), undefined);
  assert.equal(readCredential(credential.slice(1), device.publicKey), undefined);
  for (let at = 0; at < credential.length; at += 4) {
    const altered = credential.slice();
    altered[at] = (altered[at] ?? 0) ^ 0x10;
    assert.equal(readCredential(altered, device.publicKey), undefined, `byte ${at}`);
  }
  const stolenId = concatBytes(credential.slice(0, 1), accountIdOf(other.publicKey), makeCredential(identity, deviceId, device.publicKey).slice(17));
  assert.equal(readCredential(stolenId, device.publicKey), undefined);
});

test("signatures are RFC 8032's, and keys of small order prove nothing", () => {
  const seed = fromHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
  const publicKey = fromHex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
  const signature = sign(seed, new Uint8Array());
  assert.equal(toHex(signature), "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b");
  assert.ok(verify(publicKey, new Uint8Array(), signature));
  assert.ok(!verify(publicKey, utf8("x"), signature));
  const identityPoint = new Uint8Array(32);
  identityPoint[0] = 1;
  assert.ok(!verify(identityPoint, utf8("anything"), concatBytes(identityPoint, new Uint8Array(32))));
  assert.ok(!verify(new Uint8Array(3), utf8("x"), signature));
});

test("a sealed item opens for whom it was sealed, and its size tells little", async () => {
  const [mine, theirs] = [await generateSealingKey(), await generateSealingKey()];
  assert.match(mine.recipient, /^age1pq1/);
  assert.match(mine.identity, /^AGE-SECRET-KEY-PQ-1/);
  const sealed = await sealTo(mine.recipient, utf8("asthma"));
  assert.equal(new TextDecoder().decode(sealed.slice(0, 21)), "age-encryption.org/v1");
  assert.equal(new TextDecoder().decode(await openSealed(mine.identity, sealed)), "asthma");
  assert.equal((await sealTo(mine.recipient, new Uint8Array(200))).length, sealed.length);
  await assert.rejects(openSealed(theirs.identity, sealed), SealedError);
  await assert.rejects(openSealed(mine.identity, sealed.slice(0, -1)), SealedError);
  await assert.rejects(openSealed(mine.identity, utf8("no age file")), SealedError);
  await assert.rejects(sealTo("age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p", utf8("x")), RangeError);
});

test("a recipient is an account's own when its identity key signed it", () => {
  const [account, other] = [generateSigningKey(), generateSigningKey()];
  const signature = signRecipient(account.privateKey, "age1pq1example");
  assert.ok(verifyRecipient(account.publicKey, "age1pq1example", signature));
  assert.ok(!verifyRecipient(account.publicKey, "age1pq1another", signature));
  assert.ok(!verifyRecipient(other.publicKey, "age1pq1example", signature));
});

test("both sides see one safety number, and another when a key changes", async () => {
  const [one, other, third] = [1, 2, 3].map((n) => new Uint8Array(32).fill(n));
  assert.ok(one && other && third);
  const number = await safetyNumber(one, other);
  assert.deepEqual(await safetyNumber(other, one), number);
  assert.equal(number.digits.length, 12);
  for (const group of number.digits) assert.match(group, /^\d{5}$/);
  assert.equal(number.words.length, 8);
  assert.ok(number.words.every((word) => word.length >= 3));
  assert.match(number.qr, /^ALCOVE-SN1:[0-9A-F]{64}$/);
  const pairs = [one, other].map((key) => concatBytes(accountIdOf(key), key)).sort(compareBytes);
  assert.equal(number.qr.slice(11).toLowerCase(), toHex(sha256(utf8("alcove/v1/safety-number"), ...pairs)));
  const changed = await safetyNumber(one, third);
  assert.notDeepEqual(changed.digits, number.digits);
  assert.notDeepEqual(changed.words, number.words);
  await assert.rejects(safetyNumber(one, new Uint8Array(31)), RangeError);
});

test("proof of work is found, and checked", async () => {
  const challenge = randomBytes(56);
  const nonce = await solveProofOfWork(challenge, 12);
  assert.ok(verifyProofOfWork(challenge, 12, nonce));
  assert.ok(!verifyProofOfWork(concatBytes(challenge, Uint8Array.of(0)), 32, nonce));
  assert.equal(await solveProofOfWork(challenge, 0), 0n);
  // The first that holds, wherever a block of the hash ends.
  for (const length of [0, 47, 48, 55, 56, 119, 200]) {
    const other = randomBytes(length);
    const found = await solveProofOfWork(other, 6);
    for (let earlier = 0n; earlier <= found; earlier++) assert.equal(verifyProofOfWork(other, 6, earlier), earlier === found);
  }
  assert.equal(leadingZeroBits(Uint8Array.of(0, 0x1f)), 11);
  for (const difficulty of [-1, 1.5, 27]) await assert.rejects(solveProofOfWork(challenge, difficulty), RangeError);
});
