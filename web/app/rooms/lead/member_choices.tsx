/** In the menu of what a member said, for who leads: their silence and their intake card. */
import type { Id, RoomView } from "../../../core/api.ts";
import { t } from "../../i18n.ts";
import { core } from "../../state.ts";

interface MemberChoicesProps {
  readonly room: RoomView;
  readonly member: Id;
  readonly close: () => void;
  readonly onCard: () => void;
}

export function MemberChoices({ room, member, close, onCard }: MemberChoicesProps) {
  const person = room.people.find(({ id }) => id === member);
  if (!person) return null;
  const mute = () => {
    close();
    void core.mute(room.id, member, !person.muted).catch(() => undefined);
  };
  return <>
    <button type="button" onClick={mute}>{t(person.muted ? "lead-unmute" : "lead-mute")}</button>
    <button type="button" onClick={() => { close(); onCard(); }}>{t("lead-card")}</button>
  </>;
}
