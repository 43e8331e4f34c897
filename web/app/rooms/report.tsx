/** Showing somebody's message to those who lead the room, with proof that it was said. */
import { useState } from "preact/hooks";
import { MAX_REPORT_LENGTH, type RoomMessage, type RoomView } from "../../core/api.ts";
import { draftOf } from "../drafts.ts";
import { t } from "../i18n.ts";
import { Dialog } from "../kit/dialog.tsx";
import { TextArea } from "../kit/fields.tsx";
import { Form } from "../kit/form.tsx";
import { core } from "../state.ts";
import { brief } from "./words_of.tsx";

/** Outlives a look at the room. */
const written = draftOf<{ readonly message: string; readonly why: string }>();

export function Report({ view, item, onClose }: { readonly view: RoomView; readonly item: RoomMessage; readonly onClose: () => void }) {
  const [done, setDone] = useState(false);
  const why = written.value?.message === item.id ? written.value.why : "";
  const run = async () => {
    await core.reportMessage(view.id, item.id, why.trim());
    written.value = undefined;
    setDone(true);
  };
  if (done) return <Dialog title={t("room-reported-title")} onClose={onClose}>
    <p role="status">{t("room-reported-text")}</p>
    <p class="actions"><button type="button" class="button" onClick={onClose}>{t("close")}</button></p>
  </Dialog>;
  return <Dialog title={t("room-report-title")} onClose={onClose}>
    <p class="quote"><span class="quote-who"><bdi>{item.name}</bdi></span><span class="quote-text"><bdi>{brief(item)}</bdi></span></p>
    <p>{t("room-report-text", { name: item.name })}</p>
    <Form submit={t("room-report-submit")} run={run} aside={<button type="button" class="button button-quiet" onClick={onClose}>{t("cancel")}</button>}>
      <TextArea optional label={t("room-report-why")} rows={3} maxLength={MAX_REPORT_LENGTH} value={why} onValue={(typed) => { written.value = typed === "" ? undefined : { message: item.id, why: typed }; }} />
    </Form>
  </Dialog>;
}
