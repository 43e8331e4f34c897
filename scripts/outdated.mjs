/**
 * Which parts of others there are newer ones of, and for how long. Fails when one has
 * waited longer than docs/architecture.md, "Parts of others", allows, unless
 * scripts/held-back.json says why. Asks the registries, so it is no part of `make test`.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** Days from the first newer version on; "at least twice a year". */
const LONGEST = 183;
const DAY = 24 * 60 * 60 * 1000;
const heldBack = JSON.parse(readFileSync(new URL("held-back.json", import.meta.url), "utf8"));

const run = (command, ...args) => execFileSync(command, args, { encoding: "utf8", maxBuffer: 1 << 28 });
const numbers = (version) => version.replace(/^v/u, "").split(".").map(Number);
const released = (version) => /^v?\d+\.\d+\.\d+$/u.test(version);
function later(a, b) {
  const [x, y] = [numbers(a), numbers(b)];
  const i = x.findIndex((n, at) => n !== y[at]);
  return i >= 0 && x[i] > y[i];
}

/** Go's direct dependencies with a newer version: name, now, newest, when the first newer one came. */
function goModules() {
  const found = run("go", "list", "-m", "-u", "-e", "-f", "{{if and .Update (not .Indirect)}}{{.Path}} {{.Version}} {{.Update.Version}}{{end}}", "all");
  return found.split("\n").filter(Boolean).map((line) => {
    const [name, now, newest] = line.split(" ");
    const versions = run("go", "list", "-m", "-versions", "-f", "{{join .Versions \" \"}}", name).trim().split(" ");
    const next = versions.find((version) => released(version) && later(version, now)) ?? newest;
    return { name, now, newest, since: run("go", "list", "-m", "-f", "{{.Time.Format \"2006-01-02T15:04:05Z\"}}", `${name}@${next}`).trim() };
  });
}

function npmPackages() {
  // Exit code 1 says that there are some.
  const { stdout } = spawnSync("npm", ["outdated", "--json"], { encoding: "utf8", maxBuffer: 1 << 28 });
  const found = JSON.parse(stdout || "{}");
  if (found.error) throw new Error(`npm: ${found.error.summary}`);
  return Object.entries(found).filter(([, { current, latest }]) => current && released(latest) && later(latest, current)).map(([name, { current: now, latest: newest }]) => {
    const times = JSON.parse(run("npm", "view", name, "time", "--json"));
    const since = Object.entries(times).filter(([version]) => released(version) && later(version, now)).map(([, at]) => at).sort()[0] ?? times[newest];
    return { name, now, newest, since };
  });
}

let overdue = 0;
const found = [...goModules(), ...npmPackages()].map((part) => ({ ...part, days: Math.floor((Date.now() - Date.parse(part.since)) / DAY) }));
for (const { name, now, newest, days } of found.sort((a, b) => b.days - a.days)) {
  const why = heldBack[name];
  const late = days > LONGEST && why === undefined;
  if (late) overdue++;
  console.log(`${late ? "OVERDUE " : "        "}${name} ${now}, newest ${newest}, for ${days} days${why ? `: ${why}` : ""}`);
}
for (const name of Object.keys(heldBack)) {
  if (!found.some((part) => part.name === name)) console.log(`        ${name} is held back in scripts/held-back.json and need not be`);
}
if (overdue > 0) {
  console.log(`${overdue} waited longer than ${LONGEST} days: renew them, or say in scripts/held-back.json why not`);
  process.exitCode = 1;
}
