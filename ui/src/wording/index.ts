/** Every sentence a person reads in the window, by its id in the catalogue of the language that is spoken. */
import { FluentType } from "@fluent/bundle";
import { speech } from "./language.svelte";
import type { Messages } from "./messages";

export { speak, speech, type Language } from "./language.svelte";

export type MessageId = keyof Messages;
/** Ids of sentences that need nothing filled in. */
export type PlainId = { [Id in MessageId]: Messages[Id] extends null ? Id : never }[MessageId];

/** Words of our own, which need no isolation from the sentence around them. */
class Own extends FluentType<string> {
  override toString(): string {
    return this.value;
  }
}

type Value = string | number | Own;
type Args<Id extends MessageId> = Messages[Id] extends null ? [] : [Record<Messages[Id] & string, Value>];

/** The sentence with this id. Texts filled in are isolated, so that their direction can't reorder the sentence. */
export function t<Id extends MessageId>(id: Id, ...args: Args<Id>): string {
  const pattern = speech.bundle.getMessage(id)?.value;
  if (!pattern) {
    throw new Error(`the catalogue has no sentence ${id}`);
  }
  return speech.bundle.formatPattern(pattern, isolated(args[0] ?? {}));
}

/** Words that `t` made, or a date: they are filled in as they are. */
export function own(words: string): Own {
  return new Own(words);
}

function isolated(args: Record<string, Value>): Record<string, number | Own> {
  return Object.fromEntries(
    Object.entries(args).map(([name, value]) => [
      name,
      typeof value === "string" ? new Own(`\u2068${value}\u2069`) : value,
    ]),
  );
}
