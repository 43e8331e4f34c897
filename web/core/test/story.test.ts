/** A client and a practitioner find each other and talk, over the real server. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { ConversationView, Core } from "../api.ts";
import type { ClosableCore } from "../core.ts";
import { createNodeCore } from "../node.ts";
import { createAuthenticator } from "./authenticator.ts";
import { startServer, type TestServer } from "./server.ts";

const PASSPHRASE = "correct lantern meadow violin 7 harbour";

let server: TestServer;
const cores: ClosableCore[] = [];
before(async () => {
  server = await startServer();
});
after(async () => {
  for (const core of cores) await core.close();
  await server.stop();
});

function browser(): Core {
  const core = createNodeCore({ baseUrl: server.baseUrl, ca: server.ca });
  cores.push(core);
  return core;
}

async function member(pseudonym: string, invitation: string): Promise<{ readonly core: Core; readonly logInElsewhere: () => Promise<Core> }> {
  const core = browser();
  const passkey = createAuthenticator(server.baseUrl);
  const { account } = await core.signUp({ pseudonym, passphrase: PASSPHRASE, invitation });
  await core.passkeyRegisterFinish(await passkey.create(await core.passkeyRegisterStart()));
  const logInElsewhere = async (): Promise<Core> => {
    const other = browser();
    await other.logIn({ loginName: account.loginName, passphrase: PASSPHRASE });
    await other.passkeyAssertFinish(await passkey.get(await other.passkeyAssertStart()));
    return other;
  };
  return { core, logInElsewhere };
}

/** Looks at a conversation until it fulfils a condition. */
async function until(core: Core, id: string, condition: (view: ConversationView) => boolean): Promise<ConversationView> {
  for (let tries = 0; tries < 200; tries++) {
    const view = await core.open(id).catch(() => undefined);
    if (view && condition(view)) return view;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`it never came to that: ${JSON.stringify(await core.open(id).catch((error: unknown) => error))}`);
}

const says = (text: string) => (view: ConversationView): boolean => view.items.some((item) => item.kind === "message" && item.text === text);
const tells = (type: string) => (view: ConversationView): boolean => view.items.some((item) => item.kind === "notice" && item.notice.type === type);

test("a client asks, a practitioner accepts, they talk, a new device reads it, and the client leaves", async () => {
  const { core: steward } = await member("The Steward", server.setUpToken);
  const { token } = await steward.createInvitation({ label: "a colleague", role: "practitioner" });
  const { core: practitioner, logInElsewhere } = await member("Dr Reed", token);
  await practitioner.putOwnProfile({
    displayName: "Dr Reed", profession: "Psychologist", registrationBody: "Chamber", registrationNumber: "1", modality: "CBT",
    languages: ["en"], specialities: ["grief"], about: "Listens.", accepting: true,
  });
  const consentVersion = await practitioner.putConsentText({
    language: "en", credentials: "a", risksAndBenefits: "b", limitsOfConfidentiality: "c", responseTimes: "d", technologyFailure: "e",
    emergencies: "f", fees: "g", recordKeeping: "h",
  });
  const { accountId } = await practitioner.ownProfile();
  await steward.reviewProfile({ accountId, credentialsConfirmed: true, published: true });
  await practitioner.conversations();

  const client = browser();
  await client.signUp({ pseudonym: "Quiet Heron", passphrase: PASSPHRASE });
  const id = await client.requestTherapy({ practitioner: accountId, consentVersion, intake: { reason: "I cannot sleep.", region: "Kiel", medical: "Asthma" } });
  const asked = await until(practitioner, id, (view) => view.intake !== undefined);
  assert.equal(asked.intake?.reason, "I cannot sleep.");
  assert.equal(asked.summary.peer.displayName, "Quiet Heron");
  assert.deepEqual(await practitioner.openSealed(id, "medical", "Before the first session"), { medical: "Asthma" });
  await practitioner.accept(id);
  await until(client, id, (view) => view.summary.state === "open");
  await client.send(id, "Thank you for answering.");
  await until(practitioner, id, says("Thank you for answering."));
  await practitioner.send(id, "When did it begin?");
  await until(client, id, says("When did it begin?"));
  assert.deepEqual((await client.safetyNumber(id)).digits, (await practitioner.safetyNumber(id)).digits);

  const second = await logInElsewhere();
  await until(second, id, says("When did it begin?"));
  await second.send(id, "I write from my desk now.");
  await until(client, id, says("I write from my desk now."));

  await client.deleteAccount(PASSPHRASE);
  await until(practitioner, id, tells("account-deleted"));
});
