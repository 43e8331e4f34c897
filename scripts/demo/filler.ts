/**
 * Fills a server as people would: every call goes through the client core, so
 * that what lies in the database afterwards is what a real practice would leave.
 */
import type { ClosableCore } from "../../web/core/core.ts";
import { createNodeCore } from "../../web/core/node.ts";
import { createAuthenticator } from "../../web/core/test/authenticator.ts";
import { untilView } from "../../web/core/test/practice.ts";
import type { TestServer } from "../../web/core/test/server.ts";
import { drawPortrait } from "./portrait.ts";
import { ASKED_BACK, COLLEAGUES, CONSENT, FOX_INTAKE, HERON_INTAKE, OTTER_INTAKE, PRACTICE, TALK } from "./texts.ts";

/** What somebody needs to log in as a person of the demonstration. */
export interface Login {
  readonly who: string;
  readonly loginName: string;
  readonly passphrase: string;
  /** In place of the passkey, one for each log-in; clients need none. */
  readonly oneTimeCodes: readonly string[];
}

interface Person {
  readonly core: ClosableCore;
  readonly login: Login;
}

/** Everybody there is, logged in, and how to end that. */
interface Crowd {
  join(pseudonym: string, who: string, invitation?: string): Promise<Person>;
  leave(): Promise<void>;
}

function gather(server: TestServer): Crowd {
  const cores: ClosableCore[] = [];
  return {
    async join(pseudonym, who, invitation) {
      const core = createNodeCore({ baseUrl: server.baseUrl, ca: server.ca });
      cores.push(core);
      const passphrase = await core.suggestPassphrase();
      const { account } = await core.signUp({ pseudonym, passphrase, ...(invitation ? { invitation } : {}) });
      const passkey = createAuthenticator(server.baseUrl);
      const oneTimeCodes = invitation ? (await core.passkeyRegisterFinish(await passkey.create(await core.passkeyRegisterStart()))).oneTimeCodes : [];
      return { core, login: { who, loginName: account.loginName, passphrase, oneTimeCodes } };
    },
    async leave() {
      for (const core of cores) await core.close();
    },
  };
}

/** Invites a colleague, who presents themselves and is published. Answers with them and their account id. */
async function welcome(crowd: Crowd, steward: Person, { pseudonym, profile, likeness }: (typeof COLLEAGUES)[number]): Promise<Person & { readonly accountId: string; readonly consentVersion: number }> {
  const { token } = await steward.core.createInvitation({ label: pseudonym, role: "practitioner" });
  const person = await crowd.join(pseudonym, `practitioner, ${profile.displayName}`, token);
  await person.core.putOwnProfile(profile);
  await person.core.putPhoto(drawPortrait(likeness));
  const credentials = `I am a ${profile.profession.toLowerCase()}, registered with: ${profile.registrationBody}, number ${profile.registrationNumber}.`;
  const consentVersion = await person.core.putConsentText({ ...CONSENT, credentials });
  const { accountId } = await person.core.ownProfile();
  await steward.core.reviewProfile({ accountId, credentialsConfirmed: true, published: true });
  await person.core.conversations();
  return { ...person, accountId, consentVersion };
}

/** Plays the demonstration on an empty server. Nobody is connected any more when it is done. */
export async function fill(server: TestServer, tell: (step: string) => void): Promise<readonly Login[]> {
  const crowd = gather(server);
  try {
    tell("The steward sets the practice up …");
    const steward = await crowd.join("The Steward", "steward", server.setUpToken);
    await steward.core.updatePractice(PRACTICE);
    tell("Two practitioners join …");
    const mara = await welcome(crowd, steward, COLLEAGUES[0]);
    const joseph = await welcome(crowd, steward, COLLEAGUES[1]);
    tell("Three clients ask for help, one looks around …");
    const heron = await crowd.join("Quiet Heron", "client, talks with Mara Lindqvist");
    const otter = await crowd.join("Grey Otter", "client, waits for Joseph Adeyemi");
    const fox = await crowd.join("Patient Fox", "client, was asked back by Mara Lindqvist");
    const wren = await crowd.join("Early Wren", "client, has just come");
    const talk = await heron.core.requestTherapy({ practitioner: mara.accountId, consentVersion: mara.consentVersion, intake: HERON_INTAKE });
    await otter.core.requestTherapy({ practitioner: joseph.accountId, consentVersion: joseph.consentVersion, intake: OTTER_INTAKE });
    const unclear = await fox.core.requestTherapy({ practitioner: mara.accountId, consentVersion: mara.consentVersion, intake: FOX_INTAKE });
    tell("One of them is accepted, and they talk …");
    await untilView(mara.core, talk, (view) => view.intake !== undefined);
    await mara.core.accept(talk);
    await untilView(heron.core, talk, (view) => view.summary.state === "open");
    for (const [who, text] of TALK) {
      const [from, to] = who === "client" ? [heron.core, mara.core] : [mara.core, heron.core];
      await from.send(talk, text);
      await untilView(to, talk, (view) => view.items.some((item) => item.kind === "message" && item.text === text));
    }
    await untilView(mara.core, unclear, (view) => view.intake !== undefined);
    await mara.core.askBack(unclear, ASKED_BACK);
    await untilView(fox.core, unclear, (view) => view.canWrite);
    return [steward, mara, joseph, heron, otter, fox, wren].map((person) => person.login);
  } finally {
    await crowd.leave();
  }
}
