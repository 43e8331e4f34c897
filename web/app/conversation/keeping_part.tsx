/** How long what is said here is kept, and forgetting all of it at once. */
import { useEffect, useState } from "preact/hooks";
import { type ConversationView, DISAPPEAR_AFTER, type RetentionBounds } from "../../core/api.ts";
import { t } from "../i18n.ts";
import { Select } from "../kit/fields.tsx";
import { Form } from "../kit/form.tsx";
import { recordSentence } from "../practice/consent_reader.tsx";
import { core } from "../state.ts";
import { Forget } from "./forget.tsx";
import { disappearsAfter, keptFor } from "./keeping_words.ts";

const DAYS = [1, 7, 30, 90, 180, 365, 730, 3_650] as const;

/** What may be chosen within the practice's bounds, and what is chosen now. */
function daysWithin({ shortest, longest }: RetentionBounds, now: number): readonly number[] {
  const most = longest || 3_650;
  const inner = DAYS.filter((days) => days >= shortest && days <= most);
  const ends = longest === 0 ? [0] : [longest];
  return [...new Set([shortest, ...inner, now, ...ends])].sort((a, b) => (a || Number.POSITIVE_INFINITY) - (b || Number.POSITIVE_INFINITY));
}

export function KeepingPart({ view, onForgotten }: { readonly view: ConversationView; readonly onForgotten: () => void }) {
  const { summary, keeping, intake, record } = view;
  const [bounds, setBounds] = useState<RetentionBounds | undefined>(undefined);
  const [chosen, setChosen] = useState<{ readonly days: number; readonly seconds: number }>(keeping);
  const [asking, setAsking] = useState(false);
  useEffect(() => {
    core.practice().then(({ retention }) => setBounds(retention ?? { shortest: 1, longest: 0, standard: 0 }), () => undefined);
  }, []);
  const run = async () => {
    await core.setRetention(summary.id, chosen.days);
    await core.setDisappearing(summary.id, chosen.seconds);
  };
  const shorter = chosen.days > 0 && (keeping.days === 0 || chosen.days < keeping.days);
  return <section aria-labelledby="keeping-heading">
    <h3 id="keeping-heading">{t("keeping-title")}</h3>
    <p>{t("keeping-text", { name: summary.peer.displayName })}</p>
    {intake && <p>{recordSentence(record)}</p>}
    {summary.state === "open" && bounds ? <Form kind="quiet" submit={t("keeping-save")} run={run} doneText={t("saved")}>
      <Select label={t("retention")} hint={t("retention-hint")} codes={["retention_out_of_bounds"]} value={String(chosen.days)}
        options={daysWithin(bounds, keeping.days).map((days) => ({ value: String(days), text: keptFor(days) }))} onValue={(days) => setChosen({ ...chosen, days: Number(days) })} />
      {shorter && <p class="notice notice-clay">{t("retention-shorter", { time: keptFor(chosen.days) })}</p>}
      <Select label={t("disappear")} hint={t("disappear-hint")} codes={["disappear_invalid"]} value={String(chosen.seconds)}
        options={DISAPPEAR_AFTER.map((seconds) => ({ value: String(seconds), text: disappearsAfter(seconds) }))} onValue={(seconds) => setChosen({ ...chosen, seconds: Number(seconds) })} />
    </Form> : <dl class="facts"><div><dt>{t("retention")}</dt><dd>{keptFor(keeping.days)}</dd></div><div><dt>{t("disappear")}</dt><dd>{disappearsAfter(keeping.seconds)}</dd></div></dl>}
    <p class="actions"><button type="button" class="button button-quiet" onClick={() => setAsking(true)}>{t("forget")}</button></p>
    {asking && <Forget view={view} onClose={() => setAsking(false)} onForgotten={onForgotten} />}
  </section>;
}
