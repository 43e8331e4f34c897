/** How the room stands: what others see of it, and whether it is open. */
import { useState } from "preact/hooks";
import type { RoomView } from "../../../core/api.ts";
import { t } from "../../i18n.ts";
import { Confirm } from "../../kit/confirm.tsx";
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
    <Heading at={at}>{t("lead-face-title")}</Heading>
    <p>{t("lead-face-text")}</p>
    <FaceLook face={room.face} leads={room.face.moderators.map(({ displayName }) => displayName)} />
    {!room.closed && <>
      <h2 class="h3 lead-after">{t("lead-close-title")}</h2>
      <p>{t("lead-close-text")}</p>
      <p class="actions"><button type="button" class="button button-quiet" onClick={() => setClosing(true)}>{t("lead-close")}</button></p>
    </>}
    {closing && <Confirm title={t("lead-close-ask")} text={t("lead-close-ask-text")} submit={t("lead-close")} run={close} onClose={() => setClosing(false)} />}
  </section>;
}
