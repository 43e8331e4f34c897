/** What counts in the room just now, above what is said: the pinned words, what is on, who has the floor. */
import type { RoomView } from "../../core/api.ts";
import { sought } from "../conversation/jump.ts";
import { t } from "../i18n.ts";
import { useNow } from "../live/clock.tsx";
import { CheckIn, Moods } from "./mood.tsx";

const MINUTE = 60_000;

export function Now({ view }: { readonly view: RoomView }) {
  const { conduct: { help, pinned, running, agenda, queue, floor, check, moods }, people, hands, me } = view;
  const item = running && agenda[running.item];
  const speaking = queue ? people.find(({ id }) => id === floor) : undefined;
  // Where there is help counts more than anything else, and to who is out nothing counts any more.
  if (help || !view.inside || (!pinned && !check && moods.length === 0 && !item && !queue && hands.length === 0)) return null;
  return <div class="room-now">
    {item && running && <Running title={item.title} minutes={item.minutes} since={running.since} />}
    {(queue || hands.length > 0) && <p role="status">
      {speaking && <strong>{speaking.id === me ? t("room-floor-mine") : t("room-now-floor", { name: speaking.name })}</strong>}
      {queue && !speaking && <span>{t("room-floor-free")}</span>}
      {hands.length > 0 && <span class="quiet"> {t("room-hands", { count: hands.length })}</span>}
    </p>}
    <CheckIn view={view} />
    <Moods moods={moods} />
    {pinned && <button type="button" class="quote" onClick={() => { sought.value = { conversation: view.id, item: pinned.id }; }}>
      <span class="quote-who"><svg class="room-pin" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="M9 3h6l-1 7 4 4H6l4-4-1-7zM12 14v7" /></svg>{t("room-pinned", { name: pinned.name })}</span>
      <span class="quote-text"><bdi>{pinned.text}</bdi></span>
    </button>}
  </div>;
}

/** An item of the agenda that is on; its end is a word, never an alarm. */
function Running({ title, minutes, since }: { readonly title: string; readonly minutes: number; readonly since: number }) {
  const now = useNow();
  const left = Math.ceil((since + minutes * MINUTE - now) / MINUTE);
  return <p class="room-running"><strong><bdi>{title}</bdi></strong>{minutes > 0 && <span class="quiet"> {left > 0 ? t("room-minutes-left", { count: left }) : t("room-minutes-over")}</span>}</p>;
}
