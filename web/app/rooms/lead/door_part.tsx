/** Who stands at the door: their names and cards, to be let in, one or several, or declined. */
import { useRef, useState } from "preact/hooks";
import type { AtRoomDoor, Id, RoomView } from "../../../core/api.ts";
import { errorText, t } from "../../i18n.ts";
import { Confirm } from "../../kit/confirm.tsx";
import { useWork } from "../../kit/form.tsx";
import { Waiting } from "../../kit/screen.tsx";
import { core } from "../../state.ts";
import { letIn } from "./admit.ts";
import { Asking } from "./asking.tsx";
import { Heading, useHeading } from "./heading.tsx";
import { look, useDoor } from "./led.ts";

/** Up to so many cards are shown at once; of more, each opens by itself. */
const FEW = 2;

export function DoorPart({ room }: { readonly room: RoomView }) {
  const { asking, failure } = useDoor(room.id);
  const { at, focus } = useHeading();
  return <section>
    <Heading at={at}>{t("lead-door-title")}</Heading>
    {failure && <div role="alert">
      <p class="notice notice-danger">{errorText(failure)}</p>
      <p class="actions"><button type="button" class="button button-quiet" onClick={() => void look(room.id)}>{t("try-again")}</button></p>
    </div>}
    {asking ? <AtDoor room={room} asking={asking} focus={focus} /> : !failure && <Waiting text={t("starting")} />}
  </section>;
}

interface AtDoorProps {
  readonly room: RoomView;
  readonly asking: readonly AtRoomDoor[];
  /** Takes the focus once what had it is gone. */
  readonly focus: () => void;
}

function AtDoor({ room, asking, focus }: AtDoorProps) {
  const [chosen, setChosen] = useState<ReadonlySet<Id>>(new Set());
  const [declining, setDeclining] = useState<AtRoomDoor | undefined>(undefined);
  const [appointing, setAppointing] = useState<AtRoomDoor | undefined>(undefined);
  const [told, setTold] = useState("");
  const tell = (text: string) => {
    setTold(text);
    focus();
  };
  const { busy, failure, count, done, admit } = useAdmission(room, tell);
  const mayCome = asking.filter((each) => each.alike === undefined && !each.leads);
  const some = mayCome.filter(({ handle }) => chosen.has(handle));
  const choose = (handle: Id, on: boolean) => setChosen(new Set(on ? [...chosen, handle] : [...chosen].filter((other) => other !== handle)));
  const decline = async ({ handle, name }: AtRoomDoor) => {
    await core.declineEntry(room.id, handle);
    await look(room.id);
    tell(t("lead-declined", { name }));
  };
  const appoint = async ({ handle, name }: AtRoomDoor) => {
    await core.appoint(room.id, handle);
    await look(room.id);
    tell(t("lead-appointed", { name }));
  };
  return <>
    <p>{t(asking.length === 0 ? "lead-door-empty" : "lead-door-text")}</p>
    <p role="status" class="form-status">{busy ? t("lead-admitting", { count }) : told}</p>
    {busy && count > 1 && <progress class="lead-progress" value={done} max={count} aria-label={t("lead-admitting", { count })} />}
    <div role="alert">{failure && <p class="notice notice-danger">{errorText(failure)}</p>}</div>
    {mayCome.length > 1 && <p class="actions">
      <button type="button" class="button" aria-disabled={busy || room.closed} onClick={() => admit(some.length > 0 ? some : mayCome)}>
        {some.length > 0 ? t("lead-admit-some", { count: some.length }) : t("lead-admit-all", { count: mayCome.length })}</button>
    </p>}
    <ul class="lead-asking">{asking.map((each) => <li key={each.handle} class="card">
      <Asking asking={each} open={asking.length <= FEW} still={busy || room.closed}
        {...(mayCome.length > 1 ? { chosen: chosen.has(each.handle), onChosen: (on: boolean) => choose(each.handle, on) } : {})}
        onAdmit={() => (each.leads ? setAppointing(each) : admit([each]))} onDecline={() => setDeclining(each)} />
    </li>)}</ul>
    {appointing && <Confirm title={t("lead-appoint-title", { name: appointing.name })} text={t("lead-appoint-text")} submit={t("lead-appoint")}
      run={() => appoint(appointing)} onClose={() => setAppointing(undefined)} />}
    {declining && <Confirm title={t("lead-decline-title", { name: declining.name })} text={t("lead-decline-text")} submit={t("lead-decline")}
      run={() => decline(declining)} onClose={() => setDeclining(undefined)} />}
  </>;
}

/** Lets one lot in at a time; how far it came is told meanwhile, and who is in at the end. */
function useAdmission(room: RoomView, tell: (text: string) => void) {
  const going = useRef<readonly AtRoomDoor[]>([]);
  const [done, setDone] = useState(0);
  const { busy, failure, start } = useWork(async () => {
    const who = going.current;
    try {
      await letIn(room.id, who.map(({ handle }) => handle), setDone);
    } finally {
      await look(room.id);
    }
    tell(who.length === 1 ? t("lead-admitted-one", { name: who[0]?.name ?? "" }) : t("lead-admitted", { count: who.length }));
  });
  const admit = (who: readonly AtRoomDoor[]): void => {
    if (busy || room.closed) return;
    going.current = who;
    void start();
  };
  return { busy, failure, count: going.current.length, done, admit };
}
