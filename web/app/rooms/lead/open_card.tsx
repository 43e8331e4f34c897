/** The intake card of somebody in the room: they are told that it is opened before it can be read. */
import { useState } from "preact/hooks";
import type { RoomAnswer, RoomPerson, RoomView } from "../../../core/api.ts";
import { t } from "../../i18n.ts";
import { Dialog } from "../../kit/dialog.tsx";
import { Action } from "../../kit/form.tsx";
import { core } from "../../state.ts";
import { Card } from "./card.tsx";

interface OpenCardProps {
  readonly room: RoomView;
  readonly person: Pick<RoomPerson, "id" | "name">;
  readonly onClose: () => void;
}

export function OpenCard({ room, person: { id, name }, onClose }: OpenCardProps) {
  const [answers, setAnswers] = useState<readonly RoomAnswer[] | undefined>(undefined);
  return <Dialog sheet title={t("lead-card-of", { name })} onClose={onClose}>
    {answers ? <Card answers={answers} /> : <>
      <p>{t("lead-card-told")}</p>
      <p class="actions">
        <Action kind="primary" run={async () => setAnswers(await core.openRoomCard(room.id, id))}>{t("lead-card-open")}</Action>
        <button type="button" class="button button-quiet" onClick={onClose}>{t("cancel")}</button>
      </p>
    </>}
  </Dialog>;
}
