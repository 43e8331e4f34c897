/** Which room one is in, and the way to who is here and what the room is. */
import type { RoomView } from "../../core/api.ts";
import { t } from "../i18n.ts";
import { Link } from "../kit/link.tsx";
import { useTitle } from "../kit/screen.tsx";
import { atDesk } from "./lead/desk.ts";
import { LeadCount } from "./lead/screens.ts";

export function Head({ view, onAbout }: { readonly view: RoomView; readonly onAbout: () => void }) {
  // The name is on the screen; the title of the window can be read from afar.
  const heading = useTitle(t("room-title"));
  const me = view.people.find(({ id }) => id === view.me);
  return <header class="talk-head">
    <Link class="icon-button talk-back" to="/app/rooms" label={t("rooms-title")}><svg class="turns" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="M15 5l-7 7 7 7" /></svg></Link>
    <div class="talk-with">
      <h1 id="room-heading" class="h3" tabIndex={-1} ref={heading}><bdi>{view.face.title}</bdi></h1>
      {me && <p class="quiet">{t("room-here-as", { name: me.name })}</p>}
    </div>
    {view.moderates && !atDesk.value && <Link class="button button-quiet button-small" to={`/app/rooms/${view.id}/lead`}>{t("room-lead")}<LeadCount room={view} /></Link>}
    <button type="button" class="button button-quiet button-small room-people-button" aria-haspopup="dialog" aria-label={t("room-people-button", { count: view.people.length })} onClick={onAbout}><PeopleSign /><span aria-hidden="true">{view.people.length}</span></button>
  </header>;
}

const PeopleSign = () => <svg class="sign" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="M9 11a3.5 3.5 0 1 0-.01 0M2.5 20c.5-4 3-6 6.500-6s6 2 6.500 6M16 11a3 3 0 1 0-1.500-5.500M17.500 14.500c2.300.5 3.700 2.300 4 5" /></svg>;
