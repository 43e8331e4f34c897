/** What members said to those who lead alone, and the answers, which nobody else sees either. */
import { useState } from "preact/hooks";
import { MAX_MESSAGE_LENGTH, type RoomView } from "../../../core/api.ts";
import { keptOf } from "../../drafts.ts";
import { t, timeText } from "../../i18n.ts";
import { TextArea } from "../../kit/fields.tsx";
import { Form } from "../../kit/form.tsx";
import { Linked } from "../../kit/linked.tsx";
import { core } from "../../state.ts";
import { Heading, useHeading } from "./heading.tsx";
import { type Whispers, whispersOf } from "./waiting.ts";

export function WhispersPart({ room }: { readonly room: RoomView }) {
  const { at } = useHeading();
  const threads = whispersOf(room);
  return <section>
    <Heading at={at}>{t("lead-whispers-title")}</Heading>
    <p>{t(threads.length === 0 ? "lead-whispers-empty" : "lead-whispers-text")}</p>
    <ul class="lead-asking">{threads.map((thread) => <li key={thread.member} class="card"><Thread room={room} thread={thread} /></li>)}</ul>
  </section>;
}

function Thread({ room, thread: { member, name, said, open } }: { readonly room: RoomView; readonly thread: Whispers }) {
  const here = room.people.some(({ id }) => id === member);
  return <>
    <div class="lead-asking-head"><h3 dir="auto">{name}</h3>{open && <span class="badge">{t("lead-whisper-open")}</span>}</div>
    <ol class="lead-said">{said.map((each) => <li key={each.id} class={each.moderates ? "mine" : "theirs"}>
      <p class="quiet">{each.mine ? t("lead-whisper-you") : <bdi>{each.name}</bdi>} <time dateTime={new Date(each.at).toISOString()}>{timeText(each.at)}</time></p>
      <p class="written" dir="auto"><Linked text={each.text} /></p>
    </li>)}</ol>
    {here ? <Answer room={room} member={member} name={name} /> : <p class="quiet">{t("lead-whisper-gone")}</p>}
  </>;
}

/** Answers that are being written, by the member. */
const written = keptOf<Readonly<Record<string, string>>>();

export function Answer({ room, member, name }: { readonly room: RoomView; readonly member: string; readonly name: string }) {
  const [told, setTold] = useState(false);
  const text = written.value?.[member] ?? "";
  const write = (next: string) => {
    setTold(false);
    written.value = { ...written.value, [member]: next };
  };
  const run = async () => {
    if (text.trim() === "") throw { code: "lead_whisper_empty" };
    await core.whisperTo(room.id, member, text);
    write("");
    setTold(true);
  };
  return <Form submit={t("lead-whisper-submit")} kind="quiet" run={run} doneText={told ? t("lead-whisper-sent") : ""}>
    <TextArea label={t("lead-whisper-to", { name })} codes={["lead_whisper_empty"]} rows={2} maxLength={MAX_MESSAGE_LENGTH} value={text} onValue={write} />
  </Form>;
}
