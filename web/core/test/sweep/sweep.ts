/**
 * The canary sweep: markers that stand nowhere else are planted through everything
 * that Alcove can do, on the real server and by real clients, and then looked for
 * everywhere the server could have left them. Then builds that leak on purpose have
 * to be caught by the same search. Prints the table that is kept in docs/sweep.md.
 *
 * Ends with 0 if nothing was found, 1 if something was, 2 if something could not be
 * searched here.
 */
import process from "node:process";
import { setTimeout as pass } from "node:timers/promises";
import { KIND_IDS, PLACE_IDS } from "./kinds.ts";
import { sweep, type Stage } from "./run.ts";
import { backUp, strangersSee } from "./places.ts";
import { playRubbish } from "./rubbish.ts";
import { leaks } from "./search.ts";
import { playApart, startOutside } from "./story_apart.ts";
import { playRooms } from "./story_rooms.ts";
import { endConversation, playConversation } from "./story_talk.ts";
import { cellOf, tableOf } from "./table.ts";

const begun = Date.now();
const say = (text: string): void => void process.stderr.write(`${((Date.now() - begun) / 1_000).toFixed(1).padStart(6)} s  ${text}\n`);

/** How long the server has nothing to do before its memory is read once more. */
const IDLE = 10_000;

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

const result = await sweep({ say }, playAll);
for (const { kind, place, text, encoding, where } of leaks(result.findings)) say(`LEAK: ${kind} in ${place}: ${text} as ${encoding}: ${where}`);
say(`${result.markers} markers; searched ${[...result.bytes].map(([place, bytes]) => `${place} ${(bytes / 1e6).toFixed(1)} MB`).join(", ")}`);
process.stdout.write(tableOf(result));
if (KIND_IDS.some((id) => PLACE_IDS.some((place) => ["found", "blind"].includes(cellOf(result, id, place))))) process.exitCode = 1;
else if (result.notDone.size > 0) process.exitCode = 2;
