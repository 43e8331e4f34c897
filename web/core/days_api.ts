/** Days that the server tells: it counts them by UTC, and they are shown as the same ones everywhere. */

const NOON = 43_200_000;

/** A moment that lies on this day here. `day`: its beginning by UTC, in ms since 1970. */
export function middleOf(day: number): number {
  const noon = day + NOON;
  return noon + new Date(noon).getTimezoneOffset() * 60_000;
}
