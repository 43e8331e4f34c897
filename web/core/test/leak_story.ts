/**
 * The story after which the server's files are searched, and everything that
 * was typed in it. What practitioners and stewards publish (a profile, the
 * practice's name) is public and not among it.
 *
 * It is bundled by leak.test.ts: as it is, and with encryption switched off. The
 * sweep (sweep/) plays it with markers in place of words, and goes on from there.
 */
import type { Core, NewIntake } from "../api.ts";
import type { ClosableCore } from "../core.ts";
import { createNodeCore } from "../node.ts";
import { createAuthenticator } from "./authenticator.ts";
import { texts, untilView } from "./practice.ts";
import { quickOpaque } from "./quick_opaque.ts";
import type { TestServer } from "./server.ts";

/** What was typed, by kind. */
export type Typed = Readonly<Record<"messages" | "intake" | "contact" | "notes" | "drafts" | "names" | "passphrases" | "recoveryCodes" | "links", readonly string[]>>;

/** What is typed in the story. Of `client`, `practitioner` and `passphrases` the order counts: the first passphrase, the next, a wrong one. */
export interface Words {
  readonly client: readonly string[];
  readonly practitioner: readonly string[];
  readonly askedBack: string;
  readonly answer: string;
  readonly declined: string;
  readonly intake: Required<Omit<NewIntake, "formerName" | "codeWord">>;
  readonly drafts: readonly string[];
  readonly notes: readonly string[];
  readonly passphrases: readonly string[];
  readonly pseudonyms: Readonly<Record<"steward" | "practitioner" | "client" | "other" | "renamed" | "unknown", string>>;
}

const WORDS: Words = {
  client: ["Nieselregenwochen machen mich schwermütig 🌧️", "Meine Nachbarin Hildegund \"poltert\" nachts\tim Treppenhaus", "спасибо вам большое"],
  practitioner: ["Wann begannen die Schlafstörungen, vor der Trennung?", "Atemübungen nach Jacobson probieren"],
  askedBack: "Seit welchem Monat ungefähr?",
  answer: "Ungefähr seit Septemberanfang",
  declined: "Leider arbeite ich momentan ausschließlich mit Jugendlichen",
  intake: { reason: "Panikattacken in Straßenbahnen", region: "Ostholstein", medical: "Schilddrüsenunterfunktion, Levothyroxin", realName: "Wilhelmine Grünspan", emergencyContact: "Schwester Ottilie, 04361 778899" },
  drafts: ["Vielleicht sollte ich erwähnen"],
  notes: ["Selbstgefährdung abgeklärt werden muss"],
  passphrases: ["granite whisper tundra velocity parcel ninety", "harbour mosaic lantern whistle copper quarry", "entirely mistaken bassoon somewhere"],
  pseudonyms: { steward: "Hidden Juniper", practitioner: "Copper Marigold", client: "Velvet Kestrel", other: "Silent Bramble", renamed: "Gentle Sparrowhawk", unknown: "vanished-wanderer-4711" },
};

/** Who is there when it has been played. */
export interface Scene {
  readonly typed: Typed;
  readonly steward: ClosableCore;
  readonly practitioner: ClosableCore;
  readonly practitionerId: string;
  /** In another browser than at first, who came back by the recovery code. */
  readonly client: ClosableCore;
  readonly loginName: string;
  /** The client's present one. */
  readonly passphrase: string;
  /** The client's conversation with the practitioner. */
  readonly id: string;
}

type Place = Pick<TestServer, "baseUrl" | "ca" | "setUpToken">;

/** Plays it on a server that nobody has set up yet. */
export async function playStory(server: Place): Promise<Typed> {
  const cores: ClosableCore[] = [];
  const { typed } = await playTalk(server, () => {
    const core = createNodeCore({ baseUrl: server.baseUrl, ca: server.ca, opaque: quickOpaque });
    cores.push(core);
    return core;
  }, WORDS);
  for (const core of cores) await core.close();
  return typed;
}

/** The same with other browsers and words; whoever gave the browsers closes them. */
export async function playTalk(server: Place, browser: () => ClosableCore, said: Words): Promise<Scene> {
  const { intake, drafts, notes, passphrases, pseudonyms } = said;
  const names: string[] = Object.values(pseudonyms);
  const recoveryCodes: string[] = [];
  /** Of staff, in place of a passkey. */
  const codes: string[] = [];
  const [passphrase = "", next = "", wrong = ""] = passphrases;

  async function signUp(core: Core, pseudonym: string, invitation?: string): Promise<string> {
    const { account, recoveryCode } = await core.signUp({ pseudonym, passphrase, ...(invitation ? { invitation } : {}) });
    recoveryCodes.push(recoveryCode);
    names.push(account.loginName);
    if (!invitation) return account.loginName;
    const passkey = createAuthenticator(server.baseUrl);
    const { oneTimeCodes } = await core.passkeyRegisterFinish(await passkey.create(await core.passkeyRegisterStart()));
    codes.push(...oneTimeCodes);
    return account.loginName;
  }

  const steward = browser();
  await signUp(steward, pseudonyms.steward, server.setUpToken);
  await steward.updatePractice({ ...(await steward.practice()), name: "Seaside", languages: ["de"], jurisdiction: "DE", emergencyNumber: "112", contactEmail: "hello@example.org" });
  const practitioner = browser();
  const practitionerName = await signUp(practitioner, pseudonyms.practitioner, (await steward.createInvitation({ label: "a colleague", role: "practitioner" })).token);
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

  const borrowed = browser();
  await borrowed.logIn({ loginName: practitionerName, passphrase });
  await borrowed.useOneTimeCode(codes.at(-1) ?? "");
  await borrowed.logOut();

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
  const { realName, emergencyContact, ...card } = intake;
  const typed: Typed = {
    messages: [...said.client, ...said.practitioner, said.askedBack, said.answer, said.declined],
    intake: Object.values(card), contact: [realName, emergencyContact], notes, drafts, names, passphrases, recoveryCodes, links: codes.flatMap((code) => [code, code.replaceAll("-", "")]),
  };
  return { typed, steward, practitioner, practitionerId: accountId, client: desk, loginName, passphrase: next, id };
}
