/** For a moderator whom the practice appointed: how many have not agreed to go on with them, and how to go on without those. */
import { useState } from "preact/hooks";
import type { RoomView } from "../../../core/api.ts";
import { t } from "../../i18n.ts";
import { Confirm } from "../../kit/confirm.tsx";
import { core } from "../../state.ts";

export function Unanswered({ room: { id, unanswered } }: { readonly room: RoomView }) {
  const [asked, setAsked] = useState(false);
  if (unanswered === 0) return null;
  return <div class="notice notice-calm">
    <p role="status"><strong>{t("lead-unanswered", { count: unanswered })}</strong></p>
    <p>{t("lead-unanswered-text")}</p>
    <p class="actions"><button type="button" class="button button-quiet button-small" aria-haspopup="dialog" onClick={() => setAsked(true)}>{t("lead-go-on")}</button></p>
    {asked && <Confirm title={t("lead-go-on-title")} text={t("lead-go-on-text")} submit={t("lead-go-on")} run={() => core.goOnWithout(id)} onClose={() => setAsked(false)} />}
  </div>;
}
