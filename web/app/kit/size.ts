/** How large a file is, in words of the reader's language. */
import { numberText } from "../i18n.ts";

const UNITS = ["byte", "kilobyte", "megabyte"] as const;

export function sizeText(size: number): string {
  const unit = size < 1_000 ? 0 : size < 1_000_000 ? 1 : 2;
  return numberText(size / 1_000 ** unit, { style: "unit", unit: UNITS[unit], unitDisplay: unit === 0 ? "long" : "short", maximumSignificantDigits: 3 });
}
