/** Inside a room: what is said there, and where one writes. */
import { useEffect, useState } from "preact/hooks";
import type { RoomMessage, RoomView } from "../../core/api.ts";
import { roomOpen } from "../state.ts";
import { Composer } from "./composer.tsx";
import { Head } from "./head.tsx";
import { Sheet } from "./sheet.tsx";
import { Standing } from "./standing.tsx";
import { Timeline } from "./timeline.tsx";

export function Inside({ view }: { readonly view: RoomView }) {
  const [answered, setAnswered] = useState<RoomMessage | undefined>(undefined);
  const [about, setAbout] = useState(false);
  useEffect(() => {
    roomOpen.value = true;
    return () => { roomOpen.value = false; };
  }, []);
  const mayWrite = view.silence === undefined;
  return <div class="talk-frame"><section class="talk room" aria-labelledby="room-heading">
    <Head view={view} onAbout={() => setAbout(true)} />
    <Timeline view={view} onReply={mayWrite ? setAnswered : undefined} />
    {mayWrite ? <Composer key={view.id} view={view} answered={answered} onAnswered={setAnswered} /> : <Standing view={view} />}
    {about && <Sheet view={view} onClose={() => setAbout(false)} />}
  </section></div>;
}
