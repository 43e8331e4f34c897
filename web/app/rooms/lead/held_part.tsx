/** What members wrote and nobody but those who lead has seen: to be passed on to all, or sent back. */
import { useState } from "preact/hooks";
import { MAX_ROOM_TEXT, type RoomView } from "../../../core/api.ts";
import { t, timeText } from "../../i18n.ts";
import { Dialog } from "../../kit/dialog.tsx";
import { TextArea } from "../../kit/fields.tsx";
import { Action, Form } from "../../kit/form.tsx";
import { core } from "../../state.ts";
import { Heading, useHeading } from "./heading.tsx";
import { Switch } from "./switch.tsx";
import { type Held, heldNow } from "./waiting.ts";

export function HeldPart({ room }: { readonly room: RoomView }) {
  const { at, focus } = useHeading();
  const [returning, setReturning] = useState<Held | undefined>(undefined);
  const held = heldNow(room);
  const pass = async ({ id }: Held) => {
    await core.passOn(room.id, id);
    focus();
  };
  return <section>
    <Heading at={at}>{t("lead-held-title")}</Heading>
    <p>{t(held.length === 0 ? "lead-held-empty" : "lead-held-text")}</p>
    <ul class="lead-asking">{held.map((item) => <li key={item.id} class="card">
      <div class="lead-asking-head"><h3 dir="auto">{item.name}</h3><time class="quiet" dateTime={new Date(item.at).toISOString()}>{timeText(item.at)}</time></div>
      {item.warning !== undefined && <p class="quiet" dir="auto">{t("lead-held-warning", { warning: item.warning })}</p>}
      <p class="written" dir="auto">{item.text}</p>
      <div class="actions">
        <Action kind="primary" small label={`${t("lead-pass")}: ${item.name}`} run={() => pass(item)}>{t("lead-pass")}</Action>
        <button type="button" class="button button-quiet button-small" aria-haspopup="dialog" aria-label={`${t("lead-return")}: ${item.name}`} onClick={() => setReturning(item)}>{t("lead-return")}</button>
      </div>
    </li>)}</ul>
    <Switch label={t("lead-review")} hint={t("lead-review-hint")} on={room.conduct.review} run={(on) => core.setConduct(room.id, { review: on })} />
    {returning && <Return room={room} held={returning} onReturned={focus} onClose={() => setReturning(undefined)} />}
  </section>;
}

function Return({ room, held, onReturned, onClose }: { readonly room: RoomView; readonly held: Held; readonly onReturned: () => void; readonly onClose: () => void }) {
  const [why, setWhy] = useState(t("lead-return-start"));
  const run = async () => {
    await core.sendBack(room.id, held.id, why);
    onClose();
    onReturned();
  };
  return <Dialog title={t("lead-return-title", { name: held.name })} onClose={onClose}>
    <p>{t("lead-return-text")}</p>
    <Form submit={t("lead-return")} run={run} aside={<button type="button" class="button button-quiet" onClick={onClose}>{t("cancel")}</button>}>
      <TextArea label={t("lead-return-why")} rows={4} maxLength={MAX_ROOM_TEXT.welcome} value={why} onValue={setWhy} />
    </Form>
  </Dialog>;
}
