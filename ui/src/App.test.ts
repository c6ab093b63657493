import { emit } from "@tauri-apps/api/event";
import { mockIPC } from "@tauri-apps/api/mocks";
import { render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import App from "./App.svelte";
import type { RouteView } from "./ipc";
import { historyOf, incidentIn, row, settingsView, watching } from "./test-views";

function open(route: RouteView) {
  mockIPC(
    (command) => {
      const answers: Record<string, unknown> = {
        start: { route, words: { language: "en", locale: "en-GB" } },
        history: historyOf([row(7)]),
        watching,
        incident: incidentIn("needsYou"),
        settings: settingsView,
        welcome: { step: "about", look: null, findings: [], found: 0 },
      };
      return answers[command] ?? null;
    },
    { shouldMockEvents: true },
  );
  render(App);
  return userEvent.setup();
}

test("the window starts on the place that it was asked for", async () => {
  const check = async (route: RouteView, title: string | RegExp) => {
    open(route);
    expect(await screen.findByRole("heading", { level: 1, name: title })).toBeInTheDocument();
    document.body.replaceChildren();
  };
  await check({ place: "history", id: null }, "History");
  await check({ place: "incident", id: 7 }, /^This message was probably/);
  await check({ place: "settings", id: null }, "Settings");
  await check({ place: "welcome", id: null }, "Welcome to Astray");
});

test("back from an incident the keyboard is on its row again", async () => {
  const user = open({ place: "history", id: null });
  await user.click(await screen.findByText("Message 7"));
  await screen.findByText("It's a mistake");
  await user.keyboard("{Escape}");
  await screen.findByRole("searchbox");
  await expect.poll(() => document.activeElement?.getAttribute("data-row")).toBe("7");
});

test("the agent can ask for a place", async () => {
  open({ place: "history", id: null });
  await screen.findByText("Message 7");
  await emit("route-asked", { place: "incident", id: 7 });
  expect(await screen.findByText("It's a mistake")).toBeInTheDocument();
});

test("the window speaks the language that it was told", async () => {
  const start = { route: { place: "history", id: null }, words: { language: "de", locale: "de-DE" } };
  const answers: Record<string, unknown> = { start, history: historyOf([row(7)]), watching };
  mockIPC((command) => answers[command] ?? null);
  render(App);
  expect(await screen.findByRole("heading", { level: 1, name: "Verlauf" })).toBeInTheDocument();
  expect(document.documentElement.lang).toBe("de");
});
