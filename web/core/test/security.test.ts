/**
 * What a server says at /security of the program it runs, held against that
 * program: the real binary, looked at from outside. cmd/alcove's own tests hold
 * the rest (key exchanges, headers, retention).
 */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash, X509Certificate } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { connect, type ConnectionOptions, type TLSSocket } from "node:tls";
import { CONVERSATION_SUITE, ROOM_SUITE } from "../mls/suite.ts";
import { reaching } from "../node.ts";
import { BINARY, startServer, type TestServer } from "./server.ts";

interface Said {
  readonly tls: { readonly versions: readonly string[]; readonly cipher_suites: readonly string[] };
  readonly certificate: { readonly sha256: string; readonly valid_until: string } | null;
  readonly encryption: { readonly conversations: string; readonly rooms: string };
  readonly backup: { readonly last: string | null };
  readonly build: { readonly revision: string | null; readonly go: string; readonly binary_sha256: string; readonly web_manifest_sha256: string };
}

let server: TestServer;
before(async () => void (server = await startServer()));
after(() => server.stop());

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
const read = async (address: string): Promise<string> => (await (reaching(server.baseUrl, server.ca).fetch ?? fetch)(`${server.baseUrl}${address}`)).text();
const ask = async (): Promise<Said> => JSON.parse(await read("/security.json")) as Said;

/** The connection, if the server agrees to one. */
function handshake(options: ConnectionOptions): Promise<TLSSocket | undefined> {
  const { hostname, port } = new URL(server.baseUrl);
  return new Promise((resolve) => {
    const socket = connect({ host: hostname, port: Number(port), servername: hostname, ca: server.ca, ...options });
    socket.once("secureConnect", () => resolve(socket));
    socket.once("error", () => resolve(undefined));
  });
}

test("it agrees to the ciphers that it names, to no others, and to no older TLS", async () => {
  const said = await ask();
  for (const suite of ["TLS_AES_128_GCM_SHA256", "TLS_AES_256_GCM_SHA384", "TLS_CHACHA20_POLY1305_SHA256", "TLS_AES_128_CCM_SHA256", "TLS_AES_128_CCM_8_SHA256"]) {
    const socket = await handshake({ ciphers: suite });
    assert.equal(socket !== undefined, said.tls.cipher_suites.includes(suite), suite);
    if (socket) assert.equal(socket.getCipher().name, suite);
    socket?.destroy();
  }
  for (const [version, name] of [["TLSv1.2", "TLS 1.2"], ["TLSv1.3", "TLS 1.3"]] as const) {
    const socket = await handshake({ minVersion: version, maxVersion: version });
    assert.equal(socket !== undefined, said.tls.versions.includes(name), name);
    if (version === "TLSv1.3") {
      const { raw } = socket?.getPeerCertificate() ?? assert.fail("no TLS 1.3");
      assert.equal(said.certificate?.sha256, sha256(raw));
      assert.equal(said.certificate.valid_until, new Date(new X509Certificate(raw).validTo).toISOString().slice(0, 10));
    }
    socket?.destroy();
  }
});

test("it names the very program, the app's files and the suite of conversations", async () => {
  const { build, encryption } = await ask();
  const page = await read("/security");
  const told = execFileSync("go", ["version", "-m", BINARY], { encoding: "utf8" });
  assert.equal(build.binary_sha256, sha256(readFileSync(BINARY)));
  assert.equal(build.web_manifest_sha256, sha256(readFileSync("internal/webapp/dist/release.txt")));
  assert.equal(build.revision, /vcs\.revision=(\w+)/u.exec(told)?.[1] ?? null);
  assert.match(told, new RegExp(`: ${build.go}$`, "mu"));
  assert.deepEqual(encryption, { conversations: CONVERSATION_SUITE, rooms: ROOM_SUITE });
  for (const fact of [build.binary_sha256, build.web_manifest_sha256, build.go, CONVERSATION_SUITE, ROOM_SUITE, "X-Wing"]) assert.ok(page.includes(fact), fact);
});

test("a backup is told from the day it was made, also after a start, and is not in itself", async () => {
  assert.equal((await ask()).backup.last, null);
  const safe = mkdtempSync(path.join(tmpdir(), "alcove-safe-"));
  try {
    const key = path.join(safe, "key");
    const recipient = execFileSync(BINARY, ["backup-key", key], { encoding: "utf8" }).trim();
    const file = path.join(safe, "one.age");
    const days = [new Date().toISOString().slice(0, 10)];
    const said = execFileSync(BINARY, ["backup", "--data", server.data, "--to", file, "--recipient", recipient], { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
    days.push(new Date().toISOString().slice(0, 10));
    assert.ok(!said.includes("last-backup"), said);
    await server.halt();
    await server.resume();
    assert.ok(days.includes((await ask()).backup.last ?? "never"));
    const restored = path.join(safe, "restored");
    execFileSync(BINARY, ["restore", file, "--identity", key, "--data", restored], { stdio: "ignore" });
    assert.throws(() => readFileSync(path.join(restored, "last-backup")));
  } finally {
    rmSync(safe, { recursive: true, force: true });
  }
});
