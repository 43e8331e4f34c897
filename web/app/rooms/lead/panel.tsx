/** All of leading a room: one glance says what waits, and one press stops everything. */
import type { RoomView } from "../../../core/api.ts";
import { numberText, t } from "../../i18n.ts";
import { Link } from "../../kit/link.tsx";
import { AfterPart } from "./after_part.tsx";
import { DoorPart } from "./door_part.tsx";
import { HandsPart } from "./hands_part.tsx";
import { HeldPart } from "./held_part.tsx";
import { useDoor } from "./led.ts";
import { LinkPart } from "./link_part.tsx";
import { Panic } from "./panic.tsx";
import { isQueue, leadPath, type Part, PARTS, QUEUES } from "./parts.ts";
import { PeoplePart } from "./people_part.tsx";
import { ReportsPart } from "./reports_part.tsx";
import { SettingsPart } from "./settings_part.tsx";
import { TalkPart } from "./talk_part.tsx";
import { countsOf, firstWaiting } from "./waiting.ts";
import { WhispersPart } from "./whispers_part.tsx";

export function Panel({ room, part }: { readonly room: RoomView; readonly part: Part | undefined }) {
  const counts = countsOf(room, useDoor(room.id));
  const shown = part ?? firstWaiting(counts) ?? "people";
  return <div class="lead-panel">
    <nav class="lead-parts" aria-label={t("lead-parts")}>
      <ul class="lead-queues">{QUEUES.map((each) => <li key={each}>
        <Link to={leadPath(room.id, each)} current={each === shown} class={counts[each] > 0 ? "lead-waits" : undefined}><strong>{numberText(counts[each])}</strong> <span>{t(`lead-part-${each}`)}</span></Link>
      </li>)}</ul>
      <ul class="lead-others">{PARTS.filter((each) => !isQueue(each)).map((each) => <li key={each}>
        <Link to={leadPath(room.id, each)} current={each === shown}>{t(`lead-part-${each}`)}{each === "people" && ` (${numberText(room.people.length)})`}</Link>
      </li>)}</ul>
    </nav>
    <Panic room={room} />
    <PartOf room={room} part={shown} />
  </div>;
}

function PartOf({ room, part }: { readonly room: RoomView; readonly part: Part }) {
  switch (part) {
    case "hands": return <HandsPart room={room} />;
    case "held": return <HeldPart room={room} />;
    case "whispers": return <WhispersPart room={room} />;
    case "reports": return <ReportsPart room={room} />;
    case "door": return <DoorPart room={room} />;
    case "people": return <PeoplePart room={room} />;
    case "after": return <AfterPart room={room} />;
    case "talk": return <TalkPart room={room} />;
    case "link": return <LinkPart room={room} />;
    case "settings": return <SettingsPart room={room} />;
  }
}
