/** How a file that is taken along is locked: by a passphrase, for an age recipient, or not at all once that was understood. */
import type { ExportLock } from "../../core/api.ts";
import { type Choice, NO_CHOICE, PassphraseChoice } from "../entry/passphrase_choice.tsx";
import { t } from "../i18n.ts";
import { Check, Field, Radios } from "../kit/fields.tsx";
import { core } from "../state.ts";

const WAYS = ["passphrase", "recipient", "plain"] as const;

export interface LockChosen {
  readonly way: (typeof WAYS)[number];
  readonly choice: Choice;
  readonly recipient: string;
  /** That anybody can read it was understood. */
  readonly known: boolean;
}
export const NO_LOCK: LockChosen = { way: "passphrase", choice: NO_CHOICE, recipient: "", known: false };

/** What was chosen, once it can be used: before anything is fetched, not after. */
export async function lockOf({ way, choice, recipient, known }: LockChosen): Promise<ExportLock | undefined> {
  if (way === "plain" && !known) throw { code: "plain_not_confirmed" };
  const lock: ExportLock | undefined = way === "plain" ? undefined : way === "passphrase" ? { passphrase: choice.value } : { recipient };
  if (lock) await core.checkLock(lock);
  return lock;
}

/** `onChosen` is given what changes. */
export function LockChoice({ chosen, onChosen }: { readonly chosen: LockChosen; readonly onChosen: (change: (before: LockChosen) => LockChosen) => void }) {
  const { way, choice, recipient, known } = chosen;
  const set = (part: Partial<LockChosen>) => onChosen((before) => ({ ...before, ...part }));
  return <>
    <Radios legend={t("take-along-lock")} value={way} onValue={(value) => set({ way: value as LockChosen["way"] })}
      options={WAYS.map((value) => ({ value, text: t(`take-along-${value}`), hint: t(`take-along-${value}-hint`) }))} />
    {way === "passphrase" && <PassphraseChoice choice={choice} onChoice={(next) => set({ choice: next })} />}
    {way === "recipient" && <Field mono label={t("take-along-recipient-field")} codes={["recipient_invalid"]} value={recipient} onValue={(next) => set({ recipient: next })} />}
    {way === "plain" && <div class="notice notice-danger">
      <p>{t("take-along-plain-warning")}</p>
      <Check label={t("take-along-plain-known")} codes={["plain_not_confirmed"]} checked={known} onChecked={(next) => set({ known: next })} />
    </div>}
  </>;
}
