/** Proving once more who one is, in a session that is there already: what changes credentials, or lets another device in, wants that. */
import { toHex } from "./bytes.ts";
import { type CredentialDeps, logIn } from "./credentials.ts";
import { CoreError } from "./errors.ts";
import type { Session } from "./session.ts";
import { bearer } from "./transport.ts";

export interface ProveAgain {
  /**
   * By the passphrase. A client goes on with the session this opens, which is
   * fresh; where a second factor would be asked for again the session stays,
   * and must be fresh by itself ("fresh_login_required": present the passkey
   * once more).
   */
  byPassphrase(passphrase: string): Promise<void>;
  /** Rejects with "fresh_login_required" unless somebody proved themselves within the last minutes. */
  lately(): Promise<void>;
}

export function createProveAgain(deps: CredentialDeps, session: Session): ProveAgain {
  const { account } = deps.transport;

  /** Beginning to change the passphrase is refused in a session that is not fresh, and changes nothing. */
  async function lately(): Promise<void> {
    const { message } = await deps.opaque.startRegistration("");
    await account.changePassphraseStart({ registrationRequest: message });
  }

  return {
    async byPassphrase(passphrase) {
      const { vault } = session.opened();
      const { opened } = await logIn(deps, { loginName: vault.read().loginName, passphrase });
      // The passphrase of the name's other account is a wrong one here.
      if (toHex(opened.accountId) !== session.accountId()) {
        await account.logOut({}, bearer(opened.token)).catch(() => undefined);
        throw new CoreError("login_failed");
      }
      if (opened.factor === "whole") return session.replaceToken(opened.token);
      await session.ownSession(opened.token);
      await account.logOut({}, bearer(opened.token));
      await lately();
    },
    lately,
  };
}
