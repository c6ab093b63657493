import { expect, test } from "vitest";

const sources = import.meta.glob<string>(["../**/*.{svelte,css}"], {
  query: "?raw",
  import: "default",
  eager: true,
});

/** Properties and values that name a side of the screen. A right-to-left language needs those that name a side of the text. */
const sided =
  /(?:^|[\s;{])(?:(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)|left|right|border-(?:top|bottom)-(?:left|right)-radius|float\s*:\s*(?:left|right)|text-align\s*:\s*(?:left|right))\s*[:;]/;

test("no rule names the left or the right", () => {
  expect(Object.keys(sources).length).toBeGreaterThan(20);
  const found = Object.entries(sources).flatMap(([file, text]) => {
    const styles = file.endsWith(".css") ? text : (text.match(/<style>[^]*?<\/style>/)?.[0] ?? "");
    return styles
      .split("\n")
      .filter((line) => sided.test(line))
      .map((line) => `${file}: ${line.trim()}`);
  });
  expect(found).toEqual([]);
});
