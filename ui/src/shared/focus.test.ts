import { expect, test, vi } from "vitest";
import { keepFocus } from "./focus";

const parsed = (markup: string) => document.createRange().createContextualFragment(markup);

/** A page of this markup, and what has the keyboard after `change` and whatever follows from it. */
async function after(markup: string, begin: string, change: (page: HTMLElement) => void) {
  document.body.replaceChildren(parsed(`<div><main tabindex="-1">${markup}</main></div><aside></aside>`));
  const page = document.querySelector("main")?.parentElement as HTMLElement;
  const stop = keepFocus(page);
  document.querySelector<HTMLElement>(begin)?.focus();
  expect(document.activeElement).toBe(document.querySelector(begin));
  change(page);
  await new Promise((done) => setTimeout(done));
  stop();
  return document.activeElement?.id || document.activeElement?.localName;
}

const rows = ["a", "b", "c"].map((id) => `<li><button id="${id}"></button></li>`).join("");
const gone = (selector: string) => () => document.querySelector(selector)?.remove();

test("the row that moves up gets the keyboard, after the last one the one before", async () => {
  expect(await after(`<ul>${rows}</ul>`, "#b", gone("li:nth-child(2)"))).toBe("c");
  expect(await after(`<ul>${rows}</ul>`, "#c", gone("li:nth-child(3)"))).toBe("b");
});

test("what comes in the stead of something gets the keyboard", async () => {
  const instead = () => {
    const locked = `<button disabled id="locked"></button><button id="new"></button>`;
    document.querySelector("#old")?.replaceWith(parsed(locked));
  };
  expect(await after(`<div><button id="old"></button></div>`, "#old", instead)).toBe("new");
});

test("where nothing is left the page itself has it", async () => {
  expect(await after(`<div><button id="old"></button></div>`, "#old", gone("main div"))).toBe("main");
});

test("who went elsewhere, or chose nothing, is left alone", async () => {
  const elsewhere = () => {
    document.querySelector<HTMLElement>("#c")?.focus();
    gone("#a")();
  };
  expect(await after(`<ul>${rows}</ul>`, "#a", elsewhere)).toBe("c");
  const nowhere = async () => {
    document.querySelector<HTMLElement>("#a")?.blur();
    await vi.waitFor(() => expect(document.activeElement).toBe(document.body));
    gone("#a")();
  };
  expect(await after(`<ul>${rows}</ul>`, "#a", () => void nowhere())).toBe("body");
});

test("another page is left to itself", async () => {
  const another = () => document.body.replaceChildren(document.createElement("button"));
  expect(await after(`<ul>${rows}</ul>`, "#a", another)).toBe("body");
});

test("a dialog that closes gives the keyboard back to what is next to the one that opened it", async () => {
  const answered = (page: HTMLElement) => {
    const aside = document.querySelector("aside") as HTMLElement;
    aside.replaceChildren(parsed(`<button id="yes"></button>`));
    aside.querySelector("button")?.focus();
    page.querySelector("li")?.remove();
    setTimeout(() => aside.replaceChildren());
  };
  expect(await after(`<ul>${rows}</ul>`, "#a", answered)).toBe("b");
});
