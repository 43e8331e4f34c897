/** Taking along all that the server holds, as one file. */
import { useState } from "preact/hooks";
import type { HeldGroup, HeldTable } from "../../core/api.ts";
import { LockChoice } from "../export/lock_choice.tsx";
import { useSaving } from "../export/saving.ts";
import { numberText, t } from "../i18n.ts";
import { Dialog } from "../kit/dialog.tsx";
import { Check } from "../kit/fields.tsx";
import { Form } from "../kit/form.tsx";
import { sizeText } from "../kit/size.ts";
import { heldFile, PIECES } from "./file.ts";

type Groups = readonly HeldGroup[];

export function ExportPart({ groups }: { readonly groups: Groups }) {
  const [asking, setAsking] = useState(false);
  return <section class="card part" aria-labelledby="held-export">
    <h2 id="held-export" class="h3">{t("held-export-title")}</h2>
    <p>{t("held-export-text")}</p>
    <p class="actions"><button type="button" class="button" onClick={() => setAsking(true)}>{t("take-along")}</button></p>
    {asking && <ExportDialog groups={groups} onClose={() => setAsking(false)} />}
  </section>;
}

/** Each once: a table may be told in several groups. */
const tablesOf = (groups: Groups): readonly HeldTable[] => [...new Map(groups.flatMap(({ tables }) => tables).map((table) => [table.name, table])).values()];

function ExportDialog({ groups, onClose }: { readonly groups: Groups; readonly onClose: () => void }) {
  const [pieces, setPieces] = useState(false);
  const { chosen, setChosen, done, cancel, run } = useSaving("held", (making) => heldFile({ ...making, groups, pieces }));
  const tables = tablesOf(groups);
  const total = tables.reduce((sum, { rows }) => sum + rows, 0);
  const bytes = tables.find(({ name }) => name === PIECES)?.streams?.reduce((sum, stream) => sum + stream.bytes, 0) ?? 0;
  return <Dialog title={t("take-along")} onClose={onClose}>
    <Form submit={t("take-along-submit")} run={run} busyText={t("take-along-busy")} doneText={t("take-along-done")}
      aside={<button type="button" class="button button-quiet" onClick={onClose}>{t("close")}</button>}>
      {bytes > 0 && <Check label={t("held-pieces", { size: sizeText(bytes) })} hint={t("held-pieces-hint")} checked={pieces} onChecked={setPieces} />}
      <LockChoice chosen={chosen} onChosen={setChosen} />
      {done !== undefined && <p class="fetching">
        <progress value={Math.min(done, total)} max={total} aria-label={t("held-progress")} />
        <span class="quiet">{t("take-along-so-far", { so: numberText(done), total: t("held-rows", { count: total }) })}</span>
        <button type="button" class="button button-quiet button-small" onClick={cancel}>{t("cancel")}</button>
      </p>}
    </Form>
  </Dialog>;
}
