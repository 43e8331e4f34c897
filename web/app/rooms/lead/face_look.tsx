/** A room as others see it from outside, for who leads it. */
import { ROOM_CAPACITY, type RoomTold } from "../../../core/api.ts";
import { durationText, languageName, listText, t } from "../../i18n.ts";
import { sessionText } from "./sessions.ts";

interface FaceLookProps {
  readonly face: RoomTold;
  readonly leads: readonly string[];
  readonly listed?: boolean;
}

export function FaceLook({ face: { title, purpose, rules, language, days, questions, sessions = [], capacity = ROOM_CAPACITY.most, entry = "request" }, leads, listed }: FaceLookProps) {
  return <article class="card lead-look" lang={language} aria-label={t("lead-look-label")}>
    <h3 dir="auto">{title}</h3>
    {purpose && <p class="written" dir="auto">{purpose}</p>}
    <dl class="facts">
      <div><dt>{t("lead-led-by")}</dt><dd dir="auto">{listText(leads)}</dd></div>
      <div><dt>{t("lead-language")}</dt><dd>{languageName(language)}</dd></div>
      <div><dt>{t("lead-days")}</dt><dd>{days === 0 ? t("lead-days-none-told") : t("lead-days-told", { time: durationText(days, "day") })}</dd></div>
      {sessions.length > 0 && <div><dt>{t("lead-sessions")}</dt><dd><ul class="lead-times">{sessions.map((session, i) => <li key={i}>{sessionText(session)}</li>)}</ul></dd></div>}
      <div><dt>{t("lead-capacity")}</dt><dd>{t("lead-capacity-told", { count: capacity })}</dd></div>
      <div><dt>{t("lead-entry")}</dt><dd>{t(entry === "open" ? "lead-entry-open" : "lead-entry-request")}</dd></div>
      {listed !== undefined && <div><dt>{t("lead-listed")}</dt><dd>{t(listed ? "lead-listed-yes-told" : "lead-listed-no-told")}</dd></div>}
      {rules && <div><dt>{t("lead-rules")}</dt><dd class="written" dir="auto">{rules}</dd></div>}
      <div><dt>{t("lead-questions")}</dt><dd>{questions.length === 0 ? t("lead-questions-none") : <ol>{questions.map(({ label, required }) => <li key={label}><bdi>{label}</bdi>{!required && <span class="quiet"> {t("optional")}</span>}</li>)}</ol>}</dd></div>
    </dl>
  </article>;
}
