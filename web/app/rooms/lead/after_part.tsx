/** What stays with those who lead: how everybody is, their notes, and who was there. */
import { MAX_MESSAGE_LENGTH, type RoomNote, type RoomView } from "../../../core/api.ts";
import { useState } from "preact/hooks";
import { keptOf } from "../../drafts.ts";
import { dateText, listText, t, timeText } from "../../i18n.ts";
import { Confirm } from "../../kit/confirm.tsx";
import { TextArea } from "../../kit/fields.tsx";
import { Form } from "../../kit/form.tsx";
import { core } from "../../state.ts";
import { Heading, useHeading } from "./heading.tsx";
import { MoodPart } from "./mood.tsx";

const DAY = 86_400_000;

export function AfterPart({ room }: { readonly room: RoomView }) {
  const { at, focus } = useHeading();
  const [removing, setRemoving] = useState<RoomNote | undefined>(undefined);
  const remove = async ({ id }: RoomNote) => {
    await core.removeRoomNote(room.id, id);
    focus();
  };
  return <section>
    <Heading at={at}>{t("lead-mood-title")}</Heading>
    <MoodPart room={room} />
    <h2 class="h3 lead-next">{t("lead-notes-title")}</h2>
    <p>{t("lead-notes-text")}</p>
    <NewNote room={room} />
    <ul class="lead-asking">{room.notes.toReversed().map((note) => <li key={note.id} class="card">
      <p class="quiet"><bdi>{note.by}</bdi>, {dateText(note.at)}, {timeText(note.at)}</p>
      <p class="written" dir="auto">{note.text}</p>
      <p class="actions"><button type="button" class="button button-quiet button-small" aria-haspopup="dialog" aria-label={`${t("lead-question-remove")}: ${dateText(note.at)}, ${timeText(note.at)}`} onClick={() => setRemoving(note)}>{t("lead-question-remove")}</button></p>
    </li>)}</ul>
    <h2 class="h3 lead-next">{t("lead-attendance-title")}</h2>
    <p>{t(room.attendance.length === 0 ? "lead-attendance-none" : "lead-attendance-text")}</p>
    <dl class="facts">{room.attendance.toSorted((a, b) => b.day - a.day).map(({ day, names }) => <div key={day}><dt>{dateText(day * DAY)}</dt><dd dir="auto">{listText(names)}</dd></div>)}</dl>
    {removing && <Confirm title={t("lead-note-remove-title")} text={t("lead-note-remove-text")} submit={t("lead-question-remove")} run={() => remove(removing)} onClose={() => setRemoving(undefined)} />}
  </section>;
}

/** A note that is being written; it survives going to another screen. */
const written = keptOf<{ readonly room: string; readonly text: string }>();

function NewNote({ room }: { readonly room: RoomView }) {
  const text = written.value?.room === room.id ? written.value.text : "";
  const run = async () => {
    if (text.trim() === "") throw { code: "lead_whisper_empty" };
    await core.addRoomNote(room.id, text.trim());
    written.value = undefined;
  };
  return <Form submit={t("lead-note-add")} kind="quiet" run={run}>
    <TextArea label={t("lead-note")} codes={["lead_whisper_empty"]} rows={4} maxLength={MAX_MESSAGE_LENGTH} value={text} onValue={(next) => { written.value = { room: room.id, text: next }; }} />
  </Form>;
}
