/** Practitioner: describes a room, looks at it as members will, and opens it. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { NewRoom } from "../../../core/api.ts";
import { t } from "../../i18n.ts";
import { Fetched } from "../../kit/fetched.tsx";
import { Form } from "../../kit/form.tsx";
import { Screen, Steps } from "../../kit/screen.tsx";
import { goInstead } from "../../router.ts";
import { core, session } from "../../state.ts";
import { FaceLook } from "./face_look.tsx";
import { ListedField } from "./listed_field.tsx";
import { leadPath } from "./parts.ts";
import { RoomFields } from "./room_fields.tsx";
import { checkText, trimmed } from "./room_text.ts";
import { beingWritten, forgetWritten, readWritten, write } from "./written.ts";

export function NewRoomScreen() {
  return <Screen title={t("lead-new-title")} lead={t("lead-new-lead")} back={{ to: "/app/rooms", text: t("lead-rooms") }}>
    <Fetched from={readWritten}>{(first) => <Making first={first} />}</Fetched>
  </Screen>;
}

function Making({ first }: { readonly first: NewRoom }) {
  const room = beingWritten() ?? first;
  const [looking, setLooking] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const step = (look: boolean) => {
    setLooking(look);
    scrollTo(0, 0);
  };
  useEffect(() => heading.current?.focus({ preventScroll: true }), [looking]);
  const names = [t("lead-step-describe"), t("lead-step-look")];
  return <>
    <Steps names={names} at={looking ? 1 : 0} />
    <h2 tabIndex={-1} ref={heading}>{t(looking ? "lead-look-title" : "lead-describe-title")}</h2>
    {looking ? <Look room={trimmed(room)} onBack={() => step(false)} /> : <Describe room={room} onLook={() => step(true)} />}
  </>;
}

function Describe({ room, onLook }: { readonly room: NewRoom; readonly onLook: () => void }) {
  const run = async () => {
    checkText(room);
    onLook();
  };
  return <Form submit={t("lead-to-look")} run={run}><RoomFields room={room} onChange={write} /><ListedField listed={room.listed} onListed={(listed) => write({ listed })} /></Form>;
}

function Look({ room, onBack }: { readonly room: NewRoom; readonly onBack: () => void }) {
  const run = async () => {
    const id = await core.createRoom(room);
    await forgetWritten();
    goInstead(leadPath(id, "link"));
  };
  const now = session.value;
  const leads = now?.state === "ready" ? now.account.displayName : "";
  return <>
    <p>{t("lead-look-text")}</p>
    <FaceLook face={room} leads={[leads]} listed={room.listed} />
    <Form submit={t("lead-make")} run={run} busyText={t("lead-make-busy")} aside={<button type="button" class="button button-quiet" onClick={onBack}>{t("lead-back-to-describe")}</button>} />
  </>;
}
