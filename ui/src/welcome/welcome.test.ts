import { emit } from "@tauri-apps/api/event";
import { mockIPC } from "@tauri-apps/api/mocks";
import { render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import type { WelcomeLook, WelcomeView as View } from "../ipc";
import { row, settingsView } from "../test-views";
import WelcomeView from "./WelcomeView.svelte";

const looking: WelcomeLook = {
  address: "a.clerk@example.org",
  mailbox: "Sent",
  state: "looking",
  done: 12_400,
  total: 41_000,
  trouble: null,
};

/** The place, with Rust answering from `view`, and failing where `fails` names a command. */
function open(view: Partial<View> = {}, fails: Record<string, unknown> = {}) {
  const now: View = { step: "about", look: null, findings: [], found: 0, ...view };
  const asked: [string, unknown][] = [];
  mockIPC(
    (command, args) => {
      asked.push([command, args]);
      if (command in fails) {
        throw fails[command];
      }
      if (command === "welcome") {
        return { ...now };
      }
      return command === "settings" || command === "set_autostart" ? settingsView : null;
    },
    { shouldMockEvents: true },
  );
  const [onleave, onopen] = [vi.fn(), vi.fn()];
  render(WelcomeView, { onleave, onopen, onaccounts: () => undefined });
  const args = (name: string) => asked.filter(([command]) => command === name).map(([, args]) => args);
  return { now, args, onleave, onopen, user: userEvent.setup() };
}

const press = async (user: ReturnType<typeof userEvent.setup>, name: string) =>
  user.click(await screen.findByRole("button", { name }));

test("it begins with what Astray does and never does", async () => {
  const { user, args } = open();
  expect(await screen.findByRole("heading", { level: 1, name: "Welcome to Astray" })).toBeInTheDocument();
  expect(document.querySelectorAll("button.primary")).toHaveLength(1);
  await press(user, "Next");
  expect(await screen.findByRole("heading", { name: "Your email address" })).toBeInTheDocument();
  expect(screen.getByLabelText("Email address")).toBeInTheDocument();
  expect(args("go_to_welcome")).toEqual([{ step: "account" }]);
});

test("it goes on where it was left", async () => {
  const check = async (view: Partial<View>, title: string) => {
    open(view);
    expect(await screen.findByRole("heading", { level: 1, name: title })).toBeInTheDocument();
    document.body.replaceChildren();
  };
  await check({ step: "account" }, "Your email address");
  await check({ step: "look", look: looking }, "Looking through your sent mail");
  await check({ step: "alert", look: looking }, "A test notification");
  // The account was removed meanwhile.
  await check({ step: "look", look: null }, "Your email address");
});

test("leaving is possible on each screen, and says where it goes on", async () => {
  const { user, onleave, args } = open({ step: "look", look: looking });
  await press(user, "Do this later");
  expect(onleave).toHaveBeenCalledOnce();
  expect(args("go_to_welcome")).toEqual([]);
});

test("the look says how far it is, can be stopped and goes on", async () => {
  const { user, now, args } = open({ step: "look", look: looking });
  expect(await screen.findByText("12,400 of 41,000 messages")).toBeInTheDocument();
  expect(screen.getByRole("progressbar")).toHaveAttribute("value", "12400");
  now.look = { ...looking, state: "stopped" };
  await press(user, "Stop for now");
  expect(args("stop_look")).toEqual([{ isStopped: true }]);
  expect(await screen.findByText(/^Stopped at 12,400 of 41,000/)).toBeInTheDocument();
  now.look = looking;
  await press(user, "Go on");
  expect(args("stop_look").at(-1)).toEqual({ isStopped: false });
  now.look = { ...looking, state: "done", done: 41_000 };
  [now.findings, now.found] = [[row(7)], 5];
  await emit("casebook-changed");
  expect(await screen.findByText("Done. 41,000 messages checked.")).toBeInTheDocument();
  expect(screen.getByText("5 messages may have gone to the wrong place")).toBeInTheDocument();
});

test("a finding is opened from there", async () => {
  const { user, onopen } = open({ step: "look", look: looking, findings: [row(7)], found: 1 });
  await user.click(await screen.findByText("Message 7"));
  expect(onopen).toHaveBeenCalledWith(7);
});

test("what hinders the look is said with what to do", async () => {
  const trouble: [string, string] = ["The server refused the sign-in.", "Check the password."];
  open({ step: "look", look: { ...looking, state: "trouble", trouble } });
  expect(await screen.findByText("Check the password.")).toBeInTheDocument();
});

test("the test notification asks whether it was seen, and says what to do where not", async () => {
  const { user, args } = open({ step: "alert", look: looking });
  await press(user, "Show a test notification");
  expect(args("test_alert")).toHaveLength(1);
  expect(await screen.findByText("Did you see it?")).toBeInTheDocument();
  await press(user, "No");
  expect(screen.getByText(/“Do not disturb” is on/)).toBeInTheDocument();
  await press(user, "Show it again");
  await press(user, "Yes");
  expect(screen.getByText("Good. That is how Astray will tell you.")).toBeInTheDocument();
});

test("a desktop without notifications is named", async () => {
  const failure = { code: "failed", message: "No server.", hint: "Start one.", field: null };
  const { user } = open({ step: "alert", look: looking }, { test_alert: failure });
  await press(user, "Show a test notification");
  expect(await screen.findByText("Start one.")).toBeInTheDocument();
  expect(screen.queryByText("Did you see it?")).toBeNull();
});

test("at the end the start with the computer is kept as wished", async () => {
  const { user, args, onleave } = open({ step: "alert", look: looking });
  const wish = await screen.findByRole("checkbox", { name: "Start Astray when I sign in" });
  await expect.poll(() => (wish as HTMLInputElement).checked).toBe(true);
  await user.click(wish);
  await press(user, "Finish");
  await expect.poll(() => onleave.mock.calls.length).toBe(1);
  expect(args("set_autostart")).toEqual([{ isWanted: false }]);
  expect(args("go_to_welcome")).toEqual([{ step: "done" }]);
});
