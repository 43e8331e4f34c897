/** What to do when somebody else did it: in the order in which it helps, each from here. */
import { useState } from "preact/hooks";
import type { AccessEntry } from "../../core/api.ts";
import { EndOthers, RemoveDevice } from "../account/device_questions.tsx";
import { deviceName } from "../account/device_words.ts";
import { language, t } from "../i18n.ts";
import { Link } from "../kit/link.tsx";
import { devices } from "../state.ts";

/** With what somebody else may hear that there is something new. */
const REACHES: ReadonlySet<AccessEntry["what"]["kind"]> = new Set<AccessEntry["what"]["kind"]>(["mail", "mail-removed", "push", "push-removed"]);

type Asked = "remove" | "others";

interface DoingProps {
  readonly entry: AccessEntry;
  /** It was said just now. */
  readonly open: boolean;
}

export function Doing({ entry: { what, device }, open }: DoingProps) {
  const [asked, setAsked] = useState<Asked | undefined>(undefined);
  const [ended, setEnded] = useState<number | undefined>(undefined);
  const there = devices.value.find(({ id, current, leaving }) => id === device?.id && !current && !leaving);
  const close = () => setAsked(undefined);
  return <details open={open}>
    <summary>{t("access-do")}</summary>
    <p>{t("access-no-fault")}</p>
    {what.kind === "exported" && <p>{t("access-do-exported")}</p>}
    <ol class="access-doing">
      <li>
        <p>{t("access-do-end")}</p>
        <p class="actions">
          {there && <button type="button" class="button button-quiet" onClick={() => setAsked("remove")}>{t("device-remove-ask", { name: deviceName(there) })}</button>}
          <button type="button" class="button button-quiet" onClick={() => { setEnded(undefined); setAsked("others"); }}>{t("end-other-sessions")}</button>
        </p>
        <p role="status" class="form-status">{ended === undefined ? "" : t("sessions-ended", { count: ended })}</p>
      </li>
      <li>
        <p>{t("access-do-passphrase")}</p>
        <p class="actions"><Link class="button button-quiet" to="/app/settings/passphrase">{t("change-passphrase")}</Link></p>
      </li>
      {REACHES.has(what.kind) && <li><p>{t("access-do-reach")}</p></li>}
      <li>
        <p>{t("access-do-near")}</p>
        <p class="actions"><a class="button button-quiet" href={`/crisis?lang=${language.value}`} target="_blank" rel="noreferrer">{t("crisis")}</a></p>
      </li>
    </ol>
    {asked === "remove" && there && <RemoveDevice device={there} onClose={close} />}
    {asked === "others" && <EndOthers onEnded={setEnded} onClose={close} />}
  </details>;
}
