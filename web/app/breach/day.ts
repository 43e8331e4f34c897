/** Days that the server tells: it counts them by UTC, and they are shown as the same ones everywhere. */

const NOON = 43_200_000;

/** The middle of it here. `day`: its beginning by UTC. */
export function middleOf(day: number): number {
  const noon = day + NOON;
  return noon + new Date(noon).getTimezoneOffset() * 60_000;
}
