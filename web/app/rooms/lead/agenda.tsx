/** What the room is about in which order: items with or without a time, one after the other. */
import { MAX_ROOM_AGENDA, MAX_ROOM_TEXT, type RoomAgendaItem, type RoomConduct, type RoomView } from "../../../core/api.ts";
import { keptOf } from "../../drafts.ts";
import { numberText, t } from "../../i18n.ts";
import { Field, Select } from "../../kit/fields.tsx";
import { Action, Form } from "../../kit/form.tsx";
import { useNow } from "../../live/clock.tsx";
import { core } from "../../state.ts";

const MINUTES = [0, 5, 10, 15, 20, 30, 45, 60, 90] as const;
const MINUTE = 60_000;

const written = keptOf<{ readonly room: string; readonly title: string; readonly minutes: number }>();

const minutesText = (minutes: number): string => (minutes === 0 ? t("lead-agenda-open") : numberText(minutes, { style: "unit", unit: "minute", unitDisplay: "long" }));

export function AgendaField({ room }: { readonly room: RoomView }) {
  const { agenda, running } = room.conduct;
  const put = (change: Partial<Pick<RoomConduct, "agenda" | "running">>) => core.setConduct(room.id, change);
  const start = (item: number | null) => put({ running: item === null ? null : { item, since: Date.now() } });
  const next = running === null ? 0 : running.item + 1;
  const without = (at: number) => put({
    agenda: agenda.filter((_, i) => i !== at),
    // What is on stays on, wherever it stands by then.
    ...(running === null || at > running.item ? {} : { running: at === running.item ? null : { ...running, item: running.item - 1 } }),
  });
  return <>
    <h3>{t("lead-agenda-title")}</h3>
    <p>{t("lead-agenda-text")}</p>
    {agenda.length > 0 && <>
      <ol class="rows card lead-rows">{agenda.map((item, i) => <li key={i} aria-current={running?.item === i ? "step" : undefined}>
        <div class="row-text"><strong dir="auto">{item.title}</strong><span class="quiet">{running?.item === i ? <Left item={item} since={running.since} /> : minutesText(item.minutes)}</span></div>
        <div class="row-ways">
          {running?.item !== i && <Action small label={`${t("lead-agenda-begin")}: ${item.title}`} run={() => start(i)}>{t("lead-agenda-begin")}</Action>}
          <Action small label={`${t("lead-question-remove")}: ${item.title}`} run={() => without(i)}>{t("lead-question-remove")}</Action>
        </div>
      </li>)}</ol>
      <p class="actions">
        {next < agenda.length && <Action kind="primary" run={() => start(next)}>{t(running === null ? "lead-agenda-start" : "lead-agenda-next", { title: agenda[next]?.title ?? "" })}</Action>}
        {running !== null && <Action run={() => start(null)}>{t("lead-agenda-end")}</Action>}
      </p>
    </>}
    {agenda.length < MAX_ROOM_AGENDA && <Add room={room} />}
  </>;
}

function Left({ item: { minutes }, since }: { readonly item: RoomAgendaItem; readonly since: number }) {
  const now = useNow();
  if (minutes === 0) return <>{t("lead-agenda-on")}</>;
  const left = Math.ceil((since + minutes * MINUTE - now) / MINUTE);
  return <>{left > 0 ? t("lead-agenda-left", { count: left }) : t("lead-agenda-over")}</>;
}

function Add({ room }: { readonly room: RoomView }) {
  const draft = written.value?.room === room.id ? written.value : { room: room.id, title: "", minutes: 10 };
  const run = async () => {
    const title = draft.title.trim();
    if (title === "") throw { code: "lead_agenda_empty" };
    await core.setConduct(room.id, { agenda: [...room.conduct.agenda, { title, minutes: draft.minutes }] });
    written.value = undefined;
  };
  return <Form submit={t("lead-agenda-add")} kind="quiet" run={run}>
    <Field label={t("lead-agenda-item")} codes={["lead_agenda_empty"]} maxLength={MAX_ROOM_TEXT.agenda} value={draft.title} onValue={(title) => { written.value = { ...draft, title }; }} />
    <Select label={t("lead-agenda-minutes")} value={String(draft.minutes)} options={MINUTES.map((each) => ({ value: String(each), text: minutesText(each) }))} onValue={(value) => { written.value = { ...draft, minutes: Number(value) }; }} />
  </Form>;
}
