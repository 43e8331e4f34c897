/** Being told, from the real server to a push service and a browser's keys: nothing but that something is new. */
import assert from "node:assert/strict";
import { createDecipheriv, createECDH, hkdfSync, randomBytes } from "node:crypto";
import { createServer } from "node:https";
import { readFileSync } from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";
import { createMemoryStore } from "../storage.ts";
import { openPractice, PASSPHRASE, type TestPractice } from "./practice.ts";
import { quickOpaque } from "./quick_opaque.ts";
import { startServer, type TestServer } from "./server.ts";

/** Opens a message of one record (RFC 8188 §2, RFC 8291 §3.4). */
function open(body: Buffer, browser: { readonly key: ReturnType<typeof createECDH>; readonly auth: Buffer }): string {
  const sender = body.subarray(21, 21 + (body[20] ?? 0));
  const shared = browser.key.computeSecret(sender);
  const derive = (secret: Buffer, salt: Buffer, info: Buffer, length: number) => Buffer.from(hkdfSync("sha256", secret, salt, info, length));
  const ikm = derive(shared, browser.auth, Buffer.concat([Buffer.from("WebPush: info\0"), browser.key.getPublicKey(), sender]), 32);
  const salt = body.subarray(0, 16);
  const decipher = createDecipheriv("aes-128-gcm", derive(ikm, salt, Buffer.from("Content-Encoding: aes128gcm\0"), 16), derive(ikm, salt, Buffer.from("Content-Encoding: nonce\0"), 12));
  const sealed = body.subarray(21 + sender.length);
  decipher.setAuthTag(sealed.subarray(-16));
  const plain = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]).toString("latin1");
  return plain.slice(0, plain.lastIndexOf("\x02"));
}

const SECOND = "plain copper window Tuesday 41 gravel";

let server: TestServer;
let practice: TestPractice;
/** Of the push service. */
let host = "";
let arrive: (body: Buffer) => void = () => undefined;
const service = createServer((request, response) => {
  const parts: Buffer[] = [];
  request.on("data", (part: Buffer) => parts.push(part));
  request.on("end", () => {
    response.writeHead(201).end();
    arrive(Buffer.concat(parts));
  });
});

before(async () => {
  server = await startServer();
  // The server's own certificate serves the push service as well: it is for localhost, and the server is told to trust it.
  const tls = (name: string) => readFileSync(path.join(server.data, "tls", name));
  service.setSecureContext({ cert: tls("cert.pem"), key: tls("key.pem") });
  await new Promise<void>((resolve) => service.listen(0, "127.0.0.1", resolve));
  const address = service.address();
  assert(address && typeof address === "object");
  host = `localhost:${address.port}`;
  await server.halt();
  await server.resume({ args: ["--push-service", host], env: { SSL_CERT_FILE: path.join(server.data, "tls", "cert.pem") } });
  practice = await openPractice(server, { opaque: quickOpaque });
});
after(async () => {
  await practice.close();
  service.close();
  await server.stop();
});

/** A browser's side of a subscription. */
function subscription() {
  const browser = { key: createECDH("prime256v1"), auth: randomBytes(16) };
  return { browser, keys: { endpoint: `https://${host}/some/browser`, publicKey: new Uint8Array(browser.key.generateKeys()), auth: browser.auth } };
}

test("who is away is told that something is new, once, and nothing else", async () => {
  const got: Buffer[] = [];
  const first = new Promise<void>((resolve) => {
    arrive = (body) => {
      got.push(body);
      resolve();
    };
  });
  const { core, id } = await practice.talkingClient("Quiet Heron");
  const { browser, keys } = subscription();
  await assert.rejects(core.setPush({ ...keys, endpoint: "https://127.0.0.1:1/" }), { code: "push_service_unknown" });
  await core.setPush(keys);
  assert.equal((await core.push()).subscribed, true);
  await core.close();
  await practice.practitioner.core.send(id, "Only for you.");
  await practice.practitioner.core.send(id, "And this.");
  await first;
  assert.deepEqual(got.map((body) => [body.length, open(body, browser)]), [[256, "{}"]]);
});

test("another account in the same browser, such as a second one, did not ask to be told", async () => {
  const store = createMemoryStore();
  const { core, loginName } = await practice.talkingClient("Amber Fox", store);
  await core.setSecondPassphrase({ current: PASSPHRASE, next: SECOND });
  await core.setPush(subscription().keys);
  const asked = async () => {
    const { subscribed, wanted } = await core.push();
    return { subscribed, wanted };
  };
  assert.deepEqual(await asked(), { subscribed: true, wanted: true });
  await core.lock(); // as who leaves without a PIN: the session ends, what is kept stays
  await core.logIn({ loginName, passphrase: PASSPHRASE });
  assert.deepEqual(await asked(), { subscribed: false, wanted: true });
  await core.setPush(subscription().keys);
  await core.logIn({ loginName, passphrase: SECOND });
  assert.deepEqual(await asked(), { subscribed: false, wanted: false });
  await core.logIn({ loginName, passphrase: PASSPHRASE });
  assert.deepEqual(await asked(), { subscribed: false, wanted: false });
  await core.setPush(subscription().keys);
  await core.logOut();
  await core.logIn({ loginName, passphrase: PASSPHRASE });
  assert.deepEqual(await asked(), { subscribed: false, wanted: false });
});
