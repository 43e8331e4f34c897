/** What a hostile sender writes about a voice message is held to what screens draw (payload.test.ts mutates it besides). */
import assert from "node:assert/strict";
import { test } from "node:test";
import { LOUDEST, MAX_VOICE_LEVELS, MAX_VOICE_MS } from "../api.ts";
import { decodePayload, type Payload } from "../conversation/payload.ts";

const ID = "ab".repeat(16);
const whole = { v: 1, id: ID, at: 1_000, chain: { n: 1, seq: 0, hash: "" } } as const;
const voice = { ms: 61_000, levels: [0, 7, 15, 3] };
const file = { name: "Voice message.webm", mime: "audio/webm", size: 240_000, blob: ID, sealed: 262_144, hash: "cd".repeat(32), key: "AGE-SECRET-KEY-1" };
const spoken: Payload = { ...whole, type: "attachment", ...file, voice };

const bytesOf = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
/** What the parser says of bytes; undefined where it refused them, which it may do with one code only. */
function parsed(bytes: Uint8Array): ReturnType<typeof decodePayload> | undefined {
  try {
    return decodePayload(bytes);
  } catch (error) {
    assert.equal((error as { readonly code?: string }).code, "malformed_payload");
    return undefined;
  }
}

test("the voice of a message is taken within its bounds, and the message refused beyond them", () => {
  const withVoice = (given: unknown) => parsed(bytesOf({ ...spoken, voice: given }));
  const full = Array.from({ length: MAX_VOICE_LEVELS }, () => LOUDEST);
  for (const right of [voice, { ms: 0, levels: [] }, { ms: MAX_VOICE_MS, levels: full }]) assert.deepEqual(withVoice(right), { ...spoken, voice: right });
  const wrong: readonly unknown[] = [
    null, "loud", [], {}, { ms: 1 }, { levels: [] }, { ms: -1, levels: [] }, { ms: 0.5, levels: [] }, { ms: "1", levels: [] }, { ms: MAX_VOICE_MS + 1, levels: [] }, { ms: null, levels: [] },
    { ms: 1, levels: {} }, { ms: 1, levels: "000" }, { ms: 1, levels: [...full, 0] }, { ms: 1, levels: [LOUDEST + 1] }, { ms: 1, levels: [-1] }, { ms: 1, levels: [1.5] }, { ms: 1, levels: ["1"] },
    { ms: 1, levels: [null] }, { ms: 1, levels: [[1]] }, { ms: 1, levels: { length: 1, 0: 1 } },
  ];
  for (const each of wrong) assert.equal(withVoice(each), undefined, JSON.stringify(each));
  // What JSON cannot say as a number may still come as one.
  assert.equal(parsed(new TextEncoder().encode(JSON.stringify(spoken).replace("61000", "1e999"))), undefined);
});
