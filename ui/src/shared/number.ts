/** Numbers in words of the catalogue's language. */
import { locale } from "../wording";

const whole = new Intl.NumberFormat(locale);

/** A count: “4,112”. */
export function number(count: number): string {
  return whole.format(count);
}
