/**
 * Some changes want a proof that is minutes old. Those who have a passkey
 * present it once more, and what they did is then done as if nothing had been
 * in between; clients prove themselves by the passphrase that such forms ask for.
 */
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { Role } from "../../core/api.ts";
import { t } from "../i18n.ts";
import { Dialog } from "../kit/dialog.tsx";
import { Form } from "../kit/form.tsx";
import { codeOf } from "../state.ts";
import { presentPasskey } from "./second_factor.tsx";

interface Asking { readonly go: () => void; readonly leave: () => void }

export interface Fresh {
  /** Does `work`, asking for the passkey in between if it must be. */
  readonly proving: <T>(work: () => Promise<T>) => Promise<T>;
  /** To be rendered outside of any form. */
  readonly question: ComponentChildren;
}

export function useFresh(role: Role): Fresh {
  const [asking, setAsking] = useState<Asking | undefined>(undefined);
  const proving = async <T,>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (failure) {
      if (codeOf(failure) !== "fresh_login_required" || role === "client") throw failure;
    }
    await new Promise<void>((resolve, reject) => {
      setAsking({ go: resolve, leave: () => reject({ code: "passkey_cancelled" }) });
    }).finally(() => setAsking(undefined));
    return work();
  };
  const question = asking && <Dialog title={t("fresh-title")} onClose={asking.leave}>
    <p>{t("fresh-text")}</p>
    <Form submit={t("use-passkey")} run={async () => { await presentPasskey(); asking.go(); }} busyText={t("passkey-waiting")}
      aside={<button type="button" class="button button-quiet" onClick={asking.leave}>{t("cancel")}</button>} />
  </Dialog>;
  return { proving, question };
}

/** A refused log-in while changing something means the present passphrase, not the name. */
export async function withPresent<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (failure) {
    throw codeOf(failure) === "login_failed" ? { code: "passphrase_wrong" } : failure;
  }
}
