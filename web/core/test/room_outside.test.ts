/** Names, faces and payloads of rooms: what is taken, and what nobody can pass off for something else. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { RoomFace } from "../api.ts";
import { fromUtf8, randomBytes, toBase64url, toHex, utf8 } from "../bytes.ts";
import { accountIdOf, generateSigningKey } from "../device_credential.ts";
import { decodeFace, encodeFace } from "../room/face.ts";
import { FIRST_CONDUCT, foldRoom, type RoomEntry } from "../room/fold.ts";
import { hoursOf } from "../room/hours.ts";
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
  v: 1, title: "Evenings", purpose: "For those who cannot sleep.", rules: "Be kind.", language: "en", days: 7, capacity: 30, entry: "request", sessions: [{ weekday: 2, start: 19 * 60, minutes: 90, zone: "Europe/Berlin" }], questions: [{ label: "Medication", required: false }],
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
  for (const wrong of [{ days: 91 }, { capacity: 151 }, { capacity: 1 }, { sessions: [{ weekday: 7, start: 0, minutes: 60, zone: "UTC" }] }]) {
    await assert.rejects(encodeFace(room, { ...face, ...wrong }, identity), { code: "room_text_too_long" });
  }
});

const id = (n: number): string => n.toString(16).padStart(32, "0");
const payload = (n: number, body: RoomBody): RoomPayload => ({ ...body, v: 1, id: id(n), at: 1_000 + n, chain: { n, seq: 0, hash: "" } });

test("payloads are taken whole or refused, whatever the bytes are", () => {
  const random = seeded(7);
  const good = [
    payload(1, { type: "message", text: "hello" }), payload(2, { type: "take-down", of: id(1) }), payload(3, { type: "mute", member: id(9), on: true }),
    payload(4, { type: "roster", people: [{ id: id(9), name: "Moon", moderates: false, muted: false, held: false }], conduct: FIRST_CONDUCT, hands: [id(9)], face: "" }),
    payload(5, { type: "message", text: "hello", reply: id(1), warning: "loss", mentions: [id(9)] }), payload(6, { type: "react", of: id(1), emoji: "🙏" }), payload(7, { type: "hand", up: true }),
    payload(8, { type: "sealed", to: "moderators", sealed: "abc" }), payload(9, { type: "hold", member: id(9), on: true }), payload(13, { type: "device-gone", device: id(9) }), payload(14, { type: "new-keys", keyPackage: "abc", former: "def" }), payload(10, { type: "passed", of: id(5), from: id(9), text: "x" }),
    payload(11, { type: "conduct", change: { slowSeconds: 10, floor: null, agenda: [{ title: "Arriving", minutes: 5 }], running: { item: 0, since: 1 }, check: { id: id(12), when: "end" }, moods: [{ when: "start", counts: [0, 1, 2, 3, 4] }] } }),
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
  const people = [{ id: lead, name: "Reed", moderates: true, muted: false, held: false }, ...[[fox, "Fox"], [hare, "Hare"]].map(([who, name]) => ({ id: who!, name: name!, moderates: false, muted: false, held: false }))];
  const standing = { conduct: FIRST_CONDUCT, hands: [], face: "" };
  const entries: RoomEntry[] = [];
  const say = (from: string, body: RoomBody): void => void entries.push({ kind: "payload", seq: entries.length + 1, from, payload: payload(entries.length + 1, body) });
  say(lead, { type: "roster", people, ...standing });
  say(fox, { type: "message", text: "one" });
  say(hare, { type: "take-down", of: id(2) });
  say(hare, { type: "mute", member: fox, on: true });
  say(hare, { type: "roster", people: [], ...standing });
  say(id(104), { type: "message", text: "from nobody" });
  say(hare, { type: "mute", member: lead, on: true });
  let { items, people: now } = foldRoom(entries, hare);
  assert.deepEqual(items.map((item) => (item.kind === "message" ? item.text : item.kind)), ["one", "security", "security", "security", "security", "security"]);
  assert.equal(now.size, 3);
  say(lead, { type: "mute", member: fox, on: true });
  say(fox, { type: "message", text: "two" });
  say(lead, { type: "take-down", of: id(2) });
  say(fox, { type: "take-down", of: id(2) });
  ({ items, people: now } = foldRoom(entries, hare, [{ payload: payload(99, { type: "message", text: "on its way" }) }]));
  assert.deepEqual(items.flatMap((item) => (item.kind === "message" ? [[item.text, item.takenDown === true, item.delivery]] : [])), [["", true, "sent"], ["on its way", false, "queued"]]);
  assert.ok(now.get(fox)?.muted);
});

test("what is led, held and reacted to is judged by how things stood at its place", () => {
  const [lead, fox, hare] = [id(101), id(102), id(103)];
  const person = (who: string, name: string, moderates = false) => ({ id: who, name, moderates, muted: false, held: false });
  const entries: RoomEntry[] = [];
  const say = (from: string, body: RoomBody, opened?: Extract<RoomEntry, { kind: "payload" }>["opened"]): string => {
    const seq = entries.length + 1;
    entries.push({ kind: "payload", seq, from, payload: payload(seq, body), ...(opened ? { opened } : {}) });
    return id(seq);
  };
  say(lead, { type: "roster", people: [person(lead, "Reed", true), person(fox, "Fox"), person(hare, "Hare")], conduct: { ...FIRST_CONDUCT, welcome: "Hello" }, hands: [hare], face: "" });
  const one = say(fox, { type: "message", text: "one", mentions: [hare] });
  say(hare, { type: "react", of: one, emoji: "🙏" });
  say(lead, { type: "react", of: one, emoji: "🙏" });
  say(lead, { type: "react", of: one, emoji: "🌱" });
  say(hare, { type: "conduct", change: { review: true } });
  say(hare, { type: "hold", member: fox, on: true });
  say(fox, { type: "passed", of: id(77), from: hare, text: "made up" });
  say(fox, { type: "sealed", to: hare, sealed: "" });
  let now = foldRoom(entries, hare);
  assert.deepEqual(now.items.flatMap((item) => (item.kind === "message" ? [[item.text, item.toMe, item.reactions]] : [])), [["one", true, [{ emoji: "🙏", count: 1, mine: true }, { emoji: "🌱", count: 1, mine: false }]]]);
  assert.equal(now.items.filter((item) => item.kind === "security").length, 4);
  assert.deepEqual([now.conduct.welcome, now.conduct.review, now.hands], ["Hello", false, [hare]]);

  say(lead, { type: "hold", member: fox, on: true });
  const two = say(fox, { type: "message", text: "two" }); // on its way when that was decided
  const three = say(fox, { type: "sealed", to: "moderators", sealed: "" }, { kind: "held", text: "three" });
  const texts = (who: string) => foldRoom(entries, who).items.flatMap((item) => (item.kind === "message" || item.kind === "held" ? [`${item.kind} ${item.text}`] : []));
  assert.deepEqual(texts(lead), ["message one", "held two", "held three"]);
  assert.deepEqual(texts(hare), ["message one"]);
  say(lead, { type: "passed", of: two, from: fox, text: "two" });
  assert.deepEqual(texts(hare), ["message one", "message two"]);
  assert.deepEqual(foldRoom(entries, fox).items.flatMap((item) => (item.kind === "held" ? [item.state] : [])), ["passed", "waiting"]);
  say(lead, { type: "passed", of: three, from: lead, text: "not of a member" });
  assert.deepEqual(texts(hare), ["message one", "message two"]);

  say(lead, { type: "conduct", change: { queue: true, floor: hare } });
  say(fox, { type: "message", text: "not mine to say" });
  say(hare, { type: "message", text: "my turn" });
  say(hare, { type: "hand", up: true });
  now = foldRoom(entries, fox);
  assert.deepEqual(now.items.flatMap((item) => (item.kind === "message" ? [[item.text, item.delivery]] : [])), [["one", "sent"], ["two", "sent"], ["not mine to say", "unheard"], ["my turn", "sent"]]);
  assert.deepEqual(texts(lead).slice(-1), ["message my turn"]);
  assert.deepEqual([now.conduct.floor, now.hands], [hare, [hare]]);
  say(lead, { type: "roster", people: [person(lead, "Reed", true), person(fox, "Fox")], conduct: FIRST_CONDUCT, hands: [], face: "" });
  now = foldRoom(entries, fox);
  assert.deepEqual([now.conduct.floor, now.hands, now.people.get(fox)?.held], [null, [], true]);
});

test("a room that meets at set times is open then, also across the change of clocks", () => {
  const at = (iso: string): number => Date.parse(iso);
  assert.equal(hoursOf([], at("2026-11-26T12:00:00Z")), undefined);
  const tuesday = { weekday: 2, start: 19 * 60, minutes: 90, zone: "Europe/Berlin" };
  // In winter 19:00 in Berlin is 18:00 UTC, in summer 17:00.
  assert.deepEqual(hoursOf([tuesday], at("2026-11-24T18:30:00Z")), { open: true, until: at("2026-11-24T19:30:00Z"), next: at("2026-12-01T18:00:00Z") });
  assert.deepEqual(hoursOf([tuesday], at("2026-11-24T19:30:00Z")), { open: false, next: at("2026-12-01T18:00:00Z") });
  assert.deepEqual(hoursOf([tuesday], at("2026-03-25T12:00:00Z")), { open: false, next: at("2026-03-31T17:00:00Z") });
  // The night in which the clocks go forward from 2:00 to 3:00.
  const night = { weekday: 0, start: 60, minutes: 180, zone: "Europe/Berlin" };
  assert.deepEqual(hoursOf([night], at("2026-03-29T00:30:00Z")), { open: true, until: at("2026-03-29T03:00:00Z"), next: at("2026-04-04T23:00:00Z") });
  // One that goes on past midnight, in a zone whose day is another one.
  const late = { weekday: 6, start: 23 * 60, minutes: 120, zone: "Pacific/Auckland" };
  assert.equal(hoursOf([late], at("2026-11-28T11:30:00Z"))?.open, true);
  assert.equal(hoursOf([{ ...late, zone: "Nowhere/Else" }], at("2026-11-29T00:30:00Z"))?.open, true, "an unknown zone is UTC");
});
