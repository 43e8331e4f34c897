/** The safety number, to be compared by voice or face to face. */
import { useEffect, useState } from "preact/hooks";
import type { ConversationSummary, SafetyNumber } from "../../core/api.ts";
import { t } from "../i18n.ts";
import { Action } from "../kit/form.tsx";
import { later } from "../kit/later.tsx";
import { Waiting } from "../kit/screen.tsx";
import { core } from "../state.ts";

const QrCode = later(async () => (await import("./qr_code.tsx")).QrCode);

export function SafetyNumberPart({ summary }: { readonly summary: ConversationSummary }) {
  const { id, peer, compared } = summary;
  const [number, setNumber] = useState<SafetyNumber | undefined>(undefined);
  useEffect(() => { void core.safetyNumber(id).then(setNumber, () => undefined); }, [id]);
  return <section aria-labelledby="safety-heading">
    <h3 id="safety-heading">{t("safety-title")}</h3>
    <p>{t("safety-text", { name: peer.displayName })}</p>
    {number ? <>
      <ol class="safety-words" dir="ltr" aria-label={t("safety-words")}>{number.words.map((word, i) => <li key={i} lang="en">{word}</li>)}</ol>
      <details>
        <summary>{t("safety-other-forms")}</summary>
        <QrCode text={number.qr} label={t("safety-qr")} />
        <p class="safety-digits mono" dir="ltr">{number.digits.map((group, i) => <span key={i}>{group}</span>)}</p>
      </details>
    </> : <Waiting text={t("starting")} />}
    <p role="status">{compared && <span class="badge badge-good">{t("safety-compared")}</span>}</p>
    <div class="actions">
      {compared
        ? <Action run={() => core.setCompared(id, false)}>{t("safety-undo")}</Action>
        : <Action kind="primary" run={() => core.setCompared(id, true)}>{t("safety-same")}</Action>}
    </div>
    <details><summary>{t("safety-differs")}</summary><p>{t("safety-differs-text")}</p></details>
  </section>;
}
