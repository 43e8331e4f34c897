/** What is told of a room: the fields by which it is described. */
import { MAX_ROOM_TEXT, ROOM_CAPACITY, type RoomTold } from "../../../core/api.ts";
import { numberText, t } from "../../i18n.ts";
import { Field, Radios, Select, TextArea } from "../../kit/fields.tsx";
import { languageOptions } from "../../practice/tags.ts";
import { QuestionsField } from "./questions_field.tsx";
import { SessionsField } from "./sessions_field.tsx";
import { DAYS, daysText, questionsIn, suggestedQuestions } from "./room_text.ts";

interface RoomFieldsProps {
  readonly room: RoomTold;
  readonly onChange: (changed: Partial<RoomTold>) => void;
}

const CAPACITIES = [5, 8, 10, 12, 15, 20, 30, 50, 100, ROOM_CAPACITY.most] as const;

export function RoomFields({ room, onChange: change }: RoomFieldsProps) {
  const speak = (language: string) => {
    change({ language });
    void questionsIn(room, language).then((questions) => { if (questions) change({ questions }); }, () => undefined);
  };
  const { capacity = ROOM_CAPACITY.most, entry = "request", sessions = [] } = room;
  const capacities = [...new Set<number>([...CAPACITIES, capacity])].sort((a, b) => a - b);
  const days = [...new Set([...DAYS, room.days])].sort((a, b) => a - b);
  return <>
    <Field label={t("lead-title")} hint={t("lead-title-hint")} codes={["lead_title_missing"]} maxLength={MAX_ROOM_TEXT.title} value={room.title} onValue={(title) => change({ title })} />
    <TextArea optional label={t("lead-purpose")} hint={t("lead-purpose-hint")} rows={3} maxLength={MAX_ROOM_TEXT.purpose} value={room.purpose} onValue={(purpose) => change({ purpose })} />
    <TextArea optional label={t("lead-rules")} hint={t("lead-rules-hint")} rows={6} maxLength={MAX_ROOM_TEXT.rules} value={room.rules} onValue={(rules) => change({ rules })} />
    {room.rules.trim() === "" && <p><button type="button" class="button button-quiet button-small" onClick={() => change({ rules: t("lead-rules-start") })}>{t("lead-rules-suggest")}</button></p>}
    <Select label={t("lead-language")} hint={t("lead-language-hint")} options={languageOptions()} value={room.language} onValue={speak} />
    <Select label={t("lead-days")} hint={t("lead-days-hint")} value={String(room.days)} onValue={(chosen) => change({ days: Number(chosen) })}
      options={days.map((each) => ({ value: String(each), text: daysText(each) }))} />
    <QuestionsField questions={room.questions} onQuestions={(questions) => change({ questions })} suggest={() => suggestedQuestions(room.language)} />
    <SessionsField sessions={sessions} onSessions={(next) => change({ sessions: next })} />
    <Select label={t("lead-capacity")} hint={t("lead-capacity-hint")} value={String(capacity)} onValue={(chosen) => change({ capacity: Number(chosen) })}
      options={capacities.map((each) => ({ value: String(each), text: numberText(each) }))} />
    <Radios legend={t("lead-entry")} value={entry} onValue={(value) => change({ entry: value === "open" ? "open" : "request" })}
      options={[
        { value: "request", text: t("lead-entry-request"), hint: t("lead-entry-request-hint") },
        { value: "open", text: t("lead-entry-open"), hint: t("lead-entry-open-hint") },
      ]} />
  </>;
}
