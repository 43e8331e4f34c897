/** What a server offers as the app is held to its key log: by a browser, against the real server and one that lies. */
import assert from "node:assert/strict";
import { request } from "node:https";
import { after, before, test } from "node:test";
import { checkRelease, readRelease, ReleaseRefused, type SeenLog } from "../keylog/release.ts";
import { startServer, type TestServer } from "./server.ts";

let server: TestServer;
const asBrowsers = globalThis.fetch;
/** What the server, or who stands before it, makes of an answer. */
let change: (path: string, body: Buffer) => Buffer = (_, body) => body;

/** As a page's fetch, which knows its own server. */
function fetchThere(path: string | URL | Request, { method = "GET", headers = {}, body }: RequestInit = {}): Promise<Response> {
  return new Promise((resolve, reject) => {
    const asked = request(new URL(String(path), server.baseUrl), { method, ca: server.ca, headers: headers as Record<string, string> }, (answer) => {
      const parts: Buffer[] = [];
      answer.on("data", (part: Buffer) => parts.push(part));
      answer.on("end", () => resolve(new Response(new Uint8Array(change(String(path), Buffer.concat(parts))), { status: answer.statusCode ?? 0 })));
    });
    asked.on("error", reject);
    asked.end(typeof body === "string" ? body : undefined);
  });
}

before(async () => {
  server = await startServer();
  globalThis.fetch = fetchThere;
});
after(async () => {
  globalThis.fetch = asBrowsers;
  await server.stop();
});

function keeper(begin?: SeenLog) {
  let seen = begin;
  return { read: async () => seen, write: async (next: SeenLog) => void (seen = next), now: () => seen };
}
async function altered(path: string, alter: (text: string) => string, run: () => Promise<unknown>): Promise<void> {
  change = (at, body) => (at === path ? Buffer.from(alter(body.toString("latin1")), "latin1") : body);
  await run().finally(() => { change = (_, body) => body; });
}
const LOOK_UP = "/alcove.v1.KeyLogService/LookUp";

test("a release that the server stands for is taken, and what was seen of the log is kept", async () => {
  const kept = keeper();
  await checkRelease(kept);
  const first = kept.now();
  assert.ok(first && first.size > 0 && first.key.includes("+"));
  await checkRelease(kept);
  assert.deepEqual(kept.now(), first);
  const files = readRelease(await (await fetch("/release.txt")).text());
  const own = { page: files.get("/app")!, files: Object.fromEntries([...files].filter(([path]) => path.startsWith("/assets/"))) };
  await checkRelease(kept, own);
  await assert.rejects(checkRelease(kept, { ...own, page: own.files[Object.keys(own.files)[0]!]! }), ReleaseRefused);
  await assert.rejects(checkRelease(kept, { ...own, files: { ...own.files, "/assets/app/more.js": own.page } }), ReleaseRefused);
});

test("what it does not stand for is refused, whatever it shows instead", async () => {
  const kept = keeper();
  await checkRelease(kept);
  const seen = kept.now()!;
  const refused = (): Promise<void> => assert.rejects(checkRelease(kept), ReleaseRefused);
  await altered("/service_worker.js", (text) => `${text};steal()`, refused);
  await altered("/release.txt", (text) => text.replace(/main-\w+\.js/u, "main-ABCDEFGH.js"), refused);
  await altered("/release.txt", () => "alcove/v1/release\n", refused);
  for (const field of ["checkpoint", "newest", "key"]) await altered(LOOK_UP, (text) => text.replace(new RegExp(`("${field}":"[^"]{30})[^"]{4}`, "u"), "$1AAAA"), refused);
  await altered(LOOK_UP, (text) => text.replace(/"version":1/u, '"version":0'), refused);
  await altered(LOOK_UP, () => "{}", refused);
  // A log that is smaller, or another one, than what was seen before.
  await assert.rejects(checkRelease(keeper({ ...seen, size: seen.size + 5 })), ReleaseRefused);
  await assert.rejects(checkRelease(keeper({ ...seen, hash: "00".repeat(32) })), ReleaseRefused);
  await assert.rejects(checkRelease(keeper({ ...seen, key: `other${seen.key}` })), ReleaseRefused);
  assert.deepEqual(kept.now(), seen, "nothing of it was kept");
  await checkRelease(kept);
});

test("a server that cannot be asked is no liar", async () => {
  const honest = globalThis.fetch;
  globalThis.fetch = async () => { throw new TypeError("offline"); };
  await assert.rejects(checkRelease(keeper()), TypeError);
  globalThis.fetch = async () => new Response("", { status: 503 });
  await assert.rejects(checkRelease(keeper()), TypeError);
  globalThis.fetch = honest;
});
