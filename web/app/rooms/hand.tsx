/** Raising a hand, and the queue of those who did. */
import type { RoomView } from "../../core/api.ts";
import { t } from "../i18n.ts";
import { Action } from "../kit/form.tsx";
import { core } from "../state.ts";

/** How many raised their hands before this account did; undefined where it did not. */
const before = ({ hands, me }: RoomView): number | undefined => (hands.includes(me) ? hands.indexOf(me) : undefined);

/** In the menu where one writes. */
export function HandChoice({ view, onChosen }: { readonly view: RoomView; readonly onChosen: () => void }) {
  const up = before(view) !== undefined;
  return <button type="button" onClick={() => { onChosen(); void core.raiseHand(view.id, !up).catch(() => undefined); }}>{t(up ? "room-hand-down" : "room-hand-up")}</button>;
}

/** Where one would write while somebody else has the floor. */
export function Hand({ view }: { readonly view: RoomView }) {
  const ahead = before(view);
  return <>
    {ahead !== undefined && <span role="status">{t("room-hand-waits", { count: ahead })}</span>}
    <Action kind="primary" run={() => core.raiseHand(view.id, ahead === undefined)}>{t(ahead === undefined ? "room-hand-up" : "room-hand-down")}</Action>
  </>;
}
