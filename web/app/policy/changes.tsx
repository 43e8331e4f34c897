/** What is different between two versions, section by section. */
import type { PolicyChange } from "../../core/api.ts";
import { t } from "../i18n.ts";

export function Changes({ changes }: { readonly changes: readonly PolicyChange[] }) {
  return <ul class="policy-changes">{changes.map((change) => <li key={change.id}>
    <strong>{change.title}</strong> <span class="quiet">({t(`policy-section-${change.kind}`)})</span>
    {change.gone.map((line) => <p key={`-${line}`}><span class="policy-line">{t("policy-gone")}</span> <del>{line}</del></p>)}
    {change.came.map((line) => <p key={`+${line}`}><span class="policy-line">{t("policy-came")}</span> <ins>{line}</ins></p>)}
  </li>)}</ul>;
}
