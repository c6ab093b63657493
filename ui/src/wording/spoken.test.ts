/** What is missed where no test goes: words in the code of a page that are not from the catalogue. */
import { parse } from "svelte/compiler";
import { expect, test } from "vitest";

const pages = import.meta.glob<string>("../**/*.svelte", { query: "?raw", import: "default", eager: true });
const code = import.meta.glob<string>(
  ["../**/*.ts", "!../**/*.test.ts", "!../test-*.ts", "!../ipc/bindings.ts"],
  {
    query: "?raw",
    import: "default",
    eager: true,
  },
);

/** Attributes whose words nobody reads. */
const silent = ["class", "aria-labelledby", "aria-describedby", "generics"];

/** Two words in a row, the second small. */
const speech = /\p{L}{2} \p{Ll}{2}/u;

interface Found {
  texts: string[];
  attributes: string[];
}

function find(node: unknown, attribute: string | undefined, found: Found): Found {
  if (Array.isArray(node)) {
    node.forEach((one) => find(one, attribute, found));
  } else if (typeof node === "object" && node !== null) {
    const { type, data, name } = node as { type?: string; data?: string; name?: string };
    if (type === "Text" && data !== undefined) {
      (attribute === undefined ? found.texts : found.attributes).push(`${attribute ?? ""} ${data}`.trim());
    }
    const inner = type === "Attribute" ? name : attribute;
    Object.values(node).forEach((one) => find(one, inner, found));
  }
  return found;
}

test("no page has a word of its own", () => {
  const seen = { pages: 0, attributes: 0 };
  for (const [path, page] of Object.entries(pages)) {
    const { texts, attributes } = find(parse(page, { modern: true }).fragment, undefined, {
      texts: [],
      attributes: [],
    });
    expect(
      texts.filter((text) => /\p{L}/u.test(text)),
      path,
    ).toEqual([]);
    const spoken = attributes.filter((one) => !silent.includes(one.split(" ", 1)[0] ?? ""));
    expect(
      spoken.filter((one) => speech.test(one.slice(one.indexOf(" ") + 1))),
      path,
    ).toEqual([]);
    seen.pages += 1;
    seen.attributes += attributes.length;
  }
  expect(seen.pages).toBeGreaterThan(50);
  expect(seen.attributes).toBeGreaterThan(200);
});

test("no code has a sentence of its own", () => {
  const scripts = Object.entries(pages).map(([path, page]) => [
    path,
    /<script[^>]*>([^]*?)<\/script>/.exec(page)?.[1] ?? "",
  ]);
  for (const [path, text] of [...Object.entries(code), ...scripts] as [string, string][]) {
    const bare = text.replace(/\/\*[^]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "");
    // What is thrown by a fault of ours is for who mends it.
    const lines = bare.split("\n").filter((line) => !line.includes("throw new Error"));
    const literals = lines.flatMap((line) =>
      [...line.matchAll(/"([^"]*)"|`([^`]*)`/g)].map(([whole]) => whole),
    );
    expect(
      literals.filter((literal) => speech.test(literal)),
      path,
    ).toEqual([]);
  }
});
