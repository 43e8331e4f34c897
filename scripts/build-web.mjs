/**
 * Builds the web client into internal/webapp/dist, the same bytes from the same
 * sources every time.
 *
 * The workers come first, because the page names them; each file is named by
 * its content. The service worker comes last, because it names everything else,
 * and keeps its name: by that the browser knows it again. release.txt names each file that
 * a browser is given, with its hash, for the key log and for who compares. index.html carries an
 * import map with the hash of every module, so that no script runs whose bytes are
 * not those built here; manifest.json tells the server what each file is
 * (internal/webapp/webapp.go). An argument names another folder to build into, to
 * compare the two.
 */
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { build } from "esbuild";
import { mendedMls } from "./mended-mls.mjs";

const dist = process.argv[2] ?? "internal/webapp/dist";
const base = "/assets/app/";

const shared = {
  bundle: true,
  format: "esm",
  splitting: true,
  minify: true,
  target: ["es2022"],
  outdir: dist,
  entryNames: "[name]-[hash]",
  chunkNames: "chunk-[hash]",
  assetNames: "[name]-[hash]",
  legalComments: "none",
  metafile: true,
  loader: { ".ftl": "text" },
  jsx: "automatic",
  jsxImportSource: "preact",
  logLevel: "warning",
  define: { "process.env.NODE_ENV": '"production"' },
  plugins: [mendedMls],
};

/**
 * Lets everything that is loaded later stand on all that comes at once, which is
 * there by then: so what comes at once is one file, instead of one for every set
 * of later ones that share a part of it. On a slow network each file is a wait.
 */
const onOneGround = (ground, later) => ({
  name: "on-one-ground",
  setup(building) {
    building.onLoad({ filter: /\.tsx?$/ }, ({ path: file }) => {
      if (!later.has(file)) return undefined;
      const up = path.relative(path.dirname(file), ground);
      return { contents: `${readFileSync(file, "utf8")}\nimport ${JSON.stringify(up.startsWith(".") ? up : `./${up}`)};\n`, loader: path.extname(file).slice(1) };
    });
  },
});

/** The sources that a build loads later, known before it begins: while it runs, a file may be read before the import that makes it one of them. */
async function loadedLater(options) {
  const { metafile } = await build({ ...options, write: false, minify: false });
  const imports = Object.values(metafile.inputs).flatMap((input) => input.imports);
  const later = imports.filter(({ kind, path: file }) => kind === "dynamic-import" && !file.includes("/locales/"));
  return new Set(later.map(({ path: file }) => path.resolve(file)));
}

/** The built file of an entry point. */
function outputOf(result, entry) {
  const found = Object.entries(result.metafile.outputs).find(([, output]) => output.entryPoint === entry);
  if (!found) throw new Error(`nothing was built from ${entry}`);
  return path.relative(dist, found[0]);
}

/** What conversations and rooms are encrypted with, as the client's source says: so that the server can tell those who ask. */
function suites() {
  const source = readFileSync("web/core/mls/suite.ts", "utf8");
  const named = (constant) => new RegExp(`^export const ${constant} = "(\\w+)";$`, "mu").exec(source)?.[1];
  const [conversations, rooms] = [named("CONVERSATION_SUITE"), named("ROOM_SUITE")];
  if (!conversations || !rooms) throw new Error("web/core/mls/suite.ts does not name the suites of conversations and rooms");
  return { conversations, rooms };
}

const digest = (algorithm, bytes) => createHash(algorithm).update(bytes).digest("base64");

function clean() {
  mkdirSync(dist, { recursive: true });
  for (const name of readdirSync(dist)) if (name !== ".keep") rmSync(path.join(dist, name), { recursive: true });
}

async function bundle() {
  const behind = { ...shared, entryPoints: ["web/core/worker.ts", "web/core/opaque_worker.ts"] };
  // The worker of OPAQUE loads nothing later, so that all of this is the core's.
  const coreGround = onOneGround(path.resolve("web/core/worker.ts"), await loadedLater(behind));
  const workers = await build({ ...behind, plugins: [...shared.plugins, coreGround] });
  const core = outputOf(workers, "web/core/worker.ts");
  const login = outputOf(workers, "web/core/opaque_worker.ts");
  const define = { ...shared.define, __CORE_WORKER__: JSON.stringify(base + core), __LOGIN_WORKER__: JSON.stringify(base + login) };
  const app = { ...shared, define, entryPoints: ["web/app/main.tsx", "web/app/styles/main.css"] };
  const ground = onOneGround(path.resolve("web/app/main.tsx"), await loadedLater(app));
  const page = await build({ ...app, plugins: [...shared.plugins, ground] });
  const [, main] = Object.entries(page.metafile.outputs).find(([, output]) => output.entryPoint === "web/app/main.tsx") ?? [];
  const atOnce = main.imports.filter(({ kind }) => kind === "import-statement").map(({ path: file }) => path.relative(dist, file));
  const words = Object.fromEntries(readdirSync("web/locales").map((language) => [language, outputOf(page, `web/locales/${language}/index.ts`)]));
  return { login, atOnce, words, script: outputOf(page, "web/app/main.tsx"), style: outputOf(page, "web/app/styles/main.css"), modules: Object.keys(page.metafile.outputs) };
}

/** Said in every language: without script nothing knows which one is read. */
const WITHOUT_SCRIPT = [
  ["en", "Encrypting on your device needs JavaScript, and it is switched off here. You can still", "read about this practice", "and find", "help in a crisis", "."],
  ["de", "Um auf Ihrem Gerät zu verschlüsseln, braucht es JavaScript, und hier ist es ausgeschaltet. Sie können trotzdem", "über diese Praxis lesen", "und", "Hilfe in einer Krise", " finden."],
  ["es", "Para cifrar en su dispositivo hace falta JavaScript, y aquí está desactivado. Aun así puede", "leer sobre esta consulta", "y encontrar", "ayuda en una crisis", "."],
  ["fr", "Chiffrer sur votre appareil demande JavaScript, et il est désactivé ici. Vous pouvez quand même", "lire ce qu’est ce cabinet", "et trouver de l’", "aide en cas de crise", "."],
  ["ar", "يحتاج التشفير على جهازك إلى JavaScript، وهو معطَّل هنا. ما زال بإمكانك", "القراءة عن هذه العيادة", "والعثور على", "مساعدة في الأزمات", "."],
].map(([lang, why, read, and, help, end]) => `<p lang="${lang}" dir="${lang === "ar" ? "rtl" : "ltr"}">${why} <a href="/?lang=${lang}">${read}</a> ${and}${and.endsWith("’") ? "" : " "}<a href="/crisis?lang=${lang}">${help}</a>${end}</p>`).join("");

function indexHtml({ atOnce, script, style, modules }, files) {
  const scripts = modules.map((name) => path.relative(dist, name)).filter((name) => name.endsWith(".js")).sort();
  const importMap = JSON.stringify({ integrity: Object.fromEntries(scripts.map((name) => [base + name, files[name]])) });
  const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>Alcove</title>
<link rel="icon" href="/assets/pages/favicon.svg">
<link rel="manifest" href="/app.webmanifest">
<link rel="apple-touch-icon" href="/assets/app/icon-own-192.png">
<link rel="stylesheet" href="${base}${style}" integrity="${files[style]}">
<script type="importmap">${importMap}</script>
${atOnce.map((name) => `<link rel="modulepreload" href="${base}${name}" integrity="${files[name]}">`).join("\n")}
<script type="module" src="${base}${script}" integrity="${files[script]}"></script>
</head>
<body>
<div id="app"></div>
<noscript>${WITHOUT_SCRIPT}</noscript>
</body>
</html>
`;
  return { html, importMap: digest("sha256", importMap) };
}

/** What the app needs without a connection: everything that was built, each file with its hash. */
async function serviceWorker(html, files) {
  const page = `sha384-${digest("sha384", html)}`;
  const listed = Object.fromEntries(Object.entries(files).map(([name, integrity]) => [base + name, integrity]));
  const version = createHash("sha256").update(JSON.stringify([page, listed])).digest("hex").slice(0, 16);
  const { splitting: _splitting, ...single } = shared;
  await build({
    ...single, format: "iife", entryNames: "[name]", entryPoints: ["web/app/reach/service_worker.ts"],
    define: { ...shared.define, __SHELL__: JSON.stringify({ version, page, files: listed }) },
  });
}

/** Every file that a browser is given, with its hash, as internal/webapp/release.go reads it. */
function release(files) {
  const beside = { "/app": "index.html", "/service_worker.js": "service_worker.js" };
  const hashed = Object.entries(beside).map(([at, name]) => [at, `sha384-${digest("sha384", readFileSync(path.join(dist, name)))}`]);
  const all = [...hashed, ...Object.entries(files).map(([name, integrity]) => [base + name, integrity])];
  return ["alcove/v1/release", ...all.sort(([a], [b]) => (a < b ? -1 : 1)).map(([at, integrity]) => `${at} ${integrity}`), ""].join("\n");
}

/** On other threads, so that files are compressed side by side. */
async function compress(name, bytes) {
  const [best, known] = await Promise.all([
    promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
    promisify(gzip)(bytes, { level: 9 }),
  ]);
  writeFileSync(path.join(dist, `${name}.br`), best);
  writeFileSync(path.join(dist, `${name}.gz`), known);
  return `${name}\t${bytes.length} bytes\t${best.length} brotli`;
}

clean();
const built = await bundle();
const names = readdirSync(dist).filter((name) => name !== ".keep").sort();
const contents = new Map(names.map((name) => [name, readFileSync(path.join(dist, name))]));
const files = Object.fromEntries([...contents].map(([name, bytes]) => [name, `sha384-${digest("sha384", bytes)}`]));
const { html, importMap } = indexHtml(built, files);
writeFileSync(path.join(dist, "index.html"), html);
await serviceWorker(html, files);
writeFileSync(path.join(dist, "release.txt"), release(files));
writeFileSync(path.join(dist, "manifest.json"), `${JSON.stringify({ importMap, loginWorker: built.login, words: built.words, suites: suites(), files }, null, 1)}\n`);
console.log((await Promise.all([...contents].map(([name, bytes]) => compress(name, bytes)))).join("\n"));
