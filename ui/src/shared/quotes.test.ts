import { expect, test } from "vitest";
import { partsOf } from "./quotes";

const quotedIn = (sentence: string) =>
  partsOf(sentence)
    .filter(({ isQuoted }) => isQuoted)
    .map(({ text }) => text);

test("what a sentence quotes is told apart from its words, in both languages", () => {
  expect(quotedIn("“arrny” looks like “army”; army.mil is protected.")).toEqual(["“arrny”", "“army”"]);
  expect(quotedIn("„arrny“ sieht aus wie „army“.")).toEqual(["„arrny“", "„army“"]);
  expect(quotedIn("army.mil is protected.")).toEqual([]);
});

test("nothing of a sentence is lost, whatever marks it holds", () => {
  for (const sentence of ["“a", "a”b“c”", "„a“b”", "", "““”"]) {
    const parts = partsOf(sentence);
    expect(parts.map(({ text }) => text).join("")).toBe(sentence);
  }
});
