/** Looking for something that was said, on this device: by words, by day; and what was starred. */
import { useEffect, useState } from "preact/hooks";
import type { Id, SearchHit, SearchResult } from "../../core/api.ts";
import { dateText, t, timeText } from "../i18n.ts";
import { Dialog, useAfterwards } from "../kit/dialog.tsx";
import { Check, Field } from "../kit/fields.tsx";
import { go } from "../router.ts";
import { conversations, core } from "../state.ts";
import { sought } from "./jump.ts";

/** Searched a moment after the last letter; while nothing is asked, what was starred is shown. */
const AFTER = 150;
const NOTHING: SearchResult = { total: 0, hits: [] };

/** `within`: the conversation it was opened in. */
export function Search({ within, onClose }: { readonly within?: Id; readonly onClose: () => void }) {
  const [query, setQuery] = useState("");
  const [everywhere, setEverywhere] = useState(within === undefined);
  const asked = query.trim() !== "";
  const { hits, total, current } = useFound(query, everywhere ? undefined : within);
  const afterwards = useAfterwards();
  const show = (hit: Pick<SearchHit, "conversation" | "item">) => {
    afterwards(() => {
      sought.value = { conversation: hit.conversation, item: hit.item };
      go(`/app/conversations/${hit.conversation}`);
    });
    onClose();
  };
  return <Dialog sheet title={t("search")} onClose={onClose}>
    <div role="search" aria-label={t("search")}>
      <Field label={t("search-words")} hint={t("search-hint")} value={query} onValue={setQuery} />
      {within !== undefined && conversations.value.length > 1 && <Check label={t("search-everywhere")} checked={everywhere} onChecked={setEverywhere} />}
    </div>
    <p role="status" class="quiet">{asked && current && t("search-found", { total, shown: hits.length })}</p>
    {!asked && <h3>{t("starred")}</h3>}
    {!asked && current && hits.length === 0 && <p class="quiet">{t("starred-none")}</p>}
    <Hits hits={hits} named={everywhere} onChosen={show} />
    {within !== undefined && <DayPart id={within} onChosen={(item) => show({ conversation: within, item })} />}
  </Dialog>;
}

interface Found extends SearchResult {
  /** Of what is asked now; else of what was asked before, and more is on its way. */
  readonly current: boolean;
}

function useFound(query: string, within: Id | undefined): Found {
  const [found, setFound] = useState<{ readonly result: SearchResult; readonly of?: { readonly query: string; readonly within: Id | undefined } }>({ result: NOTHING });
  useEffect(() => {
    let wanted = true;
    const ask = async () => {
      const result = query.trim() === "" ? await starred(within) : await core.search(query, within);
      if (wanted) setFound({ result, of: { query, within } });
    };
    const timer = setTimeout(() => void ask().catch(() => undefined), query.trim() === "" ? 0 : AFTER);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [query, within]);
  const { result, of } = found;
  // What was starred was not found by any words, and the other way round.
  const alike = of !== undefined && (of.query.trim() === "") === (query.trim() === "");
  return { ...(alike ? result : NOTHING), current: of?.query === query && of.within === within };
}

async function starred(within: Id | undefined): Promise<SearchResult> {
  const hits = await core.starred(within);
  return { total: hits.length, hits };
}

interface HitsProps {
  readonly hits: readonly SearchHit[];
  /** Says with whom. */
  readonly named: boolean;
  readonly onChosen: (hit: SearchHit) => void;
}

function Hits({ hits, named, onChosen }: HitsProps) {
  return <ul class="hits">{hits.map((hit) => <li key={`${hit.conversation} ${hit.item}`}>
    <button type="button" class="hit" onClick={() => onChosen(hit)}>
      <span class="hit-where">
        <span dir="auto">{whose(hit, named)}</span>
        <time dateTime={new Date(hit.at).toISOString()}>{t("search-at", { date: dateText(hit.at), time: timeText(hit.at) })}</time>
      </span>
      <span class="hit-text" dir="auto">{hit.context.map(({ text, found }, i) => (found ? <mark key={i}>{text}</mark> : text))}</span>
    </button>
  </li>)}</ul>;
}

function whose({ conversation, mine }: SearchHit, named: boolean): string {
  const name = conversations.value.find((each) => each.id === conversation)?.peer.displayName ?? "";
  if (!mine) return name;
  return named ? t("search-mine-to", { name }) : t("search-mine");
}

/** Goes to the first thing that was said or happened on a day or after it. */
function DayPart({ id, onChosen }: { readonly id: Id; readonly onChosen: (item: Id) => void }) {
  const [day, setDay] = useState("");
  const [missing, setMissing] = useState(false);
  const find = async () => {
    // Without a time of day, a date would be taken as one of UTC.
    const item = day === "" ? undefined : await core.firstSince(id, new Date(`${day}T00:00`).getTime());
    if (item === undefined) setMissing(true);
    else onChosen(item);
  };
  return <section class="search-day" aria-labelledby="search-day">
    <h3 id="search-day">{t("search-day")}</h3>
    <form onSubmit={(event) => { event.preventDefault(); void find().catch(() => setMissing(true)); }}>
      <div class="field">
        <label for="search-date">{t("search-date")}</label>
        <span class="with-button">
          <input id="search-date" type="date" value={day} onInput={(event) => { setDay(event.currentTarget.value); setMissing(false); }} />
          <button type="submit" class="button button-quiet">{t("search-go")}</button>
        </span>
      </div>
      <p role="status" class="form-status">{missing && t("search-day-none")}</p>
    </form>
  </section>;
}
