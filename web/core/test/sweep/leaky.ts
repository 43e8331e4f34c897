/**
 * Builds that leak on purpose, each in another way in which servers do: a line
 * changed, or a few added, by go build's -overlay, so that nothing of it is ever in
 * the sources that are released. And clients whose encryption is switched off. A
 * sweep that does not catch each of them is worth nothing.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Double } from "../leak_bundle.ts";
import type { KindId, Place } from "./kinds.ts";

interface Change {
  readonly file: string;
  /** What stands there, and what comes in its place, everywhere in the file; a new file has none. */
  readonly swap?: readonly (readonly [was: string, is: string])[];
  readonly text?: string;
}
export interface Leak {
  readonly title: string;
  /** What is to be found, and where. */
  readonly kind: KindId;
  readonly place: Place;
  readonly how: { readonly server: readonly Change[] } | { readonly client: Double };
}

/** Has each request go through `leak`. */
function hooked(imports: readonly string[], body: string): readonly Change[] {
  return [
    { file: "cmd/alcove/metrics.go", swap: [["begun := time.Now()", "leak(r)\n\t\tbegun := time.Now()"]] },
    { file: "cmd/alcove/leak.go", text: `package main\n\nimport (\n${["net/http", ...imports].map((name) => `\t"${name}"\n`).join("")})\n\nfunc leak(r *http.Request) {\n${body}\n}\n` },
  ];
}

/** The same, with a table of the database to leak into. */
function stored(imports: readonly string[], value: string): readonly Change[] {
  return [
    ...hooked(["alcove/internal/store", ...imports], value),
    { file: "internal/store/store.go", swap: [["go db.writer()", "leaking = db\n\tgo db.writer()"]] },
    { file: "internal/store/leak.go", text: `package store\n\nvar leaking *DB\n\nfunc Leak(value []byte) {\n\t_, _ = leaking.write.Exec("CREATE TABLE IF NOT EXISTS leak (value)")\n\t_, _ = leaking.write.Exec("INSERT INTO leak VALUES (?)", value)\n}\n` },
  ];
}

const host = "\thost, _, _ := net.SplitHostPort(r.RemoteAddr)";

export const LEAKS: readonly Leak[] = [
  { title: "a line in the log for each request, with its User-Agent", kind: "agents", place: "log", how: { server: hooked(["log/slog"], `\tslog.Info("request", "agent", r.UserAgent())`) } },
  { title: "the HTTP library’s own log, which names addresses", kind: "addresses", place: "log", how: { server: [{ file: "cmd/alcove/serve.go", swap: [["slog.NewLogLogger(slog.DiscardHandler,", "slog.NewLogLogger(log.Handler(),"]] }] } },
  { title: "a metric counted by path", kind: "paths", place: "log", how: { server: [{ file: "cmd/alcove/metrics.go", swap: [["\treturn r.Pattern\n", "\treturn r.URL.Path\n"]] }] } },
  { title: "a path on standard error in UTF-16", kind: "paths", place: "log", how: { server: hooked(["os"], `\tfor _, c := range r.URL.Path {\n\t\t_, _ = os.Stderr.Write([]byte{byte(c), 0})\n\t}`) } },
  { title: "a panic with the query in it, in a goroutine", kind: "paths", place: "log", how: { server: hooked([], `\tif r.Header.Get("X-Fault") != "" {\n\t\tgo func() { panic(r.URL.RawQuery) }()\n\t}`) } },
  { title: "base64 of an address, from its second byte on, in a temporary file", kind: "addresses", place: "disk", how: { server: hooked(["encoding/base64", "os", "path/filepath"], `\t_ = os.WriteFile(filepath.Join(os.TempDir(), "seen"), []byte(base64.StdEncoding.EncodeToString([]byte("@"+r.RemoteAddr))), 0o600)`) } },
  { title: "the plain SHA-256 of an address in the database", kind: "addresses", place: "disk", how: { server: stored(["crypto/sha256", "net"], `${host}\n\tsum := sha256.Sum256([]byte(host))\n\tstore.Leak(sum[:])`) } },
  { title: "the bytes of an address in the database", kind: "addresses", place: "backup", how: { server: stored(["net"], `${host}\n\tstore.Leak(net.ParseIP(host).To16())`) } },
  { title: "headers, gzipped, in the database and so in a backup", kind: "agents", place: "backup", how: { server: stored(["bytes", "compress/gzip"], `\tvar b bytes.Buffer\n\tw := gzip.NewWriter(&b)\n\t_, _ = w.Write([]byte(r.UserAgent()))\n\t_ = w.Close()\n\tstore.Leak(b.Bytes())`) } },
  { title: "session tokens in place of their hashes", kind: "sessions", place: "disk", how: { server: [{ file: "internal/account/session.go", swap: [["sha256.Sum256(token)", "[sha256.Size]byte(token)"]] }] } },
  { title: "the hash of a login name as it was asked for, without the server’s key", kind: "nameHashes", place: "disk", how: { server: [{ file: "internal/account/slot.go", swap: [["names[i] = k.nameKeys(nameHash, []byte(number), []byte(suffix))", "names[i] = k.nameKeys(nameHash, []byte(number), []byte(suffix))\n\t\tfor j, name := range names[i] {\n\t\t\tnames[i][j] = append(append([]byte(nil), nameHash[:24]...), name[:8]...)\n\t\t}"]] }] } },
  { title: "a file that is called as what was asked for, removed at once", kind: "paths", place: "writes", how: { server: hooked(["encoding/hex", "os", "path/filepath"], `\tname := hex.EncodeToString([]byte(r.URL.Path))\n\tname = filepath.Join(os.TempDir(), name[:min(len(name), 200)])\n\t_ = os.WriteFile(name, nil, 0o600)\n\t_ = os.Remove(name)`) } },
  { title: "an address told to another program, in hexadecimal", kind: "addresses", place: "network", how: { server: hooked(["encoding/hex", "net"], `\tif c, err := net.Dial("udp", "127.0.0.1:9"); err == nil {\n\t\t_, _ = c.Write([]byte(hex.EncodeToString([]byte(r.RemoteAddr))))\n\t\t_ = c.Close()\n\t}`) } },
  { title: "a client that does not encrypt conversations", kind: "messages", place: "memory", how: { client: { of: "suite", file: "plain_suite.ts" } } },
  { title: "a client that does not encrypt vault and history", kind: "intake", place: "disk", how: { client: { of: "kdf", file: "plain_kdf.ts" } } },
];

/** The program with these changes, in a folder. */
export function buildWith(changes: readonly Change[], folder: string): string {
  const changed = path.join(folder, "changed");
  mkdirSync(changed, { recursive: true });
  const replaced = changes.map(({ file, swap = [], text }, i): readonly [string, string] => {
    let source = text ?? readFileSync(file, "utf8");
    for (const [was, is] of swap) {
      if (!source.includes(was)) throw new Error(`${file} has no ${was} any more: the leak has to be put elsewhere`);
      source = source.replaceAll(was, is);
    }
    const copy = path.join(changed, `${i}.go`);
    writeFileSync(copy, source);
    return [path.resolve(file), copy];
  });
  const overlay = path.join(folder, "overlay.json");
  writeFileSync(overlay, JSON.stringify({ Replace: Object.fromEntries(replaced) }));
  const binary = path.join(folder, "alcove");
  execFileSync("go", ["build", "-trimpath", "-ldflags=-s", "-overlay", overlay, "-o", binary, "./cmd/alcove"], { stdio: "inherit" });
  return binary;
}
