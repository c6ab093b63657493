/** The size of files in words. */
import { speech } from "../wording";

const units = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;

/** “812 byte”, “1.2 MB”: at most one digit after the point, in the unit that makes the number small. */
export function size(octets: number): string {
  const at = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(octets, 1)) / 3));
  return new Intl.NumberFormat(speech.locale, {
    style: "unit",
    unit: units[at] ?? "byte",
    maximumFractionDigits: 1,
  }).format(octets / 1000 ** at);
}
