/** What a hostile device puts into a payload is refused, or shown without harm. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { ConsentText } from "../api.ts";
import type { Entry } from "../conversation/entry.ts";
import { fold } from "../conversation/fold.ts";
import { type Body, decodePayload, encodePayload, type Payload } from "../conversation/payload.ts";
import { CoreError } from "../errors.ts";
import { consent } from "./people.ts";
import { seeded } from "./random.ts";

const me = "aa".repeat(16);
const other = "bb".repeat(16);
const stream = "cc".repeat(16);
const id = (n: number): string => n.toString(16).padStart(32, "0");
const consentText: ConsentText = { ...consent, recordYears: 10 };

/** One of each type, with all that it may have. */
const WHOLE: { readonly [T in Body["type"]]: Extract<Body, { readonly type: T }> } = {
  request: {
    type: "request", clientName: "Quiet Heron", consent: consentText, retention: 30,
    intake: { reason: "I cannot sleep.", region: "Kiel", medical: "AAAA", contact: "AAAA" }, returning: { name: "Grey Otter", word: "copper" },
  },
  message: { type: "message", text: "words", reply: id(1), goes: 5_000 },
  attachment: {
    type: "attachment", name: "a.webm", mime: "audio/webm", size: 10, blob: id(2), sealed: 300, hash: "ab".repeat(32), key: "AGE-SECRET-KEY-1", goes: 5_000,
    preview: "data:image/jpeg;base64,AAAA", voice: { ms: 900, levels: [0, 3, 1] },
  },
  edit: { type: "edit", of: id(1), text: "other words" },
  "take-back": { type: "take-back", of: id(1) },
  react: { type: "react", of: id(1), emoji: "🌱", on: true },
  "ask-back": { type: "ask-back", text: "Tell me more.", goes: 5_000 },
  accept: { type: "accept" },
  decline: { type: "decline", text: "I am full." },
  refer: { type: "refer", text: "She can help.", to: other, toName: "Anna Weber" },
  "revoke-consent": { type: "revoke-consent", version: 1 },
  "sealed-opened": { type: "sealed-opened", part: "medical", reason: "before we begin" },
  "code-word": { type: "code-word", word: "copper" },
  "code-word-agreed": { type: "code-word-agreed", of: id(1) },
  vouch: { type: "vouch", former: id(3) },
  continued: { type: "continued" },
  object: { type: "object" },
  receipt: { type: "receipt", delivered: 2, read: 1 },
  "live-start": { type: "live-start", minutes: 50, after: id(4) },
  "live-join": { type: "live-join", of: id(1) },
  "live-ask": { type: "live-ask", of: id(1), minutes: 60 },
  "live-answer": { type: "live-answer", of: id(1), ask: id(5), agreed: true },
  "live-end": { type: "live-end", of: id(1), lapsed: true },
  "live-keep": { type: "live-keep", of: id(1), text: "the walk" },
  retention: { type: "retention", days: 30 },
  disappear: { type: "disappear", seconds: 86_400 },
  forget: { type: "forget", upTo: 3, asked: false },
  end: { type: "end" },
  "account-deleted": { type: "account-deleted" },
};
const bodies: readonly Body[] = Object.values(WHOLE);
const framed = (body: Body): Payload => ({ ...body, v: 1, id: id(9), at: 1_000, chain: { n: 1, seq: 0, hash: "" } });

/** What may stand where something else belongs. */
const HOSTILE: readonly unknown[] = [
  null, true, false, -1, 0, 1, 0.5, 2 ** 31, 2 ** 53, -(2 ** 53), 1e300, "", "__proto__", "constructor", "\u202e", "\ud800", "x".repeat(500_000), "javascript:alert(1)",
  [], [null], {}, { __proto__: null }, { length: 3 }, [[[[]]]], id(1), me,
];

/** All places in a value, outermost first. */
function places(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== "object" || value === null) return path.length === 0 ? [] : [path];
  return [...(path.length === 0 ? [] : [path]), ...Object.entries(value).flatMap(([name, inner]) => places(inner, [...path, name]))];
}

/** A copy with something else in a place, or nothing there. */
function changed(value: unknown, [name, ...rest]: readonly string[], put: unknown): unknown {
  if (name === undefined) return put;
  const copy: Record<string, unknown> = { ...(value as Record<string, unknown>) };
  const inner = changed(copy[name], rest, put);
  if (inner === undefined) delete copy[name];
  else copy[name] = inner;
  return Array.isArray(value) ? Object.values(copy) : copy;
}

/** What became of it; everything but a refusal is shown on top of an ordinary conversation, by either side. */
function outcome(bytes: Uint8Array): "refused" | "shown" {
  let payload;
  try {
    payload = decodePayload(bytes);
  } catch (error) {
    assert.ok(error instanceof CoreError && error.code === "malformed_payload", String(error));
    return "refused";
  }
  for (const from of [me, other]) {
    const said: readonly Payload[] = [{ ...framed(WHOLE.request), id: id(8) }, { ...framed(WHOLE.accept), id: id(7) }, { ...framed(WHOLE.message), id: id(1) }];
    const entries: readonly Entry[] = [...said, payload].map((each, i) => (
      { kind: "payload", stream, seq: i + 1, from: i === 3 ? from : each.type === "accept" ? other : me, device: "dd".repeat(16), payload: each }));
    JSON.stringify(fold(entries, { me, client: me, practitioner: other }).items);
  }
  return "shown";
}

test("every payload comes back as it was written", () => {
  for (const body of bodies) assert.deepEqual(decodePayload(encodePayload(framed(body))), framed(body));
});

test("a payload with anything else in any place is refused or shown, and never breaks a conversation", () => {
  const seen = { refused: 0, shown: 0 };
  for (const body of bodies) {
    const whole = JSON.parse(JSON.stringify(framed(body))) as unknown;
    for (const place of places(whole)) {
      for (const put of [undefined, ...HOSTILE]) seen[outcome(new TextEncoder().encode(JSON.stringify(changed(whole, place, put))))]++;
    }
  }
  assert.ok(seen.refused > 2_000 && seen.shown > 300, JSON.stringify(seen));
});

test("bytes that are no payload are refused", () => {
  const random = seeded(7);
  for (let n = 0; n < 4_000; n++) {
    const bytes = encodePayload(framed(bodies[n % bodies.length]!));
    for (let flips = 1 + Math.floor(random() * 3); flips > 0; flips--) bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
    outcome(random() < 0.2 ? bytes.subarray(0, Math.floor(random() * bytes.length)) : bytes);
  }
  for (const text of ["", "null", "[]", "1", '"x"', "{}", "[".repeat(200_000), `{"v":1,"type":"message","id":"${id(1)}","at":1,"chain":{"n":1,"seq":0,"hash":""},"text":`]) {
    assert.equal(outcome(new TextEncoder().encode(text)), "refused");
  }
});
