/** Who leads a room: one glance says what waits, and each part has an address. */
import type { Id, RoomView } from "../../../core/api.ts";
import { numberText, t } from "../../i18n.ts";
import { Fetched } from "../../kit/fetched.tsx";
import { Link } from "../../kit/link.tsx";
import { Empty, Screen } from "../../kit/screen.tsx";
import { DoorPart } from "./door_part.tsx";
import { findRoom, ledRoom, useDoor } from "./led.ts";
import { LinkPart } from "./link_part.tsx";
import { leadPath, type Part, PARTS, roomPath } from "./parts.ts";
import { PeoplePart } from "./people_part.tsx";
import { SettingsPart } from "./settings_part.tsx";

interface LeadScreenProps {
  readonly id: Id;
  readonly part: Part | undefined;
}

export function LeadScreen({ id, part }: LeadScreenProps) {
  // The window's title can be read from afar: the name of the room is on the screen alone.
  return <Screen title={t("lead-screen-title")} lead={ledRoom(id)?.face.title} back={{ to: roomPath(id), text: t("lead-to-room") }}>
    <Fetched from={() => findRoom(id)} moment={id}>{(found) => (found
      ? <Lead room={ledRoom(id) ?? found} part={part} />
      : <Empty title={t("lead-none-title")} text={t("lead-none-text")}><Link class="button" to="/app/rooms">{t("lead-rooms")}</Link></Empty>)}</Fetched>
  </Screen>;
}

function Lead({ room, part }: { readonly room: RoomView; readonly part: Part | undefined }) {
  const door = useDoor(room.id);
  const counts: Partial<Record<Part, number>> = { door: door.asking?.length ?? 0, people: room.people.length };
  const shown = part ?? (counts.door === 0 ? "people" : "door");
  return <div class="lead">
    <nav class="lead-parts" aria-label={t("lead-parts")}><ul>
      {PARTS.map((each) => <li key={each}><Link to={leadPath(room.id, each)} current={each === shown} class={waits(each, counts) ? "lead-waits" : undefined}>
        <span>{t(`lead-part-${each}`)}</span>{counts[each] !== undefined && <strong>{numberText(counts[each])}</strong>}
      </Link></li>)}
    </ul></nav>
    {room.closed && <p class="notice notice-clay">{t("lead-closed-now")}</p>}
    <PartOf room={room} part={shown} />
  </div>;
}

/** Who is in the room waits for nothing. */
const waits = (part: Part, counts: Partial<Record<Part, number>>): boolean => part !== "people" && (counts[part] ?? 0) > 0;

function PartOf({ room, part }: { readonly room: RoomView; readonly part: Part }) {
  switch (part) {
    case "door": return <DoorPart room={room} />;
    case "people": return <PeoplePart room={room} />;
    case "link": return <LinkPart room={room} />;
    case "settings": return <SettingsPart room={room} />;
  }
}
