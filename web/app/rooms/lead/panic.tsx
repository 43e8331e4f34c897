/** Stops everything at once: the room is closed, and everybody in it is shown where there is help. */
import { useState } from "preact/hooks";
import type { RoomView } from "../../../core/api.ts";
import { t } from "../../i18n.ts";
import { Dialog } from "../../kit/dialog.tsx";
import { Action } from "../../kit/form.tsx";
import { core } from "../../state.ts";

export function Panic({ room: { id, closed, conduct, face } }: { readonly room: RoomView }) {
  const [asked, setAsked] = useState(false);
  if (conduct.help || closed) return <div class={conduct.help ? "notice notice-danger" : "notice notice-clay"}>
    <p>{t(conduct.help ? "lead-panic-now" : "lead-closed-now")}</p>
    <p class="actions"><Action kind="primary" run={() => core.setRoomClosed(id, false)}>{t("lead-open")}</Action></p>
  </div>;
  const stop = async () => {
    await core.panic(id);
    setAsked(false);
  };
  return <>
    <p class="lead-panic"><button type="button" class="button button-quiet button-small" aria-haspopup="dialog" onClick={() => setAsked(true)}>{t("lead-panic")}</button></p>
    {asked && <Dialog title={t("lead-panic-title")} onClose={() => setAsked(false)}>
      <p>{t("lead-panic-text")}{face.days === 0 && ` ${t("lead-close-destroys")}`}</p>
      <p class="actions lead-stop"><Action kind="danger" first run={stop}>{t("lead-panic-submit")}</Action> <button type="button" class="button button-quiet" onClick={() => setAsked(false)}>{t("cancel")}</button></p>
    </Dialog>}
  </>;
}
