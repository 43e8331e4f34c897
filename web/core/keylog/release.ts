/**
 * Whether what a server offers as the app stands in its key log (docs/protocol.md,
 * "The code one is served"). Asked by the service worker before it keeps a version,
 * and by the running app about a service worker that it did not begin with; so it
 * needs no account, no core, and nothing but what a browser has.
 *
 * The newest checkpoint that was verified is kept, and the next answer has to go on
 * from it: a server cannot show one log to whom it attacks, and another to the rest.
 */
import { fromHex, sha256, toHex } from "../bytes.ts";
import { releaseLabel } from "./labels.ts";
import { checkConsistency, checkLabel, checkNewest, fromBase64, openCheckpoint, readEntry } from "./log.ts";

/** What one version of the app is made of, by path: "sha384-…". */
export interface OwnFiles {
  readonly page: string;
  readonly files: Readonly<Record<string, string>>;
}

/** The newest checkpoint that was verified here. */
export interface SeenLog {
  readonly key: string;
  readonly size: number;
  /** Hex. */
  readonly hash: string;
}

/** Where that is kept. */
export interface SeenKeeper {
  read(): Promise<SeenLog | undefined>;
  write(seen: SeenLog): Promise<void>;
}

const HEAD = "alcove/v1/release";
export const PAGE = "/app";
export const WORKER = "/service_worker.js";

/** What the server offers is not what it stands for. */
export class ReleaseRefused extends Error {}

const refuse = (): never => {
  throw new ReleaseRefused("not a release in the key log");
};

/** Reads a release's text, as internal/webapp/release.go does. */
export function readRelease(text: string): ReadonlyMap<string, string> {
  const [head, ...lines] = text.split("\n");
  if (head !== HEAD || lines.pop() !== "" || lines.length === 0) return refuse();
  const files = lines.map((line) => /^(\/app|\/service_worker\.js|\/assets\/app\/[\w.-]+) (sha384-[A-Za-z0-9+/]{64})$/u.exec(line) ?? refuse()).map(([, path = "", hash = ""]) => [path, hash] as const);
  if (files.some(([path], i) => i > 0 && path <= (files[i - 1]?.[0] ?? ""))) return refuse();
  return new Map(files);
}

/** Fetches as any stranger does, and past every cache. */
async function get(path: string): Promise<Uint8Array<ArrayBuffer>> {
  const answer = await fetch(path, { cache: "no-store", credentials: "omit" });
  if (!answer.ok) throw new TypeError("the server answered otherwise");
  return new Uint8Array(await answer.arrayBuffer());
}

const toBase64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));
const integrityOf = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> => `sha384-${toBase64(new Uint8Array(await crypto.subtle.digest("SHA-384", bytes)))}`;

/**
 * Rejects with ReleaseRefused unless the release that the server names is in its
 * key log, and the service worker that it serves is of that release; with `own`, also
 * the files that go with it. Rejects otherwise where the server cannot be asked.
 */
export async function checkRelease(keeper: SeenKeeper, own?: OwnFiles): Promise<void> {
  const text = await get("/release.txt");
  const files = readRelease(new TextDecoder().decode(text));
  if ((await integrityOf(await get(WORKER))) !== files.get(WORKER)) return refuse();
  const fits = !own || (own.page === files.get(PAGE) && Object.entries(own.files).every(([path, integrity]) => files.get(path) === integrity));
  if (!fits) return refuse();
  await checkLogged(keeper, text);
}

/** As Connect writes LookUpResponse in JSON: bytes in base64, what is empty left out. */
interface Answer {
  readonly key?: string;
  readonly checkpoint?: string;
  readonly newest?: string;
  readonly newestProof?: readonly string[];
  readonly labels?: readonly { readonly beside?: readonly string[]; readonly version?: number; readonly value?: string; readonly otherLabel?: string; readonly otherCommitment?: string }[];
  readonly known?: readonly { readonly hashes?: readonly string[] }[];
}

async function checkLogged(keeper: SeenKeeper, text: Uint8Array): Promise<void> {
  const [seen, label] = [await keeper.read(), releaseLabel(text)];
  const known = seen && seen.size > 0 ? [String(seen.size)] : [];
  const asked = await fetch("/alcove.v1.KeyLogService/LookUp", {
    method: "POST", cache: "no-store", credentials: "omit", headers: { "Content-Type": "application/json", "Connect-Protocol-Version": "1" },
    body: JSON.stringify({ labels: [toBase64(label)], known }),
  });
  if (!asked.ok) throw new TypeError("the server answered otherwise");
  const next = proved((await asked.json()) as Answer, label, text, seen);
  await keeper.write(next);
}

/** What is seen of the log by an answer that holds. */
function proved(answer: Answer, label: Uint8Array, text: Uint8Array, seen: SeenLog | undefined): SeenLog {
  try {
    const { key = "", labels: [proof] = [], known: [earlier] = [] } = answer;
    if (seen && seen.key !== key) return refuse();
    const tree = openCheckpoint(fromBase64(answer.checkpoint ?? ""), key);
    if (seen) checkConsistency({ size: seen.size, hash: fromHex(seen.hash) }, tree, (earlier?.hashes ?? []).map(fromBase64));
    const newest = fromBase64(answer.newest ?? "");
    checkNewest(tree, newest, (answer.newestProof ?? []).map(fromBase64));
    const said = { beside: (proof?.beside ?? []).map(fromBase64), version: proof?.version ?? 0, value: fromBase64(proof?.value ?? ""), otherLabel: fromBase64(proof?.otherLabel ?? ""), otherCommitment: fromBase64(proof?.otherCommitment ?? "") };
    checkLabel(readEntry(newest).root, label, said);
    if (said.version === 0 || toHex(said.value) !== toHex(sha256(text))) return refuse();
    return { key, size: tree.size, hash: toHex(tree.hash) };
  } catch {
    return refuse();
  }
}

/** A keeper in a cache of the browser, which the page and the service worker share. Nothing of it is personal. */
export function cacheKeeper(name: string, url: string): SeenKeeper {
  return {
    async read() {
      const kept = await (await caches.open(name)).match(url);
      return kept && ((await kept.json()) as SeenLog);
    },
    async write(seen) {
      await (await caches.open(name)).put(url, new Response(JSON.stringify(seen)));
    },
  };
}
