/** What happens beside talk, in markers: e-mail, push, linking a device, a second passphrase, what the practice publishes, a breach. */
import { createECDH, randomBytes as nodeRandom } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer } from "node:https";
import path from "node:path";
import type { ClosableCore } from "../../core.ts";
import { randomBytes, toHex } from "../../bytes.ts";
import type { Scene } from "../leak_story.ts";
import { type MailServer, startMailServer } from "../smtp.ts";
import type { TestServer } from "../server.ts";
import type { Markers } from "./markers.ts";

export interface Outside {
  readonly mail: MailServer;
  /** Host and port of the push service. */
  readonly push: string;
  /** How often it was called. */
  calls(): number;
  stop(): Promise<void>;
}

/** A mail server and a push service on this machine; the latter with the server's own certificate, which is for localhost. */
export async function startOutside(server: TestServer): Promise<Outside> {
  const mail = await startMailServer((to) => to.endsWith(".invalid"));
  const tls = (name: string) => readFileSync(path.join(server.data, "tls", name));
  let called = 0;
  const service = createServer({ cert: tls("cert.pem"), key: tls("key.pem") }, (request, response) => {
    called++;
    request.resume();
    // Of its answers one is a success, the others such as fill logs: an error that tells where it was.
    response.writeHead(called % 2 === 1 ? 201 : 500).end(`there was no ${request.url ?? ""}`);
  });
  await new Promise<void>((resolve) => service.listen(0, "127.0.0.1", resolve));
  const address = service.address();
  return {
    mail, push: `localhost:${typeof address === "object" ? address!.port : 0}`, calls: () => called,
    async stop() {
      service.closeAllConnections();
      service.close();
      await mail.stop();
    },
  };
}

function subscription(host: string, m: Markers) {
  const key = createECDH("prime256v1");
  return { endpoint: `https://${host}/${m.word("push")}/${m.word("push")}`, publicKey: new Uint8Array(key.generateKeys()), auth: new Uint8Array(nodeRandom(16)) };
}

export async function playApart(scene: Scene, outside: Outside, m: Markers, browser: () => ClosableCore): Promise<void> {
  const { client, practitioner, practitionerId, steward, loginName, passphrase, id } = scene;
  await practised(scene, m);

  await client.setMail(`${m.word("mail")}@${m.word("mail")}.example`, "de");
  const { data } = await outside.mail.until(1);
  await client.confirmMail(/\b(\d{6})\b/.exec(data)![1]!);
  await steward.testMail(`${m.word("mail")}@${m.word("mail")}.example`, "en");
  await outside.mail.until(2);
  await steward.testMail(`${m.word("mail")}@${m.word("mail")}.invalid`, "en").then(() => { throw new Error("a mail that was refused went out"); }, () => undefined);

  const second = `${m.word("passphrases")} ${m.word("passphrases")} 5 ${m.word("passphrases")}`;
  await client.setSecondPassphrase({ current: passphrase, next: second });
  await browser().logIn({ loginName, passphrase: second });

  // Another device, let in by a code; another still, which then goes away and is to be told.
  const [told, desk] = [browser(), browser()];
  const shown = new Promise<string>((resolve) => void client.subscribe((event) => {
    if (event.type !== "linking") return;
    if (event.linking.step === "shown") resolve(event.linking.code);
    if (event.linking.step === "compare") void client.confirmLink();
  }));
  await client.showLink({ passphrase });
  await desk.enterLink({ code: await shown });
  await told.logIn({ loginName, passphrase });
  await told.setPush(subscription(outside.push, m));
  await told.logOut();
  await told.logIn({ loginName, passphrase });
  await told.setPush(subscription(outside.push, m));
  await told.close();
  await desk.close();
  await client.lock();
  const before = outside.calls();
  await practitioner.send(id, m.words("messages"));
  // It is told some seconds later, on purpose.
  for (const end = Date.now() + 45_000; outside.calls() === before; await new Promise((resolve) => setTimeout(resolve, 100))) if (Date.now() > end) throw new Error("the push service was never called");
  await client.logIn({ loginName, passphrase });

  const { token } = await steward.createInvitation({ label: m.words("labels"), role: "steward" });
  m.plant("links", token);
  await browser().checkInvitation(token);
  await breached(scene, practitionerId, m);

  // What one does with one's own: looks at the access log, takes along what the server holds.
  await client.accessLog();
  await client.held("en");
  await client.noteExport("held");
}

/** What the practice and its practitioners publish. */
async function practised({ steward, practitioner, practitionerId }: Scene, m: Markers): Promise<void> {
  await steward.updatePractice({ ...(await steward.practice()), name: m.word("published"), contactPhone: "+49 30 1", contactAddress: m.words("published"), contactEmail: `${m.word("published")}@example.org` });
  await practitioner.putOwnProfile({ ...(await practitioner.ownProfile()), about: m.words("published"), profession: m.word("published") });
  await practitioner.putAvailability({ hours: m.words("published"), awayUntil: "", urgent: m.words("published") });
  await practitioner.putConsentText({
    language: "en", credentials: "a", risksAndBenefits: m.words("published"), limitsOfConfidentiality: "c", responseTimes: "d", technologyFailure: "e",
    emergencies: "f", fees: "g", recordKeeping: m.words("published"), recordYears: 10,
  });
  await steward.reviewProfile({ accountId: practitionerId, credentialsConfirmed: true, published: true });
  const { version, facts } = await steward.policy("en");
  await steward.publishPolicy({ base: version, facts: { ...facts, controller: m.words("published") }, note: m.words("published"), matters: true });
}

/** The register, and a notice of each kind. */
async function breached({ steward, client }: Scene, practitionerId: string, m: Markers): Promise<void> {
  const entry = await steward.putBreach({
    title: m.words("register"), kind: "acquaintance", risk: "high", happened: m.words("register"), when: m.word("register"), awareAt: Date.now(), data: ["message"],
    affected: m.words("register"), people: 1, consequences: m.words("register"), measures: m.words("register"), contact: m.name("register"), authorityAt: 0, lateReason: m.words("register"), hhsAt: 0,
  });
  const publish = (audience: Parameters<typeof steward.publishBreachNotice>[0]["audience"], kind: "notices" | "ownNotices"): Promise<number> => steward.publishBreachNotice({
    id: toHex(randomBytes(16)), breach: entry.id, audience, kind: "acquaintance", words: [{ language: "en", happened: m.words(kind), means: m.words(kind), did: m.words(kind), can: m.words(kind) }],
  });
  await publish({ who: "everybody" }, "notices");
  await publish({ who: "clients", of: practitionerId }, "notices");
  const session = await client.start();
  if (session.state === "ready") await publish({ who: "accounts", accounts: [session.account.accountId] }, "ownNotices");
  for (const { id, confirmed } of await client.breachNotices()) if (!confirmed) await client.confirmBreachNotice(id);
  await steward.freezeSignUps(true);
  await steward.freezeSignUps(false);
}
