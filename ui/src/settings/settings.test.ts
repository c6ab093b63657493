import { emit } from "@tauri-apps/api/event";
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
      const answer = answers[command];
      return answer ? answer(args as never) : settingsView;
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
  expect(bare((await screen.findByText(/^Watching/)).textContent)).toMatch(/^Watching “Sent”, checked\u00a0/);
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
    expect(field("Port")).toHaveAccessibleDescription("Enter the port: a number from 1 to 65535.");
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
  expect(screen.getByText(/^Set by .*Example Ministry/)).toBeInTheDocument();
  expect(screen.queryByRole("button", { name: /^Remove.*army/ })).toBeNull();
  await user.click(screen.getByRole("button", { name: /^Remove.*example/ }));
  await user.click(await screen.findByRole("button", { name: "Undo" }));
  const change = { list: "protected", domain: "example.org" };
  expect(asked).toEqual([
    ["remove_domain", change],
    ["add_domain", change],
  ]);
});

test("a domain that goes leaves the keyboard in its list", async () => {
  const domains: View["domains"] = ["a.example", "b.example"].map((domain) => ({
    domain,
    list: "trusted",
    fixedBy: "you",
  }));
  const { user } = open({
    settings: () => ({ ...settingsView, domains }),
    remove_domain: () => ({ ...settingsView, domains: domains.slice(1) }),
  });
  await user.click(await screen.findByRole("button", { name: "Domains" }));
  await user.click(screen.getByRole("button", { name: /^Remove.*a\.example/ }));
  await vi.waitFor(() => expect(screen.getByRole("button", { name: /^Remove.*b\.example/ })).toHaveFocus());
});

test("what went wrong is said until something else is done", async () => {
  const { user } = open({ remove_domain: refuse("failed", null) });
  await user.click(await screen.findByRole("button", { name: "Domains" }));
  await user.click(screen.getByRole("button", { name: /^Remove.*example/ }));
  expect(await screen.findByRole("alert")).toHaveTextContent("Refused: failed.");
  await emit("casebook-changed");
  await new Promise((done) => setTimeout(done));
  expect(screen.getByRole("alert")).toHaveTextContent("Refused: failed.");
});

test("a domain that is none stays in its field, with the reason", async () => {
  const { user } = open({ add_domain: refuse("invalidInput", "domain") });
  await user.click(await screen.findByRole("button", { name: "Domains" }));
  await user.type(field("Add a trusted domain"), "not a domain{Enter}");
  await vi.waitFor(() => expect(field("Add a trusted domain")).toBeInvalid());
  expect(field("Add a trusted domain").value).toBe("not a domain");
});

test("an empty field for a domain is asked to be filled in", async () => {
  const { user, asked } = open({ add_domain: refuse("invalidInput", "domain") });
  await user.click(await screen.findByRole("button", { name: "Domains" }));
  await user.click(screen.getByRole("button", { name: "Add a protected domain" }));
  await vi.waitFor(() => expect(field("Add a protected domain")).toBeInvalid());
  expect(asked).toEqual([["add_domain", { list: "protected", domain: "" }]]);
});

test("a key never throws away a form", async () => {
  const { user, onback } = open({}, "new");
  await user.type(await screen.findByLabelText("Email address"), "a{Escape}");
  expect(onback).not.toHaveBeenCalled();
  await user.click(screen.getByRole("button", { name: "Cancel" }));
  await user.keyboard("{Escape}");
  expect(onback).toHaveBeenCalledOnce();
});

test("a trusted address is removed and brought back like a domain", async () => {
  const domains: View["domains"] = [{ domain: "john@army.il", list: "trusted", fixedBy: "you" }];
  const { user, asked } = open({ settings: () => ({ ...settingsView, domains }) });
  await user.click(await screen.findByRole("button", { name: "Domains" }));
  await user.click(screen.getByRole("button", { name: /^Remove.*john/ }));
  await user.click(await screen.findByRole("button", { name: "Undo" }));
  expect(asked.map(([command]) => command)).toEqual(["remove_domain", "add_domain"]);
});

test("a search goes through all lists of domains", async () => {
  const { user } = open();
  await user.click(await screen.findByRole("button", { name: "Domains" }));
  expect(screen.getByText("navy.mil").closest("li")).toHaveTextContent("41 messages");
  await user.type(screen.getByRole("searchbox", { name: "Search domains" }), "Army");
  expect(screen.getByText("army.mil")).toBeInTheDocument();
  expect(screen.queryByText("example.org")).toBeNull();
  expect(screen.queryByText("navy.mil")).toBeNull();
  expect(screen.getAllByText("Nothing here matches your search.")).toHaveLength(2);
});

test("one change to the alerts leaves the others as they are", async () => {
  const { user, asked } = open();
  await user.click(await screen.findByRole("button", { name: "Alerts" }));
  await user.click(screen.getByRole("checkbox", { name: "Name nobody in notifications" }));
  await user.click(screen.getByRole("checkbox", { name: "Quiet hours" }));
  const usual = { from: "22:00", until: "07:00" };
  expect(asked).toEqual([
    ["change_alerts", { input: { onlyHigh: false, privacy: true, quietHours: null } }],
    ["change_alerts", { input: { onlyHigh: false, privacy: false, quietHours: usual } }],
  ]);
});

test("what the organisation fixed of the alerts is locked, with its name", async () => {
  const alerts = { ...settingsView.alerts, privacy: true, privacyIsFixed: true };
  const autostart = { isOn: false, isFixed: true };
  const { user, asked } = open({ settings: () => ({ ...settingsView, alerts, autostart }) });
  await user.click(await screen.findByRole("button", { name: "Alerts" }));
  expect(screen.getAllByText(/^Set by .*Example Ministry/)).toHaveLength(2);
  for (const name of ["Name nobody in notifications", "Start Astray when you sign in"]) {
    expect(screen.getByRole("checkbox", { name })).toBeDisabled();
    await user.click(screen.getByRole("checkbox", { name }));
  }
  expect(asked).toEqual([]);
});

test("a test notification says what became of it", async () => {
  const away = refuse("failed", null);
  for (const [answer, words] of [
    [() => null, "Sent to your desktop. Did you see it?"],
    [away, "Refused: failed."],
  ] as const) {
    const { user } = open({ test_alert: answer });
    await user.click(await screen.findByRole("button", { name: "Alerts" }));
    await user.click(screen.getByRole("button", { name: "Show a test notification" }));
    expect(await screen.findByText(words)).toBeInTheDocument();
    document.body.replaceChildren();
  }
});

test("another language is spoken at once", async () => {
  const speech: View["speech"] = { chosen: "de", words: { language: "de", locale: "de-DE" } };
  const { user } = open({ choose_language: () => ({ ...settingsView, speech }) });
  await user.click(await screen.findByRole("button", { name: "Alerts" }));
  await user.click(screen.getByRole("radio", { name: "Deutsch" }));
  expect(await screen.findByRole("heading", { level: 1, name: "Einstellungen" })).toBeInTheDocument();
  expect(screen.getByRole("heading", { level: 2, name: "Warnungen" })).toBeInTheDocument();
});

test("days that are no number never reach Rust", async () => {
  const { user, asked } = open();
  await user.click(await screen.findByRole("button", { name: "Privacy and storage" }));
  expect(screen.getByText("1.2 MB")).toBeInTheDocument();
  await user.clear(field("Days"));
  await user.type(field("Days"), "0{Enter}");
  await vi.waitFor(() => expect(field("Days")).toHaveAccessibleDescription(/whole number from 1 to 36,500/));
  await user.clear(field("Days"));
  await user.type(field("Days"), "90{Enter}");
  expect(asked).toEqual([["change_retention", { days: 90 }]]);
});

test("the report is shown before it is copied", async () => {
  const { user } = open({ report: () => "Astray 0.1.0\nSystem: Debian" });
  await user.click(await screen.findByRole("button", { name: "About and diagnostics" }));
  await user.click(screen.getByRole("button", { name: "Make the report" }));
  const area = await screen.findByRole<HTMLTextAreaElement>("textbox");
  expect(area.value).toContain("System: Debian");
  await user.click(screen.getByRole("button", { name: "Copy" }));
  expect(await screen.findByText("Copied.")).toBeInTheDocument();
  expect(await navigator.clipboard.readText()).toBe("Astray 0.1.0\nSystem: Debian");
});

test("records and everything are deleted only after a question", async () => {
  const { user, asked } = open({ delete_older: () => 3 });
  await user.click(await screen.findByRole("button", { name: "Privacy and storage" }));
  await user.click(screen.getByRole("button", { name: "Delete older records now…" }));
  expect(screen.getByRole("dialog")).toHaveTextContent(/nothing happened for 400 days/);
  await user.click(within(screen.getByRole("dialog")).getByRole("button", { name: "Cancel" }));
  await user.click(screen.getByRole("button", { name: "Delete everything…" }));
  await user.keyboard("{Escape}");
  expect(asked).toEqual([]);
  await user.click(screen.getByRole("button", { name: "Delete older records now…" }));
  await user.click(screen.getByRole("button", { name: "Delete these records" }));
  expect(await screen.findByText("3 records are deleted.")).toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: "Delete everything…" }));
  await user.click(screen.getByRole("button", { name: "Delete everything" }));
  expect(await screen.findByText("Everything is deleted.")).toBeInTheDocument();
  expect(asked).toEqual([
    ["delete_older", { days: 400 }],
    ["delete_everything", {}],
  ]);
});
