import { FluentResource } from "@fluent/bundle";
import { expect, test } from "vitest";
import catalogue from "./en";
import german from "./de";
import { own, speak, t } from ".";

const sources = import.meta.glob<string>(["../**/*.{svelte,ts}", "!../**/*.test.ts", "!./messages.ts"], {
  query: "?raw",
  import: "default",
  eager: true,
});
const source = Object.values(sources).join("\n");
const messages = new FluentResource(catalogue).body;
const inGerman = new FluentResource(german).body;

/** The names of all `$variables` anywhere below this part of a message. */
function variables(part: unknown): string[] {
  if (typeof part !== "object" || part === null) {
    return [];
  }
  if ("type" in part && part.type === "var" && "name" in part) {
    return [String(part.name)];
  }
  return Object.values(part).flatMap(variables);
}

test("the types of the catalogue are fresh (vitest run -u writes them)", async () => {
  const lines = messages.map((message) => {
    const names = [...new Set(variables(message.value))].map((name) => JSON.stringify(name));
    return `  ${JSON.stringify(message.id)}: ${names.length > 0 ? names.join(" | ") : "null"};`;
  });
  const text = [
    "/** Made from the catalogue by wording.test.ts: the ids of all sentences, and what each needs filled in. */",
    "export interface Messages {",
    ...lines,
    "}",
    "",
  ].join("\n");
  await expect(text).toMatchFileSnapshot("./messages.ts");
});

test("every sentence is used", () => {
  expect(messages.map((message) => message.id).filter((id) => !source.includes(`"${id}"`))).toEqual([]);
});

test("no id stands twice", () => {
  for (const sentences of [messages, inGerman]) {
    const ids = sentences.map((message) => message.id);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  }
});

test("no catalogue has a line that the parser passed over", () => {
  const check = (text: string, sentences: typeof messages) => {
    const written = text.match(/^[a-z][a-z0-9-]* =/gm) ?? [];
    expect(sentences.map((message) => `${message.id} =`)).toEqual(written);
  };
  check(catalogue, messages);
  check(german, inGerman);
});

test("each language has the sentences of the other, with the same values", () => {
  const signatures = (sentences: typeof messages) =>
    sentences.map(({ id, value }) => `${id}: ${[...new Set(variables(value))].sort().join(", ")}`).sort();
  expect(signatures(inGerman)).toEqual(signatures(messages));
});

test("counts choose their plural", () => {
  const check = (mailboxes: number, expected: string) =>
    expect(t("watch-watching", { mailboxes })).toBe(expected);
  check(0, "Connecting to your mail server…");
  check(1, "Watching 1 mailbox");
  check(2, "Watching 2 mailboxes");
  check(1200, "Watching 1,200 mailboxes");
});

test("German counts in its own way", () => {
  speak("de", "de-DE");
  expect(t("watch-watching", { mailboxes: 1 })).toBe("1 Postfach wird überwacht");
  expect(t("watch-watching", { mailboxes: 1200 })).toBe("1.200 Postfächer werden überwacht");
});

test("a text from outside is isolated, our own words are not", () => {
  expect(t("accounts-server", { host: "mail.example" })).toBe("Server: \u2068mail.example\u2069");
  expect(t("time-yesterday", { time: own("10:42") })).toBe("yesterday, 10:42");
});
