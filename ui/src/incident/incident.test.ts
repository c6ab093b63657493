import { emit } from "@tauri-apps/api/event";
import { mockIPC } from "@tauri-apps/api/mocks";
import { render, screen, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import type { IncidentView as View, LetterPreview, ReplyView, StateView } from "../ipc";
import { bare, hour, incidentIn, now, row, step, stepsWith } from "../test-views";
import IncidentView from "./IncidentView.svelte";

/** The place on incident 7, with Rust answering every command but the first with `after`. */
async function open(view: View, after: (command: string) => unknown = () => view) {
  const asked: unknown[] = [];
  mockIPC(
    (command, args) => {
      if (command === "incident") {
        return view;
      }
      asked.push([command, args]);
      return after(command);
    },
    { shouldMockEvents: true },
  );
  const onback = vi.fn();
  render(IncidentView, { id: 7, onback });
  await screen.findByText("Message 7");
  return { asked, onback, user: userEvent.setup() };
}

const settled = () => new Promise((done) => setTimeout(done));

const primary = () =>
  [...document.querySelectorAll("button.primary")].map((one) => bare(one.textContent).trim());
const button = (name: string | RegExp) => screen.getByRole("button", { name });

/** An incident in progress with one step open. */
const inProgress = (one: Parameters<typeof step>, changes: Parameters<typeof stepsWith>[1] = {}) =>
  incidentIn("inProgress", { steps: stepsWith([step(...one)], changes) });

test("each state has its sentence and exactly one primary button", async () => {
  const check = async (state: StateView, sentence: string, words: string) => {
    await open(incidentIn(state));
    const headline = screen.getAllByRole("heading", { level: 1 }).at(-1);
    expect(headline).toHaveTextContent(sentence);
    expect(primary()).toEqual([words]);
    document.body.replaceChildren();
  };
  await check("needsYou", "This message was probably sent to the wrong place", "It's a mistake");
  await check("done", "You dealt with this message", "All messages");
  await check("notAMistake", "This message went to the right place", "All messages");
});

test("it says what else is known of the message", async () => {
  await open(
    incidentIn("needsYou", {
      others: Array.from({ length: 6 }, (_, at) => `other${at}@example.org`),
      row: row(7, { more: 2 }),
      beforeCount: 2,
    }),
  );
  expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent("sent to 3 wrong addresses");
  expect(screen.getByText(".ml is Mali's country domain.")).toBeInTheDocument();
  expect(screen.getByText("· 41 messages")).toBeInTheDocument();
  expect(screen.getByText("3 more")).toBeInTheDocument();
  expect(screen.getByText("2 other messages")).toBeInTheDocument();
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

test("an answer opens the next step, says so, and takes the keyboard there", async () => {
  const next = inProgress(["marked", { actions: [{ kind: "answerMarked" }] }]);
  const { asked, user } = await open(incidentIn("needsYou"), (command) =>
    command === "decide" ? next : null,
  );
  await user.click(button("It's a mistake"));
  await vi.waitFor(() => expect(button(/Was it marked or classified/)).toHaveFocus());
  expect(asked[0]).toEqual(["decide", { id: 7, decision: { kind: "confirmed" } }]);
  expect(screen.getByText("Next: Was it marked or classified?")).toBeInTheDocument();
  expect(primary()).toEqual(["Continue"]);
});

test("“It's right” asks once how far that reaches", async () => {
  const { asked, user } = await open(incidentIn("needsYou"), () => incidentIn("notAMistake"));
  await user.click(button("It's right"));
  expect(screen.getByRole("heading", { name: "Is it right from now on?" })).toHaveFocus();
  expect(primary()).toEqual(["Only this time"]);
  await user.click(button(/^Always this domain/));
  expect(asked).toEqual([["decide", { id: 7, decision: { kind: "itsRight", scope: "domain" } }]]);
  expect(await screen.findByText("Not a mistake")).toBeInTheDocument();
});

test("Esc puts the question away first, and then goes back", async () => {
  const { onback, user } = await open(incidentIn("needsYou"));
  await user.click(button("It's right"));
  await user.keyboard("{Escape}");
  expect(onback).not.toHaveBeenCalled();
  await vi.waitFor(() => expect(button("It's right")).toHaveFocus());
  await user.keyboard("{Escape}");
  expect(onback).toHaveBeenCalledOnce();
});

test("one step is open at a time, and the others say why they wait, each reason once", async () => {
  const { user } = await open(incidentIn("needsYou"));
  expect(screen.getAllByText("This comes after: Is it a mistake?")).toHaveLength(1);
  await user.click(button(/Report it/));
  const open_ = [...document.querySelectorAll("[aria-expanded='true']")].map((one) =>
    one.getAttribute("data-step"),
  );
  expect(open_).toEqual(["report"]);
});

test("a marked message stops everything and names whom to call", async () => {
  await open(
    inProgress(["marked", { actions: [{ kind: "callDesk" }, { kind: "recordClearance" }] }], {
      isStopped: true,
      marked: "yes",
    }),
  );
  expect(screen.getByText("Stop here")).toBeInTheDocument();
  expect(screen.getByText("0123 456")).toBeInTheDocument();
  expect(screen.getAllByText("Stopped")).toHaveLength(7);
  expect(primary()).toEqual(["The security desk says to go on"]);
});

test("nothing is answered by pressing on alone", async () => {
  const { asked, user } = await open(inProgress(["marked", { actions: [{ kind: "answerMarked" }] }]));
  await user.click(button("Continue"));
  expect(screen.getByText("Choose an answer first.")).toBeInTheDocument();
  expect(asked).toEqual([]);
  await user.click(screen.getByRole("radio", { name: "No, it was not" }));
  await user.click(button("Continue"));
  expect(asked).toEqual([["decide", { id: 7, decision: { kind: "marked", marked: "no" } }]]);
});

test("“nothing sensitive” and the other contents rule one another out", async () => {
  const { asked, user } = await open(inProgress(["harm", { actions: [{ kind: "sayContents" }] }]));
  await user.click(screen.getByRole("checkbox", { name: /Money/ }));
  await user.click(screen.getByRole("checkbox", { name: "Nothing sensitive" }));
  await user.click(button("That was in it"));
  expect(asked).toEqual([["decide", { id: 7, decision: { kind: "contents", contents: ["nothing"] } }]]);
});

test("each finding says what to do, and is ticked off", async () => {
  const found = { detail: "", fileType: null, count: 1, asksForAction: true, doneAt: null, hasPlace: false };
  const findings = {
    at: now,
    found: [
      { ...found, finding: "password" as const },
      {
        ...found,
        finding: "sharedLink" as const,
        detail: "Dropbox",
        count: 2,
        hasPlace: true,
        doneAt: now - hour,
      },
    ],
  };
  const actions = [{ kind: "tickFinding" as const }, { kind: "markDone" as const }];
  const { asked, user } = await open(inProgress(["harm", { actions }], { findings, contents: ["money"] }));
  expect(screen.getByText("Change this password wherever it is used.")).toBeInTheDocument();
  expect(bare(screen.getByText(/links to shared files/).textContent)).toBe(
    "2 links to shared files (Dropbox)",
  );
  expect(screen.queryByText("Open the page")).toBeNull();
  await user.click(button(/^Done 1 password/));
  expect(asked).toEqual([
    ["decide", { id: 7, decision: { kind: "findingDone", finding: "password", detail: "" } }],
  ]);
});

const preview: LetterPreview = {
  from: "a.clerk@example.org",
  to: ["john.smith@army.ml"],
  subject: "Sent to you in error",
  text: "Please delete it.",
  isFixed: false,
  attachments: [],
  isUnreached: false,
  ways: ["send", "drafts"],
  through: { host: "smtp.example.org", port: 465, security: "implicit" },
};

test("a letter is shown whole, may be changed, and goes once the user says so", async () => {
  const view = inProgress(["deletion", { actions: [{ kind: "writeRecall" }] }]);
  const { asked, user } = await open(view, (command) => (command === "letter_preview" ? preview : view));
  await user.click(button("Write the request"));
  const text = await screen.findByRole("textbox", { name: "Text" });
  expect(primary()).toEqual(["Send now"]);
  expect(screen.getByText("john.smith@army.ml", { selector: "dd *" })).toBeInTheDocument();
  await user.type(text, " Thank you.");
  await user.click(button("Send now"));
  const [, args] = asked.at(-1) as [string, Record<string, unknown>];
  expect(args).toMatchObject({
    way: "send",
    edit: { subject: "Sent to you in error", text: "Please delete it. Thank you." },
    through: { host: "smtp.example.org" },
  });
});

test("a letter of which nobody knows is looked for, and never sent again by itself", async () => {
  const id = "1@example.org";
  const letter = {
    letter: "recall" as const,
    messageId: id,
    to: ["j@army.ml"],
    fate: "unknown" as const,
    why: "",
    at: now,
  };
  const view = inProgress(["deletion", { actions: [{ kind: "resolve", messageId: id }] }], {
    letters: [letter],
  });
  const { asked, user } = await open(view);
  expect(screen.getByText(/Astray does not send it again by itself/)).toBeInTheDocument();
  expect(primary()).toEqual(["Look for it"]);
  await user.click(button("Look for it"));
  expect(await screen.findByText(/That does not prove/)).toBeInTheDocument();
  await user.click(button("It was sent"));
  expect(asked).toEqual([
    ["look_for_letter", { id: 7, messageId: id }],
    ["say_letter", { id: 7, messageId: id, wasSent: true }],
  ]);
});

/** Looks for an answer while another step is the next one, and this lies in the inbox. */
async function lookAndFind(replies: ReplyView[], returned: string[] = []) {
  const deletion = step("deletion", {
    standing: "waiting",
    actions: [{ kind: "lookForAnswer" }, { kind: "fileAnswer" }],
  });
  const view = incidentIn("inProgress", { steps: stepsWith([deletion, step("report")]) });
  const opened = await open(view, (command) =>
    command === "look_for_answer" ? { incident: view, replies, returned } : view,
  );
  await opened.user.click(button(/Ask them to delete it/));
  await opened.user.click(button("Look for an answer"));
  return opened;
}

test("an answer that was found is shown, and filed as evidence with one press", async () => {
  const { asked, user } = await lookAndFind([{ from: "john.smith@army.ml", at: now, isAutomatic: false }]);
  expect(await screen.findByText(/An answer from .*john\.smith@army\.ml.* came on/)).toBeInTheDocument();
  expect(screen.queryByText(/No answer and no returned message/)).not.toBeInTheDocument();
  await user.click(button("They deleted it"));
  const note: unknown = expect.stringMatching(/^An answer from john\.smith@army\.ml came on [^\u2068]+\.$/);
  expect(asked.at(-1)).toEqual([
    "decide",
    { id: 7, decision: { kind: "answerFiled", answer: "deleted", note } },
  ]);
});

test("an automatic answer confirms nothing", async () => {
  await lookAndFind([{ from: "john.smith@army.ml", at: null, isAutomatic: true }]);
  expect(await screen.findByText(/A program wrote it/)).toBeInTheDocument();
  expect(screen.queryByRole("button", { name: "They deleted it" })).not.toBeInTheDocument();
  expect(button("They said something else")).toBeInTheDocument();
});

test("only where nothing came back, the page says so", async () => {
  await lookAndFind([], ["john.smith@army.ml"]);
  expect(await screen.findByText(/It came back from/, { selector: "[role=status] *" })).toBeInTheDocument();
  expect(screen.queryByText(/No answer and no returned message/)).not.toBeInTheDocument();
  document.body.replaceChildren();
  await lookAndFind([]);
  expect(await screen.findByText(/No answer and no returned message/)).toBeInTheDocument();
});

test("after a look the attachments are there by name and size", async () => {
  await open(
    incidentIn("inProgress", {
      files: [
        { name: "plan.pdf", kilobytes: 12 },
        { name: "", kilobytes: 1 },
      ],
    }),
  );
  const facts = screen.getByRole("region", { name: "The message" });
  expect(bare(facts.textContent)).toMatch(/plan\.pdf\s*· 12 kB/);
  expect(facts).toHaveTextContent("Without a name");
});

test("closing without a report needs a reason", async () => {
  const { asked, user } = await open(inProgress(["close", { actions: [{ kind: "close" }] }]));
  await user.click(screen.getByRole("radio", { name: "It is not reported" }));
  await user.click(button("Close"));
  expect(screen.getByRole("textbox")).toHaveAccessibleDescription(/^Say in a few words why/);
  await user.type(screen.getByRole("textbox"), "Only a lunch menu");
  await user.click(button("Close"));
  expect(asked).toEqual([
    ["decide", { id: 7, decision: { kind: "closed", outcome: "notReported", word: "Only a lunch menu" } }],
  ]);
});

test("a step in which nothing is to be done leads on to the one in which something is", async () => {
  const { user } = await open(inProgress(["marked", { actions: [{ kind: "answerMarked" }] }]));
  await user.click(button(/^5 Report it/));
  expect(primary()).toEqual(["Go on: Was it marked or classified?"]);
  await user.click(button(/^Go on/));
  expect(button(/^2 Was it marked/)).toHaveAttribute("aria-expanded", "true");
  expect(primary()).toEqual(["Continue"]);
});

test("a decision is taken back from the timeline, a closed incident taken up again from the foot", async () => {
  const { asked, user } = await open(incidentIn("done"), () => incidentIn("done"));
  await user.click(
    within(screen.getByRole("region", { name: "What happened" })).getByRole("button", { name: /^Undo/ }),
  );
  await vi.waitFor(() => expect(asked).toEqual([["take_back", { id: 7, seq: 2 }]]));
  await user.click(button("Reopen"));
  expect(asked.at(-1)).toEqual(["decide", { id: 7, decision: { kind: "reopen" } }]);
});

test("a decision that changes the timeline alone is said", async () => {
  const before = incidentIn("needsYou");
  const text = "You said that you are not sure";
  const entry = { ...before.timeline[0], seq: 9, text, isTakenBack: false, canUndo: true };
  const after = { ...before, timeline: [...before.timeline, entry] } as View;
  const { user } = await open(before, () => after);
  await user.click(button("I'm not sure"));
  await vi.waitFor(() => expect(screen.getByRole("status")).toHaveTextContent(text));
});

test("a letter that is put away leaves the keyboard where it is gone on from", async () => {
  const view = inProgress(["deletion", { actions: [{ kind: "writeRecall" }] }]);
  const { user } = await open(view, (command) => (command === "letter_preview" ? preview : view));
  await user.click(button("Write the request"));
  await screen.findByRole("textbox", { name: "Text" });
  await user.click(button("Back"));
  await vi.waitFor(() => expect(button("Write the request")).toHaveFocus());
});

test("what went wrong is said until something else is done, what could not be read until it can be", async () => {
  let answer: () => unknown = () => incidentIn("needsYou");
  const refused = { code: "notNow", message: "It is in progress already.", hint: "", field: null };
  mockIPC(
    (command) => {
      if (command === "decide") {
        throw refused;
      }
      return answer();
    },
    { shouldMockEvents: true },
  );
  render(IncidentView, { id: 7, onback: vi.fn() });
  const user = userEvent.setup();
  await user.click(await screen.findByRole("button", { name: "It's a mistake" }));
  expect(await screen.findByRole("alert")).toHaveTextContent(refused.message);
  // It is read anew at once, as it may be another by now, and again when the watch writes.
  await emit("casebook-changed");
  await settled();
  expect(screen.getByRole("alert")).toHaveTextContent(refused.message);

  answer = () => {
    throw { ...refused, message: "The record is busy." };
  };
  await emit("casebook-changed");
  await vi.waitFor(() => expect(screen.getByRole("alert")).toHaveTextContent("The record is busy."));
  answer = () => incidentIn("needsYou");
  await emit("casebook-changed");
  await vi.waitFor(() => expect(screen.queryByRole("alert")).toBeNull());
});

test("what could not be saved changes nothing and says so", async () => {
  const { user } = await open(incidentIn("needsYou"), () => {
    throw { code: "notSaved", message: "The disk is full.", hint: "Make room.", field: null };
  });
  await user.click(button("It's a mistake"));
  expect(await screen.findByRole("alert")).toHaveTextContent("The disk is full. Make room.");
  expect(primary()).toEqual(["It's a mistake"]);
});
