/** Asks once more before somebody is taken out of the room, and says what they will see. */
import type { RoomPerson, RoomView } from "../../../core/api.ts";
import { t } from "../../i18n.ts";
import { Confirm } from "../../kit/confirm.tsx";
import { core } from "../../state.ts";

interface RemoveProps {
  readonly room: RoomView;
  readonly person: RoomPerson;
  readonly banned: boolean;
  readonly onRemoved: (told: string) => void;
  readonly onClose: () => void;
}

export function Remove({ room, person: { id, name }, banned, onRemoved, onClose }: RemoveProps) {
  const run = async () => {
    await core.removeFromRoom(room.id, id, banned);
    onRemoved(t(banned ? "lead-banned" : "lead-removed", { name }));
  };
  return <Confirm title={t(banned ? "lead-ban-title" : "lead-remove-title", { name })} text={t(banned ? "lead-ban-text" : "lead-remove-text")}
    submit={t(banned ? "lead-ban" : "lead-remove")} run={run} onClose={onClose} />;
}
