/** Steward: exchanges the server's own keys, and says which are new and who still has to log in. */
import { useState } from "preact/hooks";
import type { ServerKeys as Keys } from "../../core/api.ts";
import { middleOf } from "../../core/days_api.ts";
import { dateText, t } from "../i18n.ts";
import { Confirm } from "../kit/confirm.tsx";
import { Fetched } from "../kit/fetched.tsx";
import { core } from "../state.ts";

interface Props {
  /** Asks the steward to prove themself first, where that is long ago. */
  readonly proving: <T>(work: () => Promise<T>) => Promise<T>;
}

export function ServerKeys({ proving }: Props) {
  const [asking, setAsking] = useState(false);
  const [done, setDone] = useState(false);
  return <>
    <h3>{t("breach-keys-title")}</h3>
    <p>{t("breach-keys-text")}</p>
    <Fetched from={() => core.serverKeys()}>{(now, change) => {
      const exchange = async () => {
        try {
          change(await proving(() => core.exchangeServerKeys()));
        } catch (failure) {
          await core.serverKeys().then(change, () => undefined); // some may be new all the same
          throw failure;
        }
        setDone(true);
      };
      const own = now.keys.some(({ name }) => name === "certificate");
      return <>
        <State now={now} />
        <p class="actions"><button type="button" class="button button-quiet" onClick={() => { setDone(false); setAsking(true); }}>{t("breach-keys")}</button></p>
        <p role="status" class="form-status">{done ? t("breach-keys-done") : ""}</p>
        {asking && <Confirm title={t("breach-keys-ask")} text={`${t("breach-keys-ask-text")}${own ? ` ${t("breach-keys-ask-own")}` : ""}`} submit={t("breach-keys")}
          busyText={t("breach-keys-busy")} run={exchange} onClose={() => setAsking(false)} />}
      </>;
    }}</Fetched>
  </>;
}

function State({ now: { keys, waiting } }: { readonly now: Keys }) {
  if (keys.every(({ since }) => since === undefined)) return <p class="quiet">{t("breach-keys-never")}</p>;
  return <>
    <dl class="facts">{keys.map(({ name, since }) => <div key={name}>
      <dt>{t(`breach-keys-${name}`)}</dt>
      <dd>{since === undefined ? t("breach-keys-first") : t("breach-keys-since", { date: dateText(middleOf(since)) })}</dd>
    </div>)}</dl>
    {keys.some(({ name, since }) => name === "login" && since !== undefined)
      && <p>{waiting === 0 ? t("breach-keys-nobody-waits") : t("breach-keys-waiting", { count: waiting })}</p>}
  </>;
}
