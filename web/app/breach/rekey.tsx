/** Steward: asks all devices to replace their keys, and says what nobody can see of it. */
import { useState } from "preact/hooks";
import type { BreachRegister } from "../../core/api.ts";
import { middleOf } from "../../core/days_api.ts";
import { dateText, t } from "../i18n.ts";
import { Confirm } from "../kit/confirm.tsx";
import { core } from "../state.ts";

interface Props {
  readonly register: BreachRegister;
  readonly change: (register: BreachRegister) => void;
  /** Asks the steward to prove themself first, where that is long ago. */
  readonly proving: <T>(work: () => Promise<T>) => Promise<T>;
}

export function Rekey({ register: { rekeyedAt }, change, proving }: Props) {
  const [asking, setAsking] = useState(false);
  const ask = async () => {
    await proving(() => core.askRekeying());
    change(await core.breachRegister());
  };
  return <>
    <h3>{t("breach-rekey-title")}</h3>
    <p>{t("breach-rekey-text")}</p>
    <p class="actions"><button type="button" class="button button-quiet" onClick={() => setAsking(true)}>{t("breach-rekey")}</button></p>
    <p role="status" class="form-status">{rekeyedAt === undefined ? "" : t("breach-rekeyed", { date: dateText(middleOf(rekeyedAt)) })}</p>
    {asking && <Confirm title={t("breach-rekey-ask")} text={t("breach-rekey-ask-text")} submit={t("breach-rekey")} run={ask} onClose={() => setAsking(false)} />}
  </>;
}
