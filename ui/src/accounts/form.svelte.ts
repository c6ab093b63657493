/** The state of an account's form: what was typed, what was found for it, and what a test or a save said. */
import {
  CommandError,
  commandError,
  saveAccount,
  testAccount,
  type AccountInput,
  type AccountTest,
  type AccountView,
  type FoundServerView,
  type Keep,
  type SecurityView,
  type SettingsView,
} from "../ipc";
import { t } from "../wording";
import { ServerSearch } from "./search.svelte";
import { FormSignIn } from "./form-sign-in.svelte";

export type Field = "address" | "host" | "port" | "user" | "password" | "caPath" | "signIn" | "alsoWatch";
type Work = "test" | "save" | "hold";

const usualPort: Record<SecurityView, string> = { implicit: "993", starttls: "143" };
const details: Field[] = ["host", "port", "user", "caPath"];

export class AccountForm {
  address = $state("");
  host = $state("");
  port = $state(usualPort.implicit);
  security = $state<SecurityView>("implicit");
  user = $state("");
  password = $state("");
  caPath = $state("");

  areDetailsOpen = $state(false);
  /** The server that is filled in, as it was found. */
  server = $state.raw<FoundServerView>();
  /** The server that the user is asked about before a password goes there, and what is done then. */
  asking = $state.raw<{ server: FoundServerView; go: () => Promise<void> }>();
  working = $state<Work>();
  tested = $state.raw<AccountTest>();
  error = $state.raw<CommandError>();

  /** The mailboxes to watch beside the one for sent mail. */
  alsoWatch = $state<string[]>([]);

  readonly search = new ServerSearch();
  readonly signIn: FormSignIn;
  readonly account: AccountView | null;
  readonly #saved: (view: SettingsView, address: string) => void;
  /** The server that the user said may have the password, for this address. */
  #agreed: FoundServerView | undefined;
  #isServerTyped = false;
  #isUserTyped = false;
  #isPortTyped = false;

  constructor(account: AccountView | null, saved: (view: SettingsView, address: string) => void) {
    this.account = account;
    this.#saved = saved;
    this.signIn = new FormSignIn(account);
    if (account) {
      this.address = account.address;
      this.host = account.host;
      this.port = String(account.port);
      this.security = account.security;
      this.user = account.user;
      this.caPath = account.caPath ?? "";
      this.alsoWatch = [...account.alsoWatch];
      this.#isServerTyped = this.#isUserTyped = this.#isPortTyped = this.areDetailsOpen = true;
    }
  }

  /** No keyring takes the password: it can be held until Astray is closed. */
  get canHold(): boolean {
    return this.error?.code === "noKeyring" || this.error?.code === "keyringLocked";
  }

  /** The servers that were found besides the one that is filled in. */
  get others(): FoundServerView[] {
    return (this.search.found?.servers ?? []).filter((server) => server !== this.server);
  }

  /** The server's mailboxes that can be watched as well: those that it named, and those that are watched already. */
  get mailboxes(): string[] {
    const named = (this.tested?.others ?? []).filter((name) => name.toUpperCase() !== "INBOX");
    return [...named, ...this.alsoWatch.filter((name) => !named.includes(name))];
  }

  watch(mailbox: string, isWanted: boolean): void {
    const others = this.alsoWatch.filter((name) => name !== mailbox);
    this.alsoWatch = isWanted ? [...others, mailbox] : others;
  }

  /** What is wrong with this field. */
  fault(field: Field): CommandError | undefined {
    return this.error?.field === field ? this.error : undefined;
  }

  typeAddress(address: string): void {
    this.address = address;
    this.search.forget();
    if (!this.#isUserTyped) {
      this.user = address.trim();
    }
    // What was found for another address does not stay.
    if (this.server) {
      [this.server, this.host] = [undefined, ""];
      this.signIn.forget();
    }
  }

  /** The address is written: looks for its server, where the user has not named one. */
  async finishAddress(): Promise<void> {
    const address = this.address.trim();
    if (this.#isServerTyped || !/^[^@\s]+@[^@\s]+\.[^@\s.]+$/.test(address)) {
      return;
    }
    const server = await this.search.look(address);
    const isWanted = address === this.address.trim() && !this.#isServerTyped;
    if (!isWanted || this.server) {
      return;
    }
    if (server) {
      this.use(server);
    } else {
      this.areDetailsOpen = true;
    }
  }

  /** Fills in a server that was found. */
  use(server: FoundServerView): void {
    [this.server, this.host, this.port, this.security] = [
      server,
      server.host,
      String(server.port),
      server.security,
    ];
    if (!this.#isUserTyped) {
      this.user = server.user;
    }
    [this.#isServerTyped, this.#isPortTyped, this.tested] = [false, false, undefined];
    void this.signIn.look(server.host, server);
  }

  typeHost(host: string): void {
    [this.host, this.server, this.#isServerTyped] = [host, undefined, host !== ""];
  }

  /** The server's name is written. */
  async finishHost(): Promise<void> {
    if (this.#isServerTyped) {
      await this.signIn.look(this.host.trim(), undefined);
    }
  }

  typeUser(user: string): void {
    [this.user, this.#isUserTyped] = [user, user !== ""];
  }

  typePort(port: string): void {
    [this.port, this.#isPortTyped] = [port, port !== ""];
  }

  choose(security: SecurityView): void {
    this.security = security;
    if (!this.#isPortTyped || Object.values(usualPort).includes(this.port)) {
      this.port = usualPort[security];
    }
  }

  async test(): Promise<void> {
    await this.#work("test", async (input) => {
      this.tested = await testAccount(this.account?.id ?? null, input);
    });
  }

  /** Has the user sign in on the provider's page, and tries that out at once. */
  async signInByPage(byCode: boolean): Promise<void> {
    if (await this.signIn.run(this.address.trim(), byCode)) {
      this.error = undefined;
      await this.test();
    }
  }

  async save(keep: Keep = "keyring"): Promise<void> {
    await this.#work(keep === "keyring" ? "save" : "hold", async (input) => {
      this.#saved(await saveAccount(this.account?.id ?? null, input, keep), input.address);
    });
  }

  /** The user says that the server may have the password. */
  async agree(): Promise<void> {
    const asking = this.asking;
    this.asking = undefined;
    if (asking) {
      this.#agreed = asking.server;
      await asking.go();
    }
  }

  async #work(what: Work, work: (input: AccountInput) => Promise<void>): Promise<void> {
    if (this.working) {
      return;
    }
    [this.working, this.error, this.tested] = [what, undefined, undefined];
    try {
      await this.finishAddress();
      const server = this.server;
      if (server?.asksFirst && this.#agreed !== server) {
        this.asking = { server, go: () => this.#work(what, work) };
        return;
      }
      await work(this.#input());
    } catch (thrown) {
      this.error = commandError(thrown);
      this.areDetailsOpen ||= details.some((field) => field === this.error?.field);
    } finally {
      this.working = undefined;
    }
  }

  #input(): AccountInput {
    const port = Number(this.port);
    if (!Number.isInteger(port) || port < 1 || port > 65_535) {
      const message = t("form-port-wrong");
      throw new CommandError({ code: "invalidInput", message, hint: "", field: "port" });
    }
    return {
      address: this.address.trim(),
      host: this.host.trim(),
      port,
      security: this.security,
      user: this.user.trim(),
      password: this.password === "" || this.signIn.provider ? null : this.password,
      provider: this.signIn.provider,
      caPath: this.caPath.trim() || null,
      alsoWatch: [...this.alsoWatch],
    };
  }
}
