import { mockIPC } from "@tauri-apps/api/mocks";
import { render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import type { IncidentView as View, StateView } from "../ipc";
import { incidentIn, row } from "../test-views";
import IncidentView from "./IncidentView.svelte";

/** The place on incident 7, with Rust answering decisions with `after`. */
async function open(view: View, after: () => View = () => view) {
  const decided: unknown[] = [];
  mockIPC(
    (command, args) => {
      if (command === "decide") {
        decided.push(args);
        return after();
      }
      return command === "incident" ? view : null;
    },
    { shouldMockEvents: true },
  );
  const onback = vi.fn();
  render(IncidentView, { id: 7, onback });
  await screen.findByText("Message 7");
  return { decided, onback, user: userEvent.setup() };
}

const primary = () => [...document.querySelectorAll("button.primary")].map((one) => one.textContent.trim());

test("each state has its sentence and exactly one primary button", async () => {
  const check = async (state: StateView, sentence: string, button: string) => {
    await open(incidentIn(state));
    const headline = screen.getAllByRole("heading", { level: 1 }).at(-1);
    expect(headline).toHaveTextContent(sentence);
    expect(primary()).toEqual([button]);
    document.body.replaceChildren();
  };
  await check("needsYou", "This message was probably sent to the wrong place", "Mark as dealt with");
  await check("done", "You dealt with this message", "All messages");
  await check("notAMistake", "This message went to the right place", "All messages");
});

test("the advice stands only where it still helps", async () => {
  await open(incidentIn("done"));
  expect(screen.queryByText(/can't be pulled back/)).toBeNull();
});

test("it says what else is known of the message", async () => {
  await open(
    incidentIn("needsYou", {
      others: Array.from({ length: 6 }, (_, at) => `other${at}@example.org`),
      row: row(7, { more: 2 }),
    }),
  );
  expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent("sent to 3 wrong addresses");
  expect(screen.getByText(".ml is Mali's country domain.")).toBeInTheDocument();
  expect(screen.getByText("· 41 messages")).toBeInTheDocument();
  expect(screen.getByText("2 more")).toBeInTheDocument();
});

test("letters that look alike are told by name", async () => {
  const letter = (letter: string, code: string, name: string) => ({ letter, code, name });
  await open(
    incidentIn("needsYou", {
      letters: [
        {
          sent: letter("\u0430", "U+0430", "Cyrillic small letter a"),
          meant: letter("a", "U+0061", "Latin small letter a"),
        },
        { sent: letter("\u00e9", "U+00E9", "Latin small letter e with acute"), meant: null },
      ],
    }),
  );
  const cells = screen.getAllByRole("cell").map((cell) => cell.textContent.trim().replace(/\s+/g, " "));
  expect(cells).toEqual([
    "\u0430 U+0430, Cyrillic small letter a",
    "a U+0061, Latin small letter a",
    "\u00e9 U+00E9, Latin small letter e with acute",
    "nothing",
  ]);
});

test("dealt with: Rust is told, and the keyboard is at the new headline", async () => {
  const { decided, user } = await open(incidentIn("needsYou"), () => incidentIn("done"));
  await user.click(screen.getByRole("button", { name: "Mark as dealt with" }));
  await vi.waitFor(() => expect(screen.getByRole("heading", { level: 1 })).toHaveFocus());
  expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent("You dealt with this message");
  expect(screen.getByText("Marked as dealt with.")).toBeInTheDocument();
  expect(decided).toEqual([{ id: 7, decision: "dealtWith", scope: "once" }]);
});

test("“It's right” asks once how far that reaches", async () => {
  const { decided, user } = await open(incidentIn("needsYou"), () => incidentIn("notAMistake"));
  await user.click(screen.getByRole("button", { name: "It's right" }));
  expect(screen.getByRole("heading", { name: "Is it right from now on?" })).toHaveFocus();
  expect(primary()).toEqual(["Only this time"]);
  await user.click(screen.getByRole("button", { name: "Always this domain army.ml" }));
  expect(decided).toEqual([{ id: 7, decision: "itsRight", scope: "domain" }]);
  expect(await screen.findByText("Not a mistake")).toBeInTheDocument();
});

test("Esc puts the question away first, and then goes back", async () => {
  const { onback, user } = await open(incidentIn("needsYou"));
  await user.click(screen.getByRole("button", { name: "It's right" }));
  await user.keyboard("{Escape}");
  expect(onback).not.toHaveBeenCalled();
  await vi.waitFor(() => expect(screen.getByRole("button", { name: "It's right" })).toHaveFocus());
  await user.keyboard("{Escape}");
  expect(onback).toHaveBeenCalledOnce();
});

test("a decision can be taken back from the foot and from the timeline", async () => {
  for (const name of ["Reopen", "Undo"]) {
    const { decided, user } = await open(incidentIn("done"), () => incidentIn("needsYou"));
    await user.click(screen.getByRole("button", { name }));
    await vi.waitFor(() => expect(decided).toEqual([{ id: 7, decision: "reopen", scope: "once" }]));
    await screen.findByText("Mark as dealt with");
    document.body.replaceChildren();
  }
});

test("a decision that could not be saved changes nothing and says so", async () => {
  const { user } = await open(incidentIn("needsYou"), () => {
    throw { code: "notSaved", message: "The disk is full.", hint: "Make room.", field: null };
  });
  await user.click(screen.getByRole("button", { name: "Mark as dealt with" }));
  expect(await screen.findByRole("alert")).toHaveTextContent("The disk is full. Make room.");
  expect(primary()).toEqual(["Mark as dealt with"]);
});
