/**
 * The other account of a client's login name.
 *
 * A login name has two slots with an account each (docs/protocol.md). One is
 * used; the other is made with it, whole and of the same shape, under a random
 * passphrase that nobody keeps, until the owner of the first sets one for it.
 * Then that passphrase opens an account in which nothing ever happened.
 *
 * What reaches from the first account into the second is the second one's
 * recovery code, which is not stored but derived from the first one's vault key:
 *
 *     recovery code = HKDF(vault key, "alcove/v1/second-account", 20)
 *
 * So nothing in either vault tells which of the two it is, and from the second
 * account nothing reaches into the first: the code derived from its own key is
 * no account's. There, setting a passphrase goes through the same steps and
 * changes nothing.
 */
import { changePassphrase, type CredentialDeps, makeAccount, openedOf, recover } from "./credentials.ts";
import { hasCode } from "./errors.ts";
import { unknownPassphrase } from "./passphrase.ts";
import { nameHash, parseLoginName } from "./pseudonym.ts";
import { secondRecoveryCode } from "./recovery_code.ts";
import { bearer } from "./transport.ts";
import { unwrapVaultKey } from "./vault.ts";

/** Makes the second account where there is none: for names from before there were slots, and after it was deleted from inside. Answers whether it did. */
export async function fillOtherSlot(deps: CredentialDeps, args: { readonly loginName: string; readonly displayName: string; readonly vaultKey: Uint8Array }): Promise<boolean> {
  const { transport, opaque } = deps;
  const name = parseLoginName(args.loginName);
  if (!name) return false;
  const passphrase = unknownPassphrase();
  const first = await opaque.startRegistration(passphrase);
  try {
    const started = await transport.account.fillSlotStart({
      nameHash: nameHash(name.pseudonym), nameNumber: name.nameNumber, registrationRequest: first.message,
    });
    const finished = await opaque.finishRegistration({ state: first.state, passphrase, response: started.registrationResponse });
    const made = await makeAccount({
      role: "client", displayName: args.displayName, loginName: args.loginName, exportKey: finished.exportKey, code: await secondRecoveryCode(args.vaultKey),
    });
    const { session } = await transport.account.fillSlotFinish({ state: started.state, registrationRecord: finished.message, account: made.wire });
    await made.settle(transport, openedOf(session).token).catch(() => undefined);
    await transport.account.logOut({}, bearer(openedOf(session).token)).catch(() => undefined);
    return true;
  } catch (error) {
    if (hasCode(error, "slot_taken")) return false;
    throw error;
  }
}

/** A session of the second account, which ends all others of it; undefined where the derived code opens nothing (any more). */
async function enterSecond(deps: CredentialDeps, vaultKey: Uint8Array, passphrase: string): Promise<Uint8Array | undefined> {
  const proved = await recover(deps, await secondRecoveryCode(vaultKey)).catch((error: unknown) => {
    if (hasCode(error, "recovery_failed")) return undefined;
    throw error;
  });
  if (!proved) {
    // The same work as where there is something to change.
    const { opaque, transport } = deps;
    const first = await opaque.startRegistration(passphrase);
    const { registrationResponse } = await transport.account.changePassphraseStart({ registrationRequest: first.message });
    await opaque.finishRegistration({ state: first.state, passphrase, response: registrationResponse });
    return undefined;
  }
  const { token } = proved.opened;
  const { vaultKeyByRecovery } = await deps.transport.account.getVault({}, bearer(token));
  await changePassphrase(deps, { next: passphrase, vaultKey: await unwrapVaultKey(proved.wrappingKey, vaultKeyByRecovery), newCode: false, token });
  return token;
}

/** Sets the passphrase of the second account. Answers false where nothing could be set: in the second account itself, and when its recovery code was changed from inside it. */
export async function setSecondPassphrase(deps: CredentialDeps, vaultKey: Uint8Array, next: string | undefined): Promise<boolean> {
  const token = await enterSecond(deps, vaultKey, next ?? unknownPassphrase());
  if (token) await deps.transport.account.logOut({}, bearer(token)).catch(() => undefined);
  return token !== undefined;
}

/** Deletes the second account, if it can be reached from here. */
export async function deleteSecond(deps: CredentialDeps, vaultKey: Uint8Array): Promise<void> {
  const token = await enterSecond(deps, vaultKey, unknownPassphrase());
  if (token) await deps.transport.account.deleteAccount({}, bearer(token));
}
