/**
 * The canary sweep: markers that stand nowhere else are planted through everything
 * that Alcove can do, on the real server and by real clients, and then looked for
 * everywhere the server could have left them. Then builds that leak on purpose have
 * to be caught by the same search. Prints a table, and where nothing leaked and all
 * was searched keeps it for the page /security/sweep.
 *
 * Arguments choose builds that leak by a part of what is said of them, without the rest.
 * Ends with 0 if nothing was found, 1 if something was, 2 if something could not be
 * searched here.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { setTimeout as pass } from "node:timers/promises";
import { bundled, type Double } from "../leak_bundle.ts";
import { KIND_IDS, PLACE_IDS, PLACES } from "./kinds.ts";
import { buildWith, type Leak, LEAKS } from "./leaky.ts";
import { type Result, type Stage, sweep } from "./run.ts";
import { backUp, strangersSee } from "./places.ts";
import { playFault, playLittle, playRubbish } from "./rubbish.ts";
import { leaks } from "./search.ts";
import { playApart, startOutside } from "./story_apart.ts";
import { examine, exchangeKeys } from "./story_keys.ts";
import { playRooms } from "./story_rooms.ts";
import { playSurvey } from "./story_survey.ts";
import { endConversation, playConversation } from "./story_talk.ts";
import { cellOf, keptOf, tableOf } from "./table.ts";

const begun = Date.now();
const say = (text: string): void => void process.stderr.write(`${((Date.now() - begun) / 1_000).toFixed(1).padStart(6)} s  ${text}\n`);

const KEPT = "internal/pages/sweep.json";
/** How long the server has nothing to do before its memory is read once more. */
const IDLE = 10_000;

/** Says what came of it; answers what to end with. */
function conclude(result: Result, missed: readonly Leak[]): number {
  process.stdout.write(tableOf(result, missed));
  const failed = missed.length > 0 || KIND_IDS.some((id) => PLACE_IDS.some((place) => ["found", "blind"].includes(cellOf(result, id, place))));
  if (failed) return 1;
  if (result.notDone.size > 0) {
    for (const [place, why] of result.notDone) say(`not done here: ${PLACES[place]}: ${why}`);
    return 2;
  }
  writeFileSync(KEPT, `${JSON.stringify(keptOf(result), null, 2)}\n`);
  return 0;
}

async function playAll(stage: Stage): Promise<void> {
  const { server, markers, browser } = stage;
  const outside = await startOutside(server);
  try {
    await server.halt();
    await server.resume({
      args: ["--push-service", outside.push, "--smtp-host", "127.0.0.1", "--smtp-port", String(outside.mail.port), "--smtp-tls", "none", "--smtp-from", "Practice <office@example.org>"],
      env: { SSL_CERT_FILE: `${server.data}/tls/cert.pem`, TMPDIR: `${stage.folder}/tmp` },
    });
    const scene = await playConversation(server, markers, browser);
    say("conversation played");
    await stage.look("after the conversation");
    await playRooms(scene, markers, browser);
    say("rooms played");
    await stage.look("after the rooms");
    await playSurvey(scene, markers, browser);
    say("a survey played");
    await stage.look("after the survey");
    await playApart(scene, outside, markers, browser);
    say("e-mail, push, devices, publishing and a breach played");
    await playRubbish(server, markers);
    say("rubbish played");
    await stage.look("after the rubbish");
    const backup = await backUp(stage.binary, server, stage.folder);
    stage.search("backup", backup.opened);
    stage.search("log", backup.said);
    stage.search("disk", backup.restored);
    stage.search("pages", await strangersSee(server, scene.practitionerId));
    await endConversation(scene, markers);
    // Last of all: with the certificate that the server made itself nobody who is here trusts it any more.
    await exchangeKeys(server, scene.steward, markers);
    stage.search("log", [await examine(stage.binary, server)]);
    say("keys exchanged, and the doctor was here");
    stage.files("after an exchange of keys");
    await pass(IDLE);
    await stage.look("idle");
    await server.halt("SIGKILL");
    stage.files("killed");
    // What Go writes down of itself when it is asked to end like this: where all goroutines stand.
    await server.resume();
    await playRubbish(server, markers);
    await server.halt("SIGQUIT");
    if (!server.output().includes("goroutine 1 ")) throw new Error("no goroutines were written down");
    stage.files("after its last words");
    await server.resume();
  } finally {
    await outside.stop();
  }
}

/** A short story for a build that leaks on purpose. */
async function playShort({ server, markers, browser, look, search, binary, folder }: Stage): Promise<void> {
  await playLittle(server, markers);
  const { account, recoveryCode } = await browser().signUp({ pseudonym: markers.name("names"), passphrase: `${markers.word("passphrases")} ${markers.word("passphrases")} 7` });
  markers.plant("names", account.loginName);
  markers.plant("recoveryCodes", recoveryCode);
  await look("after a little");
  search("backup", (await backUp(binary, server, folder)).opened);
  await playFault(server, markers);
}

const leakyClient = (double: Double) => async ({ server, markers, look }: Stage): Promise<void> => {
  const { sweptCore, playTalkAlone } = await bundled<typeof import("./leaky_client.ts")>("sweep/leaky_client.ts", double);
  const cores: { close(): Promise<void> }[] = [];
  const { typed } = await playTalkAlone(server, markers, () => {
    const core = sweptCore(server, markers);
    cores.push(core);
    return core;
  });
  for (const text of typed.messages) markers.plant("messages", text);
  await look("after plain words");
  for (const core of cores) await core.close();
};

/** Whether the sweep catches a leak that was made on purpose. */
async function caught({ title, kind, place, how }: Leak): Promise<boolean> {
  const folder = mkdtempSync(path.join(tmpdir(), "alcove-leaky-"));
  try {
    const { findings } = await ("server" in how ? sweep({ binary: buildWith(how.server, folder), say: () => undefined }, playShort) : sweep({ say: () => undefined }, leakyClient(how.client)));
    const found = leaks(findings).filter((finding) => finding.kind === kind);
    const there = found.find((finding) => finding.place === place);
    say(`${there ? "caught" : "NOT CAUGHT"}: ${title}${there ? ` (${there.encoding})` : `; found in ${found.map((finding) => finding.place).join(", ") || "no place"}`}`);
    return there !== undefined;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const wanted = process.argv.slice(2);
const result = wanted.length > 0 ? undefined : await sweep({ say }, playAll);
for (const { kind, place, text, encoding, where } of leaks(result?.findings ?? [])) say(`LEAK: ${kind} in ${place}: ${text} as ${encoding}: ${where}`);
if (result) say(`${result.markers} markers; searched ${[...result.bytes].map(([place, bytes]) => `${place} ${(bytes / 1e6).toFixed(1)} MB`).join(", ")}`);
const missed: Leak[] = [];
for (const leak of LEAKS.filter(({ title }) => wanted.length === 0 || wanted.some((part) => title.includes(part)))) if (!(await caught(leak))) missed.push(leak);
process.exit(result ? conclude(result, missed) : missed.length > 0 ? 1 : 0);
