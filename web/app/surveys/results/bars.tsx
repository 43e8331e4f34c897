/**
 * Shares as drawings: lengths in per cent of the line they stand in, so that they fit any
 * width. All of it is in the numbers beside; a screen reader is given those. What parts a
 * whole is told by its pattern, not by colour alone.
 */
import type { Cell } from "../../../core/survey_api.ts";
import { shareOf } from "./labels.ts";

const PATTERNS = ["plain", "rising", "dots", "falling", "lines", "grid"] as const;
const patternOf = (at: number): string => PATTERNS[at % PATTERNS.length]!;
const at = (share: number): string => `${share.toFixed(2)}%`;

/** Once on a screen; the others refer to it. */
export function Patterns() {
  return <svg class="results-patterns" aria-hidden="true" focusable="false" width="0" height="0"><defs>
    {PATTERNS.map((name) => <pattern key={name} id={`results-${name}`} width="8" height="8" patternUnits="userSpaceOnUse">
      <rect class={`results-ground results-ground-${name}`} width="8" height="8" />
      <path class="results-mark" d={MARKS[name]} />
    </pattern>)}
    <pattern id="results-held" width="6" height="6" patternUnits="userSpaceOnUse"><path class="results-held-mark" d="M0 6 6 0" /></pattern>
  </defs></svg>;
}

const MARKS: Readonly<Record<(typeof PATTERNS)[number], string>> = {
  plain: "", rising: "M-2 2 2-2M0 8 8 0M6 10 10 6", dots: "M3 4a1 1 0 1 0 2 0a1 1 0 1 0-2 0", falling: "M-2 6 2 10M0 0 8 8M6-2 10 2", lines: "M0 4H8", grid: "M0 4H8M4 0V8",
};

/** One share, with the line within which it would lie by chance. */
export function Bar({ cell, of }: { readonly cell: Cell; readonly of: number | null }) {
  const share = shareOf(cell, of);
  return <svg class="results-bar" aria-hidden="true" focusable="false">
    <rect class="results-track" width="100%" height="100%" />
    {share === undefined ? <rect class="results-held" width="100%" height="100%" /> : <rect class="results-share" width={at(share)} height="100%" />}
    {share !== undefined && cell.interval && <Whisker low={cell.interval[0]} high={cell.interval[1]} />}
  </svg>;
}

function Whisker({ low, high }: { readonly low: number; readonly high: number }) {
  const lines = [[low, high, "50%", "50%"], [low, low, "25%", "75%"], [high, high, "25%", "75%"]] as const;
  // Twice: below lies a broader one, which sets it off from the bar.
  return <>{["results-halo", "results-whisker"].map((name) => <g key={name} class={name}>{lines.map(([x1, x2, y1, y2], place) => <line key={place} x1={at(x1)} x2={at(x2)} y1={y1} y2={y2} />)}</g>)}</>;
}

/** What parts a whole, one after the other; what is held back stands at the end, together. */
export function Stack({ cells, of }: { readonly cells: readonly Cell[]; readonly of: number | null }) {
  const shares = cells.map((cell) => shareOf(cell, of));
  const begins = shares.map((_, place) => shares.slice(0, place).reduce<number>((sum, share) => sum + (share ?? 0), 0));
  return <svg class="results-bar" aria-hidden="true" focusable="false">
    <rect class="results-track" width="100%" height="100%" />
    <rect class="results-held" width="100%" height="100%" />
    {shares.map((share, place) => share !== undefined && share > 0 && <rect key={place} class="results-piece" x={at(begins[place]!)} width={at(share)} height="100%" fill={`url(#results-${patternOf(place)})`} />)}
  </svg>;
}

export function Swatch({ place }: { readonly place: number }) {
  return <svg class="results-swatch" aria-hidden="true" focusable="false"><rect class="results-piece" width="100%" height="100%" fill={`url(#results-${patternOf(place)})`} /></svg>;
}

/** A figure and its interval on the whole of its scale. */
export function Gauge({ value, interval, from, to }: { readonly value: number; readonly interval: readonly [number, number]; readonly from: number; readonly to: number }) {
  const place = (figure: number) => ((figure - from) / (to - from)) * 100;
  return <svg class="results-bar results-gauge" aria-hidden="true" focusable="false">
    <rect class="results-track" y="40%" width="100%" height="20%" />
    <Whisker low={place(interval[0])} high={place(interval[1])} />
    <circle class="results-share" cx={at(place(value))} cy="50%" r="6" />
  </svg>;
}
