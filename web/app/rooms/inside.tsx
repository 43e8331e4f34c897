/** Inside a room: what is said there, and where one writes. */
import { useState } from "preact/hooks";
import type { RoomMessage, RoomView } from "../../core/api.ts";
import { errorText } from "../i18n.ts";
import { Appointed } from "./appointed.tsx";
import { Composer } from "./composer.tsx";
import { Head } from "./head.tsx";
import { Help } from "./help.tsx";
import { atDesk } from "./lead/desk.ts";
import { Beside } from "./lead/screens.ts";
import { Now } from "./now.tsx";
import { useShownRoom } from "./shown_room.ts";
import { Sheet } from "./sheet.tsx";
import { Standing } from "./standing.tsx";
import { Timeline } from "./timeline.tsx";

export function Inside({ view }: { readonly view: RoomView }) {
  const [answered, setAnswered] = useState<RoomMessage | undefined>(undefined);
  const [confided, setConfided] = useState(false);
  const [about, setAbout] = useState(false);
  const unreadFrom = useShownRoom(view);
  const { silence } = view;
  const mayConfide = silence === "muted" || silence === "queue";
  const answer = (item: RoomMessage) => { setConfided(false); setAnswered(item); };
  return <div class="talk-frame"><section class="talk room" aria-labelledby="room-heading">
    <Head view={view} onAbout={() => setAbout(true)} />
    <Now view={view} />
    <Timeline view={view} unreadFrom={unreadFrom} onReply={silence === undefined ? answer : undefined}>{view.conduct.help && view.inside && <Help />}</Timeline>
    {view.waits !== undefined && <p class="notice" role="status">{errorText(view.waits)}</p>}
    {view.appointed && silence === "asked" && <Appointed view={view} by={view.appointed} />}
    {silence !== undefined && silence !== "asked" && <Standing view={view} onConfided={() => setConfided(true)} />}
    {(silence === undefined || (mayConfide && confided)) && <Composer key={view.id} view={view} answered={answered} onAnswered={setAnswered} confided={confided} onConfided={setConfided} />}
    {about && <Sheet view={view} onClose={() => setAbout(false)} />}
  </section>{view.moderates && atDesk.value && <Beside room={view} />}</div>;
}
