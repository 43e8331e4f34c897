/** The table a sweep ends in, in Markdown. It says nothing of when, where and how long: the same code gives the same table. */
import { KIND_IDS, type KindId, kindOf, NOT_SWEPT, type Place, PLACE_IDS, PLACES, REASONS, type Reason } from "./kinds.ts";
import { type Leak, LEAKS } from "./leaky.ts";
import type { Result } from "./run.ts";
import { leaks } from "./search.ts";

export type Cell = "nothing" | "found" | "blind" | "not done" | Reason;

/** What is to be said of a kind of marker in a place. */
export function cellOf({ findings, notDone }: Result, id: KindId, place: Place): Cell {
  if (notDone.has(place)) return "not done";
  const { may, must } = kindOf(id);
  const here = findings.filter((finding) => finding.kind === id && finding.place === place);
  if (leaks(here).length > 0) return "found";
  if (must?.includes(place) && here.length === 0) return "blind";
  return may?.[place] ?? "nothing";
}

const letterOf = (reason: Reason): string => String.fromCharCode("a".charCodeAt(0) + Object.keys(REASONS).indexOf(reason));

function shown(cell: Cell): string {
  switch (cell) {
    case "nothing": return "nothing";
    case "found": return "**found**";
    case "blind": return "**not found**";
    case "not done": return "not done";
    default: return `(${letterOf(cell)})`;
  }
}

/** The same as internal/pages keeps it, for /security/sweep. */
export function keptOf(result: Result): object {
  return {
    places: PLACE_IDS.map((place) => PLACES[place]),
    rows: KIND_IDS.map((id) => ({ planted: kindOf(id).title, found: PLACE_IDS.map((place) => shown(cellOf(result, id, place))) })),
    reasons: (Object.keys(REASONS) as Reason[]).map((reason) => `(${letterOf(reason)}) ${REASONS[reason]}`),
    not_swept: NOT_SWEPT,
    leaks: LEAKS.map(({ title, place }) => ({ made: title, found: PLACES[place] })),
  };
}

export function tableOf(result: Result, missed: readonly Leak[]): string {
  const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [
    row(["what was planted", ...PLACE_IDS.map((place) => PLACES[place])]),
    row(["---", ...PLACE_IDS.map(() => "---")]),
    ...KIND_IDS.map((id) => row([kindOf(id).title, ...PLACE_IDS.map((place) => shown(cellOf(result, id, place)))])),
    "",
    ...(Object.keys(REASONS) as Reason[]).map((reason) => `- (${letterOf(reason)}) ${REASONS[reason]}`),
    ...NOT_SWEPT.map((text) => `- ${text}`),
    "",
    row(["made to leak on purpose", "found"]), row(["---", "---"]),
    ...LEAKS.map((leak) => row([leak.title, missed.includes(leak) ? "**no**" : `yes: ${PLACES[leak.place].toLowerCase()}`])),
    "",
  ].join("\n");
}
