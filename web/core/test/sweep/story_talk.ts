/** A conversation of two, told in markers: what the leak test plays, and all that can be done in one beside. */
import type { ClosableCore } from "../../core.ts";
import { randomBytes } from "../../bytes.ts";
import { playTalk, type Scene } from "../leak_story.ts";
import { texts, untilView } from "../practice.ts";
import type { TestServer } from "../server.ts";
import type { KindId } from "./kinds.ts";
import type { Markers } from "./markers.ts";

/** The words of the leak test's story, each a marker. */
function talkWords(m: Markers) {
  return {
    client: [m.words("messages"), m.words("messages")],
    practitioner: [m.words("messages")],
    askedBack: m.words("messages"), answer: m.words("messages"), declined: m.words("messages"),
    intake: { reason: m.words("intake"), region: m.word("intake"), medical: m.words("intake"), realName: m.name("contact"), emergencyContact: m.words("contact") },
    drafts: [m.words("drafts")],
    notes: [m.words("notes")],
    passphrases: [0, 1, 2].map(() => `${m.word("passphrases")} ${m.word("passphrases")} 7 ${m.word("passphrases")}`),
    pseudonyms: {
      steward: m.name("names"), practitioner: m.name("names"), client: m.name("names"), other: m.name("names"), renamed: m.name("names"),
      unknown: `${m.word("names")}-4711`,
    },
  };
}

/** The leak test's part of it. */
export function playTalkAlone(server: TestServer, m: Markers, browser: () => ClosableCore): Promise<Scene> {
  m.plant("setUp", server.setUpToken);
  return playTalk(server, browser, talkWords(m));
}

export async function playConversation(server: TestServer, m: Markers, browser: () => ClosableCore): Promise<Scene> {
  const scene = await playTalkAlone(server, m, browser);
  // What was made on the way: login names with the server's digits, recovery codes.
  for (const [kind, made] of Object.entries(scene.typed)) for (const text of made) m.plant(kind as KindId, text);
  for (const code of scene.typed.recoveryCodes) m.plant("recoveryCodes", code.replaceAll(/[^0-9A-Za-z]/g, ""));

  const { client, practitioner, id } = scene;
  const newest = async (core: ClosableCore, text: string) => (await untilView(core, id, (view) => texts(view).includes(text))).items.find((item) => item.kind === "message" && item.text === text)!;
  const say = async (from: ClosableCore, to: ClosableCore, text: string, reply?: string): Promise<string> => {
    await from.send(id, text, reply);
    return (await newest(to, text)).id;
  };
  const first = await say(client, practitioner, m.words("messages"));
  await say(practitioner, client, m.words("messages"), first);
  const edited = m.words("messages");
  await client.edit(id, first, edited);
  await newest(practitioner, edited);
  await practitioner.react(id, first, "🙂", true);
  const regretted = await say(client, practitioner, m.words("messages"));
  await client.takeBack(id, regretted);
  await client.star(id, first, true);
  await client.search(m.word("drafts"));
  await client.saveDraft(id, m.words("drafts"));
  await practitioner.setPhrase(undefined, m.words("drafts"));
  await client.nameDevice((await client.devices())[0]!.id, m.name("devices"));

  const content = new Uint8Array(300_000).fill(0x20);
  content.set(new TextEncoder().encode(m.words("files")), 1_000);
  content.set(randomBytes(1_000), 100_000);
  content.set(new TextEncoder().encode(m.words("files")), 290_000);
  await client.sendFile(id, { name: `${m.word("files")}.txt`, type: "text/plain", content: new Blob([content]), preview: `data:image/jpeg;base64,${Buffer.from(m.words("files")).toString("base64")}` });
  const withFile = await untilView(practitioner, id, (view) => view.items.some((item) => item.kind === "message" && item.file !== undefined), 60_000);
  await practitioner.attachment(id, withFile.items.find((item) => item.kind === "message" && item.file)!.id);

  await client.startLive(id, 15);
  await untilView(practitioner, id, (view) => view.live?.state === "proposed");
  await practitioner.joinLive(id);
  await untilView(client, id, (view) => view.live?.state === "on");
  await say(client, practitioner, m.words("messages"));
  await practitioner.endLive(id);
  const ended = await untilView(client, id, (view) => view.live?.state === "closing");
  await client.keepForNextTime(id, ended.live!.id, m.words("notes"));
  await client.proposeCodeWord(id, m.words("notes"));
  const proposed = await untilView(practitioner, id, (view) => view.codeWord.proposed !== undefined);
  await practitioner.agreeCodeWord(id, proposed.codeWord.proposed!.id);
  await client.setDisappearing(id, 3_600);
  await say(client, practitioner, m.words("messages"));
  await client.setRetention(id, 30);
  return scene;
}

/** Some of it is forgotten, taken along and ended. */
export async function endConversation({ client, practitioner, id, passphrase }: Scene, m: Markers): Promise<void> {
  const taken = await client.exported(id);
  await client.lockExport(new Blob([JSON.stringify(taken)]), { passphrase: `${m.word("passphrases")} ${m.word("passphrases")} 9` });
  await client.revokeConsent(id);
  await client.forget(id, "both");
  await practitioner.endConversation(id);
  await untilView(client, id, (view) => view.summary.state === "ended");
  await client.held("de");
  await client.endOtherSessions();
  await client.deleteAccount(passphrase);
}
