/** A room from outside: what it is, who leads it, what one tells by coming in; and its door. */
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Id, RoomSeen } from "../../core/api.ts";
import { language, t } from "../i18n.ts";
import { Fetched } from "../kit/fetched.tsx";
import { Action } from "../kit/form.tsx";
import { Link } from "../kit/link.tsx";
import { Screen, useTitle } from "../kit/screen.tsx";
import { path, roomKeys } from "../router.ts";
import { core, session } from "../state.ts";
import { Appoint } from "./appoint.tsx";
import { Ask } from "./ask.tsx";
import { FaceParts } from "./face_parts.tsx";
import { namesOf } from "./words.ts";

/** Nobody is told that they were declined: one looks. */
const LOOK_AGAIN = 30_000;

export function Outside({ id }: { readonly id: Id }) {
  const [looks, setLooks] = useState(0);
  const key = roomKeys.value[path.value];
  useEffect(() => {
    const timer = setInterval(() => { if (document.visibilityState === "visible") setLooks((before) => before + 1); }, LOOK_AGAIN);
    return () => clearInterval(timer);
  }, []);
  const again = () => setLooks((before) => before + 1);
  const look = async (): Promise<RoomSeen | undefined> => core.lookAtRoom(id, key).catch((error: { readonly code?: string }) => {
    if (error.code === "room_not_found" || error.code === "room_face_invalid" || error.code === "stream_not_found") return undefined;
    throw error;
  });
  return <Fetched from={look} moment={`${looks} ${key ?? ""}`}>{(seen) => (seen ? <Seen seen={seen} onChanged={again} /> : <Lost />)}</Fetched>;
}

/** What the link leads to is not there, or cannot be read without the rest of it. */
function Lost() {
  return <Screen title={t("room-lost-title")} lead={t("room-lost-text")} back={{ to: "/app/rooms", text: t("rooms-title") }}>
    <p class="actions"><Link class="button" to="/app/rooms">{t("room-to-all")}</Link></p>
  </Screen>;
}

function Seen({ seen, onChanged }: { readonly seen: RoomSeen; readonly onChanged: () => void }) {
  const [asking, setAsking] = useState(false);
  const role = session.value?.state === "ready" ? session.value.account.role : undefined;
  const { standing } = seen;
  if (asking) return <Ask seen={seen} onLeft={() => setAsking(false)} onAsked={() => { setAsking(false); onChanged(); }} />;
  return <RoomFrame title={seen.face.title}>
    {role === "steward" ? <Appoint seen={seen} /> : <Door seen={seen} onAsk={() => setAsking(true)} onChanged={onChanged} />}
    <FaceParts face={seen.face} />
    {role !== "steward" && standing === "outside" && seen.asking && <p class="actions">
      <button type="button" class="button" onClick={() => setAsking(true)}>{t("room-ask")}</button>
      {role === "practitioner" && <Action run={async () => { await core.askToLead(seen.id, roomKeys.value[path.value]); onChanged(); }}>{t("room-ask-to-lead")}</Action>}
    </p>}
  </RoomFrame>;
}

/** The room's name is on the screen; the title of the window can be read from afar. */
export function RoomFrame({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  const heading = useTitle(t("room-title"));
  // Asking and waiting are screens of their own, though the address stays.
  useEffect(() => scrollTo(0, 0), []);
  return <section class="screen">
    <p class="back"><Link to="/app/rooms">{t("rooms-title")}</Link></p>
    <h1 tabIndex={-1} ref={heading}><bdi>{title}</bdi></h1>
    {children}
  </section>;
}

/** Asks for this browser; that it did is not told by how the account stands to the room. */
function Again({ id }: { readonly id: Id }) {
  const [asked, setAsked] = useState(false);
  if (asked) return <span role="status">{t("room-asked-again")}</span>;
  return <Action kind="primary" run={async () => { await core.askEntryAgain(id); setAsked(true); }}>{t("room-ask-again")}</Action>;
}

/** How one stands at the door, and what one can do. */
function Door({ seen, onAsk, onChanged }: { readonly seen: RoomSeen; readonly onAsk: () => void; readonly onChanged: () => void }) {
  const { id, face, standing, asking } = seen;
  const names = namesOf(face);
  if (seen.appointed) return <section class="card door" aria-labelledby="door-heading">
    <h2 id="door-heading" class="h3">{t("room-take-up-title")}</h2>
    <p>{t("room-take-up-text")}</p>
    <p class="actions"><Action kind="primary" run={() => core.takeUpRoom(id, roomKeys.value[path.value])}>{t("room-take-up")}</Action></p>
  </section>;
  switch (standing) {
    // With another browser; this one waits at the door by itself.
    case "inside": return <section class="card door" aria-labelledby="door-heading">
      <h2 id="door-heading" class="h3">{t("room-ask-again-title")}</h2>
      <p>{t("room-ask-again-text", { names })}</p>
      <p class="actions"><Again id={id} /></p>
    </section>;
    case "outside": return asking ? face.entry === "open" ? <p class="notice notice-calm">{t("room-entry-open")}</p> : null : <p class="notice">{t("room-takes-nobody", { names })}</p>;
    case "asking": return <section class="card door" aria-labelledby="door-heading">
      <h2 id="door-heading" class="h3">{t("room-waiting-title")}</h2>
      <p>{t("room-waiting-text", { names })}</p>
      <p class="actions">
        <button type="button" class="button button-quiet" onClick={onAsk}>{t("room-ask-anew")}</button>
        <Action run={async () => { await core.withdrawEntry(id); onChanged(); }}>{t("room-withdraw")}</Action>
      </p>
    </section>;
    case "declined": return <section class="card door" aria-labelledby="door-heading">
      <h2 id="door-heading" class="h3">{t("room-declined-title")}</h2>
      <p>{t("room-declined-text", { names })}</p>
      <p>{t("room-declined-else")}</p>
      <p class="actions">
        <Link class="button" to="/app/start">{t("list-empty-go")}</Link>
        {asking && <button type="button" class="button button-quiet" onClick={onAsk}>{t("room-ask-once-more")}</button>}
        <a href={`/crisis?lang=${language.value}`} target="_blank" rel="noreferrer">{t("standing-crisis")}</a>
      </p>
    </section>;
  }
}
