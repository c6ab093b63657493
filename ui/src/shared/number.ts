/** Numbers as the language that is spoken writes them. */
import { speech } from "../wording";

/** A count: “4,112”. */
export function number(count: number): string {
  return new Intl.NumberFormat(speech.locale).format(count);
}
