/** A practice on the real server: a steward, a practitioner, and clients who talk with them. */
import type { ConversationView, Core, NewIntake, ProfileDraft } from "../api.ts";
import type { DeviceStore } from "../context.ts";
import type { ClosableCore } from "../core.ts";
import { createNodeCore } from "../node.ts";
import type { Opaque } from "../opaque_port.ts";
import { type Authenticator, createAuthenticator } from "./authenticator.ts";
import { PATIENCE } from "./patience.ts";
import type { TestServer } from "./server.ts";

export const PASSPHRASE = "correct lantern meadow violin 7 harbour";

export interface Staff {
  readonly core: ClosableCore;
  readonly loginName: string;
  readonly recoveryCode: string;
  readonly passkey: Authenticator;
  /** In place of the passkey, each once. */
  readonly oneTimeCodes: readonly string[];
}
export interface TestPractice {
  readonly steward: Staff;
  readonly practitioner: Staff;
  readonly practitionerId: string;
  readonly consentVersion: number;
  /** A core without anybody in it; closed at the end with the others. */
  browser(store?: DeviceStore): ClosableCore;
  /** Another browser of the practitioner. */
  practitionerElsewhere(store?: DeviceStore): Promise<ClosableCore>;
  /** A further practitioner. */
  colleague(displayName: string): Promise<ClosableCore>;
  /** A client whose conversation with the practitioner is open on both sides. */
  talkingClient(pseudonym: string, store?: DeviceStore): Promise<{ readonly core: ClosableCore; readonly id: string; readonly loginName: string }>;
  close(): Promise<void>;
}

const PROFILE: ProfileDraft = {
  displayName: "Dr Reed", profession: "Psychologist", registrationBody: "Chamber", registrationNumber: "1", modality: "CBT",
  languages: ["en"], specialities: ["grief"], about: "Listens.", accepting: true,
};
const intake: NewIntake = { reason: "I cannot sleep.", region: "Kiel" };

export interface Setting {
  /** For how many years a record is kept, says the consent text. */
  readonly recordYears?: number;
  /** In place of a browser's, for everybody; who comes by another one is not let in. */
  readonly opaque?: Opaque;
  /** In place of the system's, by which it is decided when a response to a survey leaves. */
  readonly chance?: () => number;
}

/** Sets the practice up through the cores, as people would. */
export async function openPractice(server: TestServer, { recordYears = 0, ...chosen }: Setting = {}): Promise<TestPractice> {
  const cores: ClosableCore[] = [];
  function browser(store?: DeviceStore): ClosableCore {
    const core = createNodeCore({ baseUrl: server.baseUrl, ca: server.ca, ...(store ? { store } : {}), ...chosen });
    cores.push(core);
    return core;
  }
  async function join(pseudonym: string, invitation: string): Promise<Staff> {
    const core = browser();
    const passkey = createAuthenticator(server.baseUrl);
    const { account, recoveryCode } = await core.signUp({ pseudonym, passphrase: PASSPHRASE, invitation });
    const { oneTimeCodes } = await core.passkeyRegisterFinish(await passkey.create(await core.passkeyRegisterStart()));
    return { core, loginName: account.loginName, recoveryCode, passkey, oneTimeCodes };
  }
  const steward = await join("The Steward", server.setUpToken);
  const { token } = await steward.core.createInvitation({ label: "a colleague", role: "practitioner" });
  const practitioner = await join("Patient Ibis", token);
  await practitioner.core.putOwnProfile(PROFILE);
  const consentVersion = await practitioner.core.putConsentText({
    language: "en", credentials: "a", risksAndBenefits: "b", limitsOfConfidentiality: "c", responseTimes: "d", technologyFailure: "e",
    emergencies: "f", fees: "g", recordKeeping: "h", recordYears,
  });
  const { accountId } = await practitioner.core.ownProfile();
  await steward.core.reviewProfile({ accountId, credentialsConfirmed: true, published: true });
  await practitioner.core.conversations();
  return {
    steward, practitioner, practitionerId: accountId, consentVersion, browser,
    async practitionerElsewhere(store) {
      const other = browser(store);
      await other.logIn({ loginName: practitioner.loginName, passphrase: PASSPHRASE });
      await other.passkeyAssertFinish(await practitioner.passkey.get(await other.passkeyAssertStart()));
      return other;
    },
    async colleague(displayName) {
      const invited = await steward.core.createInvitation({ label: "another", role: "practitioner" });
      const { core } = await join(`Hidden ${displayName}`, invited.token);
      await core.putOwnProfile({ ...PROFILE, displayName });
      return core;
    },
    async talkingClient(pseudonym, store) {
      const core = browser(store);
      const { account } = await core.signUp({ pseudonym, passphrase: PASSPHRASE });
      const id = await core.requestTherapy({ practitioner: accountId, consentVersion, intake });
      await untilView(practitioner.core, id, (view) => view.intake !== undefined);
      await practitioner.core.accept(id);
      await untilView(core, id, (view) => view.summary.state === "open");
      return { core, id, loginName: account.loginName };
    },
    async close() {
      for (const core of cores) await core.close();
    },
  };
}

/** Looks at a conversation until it fulfils a condition. */
export async function untilView(core: Core, id: string, condition: (view: ConversationView) => boolean, within = PATIENCE): Promise<ConversationView> {
  const end = Date.now() + within;
  while (Date.now() < end) {
    const view = await core.open(id).catch(() => undefined);
    if (view && condition(view)) return view;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const last = JSON.stringify(await core.open(id).catch((error: unknown) => error));
  throw new Error(`it never came to that: …${last.slice(-1_000)}`);
}

/** What was said, in order. */
export function texts(view: ConversationView): readonly string[] {
  return view.items.flatMap((item) => (item.kind === "message" ? [item.text] : []));
}
