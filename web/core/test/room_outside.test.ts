/** Names, faces and payloads of rooms: what is taken, and what nobody can pass off for something else. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { RoomFace } from "../api.ts";
import { fromUtf8, randomBytes, toBase64url, toHex, utf8 } from "../bytes.ts";
import { accountIdOf, generateSigningKey } from "../device_credential.ts";
import { decodeFace, encodeFace } from "../room/face.ts";
import { foldRoom, type RoomEntry } from "../room/fold.ts";
import { isTaken, roomName } from "../room/names.ts";
import { decodeRoomPayload, encodeRoomPayload, type RoomBody, type RoomPayload } from "../room/payload.ts";
import { seeded } from "./random.ts";

test("names are of one script, and short", () => {
  for (const name of ["Moon", "Stille Post", "Ёлка", "قمر", "ねこ", "Ana-María", "O’Neil 2"]) assert.equal(roomName(`  ${name} `), name.normalize("NFKC"));
  for (const name of ["", "a", "12", "Мoon", "pаypal", "moon\u202Enoom", "x".repeat(41), "a\u0000b", "<b>moon</b>"]) {
    assert.throws(() => roomName(name), { code: "room_name_invalid" }, JSON.stringify(name));
  }
});

test("a name that could be taken for another's is taken", () => {
  for (const [one, other] of [["Moon", "M00N"], ["Moon", "mòon"], ["сосо", "coco"], ["Lily", "1ily"], ["modem", "rnodern"], ["Early Wren", "early-wren"], ["ΑΝΝΑ", "ANNA"]]) {
    assert.ok(isTaken(one!, ["Lantern", other!]), `${one} and ${other}`);
  }
  for (const [one, other] of [["Moon", "Noon"], ["Fox", "Vox"], ["قمر", "شمس"]]) assert.ok(!isTaken(one!, [other!]));
});

const identity = generateSigningKey();
const face: RoomFace = {
  v: 1, title: "Evenings", purpose: "For those who cannot sleep.", rules: "Be kind.", language: "en", days: 7, questions: [{ label: "Medication", required: false }],
  moderators: [{ accountId: toHex(accountIdOf(identity.publicKey)), displayName: "Dr Reed", identityKey: toHex(identity.publicKey), recipient: "age1pq1x" }],
};

test("a face is that of its room, by one who leads it, and closed without its key", async () => {
  const [room, other] = [toHex(randomBytes(16)), toHex(randomBytes(16))];
  const clear = await encodeFace(room, face, identity);
  assert.deepEqual(await decodeFace(room, clear), face);
  const key = randomBytes(32);
  const sealed = await encodeFace(room, face, identity, key);
  assert.deepEqual(await decodeFace(room, sealed, key), face);
  assert.ok(!fromUtf8(Uint8Array.from(sealed, (byte) => byte & 127)).includes("Evenings"));
  const stranger = generateSigningKey();
  const invalid = { code: "room_face_invalid" };
  await assert.rejects(decodeFace(other, clear), invalid, "of another room");
  await assert.rejects(decodeFace(room, sealed), invalid, "without the key");
  await assert.rejects(decodeFace(room, sealed, randomBytes(32)), invalid, "with another key");
  await assert.rejects(decodeFace(room, await encodeFace(room, face, stranger)), invalid, "by who does not lead it");
  const { body, ...rest } = JSON.parse(fromUtf8(clear)) as { body: string };
  const changed = toBase64url(utf8(JSON.stringify({ ...face, title: "Mornings" })));
  await assert.rejects(decodeFace(room, utf8(JSON.stringify({ ...rest, body: changed }))), invalid, "with other words");
  assert.ok(body.length > 0);
  await assert.rejects(encodeFace(room, { ...face, title: "x".repeat(81) }, identity), { code: "room_text_too_long" });
  await assert.rejects(encodeFace(room, { ...face, days: 91 }, identity), { code: "room_text_too_long" });
});

const id = (n: number): string => n.toString(16).padStart(32, "0");
const payload = (n: number, body: RoomBody): RoomPayload => ({ ...body, v: 1, id: id(n), at: 1_000 + n, chain: { n, seq: 0, hash: "" } });

test("payloads are taken whole or refused, whatever the bytes are", () => {
  const random = seeded(7);
  const good = [
    payload(1, { type: "message", text: "hello" }), payload(2, { type: "take-down", of: id(1) }), payload(3, { type: "mute", member: id(9), on: true }),
    payload(4, { type: "roster", people: [{ id: id(9), name: "Moon", moderates: false, muted: false }] }),
  ].map(encodeRoomPayload);
  for (const bytes of good) assert.deepEqual(encodeRoomPayload(decodeRoomPayload(bytes) as RoomPayload), bytes);
  for (let i = 0; i < 4_000; i++) {
    const bytes = Uint8Array.from(good[i % good.length]!);
    for (let n = 0; n < 1 + random() * 3; n++) bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
    try {
      const read = decodeRoomPayload(bytes.subarray(0, random() < 0.2 ? Math.floor(random() * bytes.length) : bytes.length));
      assert.equal(typeof read.id, "string");
    } catch (error) {
      assert.equal((error as { code?: string }).code, "malformed_payload");
    }
  }
  assert.equal(decodeRoomPayload(utf8(JSON.stringify({ ...payload(5, { type: "message", text: "x" }), v: 2 }))).type, "unknown");
});

test("only who leads a room says who is in it, silences, and takes others' words down", () => {
  const [lead, fox, hare] = [id(101), id(102), id(103)];
  const people = [{ id: lead, name: "Reed", moderates: true, muted: false }, ...[[fox, "Fox"], [hare, "Hare"]].map(([who, name]) => ({ id: who!, name: name!, moderates: false, muted: false }))];
  const entries: RoomEntry[] = [];
  const say = (from: string, body: RoomBody): void => void entries.push({ kind: "payload", seq: entries.length + 1, from, payload: payload(entries.length + 1, body) });
  say(lead, { type: "roster", people });
  say(fox, { type: "message", text: "one" });
  say(hare, { type: "take-down", of: id(2) });
  say(hare, { type: "mute", member: fox, on: true });
  say(hare, { type: "roster", people: [] });
  say(id(104), { type: "message", text: "from nobody" });
  say(hare, { type: "mute", member: lead, on: true });
  let { items, people: now } = foldRoom(entries, hare, []);
  assert.deepEqual(items.map((item) => (item.kind === "message" ? item.text : item.kind)), ["one", "security", "security", "security", "security", "security"]);
  assert.equal(now.size, 3);
  say(lead, { type: "mute", member: fox, on: true });
  say(fox, { type: "message", text: "two" });
  say(lead, { type: "take-down", of: id(2) });
  say(fox, { type: "take-down", of: id(2) });
  ({ items, people: now } = foldRoom(entries, hare, [payload(99, { type: "message", text: "on its way" })]));
  assert.deepEqual(items.flatMap((item) => (item.kind === "message" ? [[item.text, item.takenDown === true, item.delivery]] : [])), [["", true, "sent"], ["on its way", false, "queued"]]);
  assert.ok(now.get(fox)?.muted);
});
