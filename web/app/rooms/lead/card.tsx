/** An intake card: what was asked, and what they told. */
import type { RoomAnswer } from "../../../core/api.ts";
import { t } from "../../i18n.ts";

export function Card({ answers }: { readonly answers: readonly RoomAnswer[] }) {
  if (answers.length === 0) return <p class="quiet">{t("lead-card-none")}</p>;
  return <dl class="facts lead-card">{answers.map(({ question, answer }, i) => <div key={i}>
    <dt dir="auto">{question}</dt>
    <dd dir="auto" class="written">{answer || <span class="quiet">{t("lead-card-empty")}</span>}</dd>
  </div>)}</dl>;
}
