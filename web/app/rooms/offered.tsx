/** Names that what is being typed could become. */
import type { RoomPerson } from "../../core/api.ts";
import { t } from "../i18n.ts";

export function Offered({ who, onChosen }: { readonly who: readonly RoomPerson[]; readonly onChosen: (person: RoomPerson) => void }) {
  return <div class="offered-names" role="group" aria-label={t("room-speak-to")}>
    {who.map((person) => <button key={person.id} type="button" class="button button-quiet button-small" onClick={() => onChosen(person)}><bdi>@{person.name}</bdi></button>)}
  </div>;
}
