import { emit } from "@tauri-apps/api/event";
import { mockIPC } from "@tauri-apps/api/mocks";
import { render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import type { AccountView, FoundServerView, SignInOffer } from "../ipc";
import { account, bare, foundServer, settingsView } from "../test-views";
import SettingsView from "./SettingsView.svelte";

type Answers = Record<string, (args: never) => unknown>;

const google: SignInOffer = { provider: "Google", hasClient: true, byCode: false };
const microsoft: SignInOffer = { provider: "Microsoft", hasClient: true, byCode: true };
const tested = { sentMailbox: "Sent", messages: 12, idle: true, others: ["INBOX", "Team", "Alias/Sent"] };

/** The settings with these accounts; `answers` are Rust's, where they are not those for a server that signs in by page. */
function open(offer: SignInOffer | null, answers: Answers, accounts: AccountView[] = [account]) {
  const asked: [string, unknown][] = [];
  const view = { ...settingsView, accounts };
  mockIPC(
    (command, args) => {
      if (command !== "settings" && command !== "sign_in_offer") {
        asked.push([command, args]);
      }
      const answer = answers[command];
      if (answer) {
        return answer(args as never);
      }
      const usual = { sign_in_offer: offer, sign_in: null, set_client: null, test_account: tested };
      return command in usual ? usual[command as keyof typeof usual] : view;
    },
    { shouldMockEvents: true },
  );
  return { asked, user: userEvent.setup() };
}

/** The form of a new account at a server that is found so. */
async function openForm(offer: SignInOffer, answers: Answers = {}, found: Partial<FoundServerView> = {}) {
  const servers = [{ ...foundServer, takesOauth: true, ...found }];
  const opened = open(offer, { find_server: () => ({ servers }), ...answers });
  render(SettingsView, { opening: "new", onback: vi.fn() });
  await opened.user.type(await screen.findByLabelText("Email address"), "a.clerk@example.org");
  await opened.user.tab();
  return opened;
}

const press = async (user: ReturnType<typeof userEvent.setup>, name: string) =>
  user.click(await screen.findByRole("button", { name }));

test("one signs in on the page, which is tried out at once, and saves without a password", async () => {
  const { asked, user } = await openForm(google);
  await press(user, "Sign in with \u2068Google\u2069");
  expect(bare((await screen.findByText(/^You are signed in/)).textContent)).toBe(
    "You are signed in with Google.",
  );
  expect(bare((await screen.findByText(/It works/)).textContent)).toMatch(/“Sent” with 12 messages/);
  expect(screen.queryByLabelText("Password")).toBeNull();
  await press(user, "Save");
  const input = expect.objectContaining({ provider: "Google", password: null });
  expect(asked.slice(1)).toEqual([
    ["sign_in", { provider: "Google", address: "a.clerk@example.org", byCode: false }],
    ["test_account", { id: null, input }],
    ["save_account", { id: null, input, keep: "keyring" }],
  ]);
});

test("while the browser is waited for one can break it off, which is no error", async () => {
  let refuse: (error: unknown) => void = () => undefined;
  const { asked, user } = await openForm(google, {
    sign_in: () => new Promise((_, reject) => (refuse = reject)),
    cancel_sign_in: () => {
      refuse({ code: "failed", message: "The sign-in was broken off.", hint: "", field: "signIn" });
      return null;
    },
  });
  await press(user, "Sign in with \u2068Google\u2069");
  await screen.findByText("Sign in on the page in your browser");
  await press(user, "Cancel the sign-in");
  await screen.findByRole("button", { name: "Sign in with \u2068Google\u2069" });
  expect(asked.map(([command]) => command)).toContain("cancel_sign_in");
  expect(screen.queryByRole("alert")).toBeNull();
});

test("a refusal is said in words, and a password can be used instead", async () => {
  const message = "The sign-in was refused or broken off on the page of Google.";
  const { asked, user } = await openForm(google, {
    sign_in: () => {
      throw { code: "failed", message, hint: "Sign in again.", field: "signIn" };
    },
  });
  await press(user, "Sign in with \u2068Google\u2069");
  expect(await screen.findByRole("alert")).toHaveTextContent(message);
  await press(user, "Use a password instead");
  await user.type(screen.getByLabelText("Password"), "app password");
  await press(user, "Save");
  expect(asked.at(-1)?.[1]).toMatchObject({ input: { provider: null, password: "app password" } });
});

test("where Astray has no client ID, it says so and takes one", async () => {
  const { asked, user } = await openForm({ ...microsoft, hasClient: false }, {}, { takesPassword: false });
  await screen.findByText(/^Astray needs a client ID/);
  expect(screen.queryByRole("button", { name: "Use a password instead" })).toBeNull();
  await user.type(screen.getByLabelText("Client ID"), "0000-1111");
  await press(user, "Keep the client ID");
  await screen.findByRole("button", { name: "Sign in with \u2068Microsoft\u2069" });
  expect(asked.at(-1)).toEqual([
    "set_client",
    { provider: "Microsoft", clientId: "0000-1111", clientSecret: null },
  ]);
});

test("without a client ID an app password comes first where the server takes one", async () => {
  await openForm({ ...google, hasClient: false });
  expect(await screen.findByRole("button", { name: /Sign in on the page of/ })).toBeInTheDocument();
  expect(screen.getByLabelText("Password")).toBeInTheDocument();
});

test("on another device one enters the code that is shown", async () => {
  let finish: (done: null) => void = () => undefined;
  const { user } = await openForm(microsoft, { sign_in: () => new Promise((done) => (finish = done)) });
  await press(user, "Sign in on another device");
  await screen.findByText(/^Asking/);
  await emit("sign-in-code", { page: "https://microsoft.example/device", code: "ABCD-EFGH" });
  expect(await screen.findByText("ABCD-EFGH")).toBeInTheDocument();
  expect(screen.getByText("https://microsoft.example/device")).toBeInTheDocument();
  finish(null);
  await screen.findByText(/^You are signed in/);
  expect(screen.queryByText("ABCD-EFGH")).toBeNull();
});

test("an account that no longer signs in has a button for that, before all else", async () => {
  const again = {
    ...account,
    provider: "Google",
    mustSignIn: true,
    state: "trouble" as const,
    detail: "Over.",
  };
  let isOver = false;
  const { asked, user } = open(
    google,
    {
      sign_in_again: () => {
        isOver = true;
        return { ...settingsView, accounts: [{ ...again, mustSignIn: false }] };
      },
    },
    [again],
  );
  render(SettingsView, { opening: null, onback: vi.fn() });
  await press(user, "Sign in again with \u2068a.clerk@example.org\u2069");
  expect(bare((await screen.findByText(/signed in again/)).textContent)).toBe(
    "You are signed in again with a.clerk@example.org.",
  );
  expect(isOver && asked[0]).toEqual(["sign_in_again", { id: 1, byCode: false, keep: "keyring" }]);
  expect(screen.queryByRole("button", { name: /^Sign in again/ })).toBeNull();
});

test("a sign-in that no keyring takes can be held until Astray is closed", async () => {
  const again = { ...account, provider: "Google", mustSignIn: true };
  const { asked, user } = open(
    google,
    {
      sign_in_again: ({ keep }: { keep: string }) => {
        if (keep === "keyring") {
          throw { code: "noKeyring", message: "No keyring runs.", hint: "", field: null };
        }
        return settingsView;
      },
    } as Answers,
    [again],
  );
  render(SettingsView, { opening: null, onback: vi.fn() });
  await press(user, "Sign in again with \u2068a.clerk@example.org\u2069");
  await press(user, "Stay signed in until Astray is closed");
  await screen.findByText(/signed in again/);
  expect(asked.at(-1)).toEqual(["sign_in_again", { id: 1, byCode: false, keep: "thisRunOnly" }]);
});

test("further mailboxes are listed by the server, and those that are ticked are saved", async () => {
  const { asked, user } = open(null, {}, [{ ...account, alsoWatch: ["Old"] }]);
  render(SettingsView, { opening: 1, onback: vi.fn() });
  await user.click(await screen.findByText(/^More mailboxes/));
  expect(screen.getByLabelText("Old")).toBeChecked();
  await press(user, "Show my mailboxes");
  await user.click(await screen.findByLabelText("Alias/Sent"));
  await user.click(screen.getByLabelText("Old"));
  expect(screen.queryByLabelText("INBOX")).toBeNull();
  await press(user, "Save");
  expect(asked.at(-1)?.[1]).toMatchObject({ input: { alsoWatch: ["Alias/Sent"] } });
});
