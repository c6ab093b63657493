/** A language that nobody speaks, made from another: longer, accented and in brackets, so that what is not from a catalogue shows. */
import { FluentResource } from "@fluent/bundle";

const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
const accented = "åƀçðéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýžÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽ";

/** What a sentence begins and ends with. */
export const open = "⟦";
export const close = "⟧";

/** The catalogue with every sentence in brackets and 40 % longer. */
export function pseudo(catalogue: string): FluentResource {
  const resource = new FluentResource(catalogue);
  for (const message of resource.body) {
    if (message.value) {
      const value = strange(message.value);
      message.value = [open, ...(Array.isArray(value) ? value : [value]), close];
    }
  }
  return resource;
}

type Pattern = NonNullable<FluentResource["body"][number]["value"]>;

/** A pattern with its own words made strange; what is filled in stays. */
function strange(pattern: Pattern): Pattern {
  if (typeof pattern === "string") {
    const words = [...pattern].map((letter) => accented[letters.indexOf(letter)] ?? letter).join("");
    return words + "·".repeat(Math.ceil(pattern.length * 0.4));
  }
  return pattern.map((part) => {
    if (typeof part === "string") {
      return strange(part) as string;
    }
    if (part.type === "select") {
      const variants = part.variants.map((variant) => ({ ...variant, value: strange(variant.value) }));
      return { ...part, variants };
    }
    return part;
  });
}
