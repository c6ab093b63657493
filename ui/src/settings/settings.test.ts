import { mockIPC } from "@tauri-apps/api/mocks";
import { render, screen, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import type { SettingsView as View } from "../ipc";
import { bare, settingsView } from "../test-views";
import SettingsView from "./SettingsView.svelte";

type Answers = Record<string, (args: never) => unknown>;

/** The place, with Rust answering as `answers` says, else with the settings as they are. */
function open(answers: Answers = {}, opening: number | "new" | null = null) {
  const asked: [string, unknown][] = [];
  mockIPC(
    (command, args) => {
      if (command === "sign_in_offer") {
        return null;
      }
      if (command !== "settings") {
        asked.push([command, args]);
      }
      return answers[command]?.(args as never) ?? settingsView;
    },
    { shouldMockEvents: true },
  );
  const onback = vi.fn();
  render(SettingsView, { opening, onback });
  return { asked, onback, user: userEvent.setup() };
}

function refuse(code: string, field: string | null) {
  return () => {
    throw { code, message: `Refused: ${code}.`, hint: "Do this.", field };
  };
}

const field = (name: string) => screen.getByLabelText<HTMLInputElement>(name, { selector: "input" });

test("an account is shown with its state in words", async () => {
  open();
  expect(bare((await screen.findByText(/^Watching/)).textContent)).toMatch(/^Watching “Sent”, checked /);
  expect(screen.getByText("a.clerk@example.org")).toBeInTheDocument();
});

test("a refused field says so beside itself and has the keyboard", async () => {
  const { user } = open({ save_account: refuse("invalidInput", "host") }, "new");
  await user.click(await screen.findByRole("button", { name: "Save" }));
  await vi.waitFor(() => expect(field("Mail server")).toHaveFocus());
  expect(field("Mail server")).toBeInvalid();
  expect(field("Mail server")).toHaveAccessibleDescription(/Refused: invalidInput\. Do this\./);
  expect(screen.queryByRole("alert")).toBeNull();
});

test("a port that is none never reaches Rust", async () => {
  for (const port of ["0", "65536", "x", "99.5"]) {
    const { user, asked } = open({}, 1);
    await user.clear(await screen.findByLabelText("Port"));
    await user.type(field("Port"), port);
    await user.click(screen.getByRole("button", { name: "Save" }));
    expect(field("Port")).toHaveAccessibleDescription("The port must be a number from 1 to 65535.");
    expect(asked).toEqual([]);
    document.body.replaceChildren();
  }
});

test("without a keyring the password can be held until Astray is closed", async () => {
  for (const code of ["noKeyring", "keyringLocked"]) {
    const save = vi.fn((args: { keep: string }) => {
      if (args.keep === "keyring") {
        throw { code, message: "No keyring answers.", hint: "", field: null };
      }
      return settingsView;
    });
    const { user } = open({ save_account: save }, 1);
    await user.click(await screen.findByRole("button", { name: "Save" }));
    await user.click(await screen.findByRole("button", { name: "Hold the password until Astray is closed" }));
    expect(bare((await screen.findByText(/is saved/)).textContent)).toBe("a.clerk@example.org is saved.");
    expect(save).toHaveBeenCalledTimes(2);
    document.body.replaceChildren();
  }
});

test("a test of the connection says what it found", async () => {
  const found = { sentMailbox: "Gesendet", messages: 1204, idle: false };
  const { user, asked } = open({ test_account: () => found }, 1);
  await user.click(await screen.findByRole("button", { name: "Test the connection" }));
  const words = bare((await screen.findByText(/^It works/)).textContent);
  expect(words).toBe("It works. Found the mailbox “Gesendet” with 1,204 messages.");
  expect(asked).toMatchObject([["test_account", { id: 1, input: { password: null } }]]);
});

test("a test that fails says what to do", async () => {
  const { user } = open({ test_account: refuse("unreachable", null) }, 1);
  await user.click(await screen.findByRole("button", { name: "Test the connection" }));
  expect(await screen.findByRole("alert")).toHaveTextContent("Refused: unreachable. Do this.");
});

test("an account is removed only after a question", async () => {
  const { user, asked } = open({ remove_account: (): View => ({ ...settingsView, accounts: [] }) });
  const remove = () => screen.getByRole("button", { name: /^Remove.*a\.clerk/ });
  await user.click(await screen.findByRole("button", { name: /^Remove.*a\.clerk/ }));
  await user.click(within(screen.getByRole("dialog")).getByRole("button", { name: "Cancel" }));
  expect(asked).toEqual([]);
  await user.click(remove());
  await user.click(screen.getByRole("button", { name: "Remove the account" }));
  expect(await screen.findByText(/No mail account yet/)).toBeInTheDocument();
  expect(asked).toEqual([["remove_account", { id: 1 }]]);
});

test("what the organisation fixed is locked, the rest can be removed and brought back", async () => {
  const { user, asked } = open();
  await user.click(await screen.findByRole("button", { name: "Domains" }));
  expect(screen.getByText("Set by your organisation")).toBeInTheDocument();
  expect(screen.queryByRole("button", { name: /^Remove.*army/ })).toBeNull();
  await user.click(screen.getByRole("button", { name: /^Remove.*example/ }));
  await user.click(await screen.findByRole("button", { name: "Undo" }));
  const change = { list: "protected", domain: "example.org" };
  expect(asked).toEqual([
    ["remove_domain", change],
    ["add_domain", change],
  ]);
});

test("a domain that is none stays in its field, with the reason", async () => {
  const { user } = open({ add_domain: refuse("invalidInput", "domain") });
  await user.click(await screen.findByRole("button", { name: "Domains" }));
  await user.type(field("Add a trusted domain"), "not a domain{Enter}");
  await vi.waitFor(() => expect(field("Add a trusted domain")).toBeInvalid());
  expect(field("Add a trusted domain").value).toBe("not a domain");
});

test("a key never throws away a form", async () => {
  const { user, onback } = open({}, "new");
  await user.type(await screen.findByLabelText("Email address"), "a{Escape}");
  expect(onback).not.toHaveBeenCalled();
  await user.click(screen.getByRole("button", { name: "Cancel" }));
  await user.keyboard("{Escape}");
  expect(onback).toHaveBeenCalledOnce();
});
