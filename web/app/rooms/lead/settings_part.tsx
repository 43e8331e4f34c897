/** How the room stands: what others see of it, whether one may ask to be let in, and whether it is open. */
import { useState } from "preact/hooks";
import type { RoomTold, RoomView } from "../../../core/api.ts";
import { keptOf } from "../../drafts.ts";
import { t } from "../../i18n.ts";
import { Confirm } from "../../kit/confirm.tsx";
import { Check } from "../../kit/fields.tsx";
import { Fetched } from "../../kit/fetched.tsx";
import { Form } from "../../kit/form.tsx";
import { core } from "../../state.ts";
import { FaceLook } from "./face_look.tsx";
import { Heading, useHeading } from "./heading.tsx";
import { RoomFields } from "./room_fields.tsx";
import { checkText, trimmed } from "./room_text.ts";

export function SettingsPart({ room }: { readonly room: RoomView }) {
  const { at, focus } = useHeading();
  const [closing, setClosing] = useState(false);
  const [changing, setChanging] = useState(written.value?.room === room.id);
  const close = async () => {
    await core.setRoomClosed(room.id, true);
    focus();
  };
  const done = () => {
    written.value = undefined;
    setChanging(false);
    focus();
  };
  return <section>
    <Heading at={at}>{t("lead-face-title")}</Heading>
    {changing
      ? <Fetched from={() => core.lookAtRoom(room.id)}>{({ asking }) => <Change room={room} asking={asking} onDone={done} />}</Fetched>
      : <>
        <p>{t("lead-face-text")}</p>
        <FaceLook face={room.face} leads={room.face.moderators.map(({ displayName }) => displayName)} />
        <p class="actions lead-after"><button type="button" class="button button-quiet" onClick={() => setChanging(true)}>{t("lead-face-change")}</button></p>
      </>}
    {!room.closed && !changing && <>
      <h2 class="h3">{t("lead-close-title")}</h2>
      <p>{t("lead-close-text")}</p>
      <p class="actions"><button type="button" class="button button-quiet" onClick={() => setClosing(true)}>{t("lead-close")}</button></p>
    </>}
    {closing && <Confirm title={t("lead-close-ask")} text={room.face.days === 0 ? `${t("lead-close-ask-text")} ${t("lead-close-destroys")}` : t("lead-close-ask-text")} submit={t("lead-close")} run={close} onClose={() => setClosing(false)} />}
  </section>;
}

type Changed = RoomTold & { readonly asking: boolean };

/** What was changed and not saved yet; it survives going to another screen. */
const written = keptOf<{ readonly room: string; readonly told: Changed }>();

function Change({ room, asking, onDone }: { readonly room: RoomView; readonly asking: boolean; readonly onDone: () => void }) {
  const { v: _v, moderators: _moderators, ...told } = room.face;
  const draft: Changed = written.value?.room === room.id ? written.value.told : { ...told, asking };
  const change = (changed: Partial<Changed>) => { written.value = { room: room.id, told: { ...(written.value?.told ?? draft), ...changed } }; };
  const run = async () => {
    checkText(draft);
    await core.changeRoom(room.id, { ...trimmed(draft), asking: draft.asking });
    onDone();
  };
  return <>
    <p>{t("lead-face-change-text")}</p>
    <Form submit={t("save")} run={run} aside={<button type="button" class="button button-quiet" onClick={onDone}>{t("discard-changes")}</button>}>
      <Check label={t("lead-asking")} hint={t("lead-asking-hint")} checked={draft.asking} onChecked={(may) => change({ asking: may })} />
      <RoomFields room={draft} onChange={change} />
    </Form>
  </>;
}
