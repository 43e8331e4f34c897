/**
 * Above every screen: that the access log does not hold, until a person accepts it;
 * or that something in it waits for an answer. That a browser is new is asked where
 * devices are (account/new_devices.tsx), and nobody is asked the same in two places.
 */
import { useEffect, useState } from "preact/hooks";
import { type AccessAlarm, type CoreEvent, waits } from "../../core/api.ts";
import { t } from "../i18n.ts";
import { Confirm } from "../kit/confirm.tsx";
import { go, path } from "../router.ts";
import { core, devices } from "../state.ts";

export function AccessBar({ now: { alarm, open } }: { readonly now: Extract<CoreEvent, { readonly type: "access" }> }) {
  return alarm ? <AlarmBar alarm={alarm} /> : <WaitingBar open={open} />;
}

function AlarmBar({ alarm }: { readonly alarm: AccessAlarm }) {
  const [asking, setAsking] = useState(false);
  return <aside class="frame" aria-label={t("access-alarm-label")}>
    <div class="notice notice-danger" role="alert">
      <h2 class="h3">{t("access-alarm-title")}</h2>
      <p><strong>{t(`error-${alarm}`)}</strong></p>
      <p>{t(`access-alarm-${alarm}`)}</p>
      <p>{t("access-alarm-do")}</p>
      <p class="actions">
        <button type="button" class="button button-quiet" onClick={() => go("/app/settings")}>{t("access-alarm-settings")}</button>
        <button type="button" class="button button-quiet" onClick={() => setAsking(true)}>{t("access-accept")}</button>
      </p>
    </div>
    {asking && <Confirm title={t("access-accept-title")} text={t("access-accept-text")} submit={t("access-accept-do")} run={() => core.acceptAccess()} onClose={() => setAsking(false)} />}
  </aside>;
}

function WaitingBar({ open }: { readonly open: number }) {
  const [waiting, setWaiting] = useState(false);
  const asked = devices.value.filter(({ unconfirmed, leaving }) => unconfirmed && !leaving).map(({ id }) => id);
  useEffect(() => {
    let wanted = true;
    core.accessLog().then(
      ({ entries }) => { if (wanted) setWaiting(entries.some((entry) => waits(entry) && !asked.includes(entry.device?.id ?? ""))); },
      () => undefined, // Asked again with the next news.
    );
    return () => { wanted = false; };
  }, [open, asked.join()]);
  if (!waiting || open === 0 || path.value === "/app/settings/access") return null;
  return <aside class="frame" aria-label={t("access-title")}><div class="newer">
    <p role="status">{t("access-bar")}</p>
    <p class="actions"><button type="button" class="button button-quiet" onClick={() => go("/app/settings/access")}>{t("access-bar-show")}</button></p>
  </div></aside>;
}
