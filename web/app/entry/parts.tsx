/** Small things that several screens of this part show. */
import { useEffect } from "preact/hooks";
import { expectLogIn } from "../core_worker.ts";
import { t } from "../i18n.ts";
import { progress } from "../state.ts";

/** For password managers: which name the passphrase beside it belongs to. People see it elsewhere. */
export function HiddenName({ name }: { readonly name: string }) {
  return <input class="visually-hidden" type="text" autocomplete="username" value={name} readOnly tabIndex={-1} aria-hidden="true" />;
}

/** And the passphrase itself, where it is known but not typed. */
export function HiddenPassphrase({ passphrase }: { readonly passphrase: string }) {
  return <input class="visually-hidden" type="password" autocomplete="new-password" value={passphrase} readOnly tabIndex={-1} aria-hidden="true" />;
}

/** Where a passphrase is typed: what is needed afterwards comes meanwhile. */
export function usePassphraseSoon(): void {
  useEffect(expectLogIn, []);
}

/** A step that follows another at the same place begins at its top. */
export function useTop(): void {
  useEffect(() => scrollTo(0, 0), []);
}

/** What the device is busy with while an account is made or opened. */
export function Working({ text }: { readonly text: string }) {
  const proof = progress.value?.task === "proof" ? progress.value : undefined;
  const proving = proof !== undefined && proof.done < proof.total;
  return <span class="working">
    <span class="spinner" aria-hidden="true" />
    <span>{proving ? t("working-proof") : text}</span>
  </span>;
}
