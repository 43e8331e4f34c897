import { t } from "../i18n.ts";
import { Check } from "../kit/fields.tsx";
import { noTrace } from "./trace.ts";

/** Said before anything is written: afterwards it would be too late. */
export function NoTraceChoice() {
  return <>
    <Check label={t("no-trace")} hint={t("no-trace-hint")} checked={noTrace.value} onChecked={(not) => { noTrace.value = not; }} />
    {noTrace.value && <p class="notice notice-clay">{t("no-trace-limits")}</p>}
  </>;
}
