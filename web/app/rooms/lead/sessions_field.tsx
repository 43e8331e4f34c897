/** When one meets: nothing for a room that is always open, else times of the week where the moderator is. */
import { MAX_ROOM_SESSIONS, type RoomSession } from "../../../core/api.ts";
import { numberText, t } from "../../i18n.ts";
import { Select } from "../../kit/fields.tsx";
import { sessionText, startText, weekdays } from "./sessions.ts";

const MINUTES = [30, 45, 60, 75, 90, 120, 180, 240, 480] as const;
const STARTS = Array.from({ length: 48 }, (_, i) => i * 30);

interface SessionsFieldProps {
  readonly sessions: readonly RoomSession[];
  readonly onSessions: (sessions: readonly RoomSession[]) => void;
}

export function SessionsField({ sessions, onSessions }: SessionsFieldProps) {
  const put = (at: number, changed: Partial<RoomSession>) => onSessions(sessions.map((each, i) => (i === at ? { ...each, ...changed } : each)));
  const add = () => onSessions([...sessions, { weekday: 1, start: 19 * 60, minutes: 60, zone: Intl.DateTimeFormat().resolvedOptions().timeZone, ...sessions.at(-1) }]);
  const starts = (now: number) => [...new Set([...STARTS, now])].sort((a, b) => a - b).map((start) => ({ value: String(start), text: startText(start) }));
  const lengths = (now: number) => [...new Set<number>([...MINUTES, now])].sort((a, b) => a - b).map((minutes) => ({ value: String(minutes), text: numberText(minutes, { style: "unit", unit: "minute", unitDisplay: "long" }) }));
  return <fieldset class="field lead-sessions">
    <legend>{t("lead-sessions")}</legend>
    <p class="hint">{t("lead-sessions-hint")}</p>
    {sessions.length === 0 && <p>{t("lead-sessions-none")}</p>}
    <ol>{sessions.map((session, at) => <li key={at}>
      <fieldset class="lead-session">
        <legend class="visually-hidden">{sessionText(session)}</legend>
        <Select label={t("lead-session-day")} value={String(session.weekday)} options={weekdays().map((text, day) => ({ value: String(day), text }))} onValue={(day) => put(at, { weekday: Number(day) })} />
        <Select label={t("lead-session-start")} value={String(session.start)} options={starts(session.start)} onValue={(start) => put(at, { start: Number(start) })} />
        <Select label={t("lead-session-minutes")} value={String(session.minutes)} options={lengths(session.minutes)} onValue={(minutes) => put(at, { minutes: Number(minutes) })} />
        <button type="button" class="button button-quiet button-small" aria-label={`${t("lead-question-remove")}: ${sessionText(session)}`} onClick={() => onSessions(sessions.filter((_, i) => i !== at))}>{t("lead-question-remove")}</button>
      </fieldset>
    </li>)}</ol>
    {sessions.length < MAX_ROOM_SESSIONS && <p class="actions"><button type="button" class="button button-quiet button-small" onClick={add}>{t("lead-session-add")}</button></p>}
  </fieldset>;
}
