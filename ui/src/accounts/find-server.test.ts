import { mockIPC } from "@tauri-apps/api/mocks";
import { render, screen, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import type { AdviceView, FoundServerView } from "../ipc";
import { bare, foundServer, settingsView } from "../test-views";
import SettingsView from "../settings/SettingsView.svelte";

type Found = FoundServerView[] | Promise<FoundServerView[]>;

/** The form of a new account; the search finds what `found` says. */
async function open(found: (address: string) => Found) {
  const asked: [string, unknown][] = [];
  mockIPC(
    async (command, args) => {
      if (command === "find_server") {
        const { address } = args as { address: string };
        asked.push([command, address]);
        return { servers: await found(address) };
      }
      if (command === "sign_in_offer") {
        return null;
      }
      if (command !== "settings") {
        asked.push([command, args]);
      }
      return settingsView;
    },
    { shouldMockEvents: true },
  );
  render(SettingsView, { opening: "new", onback: vi.fn() });
  const user = userEvent.setup();
  const address = await screen.findByLabelText("Email address");
  return {
    asked,
    user,
    /** Types the address and leaves its field. */
    write: async (text: string) => {
      await user.clear(address);
      await user.type(address, text);
      await user.tab();
    },
    save: () => user.click(screen.getByRole("button", { name: "Save" })),
  };
}

const field = (name: string) => screen.getByLabelText<HTMLInputElement>(name, { selector: "input" });
const details = () => screen.getByText("Server details").closest("details");
const shown = async (words: RegExp) => bare((await screen.findByText(words)).textContent);

test("an address is enough: the server is looked for, named and filled in", async () => {
  let answer: (found: FoundServerView[]) => void = () => undefined;
  const { asked, write, user, save } = await open(() => new Promise((done) => (answer = done)));
  await write(" a.clerk@example.org");
  expect(screen.getByText(/Looking for your mail server…/)).toBeInTheDocument();
  answer([{ ...foundServer, port: 1993, security: "starttls" }]);
  expect(await shown(/^Found your mail server/)).toBe("Found your mail server: imap.example.org");
  expect(await shown(/It belongs to/)).toBe("It belongs to Example Mail, a provider that Astray knows.");
  expect(details()?.open).toBe(false);
  await user.type(field("Password"), "secret");
  await save();
  const input = {
    address: "a.clerk@example.org",
    host: "imap.example.org",
    port: 1993,
    security: "starttls",
    user: "a.clerk",
    password: "secret",
    provider: null,
    caPath: null,
    alsoWatch: [],
  };
  expect(asked).toEqual([
    ["find_server", "a.clerk@example.org"],
    ["save_account", { id: null, input, keep: "keyring" }],
  ]);
});

test("each source is said in words of its own", async () => {
  const words = {
    autoconfig: "Your mail domain itself says so.",
    table: "It belongs to Example Mail, a provider that Astray knows.",
    srv: "The entries of your mail domain on the internet say so.",
    mx: "Example Mail takes in the mail of your domain, and this is its server.",
    commonName: "Nobody has named it, but it answers under a name that mail servers often have.",
  } as const;
  for (const [source, expected] of Object.entries(words)) {
    const { write } = await open(() => [{ ...foundServer, source: source as keyof typeof words }]);
    await write("a.clerk@example.org");
    await screen.findByText(/^Found your mail server/);
    expect(bare(screen.getByRole("main").textContent)).toContain(expected);
    document.body.replaceChildren();
  }
});

test("where nothing is found, the form says what to do and shows the fields", async () => {
  const { write, user, asked, save } = await open(() => []);
  await write("a.clerk@example.org");
  expect(await screen.findByText("No mail server found")).toBeInTheDocument();
  expect(screen.getByText(/Ask your provider or your IT department for the name/)).toBeInTheDocument();
  await vi.waitFor(() => expect(details()?.open).toBe(true));
  await user.type(field("Mail server"), "post.example.org");
  await user.click(screen.getByRole("radio", { name: /STARTTLS/ }));
  await save();
  expect(asked[1]).toMatchObject([
    "save_account",
    { input: { host: "post.example.org", port: 143, user: "a.clerk@example.org" } },
  ]);
});

test("a server that can't be reached is shown with the reason", async () => {
  const trouble = "Imap.example.org did not answer in time while greeting.";
  const { write } = await open(() => [{ ...foundServer, trouble }]);
  await write("a.clerk@example.org");
  expect(await shown(/^Your mail server seems/)).toContain("imap.example.org, but it can't be used now");
  expect(screen.getByText(trouble)).toBeInTheDocument();
});

test("a search that fails says so and leaves the fields to be filled in", async () => {
  const { write } = await open(() => {
    throw { code: "failed", message: "No name servers.", hint: "Check the network.", field: null };
  });
  await write("a.clerk@example.org");
  expect(await screen.findByRole("alert")).toHaveTextContent("No name servers. Check the network.");
  await vi.waitFor(() => expect(details()?.open).toBe(true));
});

test("a server of another domain gets no password before the user agrees", async () => {
  const { write, user, asked, save } = await open(() => [
    { ...foundServer, host: "imap.hoster.example", source: "srv", asksFirst: true },
  ]);
  await write("a.clerk@example.org");
  await screen.findByText(/^Found your mail server/);
  await user.type(field("Password"), "secret");
  for (const button of ["Test the connection", "Save"]) {
    await user.click(screen.getByRole("button", { name: button }));
    const dialog = await screen.findByRole("dialog");
    expect(bare(dialog.textContent)).toContain("imap.hoster.example doesn't belong to example.org");
    await user.click(within(dialog).getByRole("button", { name: "Cancel" }));
  }
  expect(asked).toEqual([["find_server", "a.clerk@example.org"]]);
  await save();
  await user.click(await screen.findByRole("button", { name: "Yes, use this server" }));
  await vi.waitFor(() => expect(asked).toHaveLength(2));
  expect(asked[1]).toMatchObject(["save_account", { input: { host: "imap.hoster.example" } }]);
});

test("what the user wrote about the server is never overwritten", async () => {
  const { write, user, asked } = await open(() => [foundServer]);
  await user.click(screen.getByText("Server details"));
  await user.type(field("Mail server"), "post.example.org");
  await user.type(field("User name"), "clerk");
  await write("a.clerk@example.org");
  expect(asked).toEqual([]);
  await user.clear(field("Mail server"));
  await write("a.clerk@example.net");
  await screen.findByText(/^Found your mail server/);
  expect([field("Mail server").value, field("User name").value]).toEqual(["imap.example.org", "clerk"]);
});

test("an answer for another address comes too late", async () => {
  const answers = new Map<string, (found: FoundServerView[]) => void>();
  const { write } = await open((address) => new Promise((done) => answers.set(address, done)));
  await write("a.clerk@example.org");
  await write("a.clerk@example.net");
  answers.get("a.clerk@example.org")?.([foundServer]);
  answers.get("a.clerk@example.net")?.([{ ...foundServer, host: "imap.example.net" }]);
  expect(await shown(/^Found your mail server/)).toBe("Found your mail server: imap.example.net");
  expect(field("Mail server").value).toBe("imap.example.net");
});

test("a server found besides can be taken instead", async () => {
  const other: FoundServerView = { ...foundServer, host: "mail.example.org", source: "commonName" };
  const { write, user } = await open(() => [foundServer, other]);
  await write("a.clerk@example.org");
  await screen.findByText(/^Found your mail server/);
  await user.click(screen.getByText("Server details"));
  await user.click(screen.getByRole("button", { name: /^Use .*mail\.example\.org/ }));
  expect(field("Mail server").value).toBe("mail.example.org");
  expect(screen.getByRole("button", { name: /^Use .*imap\.example\.org/ })).toBeInTheDocument();
});

test("saving at once waits for the search", async () => {
  const { asked, user, save } = await open(() => [foundServer]);
  await user.type(screen.getByLabelText("Email address"), "a.clerk@example.org");
  await save();
  await vi.waitFor(() => expect(asked).toHaveLength(2));
  expect(asked).toMatchObject([
    ["find_server", "a.clerk@example.org"],
    ["save_account", { input: { host: "imap.example.org" } }],
  ]);
});

test("nothing is looked for before there is an address", async () => {
  const { write, asked } = await open(() => [foundServer]);
  for (const text of ["a.clerk", "a.clerk@", "a.clerk@example", "a b@example.org"]) {
    await write(text);
  }
  expect(asked).toEqual([]);
});

test("what a provider wants is explained", async () => {
  const words: Record<AdviceView, RegExp> = {
    appPassword: /wants an app password/,
    appPasswordGoogle: /2-Step Verification/,
    appPasswordYahoo: /Generate app password/,
    appPasswordApple: /App-Specific Passwords/,
    turnOnImap: /turn on IMAP\.$/,
    turnOnImapAndAppPassword: /turn on IMAP, and make an app password/,
    mailPassword: /the password for mail programs/,
    providerPage: /takes no password from mail programs/,
    bridge: /“Bridge” on this computer/,
  };
  for (const [advice, expected] of Object.entries(words)) {
    const { write } = await open(() => [{ ...foundServer, advice: advice as AdviceView }]);
    await write("a.clerk@example.org");
    expect(await shown(expected)).toContain("Example Mail");
    document.body.replaceChildren();
  }
});
