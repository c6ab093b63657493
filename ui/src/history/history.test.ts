import { emit } from "@tauri-apps/api/event";
import { mockIPC } from "@tauri-apps/api/mocks";
import { render, screen, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test, vi } from "vitest";
import type { HistoryView as View } from "../ipc";
import { historyOf, hour, now, row } from "../test-views";
import { History } from "./history.svelte";
import HistoryView from "./HistoryView.svelte";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now });
  return () => vi.useRealTimers();
});

/** The place, with Rust answering each search with `answer`. */
function open(answer: (search: string) => View | Promise<View>) {
  const asked: string[] = [];
  mockIPC(
    (command, args) => {
      if (command === "history") {
        const { search } = args as { search: string };
        asked.push(search);
        return answer(search);
      }
      return null;
    },
    { shouldMockEvents: true },
  );
  const onopen = vi.fn();
  const onsettings = vi.fn();
  render(HistoryView, { history: new History(), onopen, onsettings });
  return { asked, onopen, onsettings, user: userEvent.setup() };
}

const several = () =>
  historyOf([
    row(1),
    row(2, { state: "done", sentAt: now - 2 * hour }),
    row(3, { sentAt: now - 26 * hour }),
    row(4, { state: "notAMistake", sentAt: now - 27 * hour }),
  ]);

test("what needs the user stands first, the rest follows by day", async () => {
  open(several);
  await screen.findByText("Message 1");
  const parts = screen.getAllByRole("heading", { level: 2 }).map((heading) => heading.textContent.trim());
  expect(parts).toEqual(["Needs you 2", "Today", "Yesterday"]);
  const waiting = screen.getByRole("region", { name: "Needs you 2" });
  expect(within(waiting).getAllByRole("button")).toHaveLength(2);
});

test("the letters that differ are marked in both addresses", async () => {
  open(() => historyOf([row(1)]));
  await screen.findByText("Message 1");
  expect([...document.querySelectorAll(".sent .marked")]).toHaveLength(1);
  expect([...document.querySelectorAll("mark")].map((mark) => mark.textContent)).toEqual(["i"]);
});

test("markup in a subject stays text", async () => {
  const subject = "<img src=x onerror=alert(1)><b>bold</b>";
  open(() => historyOf([row(1, { subject })]));
  expect(await screen.findByText(subject)).toBeInTheDocument();
  expect(document.querySelector("img, b")).toBeNull();
});

test("the watch is told in words", async () => {
  open(several);
  expect(await screen.findByText("Watching 2 mailboxes, checked 10:42")).toBeInTheDocument();
});

test("an empty history says since when it watches", async () => {
  open(() => historyOf([]));
  expect(
    await screen.findByText("Watching 2 mailboxes since 3 March, 4,112 messages checked."),
  ).toBeInTheDocument();
});

test("without an account the one primary button leads to the form", async () => {
  const { user, onsettings } = open(() => historyOf([], { state: "noAccount", mailboxes: 0 }));
  await user.click(await screen.findByRole("button", { name: "Add your mail account" }));
  expect(onsettings).toHaveBeenCalledWith("new");
  expect(document.querySelectorAll("button.primary")).toHaveLength(1);
});

test("a search goes to Rust once the typing pauses", async () => {
  const { user, asked } = open((search) => (search ? historyOf([]) : several()));
  await screen.findByText("Message 1");
  await user.type(screen.getByRole("searchbox"), "zebra");
  expect(await screen.findByText("Nothing found")).toBeInTheDocument();
  expect(asked).toEqual(["", "zebra"]);
  await user.click(screen.getByRole("button", { name: "Clear the search" }));
  expect(await screen.findByText("Message 1")).toBeInTheDocument();
});

test("an answer that a newer search overtook is dropped", async () => {
  let late: (view: View) => void = () => undefined;
  const { user } = open((search) => {
    if (search === "a") {
      return new Promise((done) => (late = done));
    }
    return historyOf([row(search === "ab" ? 2 : 1)]);
  });
  await screen.findByText("Message 1");
  await user.type(screen.getByRole("searchbox"), "a");
  await new Promise((done) => setTimeout(done, 200));
  await user.type(screen.getByRole("searchbox"), "b");
  await screen.findByText("Message 2");
  late(historyOf([row(9)]));
  await new Promise((done) => setTimeout(done));
  expect(screen.queryByText("Message 9")).toBeNull();
});

test("the keyboard goes through the list and opens a row", async () => {
  const { user, onopen } = open(several);
  await screen.findByText("Message 1");
  await user.keyboard("/");
  expect(screen.getByRole("searchbox")).toHaveFocus();
  await user.keyboard("{ArrowDown}");
  await vi.waitFor(() => expect(document.activeElement).toHaveAttribute("data-row", "1"));
  await user.keyboard("{ArrowDown}{ArrowDown}");
  await vi.waitFor(() => expect(document.activeElement).toHaveAttribute("data-row", "2"));
  await user.keyboard("{Enter}");
  expect(onopen).toHaveBeenCalledWith(2);
});

test("a hindrance says what to do and leads to the account", async () => {
  const trouble = {
    subject: "a.clerk@example.org",
    message: "The server refused the sign-in.",
    hint: "Check the password.",
    action: "editAccount" as const,
    accountId: 5,
  };
  const { user, onsettings } = open(() => historyOf([], { state: "cannotWatch", troubles: [trouble] }));
  expect(await screen.findByText("Check the password.")).toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: "Edit this account" }));
  expect(onsettings).toHaveBeenCalledWith(5);
});

test("a change in the casebook is read at once", async () => {
  let rows = [row(1)];
  open(() => historyOf(rows));
  await screen.findByText("Message 1");
  rows = [row(2), row(1)];
  await emit("casebook-changed");
  expect(await screen.findByText("Message 2")).toBeInTheDocument();
});

test("a failure says what to do and can be tried again", async () => {
  let isBroken = true;
  const failure = { code: "notSaved", message: "The disk is full.", hint: "Make room.", field: null };
  const { user } = open(() => {
    if (isBroken) {
      throw failure;
    }
    return historyOf([row(1)]);
  });
  expect(await screen.findByText("Make room.")).toBeInTheDocument();
  isBroken = false;
  await user.click(screen.getByRole("button", { name: "Try again" }));
  expect(await screen.findByText("Message 1")).toBeInTheDocument();
});

test("of thousands of rows only the first are drawn, and more on the way down", async () => {
  const rows = Array.from({ length: 5000 }, (_, at) =>
    row(at + 1, { state: "done", sentAt: now - at * 60_000 }),
  );
  const history = new History();
  mockIPC((command) => (command === "history" ? historyOf(rows) : null), { shouldMockEvents: true });
  render(HistoryView, { history, onopen: vi.fn(), onsettings: vi.fn() });
  await screen.findByText("Message 1");
  const drawn = () => document.querySelectorAll("[data-row]").length;
  expect(drawn()).toBe(60);
  history.drawMore();
  await vi.waitFor(() => expect(drawn()).toBe(120));
});
