/**
 * The access log that the account owns: what was done to it, newest first, each day
 * under its heading. What nobody can explain asks whose doing it was; all else is
 * there to be read calmly.
 */
import { useRef, useState } from "preact/hooks";
import { type AccessView, waits } from "../../core/api.ts";
import { t } from "../i18n.ts";
import { Fetched } from "../kit/fetched.tsx";
import { Action } from "../kit/form.tsx";
import { Link } from "../kit/link.tsx";
import { Empty, Screen } from "../kit/screen.tsx";
import { access, core, devices } from "../state.ts";
import { daysOf } from "./entries.ts";
import { EntryRow } from "./entry_row.tsx";
import { TakePart } from "./take_part.tsx";
import { dayWords } from "./words.ts";

/** So many at a time: a person reads them. */
const AT_ONCE = 30;
const CANNOT = ["before", "server", "who", "read", "seen", "passphrase"] as const;

export function AccessScreen() {
  const { open = 0, alarm = "" } = access.value ?? {};
  return <Screen title={t("access-title")} lead={t("access-lead")} back={{ to: "/app/settings", text: t("settings-title") }}>
    <Fetched from={() => core.accessLog()} moment={`${open} ${alarm} ${devices.value.map(({ id }) => id).join()}`}>{(view, change) => <>
      {view.entries.length === 0 ? <Empty title={t("access-none")} text={t("access-none-text")} /> : <List view={view} onView={change} />}
    </>}</Fetched>
    <section class="card part" aria-labelledby="access-signed">
      <h2 id="access-signed" class="h3">{t("access-signed-title")}</h2>
      <p>{t("access-signed-text")}</p>
      <p>{t("access-signed-server")}</p>
    </section>
    <TakePart />
    <section class="card part" aria-labelledby="access-cannot">
      <h2 id="access-cannot" class="h3">{t("access-cannot-title")}</h2>
      <ul>{CANNOT.map((what) => <li key={what}>{t(`access-cannot-${what}`)}</li>)}</ul>
      <p class="actions"><Link class="button button-quiet" to="/app/settings/held">{t("held-title")}</Link></p>
    </section>
  </Screen>;
}

interface ListProps {
  readonly view: AccessView;
  readonly onView: (view: AccessView) => void;
}

function List({ view: { entries, earlier }, onView }: ListProps) {
  const [shown, setShown] = useState(AT_ONCE);
  const list = useRef<HTMLDivElement>(null);
  const waiting = entries.filter(waits).length;
  // However far down the last that asks stands, it can be reached.
  const until = Math.max(shown, entries.findLastIndex(waits) + 1);
  const more = async () => {
    if (entries.length <= until) onView(await core.earlierAccess());
    setShown(until + AT_ONCE);
  };
  const toFirst = () => {
    const first = list.current?.querySelector<HTMLElement>(".access-asks h3");
    first?.scrollIntoView({ block: "center" });
    first?.focus({ preventScroll: true });
  };
  const now = Date.now();
  return <div ref={list}>
    <p role="status" class={waiting > 0 ? "notice notice-calm" : "quiet"}>{waiting > 0 ? t("access-waiting", { count: waiting }) : t("access-calm")}</p>
    {waiting > 0 && <p class="actions"><button type="button" class="button button-quiet" onClick={toFirst}>{t("access-to-first")}</button></p>}
    {daysOf(entries.slice(0, until)).map(({ at, entries: of }) => <section key={new Date(at).toDateString()} class="card part access-day">
      <h2 class="h3">{dayWords(at, now)}</h2>
      <ol>{of.map((entry) => <EntryRow key={entry.id} entry={entry} onView={onView} />)}</ol>
    </section>)}
    {(entries.length > until || earlier) && <p class="actions"><Action run={more}>{t("access-earlier")}</Action></p>}
  </div>;
}
