/** Stands where one would write, when the practice appointed somebody to lead the room: goes on with them, or out. */
import { useState } from "preact/hooks";
import type { RoomAppointed, RoomView } from "../../core/api.ts";
import { t } from "../i18n.ts";
import { Confirm } from "../kit/confirm.tsx";
import { Face } from "../kit/face.tsx";
import { Fetched } from "../kit/fetched.tsx";
import { Check } from "../kit/fields.tsx";
import { Action } from "../kit/form.tsx";
import { core } from "../state.ts";
import { leave } from "./leave.ts";

export function Appointed({ view, by: { accountId, displayName: name } }: { readonly view: RoomView; readonly by: RoomAppointed }) {
  const [shared, setShared] = useState(false);
  const [leaving, setLeaving] = useState(false);
  return <section class="standing room-appointed" aria-labelledby="appointed-heading">
    <div class="room-appointed-head"><Face name={name} photoOf={accountId} size="small" /><h2 id="appointed-heading" class="h3">{t("room-appointed-title", { name })}</h2></div>
    <p>{t("room-appointed-text", { name })}</p>
    <p>{t("room-appointed-means", { name })}</p>
    <p class="quiet">{t("room-appointed-unsure")}</p>
    <Fetched from={() => core.ownRoomCard(view.id)}>{({ answers }) => answers.some(({ answer }) => answer !== "") && <Check label={t("room-appointed-card", { name })} checked={shared} onChecked={setShared} />}</Fetched>
    <p class="actions">
      <Action kind="primary" run={() => core.acceptModerator(view.id, shared)}>{t("room-appointed-agree", { name })}</Action>
      <button type="button" class="button button-quiet" aria-haspopup="dialog" onClick={() => setLeaving(true)}>{t("room-leave")}</button>
    </p>
    {leaving && <Confirm title={t("room-leave-title")} text={t("room-leave-sure", { names: name })} submit={t("room-leave-submit")} run={() => leave(view.id)} onClose={() => setLeaving(false)} />}
  </section>;
}
