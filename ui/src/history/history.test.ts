import { emit } from "@tauri-apps/api/event";
import { mockIPC } from "@tauri-apps/api/mocks";
import { render, screen, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test, vi } from "vitest";
import type { HistoryQuestion, HistoryRow, HistoryView as View, WatchView } from "../ipc";
import { historyOf, hour, now, row, watchView } from "../test-views";
import { History } from "./history.svelte";
import HistoryView from "./HistoryView.svelte";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now });
  return () => vi.useRealTimers();
});

type Asked = HistoryQuestion;

/** The place, with Rust answering each question with `answer`. */
function open(
  answer: (question: Asked) => View | Promise<View>,
  watch: Partial<WatchView> = {},
  lines: HistoryRow[] = [],
) {
  const asked: Asked[] = [];
  const others: [string, unknown][] = [];
  mockIPC(
    (command, args) => {
      if (command === "history") {
        const { question } = args as { question: Asked };
        asked.push(question);
        return answer(question);
      }
      others.push([command, args]);
      if (command === "history_rows") {
        const { ids } = args as { ids: number[] };
        return lines.filter((line) => ids.includes(line.id));
      }
      return command === "watching" ? watchView(watch) : null;
    },
    { shouldMockEvents: true },
  );
  const [onopen, onsettings, onwelcome, history] = [vi.fn(), vi.fn(), vi.fn(), new History()];
  render(HistoryView, { history, onopen, onsettings, onwelcome });
  return { asked, others, history, onopen, onsettings, onwelcome, user: userEvent.setup() };
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
  await screen.findByText("Message 4");
  const parts = screen.getAllByRole("heading", { level: 2 }).map((heading) => heading.textContent.trim());
  expect(parts).toEqual(["Needs you 2", "Today 1", "Yesterday 1"]);
  const subjects = screen.getAllByText(/^Message \d/).map((subject) => subject.textContent);
  expect(subjects).toEqual(["Message 1", "Message 3", "Message 2", "Message 4"]);
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

test("without an account the one primary button leads to the welcome", async () => {
  const { user, onwelcome } = open(() => historyOf([]), { state: "noAccount", mailboxes: 0 });
  await user.click(await screen.findByRole("button", { name: "Set up Astray" }));
  expect(onwelcome).toHaveBeenCalledOnce();
  expect(document.querySelectorAll("button.primary")).toHaveLength(1);
});

test("a welcome that was left can be taken up again", async () => {
  const { user, onwelcome } = open(several, { isInWelcome: true });
  await user.click(await screen.findByRole("button", { name: "Go on" }));
  expect(onwelcome).toHaveBeenCalledOnce();
});

test("each letter is searched for at once", async () => {
  const { user, asked } = open(({ search }) => (search ? historyOf([]) : several()));
  await screen.findByText("Message 1");
  await user.type(screen.getByRole("searchbox"), "zebra");
  expect(await screen.findByText("Nothing found")).toBeInTheDocument();
  expect(asked.map(({ search }) => search)).toEqual(["", "z", "ze", "zeb", "zebr", "zebra"]);
  await user.click(screen.getByRole("button", { name: "Clear search" }));
  expect(await screen.findByText("Message 1")).toBeInTheDocument();
  expect(screen.getByRole("searchbox")).toHaveValue("");
});

test("while an answer is awaited only the last question waits", async () => {
  let late: (view: View) => void = () => undefined;
  const { user, asked } = open(({ search }) => {
    if (search === "a") {
      return new Promise((done) => (late = done));
    }
    return historyOf([row(search === "abc" ? 2 : 1)]);
  });
  await screen.findByText("Message 1");
  await user.type(screen.getByRole("searchbox"), "abc");
  late(historyOf([row(9)]));
  await screen.findByText("Message 2");
  expect(screen.queryByText("Message 9")).toBeNull();
  expect(asked.map(({ search }) => search)).toEqual(["", "a", "abc"]);
});

test("a chip filters by one value or several, and says so", async () => {
  const { user, asked } = open(several);
  await user.click(await screen.findByRole("button", { name: "State" }));
  await user.click(screen.getByRole("checkbox", { name: /Needs you/ }));
  await user.click(screen.getByRole("checkbox", { name: /Done/ }));
  expect(asked.at(-1)?.states).toEqual(["needsYou", "done"]);
  const chip = screen.getByRole("button", { name: "State: Needs you, Done" });
  await user.click(screen.getByRole("checkbox", { name: /Needs you/ }));
  expect(asked.at(-1)?.states).toEqual(["done"]);
  await user.keyboard("{Escape}");
  expect(chip).toHaveFocus();
  expect(screen.queryByRole("checkbox")).toBeNull();
  await user.click(screen.getByRole("button", { name: "Clear all" }));
  expect(asked.at(-1)?.states).toEqual([]);
});

test("a single account is nothing to choose from", async () => {
  open(several);
  await screen.findByRole("button", { name: "State" });
  expect(screen.queryByRole("button", { name: "Mail account" })).toBeNull();
});

test("the order is asked for", async () => {
  const { user, asked } = open(several);
  await user.selectOptions(await screen.findByLabelText("Order"), "Most serious first");
  expect(asked.at(-1)?.sort).toBe("severity");
});

test("a week is chosen with pointer or keys, and taken away again", async () => {
  const { user, asked } = open(several);
  const week = await screen.findByRole("button", { name: "Week of 16 March: 4 messages" });
  await user.click(week);
  expect(asked.at(-1)?.week).toBe(Date.UTC(2026, 2, 16));
  expect(week).toHaveAttribute("aria-pressed", "true");
  await user.keyboard("{ArrowLeft}{ArrowLeft} ");
  expect(asked.at(-1)?.week).toBe(Date.UTC(2026, 2, 2));
  await user.click(screen.getByRole("button", { name: /Remove this filter/ }));
  expect(asked.at(-1)?.week).toBeNull();
});

test("the weeks are a table for screen readers", async () => {
  open(several);
  const table = await screen.findByRole("table", { name: "Messages a week, the last 26 weeks" });
  expect(within(table).getAllByRole("row")).toHaveLength(27);
  expect(within(table).getByRole("row", { name: "16 March 4" })).toBeInTheDocument();
});

test("what is shown can be exported, and where it went is said", async () => {
  const { user, others } = open(several);
  await user.click(await screen.findByRole("button", { name: "Export" }));
  await user.click(screen.getByRole("button", { name: "Table (CSV)" }));
  const [, args] = others.find(([command]) => command === "export_history") ?? [];
  expect(args).toMatchObject({ form: "csv", question: { search: "", sort: "newest" } });
  // Nothing was chosen in the desktop's dialog: the question stays.
  expect(screen.getByText("4 messages, as they are shown now.")).toBeInTheDocument();
});

test("a question mark shows all keys, and Esc closes them", async () => {
  const { user } = open(several);
  await screen.findByText("Message 1");
  await user.keyboard("?");
  const keys = screen.getByRole("dialog", { name: "Keys" });
  expect(within(keys).getByText("Go to the search")).toBeInTheDocument();
  await user.click(within(keys).getByRole("button", { name: "Close" }));
  expect(screen.queryByRole("dialog")).toBeNull();
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
  await user.keyboard("{Home}");
  await vi.waitFor(() => expect(document.activeElement).toHaveAttribute("data-row", "1"));
  await user.keyboard("{End}");
  await vi.waitFor(() => expect(document.activeElement).toHaveAttribute("data-row", "4"));
  await user.keyboard("{ArrowUp}");
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
  const { user, onsettings } = open(() => historyOf([]), {
    state: "cannotWatch",
    troubles: [trouble],
  });
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

test("of thousands of rows a few are drawn, and what comes in sight is asked for", async () => {
  const rows = Array.from({ length: 5000 }, (_, at) =>
    row(at + 1, { state: "done", sentAt: now - at * 60_000 }),
  );
  const { history, others } = open(() => historyOf(rows), {}, rows);
  await screen.findByText("Message 1");
  expect(document.querySelectorAll("[data-row]").length).toBeLessThan(60);
  history.lines.need(2510);
  await vi.waitFor(() => expect(history.lines.of(2511)?.subject).toBe("Message 2511"));
  const asked = others.filter(([command]) => command === "history_rows").at(-1)?.[1];
  expect(asked).toMatchObject({ ids: rows.slice(2500, 2550).map(({ id }) => id) });
});

test("what comes above the rows in sight does not move them", async () => {
  let rows = Array.from({ length: 500 }, (_, at) =>
    row(at + 1, { state: "done", sentAt: now - at * 60_000 }),
  );
  const { history } = open(() => historyOf(rows), {}, rows);
  await screen.findByText("Message 1");
  const scroller = screen.getByRole("main");
  const arrive = async (id: number) => {
    rows = [row(id), ...rows];
    await emit("casebook-changed");
    await vi.waitFor(() => expect(history.lines.places[0]?.id).toBe(id));
  };
  // At the top, what is new comes in sight.
  await arrive(501);
  expect(scroller.scrollTop).toBe(0);
  scroller.scrollTop = 65 * 200;
  await arrive(502);
  await vi.waitFor(() => expect(scroller.scrollTop).toBe(65 * 201));
  // What was settled meanwhile goes elsewhere, and takes nobody along.
  rows = rows.map((one) => (one.id === 502 ? { ...one, state: "done" as const } : one));
  await emit("casebook-changed");
  await vi.waitFor(() => expect(history.parts).toHaveLength(2));
  expect(scroller.scrollTop).toBe(65 * 201);
});
