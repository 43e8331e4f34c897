/**
 * What lies on the server's disk after a whole story holds nothing that anybody
 * typed; and where encryption is switched off, the same search finds it.
 */
import assert from "node:assert/strict";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { get } from "node:https";
import path from "node:path";
import { test } from "node:test";
import { bundled, type Double } from "./leak_bundle.ts";
import { needlesOf, search } from "./leak_search.ts";
import type { playStory as Story, Typed } from "./leak_story.ts";
import { startServer, type TestServer } from "./server.ts";

type Files = readonly { readonly name: string; readonly bytes: Buffer }[];

const storyWith = async (double?: Double): Promise<typeof Story> => (await bundled<{ readonly playStory: typeof Story }>("leak_story.ts", double)).playStory;

function filesOf(server: TestServer): Files {
  const names = (readdirSync(server.data, { recursive: true }) as string[]).filter((name) => statSync(path.join(server.data, name)).isFile());
  const files = names.map((name) => ({ name, bytes: readFileSync(path.join(server.data, name)) }));
  return [...files, { name: "log", bytes: Buffer.from(server.output()) }];
}

/** Plays the story on a fresh server and gives what lay on its disk: when it was killed, and when it was stopped in order. */
async function played(story: typeof Story): Promise<{ readonly typed: Typed; readonly policy: string; readonly killed: Files; readonly stopped: Files }> {
  const server = await startServer();
  try {
    const typed = await story(server);
    const policy = await policyOf(server);
    await server.halt("SIGKILL");
    const killed = filesOf(server);
    await server.resume();
    await server.halt();
    return { typed, policy, killed, stopped: filesOf(server) };
  } finally {
    await server.stop();
  }
}

/** What the server says to everybody of itself, in each language: its privacy policy, which it keeps as it was published. */
async function policyOf(server: TestServer): Promise<string> {
  const page = (language: string): Promise<string> => new Promise((resolve, reject) => {
    get(`${server.baseUrl}/privacy?lang=${language}`, { ca: server.ca }, (answer) => {
      const parts: Buffer[] = [];
      answer.on("data", (part: Buffer) => parts.push(part));
      answer.on("end", () => resolve(Buffer.concat(parts).toString()));
    }).on("error", reject);
  });
  return (await Promise.all(["en", "de", "es", "fr", "ar"].map(page))).join("\n").toLowerCase();
}

const allNeedles = (typed: Typed): readonly string[] => Object.values(typed).flat().flatMap(needlesOf);

test("after a whole story neither disk nor log holds a word, a name or a secret of anybody", async () => {
  const { typed, policy, killed, stopped } = await played(await storyWith());
  for (const name of ["alcove.db", "alcove.db-wal", "alcove.db-shm"]) assert.ok(killed.some((file) => file.name === name && file.bytes.length > 0), `${name} is searched`);
  assert.ok(killed.some((file) => file.name === "log" && file.bytes.length > 0));
  assert.ok(Object.values(typed).every((texts) => texts.length > 0));
  // The practitioner's public name is there, so it is this server that was talked to.
  assert.ok(killed.some((file) => file.bytes.includes("Dr Reed")));
  const needles = allNeedles(typed);
  // A word that the policy says, too, is nobody's; of whatever was typed there is more than that.
  const theirs = needles.filter((text) => !/^\p{L}+$/u.test(text) || !policy.includes(text.toLowerCase()));
  assert.ok(theirs.length > 0.9 * needles.length, `${theirs.length} of ${needles.length} are looked for`);
  assert.deepEqual(search([...killed, ...stopped], theirs), []);
});

/** Drafts, passphrases and recovery codes are in none of them: no build sends those, encrypted or not. */
const controls: readonly (Double & { readonly what: string; readonly found: readonly (keyof Typed)[] })[] = [
  { of: "kdf", file: "plain_kdf.ts", what: "vault and history", found: ["messages", "intake", "contact", "notes", "names"] },
  { of: "suite", file: "plain_suite.ts", what: "conversations", found: ["messages", "intake", "notes", "names"] },
];

for (const { of, file, what, found } of controls) {
  test(`with the encryption of ${what} switched off the search finds it`, async () => {
    const { typed, killed, stopped } = await played(await storyWith({ of, file }));
    for (const kind of found) {
      // Seldom is all of a kind in the reach of one seam; a search that works finds some of each.
      assert.ok(search(killed, typed[kind].flatMap(needlesOf)).length > 0, `${kind} in the killed server's files`);
      assert.ok(search(stopped, typed[kind].flatMap(needlesOf)).length > 0, `${kind} in the stopped server's files`);
    }
    const messages = new Set(search(killed, typed.messages).map(({ text }) => text));
    assert.deepEqual(typed.messages.filter((text) => !messages.has(text)), [], "every message is found");
  });
}

test("the search finds each shape in which something may leak, at every alignment", () => {
  const text = "Ärger & Kümmernis 🌧️";
  const shapes: readonly Buffer[] = [
    Buffer.from(text), Buffer.from(text.toUpperCase()), Buffer.from(text, "utf16le"), Buffer.from(text, "utf16le").swap16(),
    Buffer.from(Buffer.from(text).toString("hex").toUpperCase()), Buffer.from(encodeURIComponent(text)), Buffer.from(JSON.stringify({ text })),
    Buffer.from(JSON.stringify({ text }).replace(/[^\x20-\x7e]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`)),
    Buffer.from(new URLSearchParams({ text }).toString()),
    ...[0, 1, 2, 3].map((before) => Buffer.from(Buffer.from(`${"x".repeat(before)}${text} and more`).toString("base64"))),
    ...[0, 1, 2, 3].map((before) => Buffer.from(Buffer.from(`${"x".repeat(before)}${text} and more`).toString("base64url"))),
  ];
  const around = Buffer.from("bytes around it");
  for (const shape of shapes) {
    const finds = search([{ name: "file", bytes: Buffer.concat([around, shape, around]) }], [text]);
    assert.ok(finds.length > 0, shape.toString("latin1"));
  }
  assert.deepEqual(search([{ name: "file", bytes: around }], [text]), []);
});
