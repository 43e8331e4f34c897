/** How the room stands: what others see of it, and whether it is open. */
import { useState } from "preact/hooks";
import type { RoomView } from "../../../core/api.ts";
import { t } from "../../i18n.ts";
import { Confirm } from "../../kit/confirm.tsx";
import { Action } from "../../kit/form.tsx";
import { core } from "../../state.ts";
import { FaceLook } from "./face_look.tsx";
import { Heading, useHeading } from "./heading.tsx";

export function SettingsPart({ room }: { readonly room: RoomView }) {
  const { at, focus } = useHeading();
  const [closing, setClosing] = useState(false);
  const close = async () => {
    await core.setRoomClosed(room.id, true);
    focus();
  };
  return <section>
    <Heading at={at}>{t(room.closed ? "lead-open-title" : "lead-close-title")}</Heading>
    <p>{t(room.closed ? "lead-open-text" : "lead-close-text")}</p>
    <p class="actions">{room.closed
      ? <Action kind="primary" run={() => core.setRoomClosed(room.id, false)}>{t("lead-open")}</Action>
      : <button type="button" class="button button-quiet" onClick={() => setClosing(true)}>{t("lead-close")}</button>}</p>
    <h2 class="h3">{t("lead-face-title")}</h2>
    <p>{t("lead-face-text")}</p>
    <FaceLook face={room.face} leads={room.face.moderators.map(({ displayName }) => displayName)} />
    {closing && <Confirm title={t("lead-close-ask")} text={t("lead-close-ask-text")} submit={t("lead-close")} run={close} onClose={() => setClosing(false)} />}
  </section>;
}
