/** Says above every screen that the key log does not hold, what that may mean and what to do; until a person accepts it. */
import { useState } from "preact/hooks";
import type { KeylogAlarm } from "../../core/api.ts";
import { language, t } from "../i18n.ts";
import { Confirm } from "../kit/confirm.tsx";
import { core } from "../state.ts";

export function KeylogBar({ alarm }: { readonly alarm: KeylogAlarm }) {
  const [asking, setAsking] = useState(false);
  return <aside class="frame keylog" aria-label={t("keylog-label")}>
    <div class="notice notice-danger" role="alert">
      <h2 class="h3">{t("keylog-title")}</h2>
      <p><strong>{t(`error-${alarm}`)}</strong></p>
      <p>{t("keylog-danger")}</p>
      <p>{t("keylog-do")}</p>
      <p class="actions">
        <a class="button button-quiet" href={`/log?lang=${language.value}`} target="_blank" rel="noreferrer">{t("keylog-more")}</a>
        <button type="button" class="button button-quiet" onClick={() => setAsking(true)}>{t("keylog-accept")}</button>
      </p>
    </div>
    {asking && <Confirm title={t("keylog-accept-title")} text={t("keylog-accept-text")} submit={t("keylog-accept-do")} run={() => core.acceptKeylog()} onClose={() => setAsking(false)} />}
  </aside>;
}
