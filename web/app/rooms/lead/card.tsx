/** An intake card: what was asked, and what they told. */
import type { RoomQuestion } from "../../../core/api.ts";
import { t } from "../../i18n.ts";

export function Card({ questions, answers }: { readonly questions: readonly RoomQuestion[]; readonly answers: readonly string[] }) {
  if (questions.length === 0) return <p class="quiet">{t("lead-card-none")}</p>;
  return <dl class="facts lead-card">{questions.map(({ label }, i) => <div key={i}>
    <dt dir="auto">{label}</dt>
    <dd dir="auto" class="written">{answers[i]?.trim() || <span class="quiet">{t("lead-card-empty")}</span>}</dd>
  </div>)}</dl>;
}
