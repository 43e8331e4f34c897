/** Linking a device: the methods of Core on both sides of it. */
import type { Core, CoreEvent, DeviceKind, LinkProof, Linking } from "../api.ts";
import { toHex } from "../bytes.ts";
import type { Transport } from "../context.ts";
import { openedOf } from "../credentials.ts";
import { CoreError } from "../errors.ts";
import type { ProveAgain } from "../prove_again.ts";
import type { Session } from "../session.ts";
import type { BrowserStore } from "../storage.ts";
import { bearer } from "../transport.ts";
import { comeIn } from "./coming_in.ts";
import { comparing, letIn, type LettingIn, type Met } from "./letting_in.ts";

export type LinkMethods = Pick<Core, "showLink" | "confirmLink" | "cancelLink" | "enterLink">;

export interface LinkingDeps {
  readonly transport: Transport;
  readonly session: Session;
  readonly browser: BrowserStore | undefined;
  readonly proveAgain: ProveAgain;
  readonly kind: DeviceKind;
  readonly emit: (event: CoreEvent) => void;
  readonly now: () => number;
}

interface Attempt {
  readonly stopping: AbortController;
  lettingIn?: LettingIn;
  met?: Met;
}

export function createLinking({ transport, session, browser, proveAgain, kind, emit, now }: LinkingDeps): LinkMethods & { stop(which?: "letting-in"): void } {
  let attempt: Attempt | undefined;

  function begin(): Attempt {
    stop();
    return attempt = { stopping: new AbortController() };
  }

  /** Ends what is under way on this side, and tells the other. */
  function stop(which?: "letting-in"): void {
    const ending = attempt;
    if (which && !ending?.lettingIn) return;
    attempt = undefined;
    ending?.stopping.abort(new CoreError("link_cancelled"));
    void ending?.lettingIn?.cancel();
  }

  function tell(of: Attempt, linking: Linking): void {
    if (of === attempt) emit({ type: "linking", linking });
  }

  function fail(of: Attempt, error: unknown): void {
    tell(of, { step: "failed", code: error instanceof CoreError ? error.code : "internal" });
    if (of === attempt) stop();
  }

  async function prove({ pin, passkey, passphrase }: LinkProof): Promise<void> {
    const lock = await browser?.lockedBy();
    if (lock && pin !== undefined) {
      await session.provePin(pin);
    } else if (lock && passkey) {
      await session.provePasskey(passkey);
    } else if (lock) {
      throw new CoreError("pin_required");
    } else if (passphrase !== undefined) {
      await proveAgain.byPassphrase(passphrase);
    } else {
      await proveAgain.lately();
    }
  }

  /** Waits for who comes; what goes wrong from here on is told by an event. */
  async function follow(of: Attempt, lettingIn: LettingIn): Promise<void> {
    const met = await lettingIn.met;
    of.met = met;
    met.arrived.catch((error: unknown) => fail(of, error));
    tell(of, comparing(met));
  }

  return {
    async showLink(proof) {
      session.running();
      await prove(proof);
      const mine = begin();
      const lettingIn = await letIn(transport, now, mine.stopping.signal);
      mine.lettingIn = lettingIn;
      tell(mine, { step: "shown", code: lettingIn.code, until: lettingIn.until });
      follow(mine, lettingIn).catch((error: unknown) => fail(mine, error));
    },

    async confirmLink() {
      const mine = attempt;
      if (!mine?.met) throw new CoreError("link_expired");
      const { met } = mine;
      delete mine.met; // What is given is given once.
      const { vault, key } = session.opened();
      const opened = openedOf((await transport.link.linkSession({})).session);
      try {
        await met.give({ accountId: session.accountId(), loginName: vault.read().loginName, token: opened.token, vaultKey: key });
        await met.arrived;
      } catch (error) {
        // Whoever has it and did not say so in time has nothing.
        await transport.account.logOut({}, bearer(opened.token)).catch(() => undefined);
        throw error;
      }
      tell(mine, { step: "done" });
      if (mine === attempt) attempt = undefined;
    },

    async cancelLink() {
      stop();
    },

    async enterLink({ code, noTrace }) {
      const mine = begin();
      const compare = (words: readonly string[]): void => tell(mine, { step: "compare", words });
      const grant = await comeIn({ transport, typed: code, kind, signal: mine.stopping.signal, compare });
      if (mine === attempt) attempt = undefined;
      const answer = (await transport.account.getSession({}, bearer(grant.token))).session;
      const opened = openedOf(answer && { ...answer, token: grant.token });
      if (toHex(opened.accountId) !== grant.accountId) throw new CoreError("link_tampered");
      return session.enter({
        opened, loginName: grant.loginName, recovering: false, noTrace: noTrace ?? false, vault: { key: grant.vaultKey },
      });
    },

    stop,
  };
}
