/** Practitioners who join a practice that is open already (web/core/test/practice.ts). */
import { drawPortrait } from "../scripts/demo/portrait.ts";
import { COLLEAGUES, CONSENT } from "../scripts/demo/texts.ts";
import { createAuthenticator } from "../web/core/test/authenticator.ts";
import { PASSPHRASE, type TestPractice } from "../web/core/test/practice.ts";
import type { TestServer } from "../web/core/test/server.ts";

/** Invites, presents and publishes one of the demonstration's people. Answers with their account id. */
export async function joinPractice(practice: TestPractice, server: TestServer, { pseudonym, profile, likeness }: (typeof COLLEAGUES)[number], accepting: boolean): Promise<string> {
  const { token } = await practice.steward.core.createInvitation({ label: pseudonym, role: "practitioner" });
  const core = practice.browser();
  await core.signUp({ pseudonym, passphrase: PASSPHRASE, invitation: token });
  await core.passkeyRegisterFinish(await createAuthenticator(server.baseUrl).create(await core.passkeyRegisterStart()));
  await core.putOwnProfile({ ...profile, accepting });
  await core.putPhoto(drawPortrait(likeness));
  await core.putConsentText({ ...CONSENT, credentials: profile.profession });
  const { accountId } = await core.ownProfile();
  await practice.steward.core.reviewProfile({ accountId, credentialsConfirmed: true, published: true });
  return accountId;
}
