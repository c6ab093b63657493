import { mockIPC } from "@tauri-apps/api/mocks";
import { render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { tick } from "svelte";
import { expect, test } from "vitest";
import App from "./App.svelte";
import type { FindingInput, LetterPreview, RouteView, StepView } from "./ipc";
import {
  account,
  bare,
  foundServer,
  historyOf,
  hour,
  incidentIn,
  now,
  row,
  settingsView,
  step,
  stepsWith,
  watchView,
} from "./test-views";
import catalogue from "./wording/en";
import { speakFrom } from "./wording/language.svelte";
import { close, open as opening, pseudo } from "./wording/pseudo";

const trouble = {
  subject: "a.clerk@example.org",
  message: "The disk is full.",
  hint: "Make room.",
  action: "editAccount" as const,
  accountId: 1,
};

const answers = {
  history: historyOf([row(7), row(8, { more: 2, state: "done", subject: "" })]),
  watching: watchView({ troubles: [trouble] }),
  incident: incidentIn("needsYou", { others: ["c@example.org"] }),
  settings: {
    ...settingsView,
    accounts: [{ ...account, unreadMessages: 2, unreadRecipients: 1, vanished: 3 }],
    alerts: { ...settingsView.alerts, privacyIsFixed: true, quietHours: { from: "22:00", until: "07:00" } },
    troubles: [{ subject: "Tray icon", message: "There is no place.", hint: "Go on." }],
  },
  find_server: {
    servers: [
      { ...foundServer, advice: "appPassword", asksFirst: true },
      { ...foundServer, host: "mail.example.org" },
    ],
  },
  report: "Astray 0.1.0",
};

/** Each step of an incident as it stands while it is the next one. */
const nextSteps: StepView[] = [
  step("mistake", { actions: [{ kind: "confirm" }, { kind: "sayItsRight" }, { kind: "sayNotSure" }] }),
  step("marked", { actions: [{ kind: "answerMarked" }, { kind: "callDesk" }] }),
  step("harm", {
    actions: [
      { kind: "sayContents" },
      { kind: "lookInside" },
      { kind: "tickFinding" },
      { kind: "markDone" },
      { kind: "skip" },
    ],
  }),
  step("deletion", {
    actions: [{ kind: "writeRecall" }, { kind: "lookForAnswer" }, { kind: "fileAnswer" }, { kind: "skip" }],
    due: { name: "", source: "", at: now + 30 * hour },
  }),
  step("report", { actions: [{ kind: "writeReport" }, { kind: "markDone" }], isRequired: true }),
  step("resend", { actions: [{ kind: "writeCorrected" }, { kind: "markDone" }, { kind: "skip" }] }),
  step("prevention", { actions: [{ kind: "markDone" }, { kind: "skip" }] }),
  step("close", { actions: [{ kind: "close" }] }),
];

const kinds: FindingInput[] = [
  "attachment",
  "disguisedAttachment",
  "lockedAttachment",
  "marking",
  "cardNumber",
  "iban",
  "nationalId",
  "privateKey",
  "accessToken",
  "password",
  "sharedLink",
];

/** Everything that can be said beside the steps. */
const beside = {
  desk: { name: "", email: "desk@example.org", phone: "0123 456", hours: "0-24", words: "" },
  meantDomain: { domain: "army.mil", isProtected: false },
  findings: {
    at: now,
    found: kinds.map((finding) => ({
      finding,
      detail: "",
      fileType: "word" as const,
      count: 2,
      asksForAction: finding !== "attachment",
      doneAt: null,
      hasPlace: true,
    })),
  },
};

const preview: LetterPreview = {
  from: "a.clerk@example.org",
  to: ["c@example.org"],
  subject: "",
  text: "",
  isFixed: false,
  attachments: [],
  isUnreached: true,
  ways: ["send", "drafts", "file"],
  through: { host: "smtp.example.org", port: 465, security: "implicit" },
};

async function open(route: RouteView, changes: Partial<Record<string, unknown>> = {}) {
  const start = { route, words: { language: "en", locale: "en-GB" } };
  mockIPC((command) => ({ ...answers, start, ...changes })[command] ?? null, { shouldMockEvents: true });
  render(App);
  await screen.findByRole("heading", { level: 1 });
  // The window speaks what it was told at first, then this.
  speakFrom(pseudo(catalogue), "en-GB");
  await tick();
  return userEvent.setup();
}

/** All that a person reads or hears, piece by piece. */
function* read(root: Element): Generator<string> {
  const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const parent = walk.currentNode.parentElement;
    if (parent && !parent.closest("time, data, style, script, textarea")) {
      yield walk.currentNode.textContent ?? "";
    }
  }
  for (const name of ["aria-label", "title", "placeholder", "alt"]) {
    for (const element of root.querySelectorAll(`:not(time)[${name}]`)) {
      yield element.getAttribute(name) ?? "";
    }
  }
}

/** Fails where a word is read that is neither from the catalogue nor from what Rust sent. */
function expectNoForeignWords(): void {
  const day = new Intl.DateTimeFormat("en-GB", { weekday: "long", day: "numeric", month: "long" });
  // Numbers and dates are no sentences.
  const sent = JSON.stringify(answers) + day.format(now);
  const sentence = new RegExp(`${opening}[^${opening}${close}]*${close}`);
  const foreign = [...read(document.body)]
    .map((words) => {
      // A sentence within a sentence goes first.
      while (sentence.test(words)) {
        words = words.replace(sentence, "");
      }
      return bare(words).trim();
    })
    .filter((words) => /\p{L}/u.test(words) && !sent.includes(words));
  expect(foreign).toEqual([]);
}

test("a sentence is longer, accented and in brackets, and counts all the same", () => {
  const [message] = pseudo("a = { $count ->\n    [one] One box\n   *[other] { $count } boxes\n}").body;
  expect(JSON.stringify(message?.value)).toMatch(/^\["⟦".*"Öñé ƀöẋ···".*" ƀöẋéš···".*"⟧"\]$/);
});

test("the history has no word that is not from the catalogue", async () => {
  await open({ place: "history", id: null });
  await screen.findByText("Message 7");
  expectNoForeignWords();
});

test("an empty history has no word that is not from the catalogue", async () => {
  await open({ place: "history", id: null }, { history: historyOf([]) });
  await screen.findByRole("heading", { level: 2 });
  expectNoForeignWords();
});

test("the first start has no word that is not from the catalogue", async () => {
  await open(
    { place: "history", id: null },
    { history: historyOf([]), watching: watchView({ state: "noAccount", mailboxes: 0 }) },
  );
  await screen.findByRole("heading", { level: 2 });
  expectNoForeignWords();
});

test("the welcome has no word that is not from the catalogue", async () => {
  const look = { address: "a.clerk@example.org", mailbox: "Sent", state: "looking", done: 1, total: 2 };
  for (const step of ["about", "account", "look", "alert"]) {
    const welcome = { step, look: { ...look, trouble: null }, findings: [row(7)], found: 5 };
    await open({ place: "welcome", id: null }, { welcome });
    await screen.findByRole("heading", { level: 1 });
    expectNoForeignWords();
    document.body.replaceChildren();
  }
});

test("an incident has no word that is not from the catalogue", async () => {
  for (const state of ["needsYou", "done", "notAMistake"] as const) {
    const entry = { seq: 1, at: 0, note: "", isTakenBack: false, canUndo: true };
    const timeline = [{ ...entry, kind: "seen" as const, text: "The disk is full." }];
    await open({ place: "incident", id: 7 }, { incident: incidentIn(state, { timeline }) });
    expectNoForeignWords();
    document.body.replaceChildren();
  }
});

test.each(nextSteps)("the step $name has no word that is not from the catalogue", async (next) => {
  const steps = stepsWith([next], beside);
  await open({ place: "incident", id: 7 }, { incident: incidentIn("inProgress", { steps, timeline: [] }) });
  expectNoForeignWords();
});

test("a step that stands has no word that is not from the catalogue", async () => {
  const isStopped = { isStopped: true, isNotSure: true, marked: "unknown" as const };
  const marked = step("marked", { actions: [{ kind: "callDesk" }, { kind: "recordClearance" }] });
  for (const fate of ["sent", "drafted", "saved", "failed", "unknown"] as const) {
    const letter = { letter: "recall" as const, messageId: "1@example.org", to: [], fate, why: "", at: now };
    const deletion = step("deletion", {
      actions: [{ kind: "resolve", messageId: "1@example.org" }, { kind: "fileAnswer" }],
    });
    const steps = stepsWith([deletion], { ...beside, letters: [letter] });
    await open({ place: "incident", id: 7 }, { incident: incidentIn("inProgress", { steps, timeline: [] }) });
    expectNoForeignWords();
    document.body.replaceChildren();
  }
  const steps = stepsWith([marked], { ...beside, ...isStopped });
  await open({ place: "incident", id: 7 }, { incident: incidentIn("inProgress", { steps, timeline: [] }) });
  expectNoForeignWords();
});

test("a letter has no word that is not from the catalogue", async () => {
  const writing = step("deletion", { actions: [{ kind: "writeRecall" }] });
  const incident = incidentIn("inProgress", { steps: stepsWith([writing], beside), timeline: [] });
  const user = await open({ place: "incident", id: 7 }, { incident, letter_preview: preview });
  await user.click(document.querySelector("button.primary") as HTMLButtonElement);
  await screen.findByText("c@example.org");
  expectNoForeignWords();
});

test("what is asked before something goes has no word that is not from the catalogue", async () => {
  const user = await open({ place: "history", id: null });
  await screen.findByText("Message 7");
  for (const name of [/Éẋþöŕţ/, /Šţåţé/]) {
    await user.click(screen.getAllByRole("button", { name })[0] as HTMLButtonElement);
    expectNoForeignWords();
    await user.keyboard("{Escape}");
  }
  await user.keyboard("?");
  expectNoForeignWords();
});

test("the settings have no word that is not from the catalogue", async () => {
  const user = await open({ place: "settings", id: null });
  await screen.findByText("a.clerk@example.org");
  for (const [at] of screen.getByRole("navigation").querySelectorAll("button").entries()) {
    const button = screen.getByRole("navigation").querySelectorAll("button")[at];
    await user.click(button as HTMLButtonElement);
    expectNoForeignWords();
  }
});

test("the form of an account has no word that is not from the catalogue", async () => {
  const user = await open({ place: "settings", id: null });
  await user.click(await screen.findByRole("button", { name: /Åðð å ɱåîļ/ }));
  await user.type(screen.getAllByRole("textbox")[0] as HTMLElement, "a@example.org");
  await user.tab();
  await screen.findByText(/Ƒöûñð ýöûŕ/);
  expectNoForeignWords();
});
