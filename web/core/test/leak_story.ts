/**
 * The story after which the server's files are searched, and everything that
 * was typed in it. What practitioners and stewards publish (a profile, the
 * practice's name) is public and not among it.
 *
 * It is bundled by leak.test.ts: as it is, and with encryption switched off.
 */
import type { Core } from "../api.ts";
import { createNodeCore } from "../node.ts";
import { createAuthenticator } from "./authenticator.ts";
import { texts, untilView } from "./practice.ts";
import type { TestServer } from "./server.ts";

/** What was typed, by kind. */
export type Typed = Readonly<Record<"messages" | "intake" | "contact" | "notes" | "drafts" | "names" | "passphrases" | "recoveryCodes", readonly string[]>>;

const said = {
  client: ["Nieselregenwochen machen mich schwermütig 🌧️", "Meine Nachbarin Hildegund \"poltert\" nachts\tim Treppenhaus", "спасибо вам большое"],
  practitioner: ["Wann begannen die Schlafstörungen, vor der Trennung?", "Atemübungen nach Jacobson probieren"],
  askedBack: "Seit welchem Monat ungefähr?",
  answer: "Ungefähr seit Septemberanfang",
  declined: "Leider arbeite ich momentan ausschließlich mit Jugendlichen",
};
const intake = { reason: "Panikattacken in Straßenbahnen", region: "Ostholstein", medical: "Schilddrüsenunterfunktion, Levothyroxin", realName: "Wilhelmine Grünspan", emergencyContact: "Schwester Ottilie, 04361 778899" };
const drafts = ["Vielleicht sollte ich erwähnen"];
const notes = ["Selbstgefährdung abgeklärt werden muss"];
const passphrases = ["granite whisper tundra velocity parcel ninety", "harbour mosaic lantern whistle copper quarry", "entirely mistaken bassoon somewhere"];
const pseudonyms = { steward: "Hidden Juniper", practitioner: "Copper Marigold", client: "Velvet Kestrel", other: "Silent Bramble", renamed: "Gentle Sparrowhawk", unknown: "vanished-wanderer-4711" };

/** Plays it on a server that nobody has set up yet. */
export async function playStory(server: Pick<TestServer, "baseUrl" | "ca" | "setUpToken">): Promise<Typed> {
  const cores: { close(): Promise<void> }[] = [];
  const names: string[] = Object.values(pseudonyms);
  const recoveryCodes: string[] = [];
  const [passphrase = "", next = "", wrong = ""] = passphrases;

  function browser() {
    const core = createNodeCore({ baseUrl: server.baseUrl, ca: server.ca });
    cores.push(core);
    return core;
  }
  async function signUp(core: Core, pseudonym: string, invitation?: string): Promise<string> {
    const { account, recoveryCode } = await core.signUp({ pseudonym, passphrase, ...(invitation ? { invitation } : {}) });
    recoveryCodes.push(recoveryCode);
    names.push(account.loginName);
    if (!invitation) return account.loginName;
    const passkey = createAuthenticator(server.baseUrl);
    await core.passkeyRegisterFinish(await passkey.create(await core.passkeyRegisterStart()));
    return account.loginName;
  }

  const steward = browser();
  await signUp(steward, pseudonyms.steward, server.setUpToken);
  await steward.updatePractice({ ...(await steward.practice()), name: "Seaside", languages: ["de"], jurisdiction: "DE", emergencyNumber: "112", contactEmail: "hello@example.org" });
  const practitioner = browser();
  await signUp(practitioner, pseudonyms.practitioner, (await steward.createInvitation({ label: "a colleague", role: "practitioner" })).token);
  await practitioner.putOwnProfile({
    displayName: "Dr Reed", profession: "Psychologist", registrationBody: "Chamber", registrationNumber: "1", modality: "CBT",
    languages: ["de"], specialities: ["grief"], about: "Listens.", accepting: true,
  });
  const consentVersion = await practitioner.putConsentText({
    language: "de", credentials: "a", risksAndBenefits: "b", limitsOfConfidentiality: "c", responseTimes: "d", technologyFailure: "e",
    emergencies: "f", fees: "g", recordKeeping: "h",
  });
  const { accountId } = await practitioner.ownProfile();
  await steward.reviewProfile({ accountId, credentialsConfirmed: true, published: true });
  await practitioner.conversations();

  const client = browser();
  const loginName = await signUp(client, pseudonyms.client);
  const id = await client.requestTherapy({ practitioner: accountId, consentVersion, intake });
  await untilView(practitioner, id, (view) => view.intake !== undefined);
  await practitioner.askBack(id, said.askedBack);
  await untilView(client, id, (view) => view.canWrite);
  await client.send(id, said.answer);
  await untilView(practitioner, id, (view) => texts(view).includes(said.answer));
  for (const part of ["medical", "contact"] as const) await practitioner.openSealed(id, part, notes[0] ?? "");
  await practitioner.accept(id);
  await untilView(client, id, (view) => view.summary.state === "open");
  for (const text of said.client) {
    await client.typing(id);
    await client.send(id, text);
  }
  await untilView(practitioner, id, (view) => said.client.every((text) => texts(view).includes(text)));
  for (const text of said.practitioner) await practitioner.send(id, text);
  await untilView(client, id, (view) => said.practitioner.every((text) => texts(view).includes(text)));
  await client.saveDraft(id, drafts[0] ?? "");
  await client.setCompared(id, true);
  await client.setDisplayName(pseudonyms.renamed);

  const refused = browser();
  await signUp(refused, pseudonyms.other);
  const declined = await refused.requestTherapy({ practitioner: accountId, consentVersion, intake });
  await untilView(practitioner, declined, (view) => view.intake !== undefined);
  await practitioner.decline(declined, said.declined);
  await untilView(refused, declined, (view) => view.summary.state === "declined");

  // Attempts that fail are what logs like to write down.
  for (const name of [loginName, pseudonyms.unknown]) await browser().logIn({ loginName: name, passphrase: wrong }).catch(() => undefined);
  await client.setPassphrase({ current: passphrase, next, newRecoveryCode: false });
  const desk = browser();
  await desk.recover(recoveryCodes[2] ?? "");
  const renewed = await desk.setPassphrase({ next, newRecoveryCode: true });
  recoveryCodes.push(renewed.recoveryCode ?? "");
  await untilView(desk, id, (view) => texts(view).includes(said.client[0] ?? ""));
  for (const core of cores) await core.close();

  const { realName, emergencyContact, ...card } = intake;
  return {
    messages: [...said.client, ...said.practitioner, said.askedBack, said.answer, said.declined],
    intake: Object.values(card), contact: [realName, emergencyContact], notes, drafts, names, passphrases, recoveryCodes,
  };
}
