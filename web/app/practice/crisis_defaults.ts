/**
 * How help is reached at once, by country. A steward starts from these, checks
 * them and keeps them current. The list is the server's own, which the public
 * pages show until then; for a country that is not listed 112 is where one starts.
 */
import type { CrisisLine } from "../../core/api.ts";
import known from "../../../internal/practice/crisis.json";

export interface CrisisHelp {
  readonly emergencyNumber: string;
  readonly crisisLines: readonly CrisisLine[];
}

const countries: Readonly<Record<string, CrisisHelp>> = known.countries;

export const crisisDefaults = (country: string): CrisisHelp => countries[country] ?? known.elsewhere;

/** Whether somebody still has what was offered for the country, unchanged. */
export function isDefault(country: string, has: CrisisHelp): boolean {
  const parts = ({ emergencyNumber, crisisLines }: CrisisHelp): string =>
    JSON.stringify([emergencyNumber, crisisLines.map(({ name, number, hours, url }) => [name, number, hours, url])]);
  return parts(has) === parts(crisisDefaults(country));
}
