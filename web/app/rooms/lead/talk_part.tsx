/** How one talks in the room: how fast, what newcomers read, what is pinned, and what it is about in which order. */
import { useState } from "preact/hooks";
import { MAX_ROOM_TEXT, MAX_SLOW_SECONDS, type RoomView } from "../../../core/api.ts";
import { keptOf } from "../../drafts.ts";
import { errorText, numberText, t } from "../../i18n.ts";
import { Select, TextArea } from "../../kit/fields.tsx";
import { Action, Form } from "../../kit/form.tsx";
import { core } from "../../state.ts";
import { AgendaField } from "./agenda.tsx";
import { useChange } from "./change.ts";
import { Heading, useHeading } from "./heading.tsx";

const SLOW = [0, 10, 30, 60, 300, 900, MAX_SLOW_SECONDS] as const;

export function TalkPart({ room }: { readonly room: RoomView }) {
  const { at } = useHeading();
  const { pinned } = room.conduct;
  return <section>
    <Heading at={at}>{t("lead-talk-title")}</Heading>
    <Slow room={room} />
    <h3>{t("lead-pinned-title")}</h3>
    {pinned ? <>
      <blockquote class="lead-pinned"><p class="quiet"><bdi>{pinned.name}</bdi></p><p class="written" dir="auto">{pinned.text}</p></blockquote>
      <p class="actions"><Action run={() => core.setConduct(room.id, { pinned: null })}>{t("lead-unpin")}</Action></p>
    </> : <p>{t("lead-pinned-none")}</p>}
    <AgendaField room={room} />
    <h3>{t("lead-welcome-title")}</h3>
    <Welcome room={room} />
  </section>;
}

function Slow({ room }: { readonly room: RoomView }) {
  const { slowSeconds } = room.conduct;
  const { shown, failure, change } = useChange(slowSeconds, (seconds) => core.setConduct(room.id, { slowSeconds: seconds }));
  const options = [...new Set<number>([...SLOW, slowSeconds])].sort((a, b) => a - b);
  return <>
    <Select label={t("lead-slow")} hint={t("lead-slow-hint")} value={String(shown)} options={options.map((seconds) => ({ value: String(seconds), text: slowText(seconds) }))}
      onValue={(value) => change(Number(value))} />
    <div role="alert">{failure && <p class="notice notice-danger">{errorText(failure)}</p>}</div>
  </>;
}

function slowText(seconds: number): string {
  if (seconds === 0) return t("lead-slow-none");
  const [value, unit] = seconds < 60 ? [seconds, "second"] : [seconds / 60, "minute"];
  return numberText(value, { style: "unit", unit, unitDisplay: "long" });
}

const written = keptOf<{ readonly room: string; readonly text: string }>();

function Welcome({ room }: { readonly room: RoomView }) {
  const [saved, setSaved] = useState(false);
  const text = written.value?.room === room.id ? written.value.text : room.conduct.welcome;
  const write = (next: string) => {
    setSaved(false);
    written.value = { room: room.id, text: next };
  };
  const run = async () => {
    await core.setConduct(room.id, { welcome: text.trim() });
    written.value = undefined;
    setSaved(true);
  };
  return <Form submit={t("save")} kind="quiet" run={run} doneText={saved ? t("saved") : ""}>
    <TextArea optional label={t("lead-welcome")} hint={t("lead-welcome-hint")} rows={4} maxLength={MAX_ROOM_TEXT.welcome} value={text} onValue={write} />
  </Form>;
}
