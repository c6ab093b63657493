/** The state of an account's form: what was typed, what was guessed from it, and what a test or a save said. */
import {
  CommandError,
  commandError,
  saveAccount,
  testAccount,
  type AccountInput,
  type AccountTest,
  type AccountView,
  type Keep,
  type SecurityView,
  type SettingsView,
} from "../ipc";
import { t } from "../wording";

export type Field = "address" | "host" | "port" | "user" | "password" | "caPath";

const usualPort: Record<SecurityView, string> = { implicit: "993", starttls: "143" };

export class AccountForm {
  address = $state("");
  host = $state("");
  port = $state(usualPort.implicit);
  security = $state<SecurityView>("implicit");
  user = $state("");
  password = $state("");
  caPath = $state("");

  /** The server's name is our guess, which the user has not touched. */
  isHostGuessed = $state(false);
  working = $state<"test" | "save" | "hold">();
  tested = $state.raw<AccountTest>();
  error = $state.raw<CommandError>();

  readonly account: AccountView | null;
  readonly #saved: (view: SettingsView, address: string) => void;
  #isUserTyped = false;
  #isPortTyped = false;

  constructor(account: AccountView | null, saved: (view: SettingsView, address: string) => void) {
    this.account = account;
    this.#saved = saved;
    if (account) {
      this.address = account.address;
      this.host = account.host;
      this.port = String(account.port);
      this.security = account.security;
      this.user = account.user;
      this.caPath = account.caPath ?? "";
      this.#isUserTyped = this.#isPortTyped = true;
    }
  }

  /** No keyring takes the password: it can be held until Astray is closed. */
  get canHold(): boolean {
    return this.error?.code === "noKeyring" || this.error?.code === "keyringLocked";
  }

  /** What is wrong with this field. */
  fault(field: Field): CommandError | undefined {
    return this.error?.field === field ? this.error : undefined;
  }

  /** Fills in what follows from the address, where the user has not said otherwise. */
  typeAddress(address: string): void {
    this.address = address;
    const domain = /^[^@\s]+@([^@\s]+\.[^@\s.]+)$/.exec(address.trim())?.[1];
    if (!this.#isUserTyped) {
      this.user = address.trim();
    }
    if (!this.account && (this.host === "" || this.isHostGuessed)) {
      this.host = domain ? `imap.${domain}` : "";
      this.isHostGuessed = this.host !== "";
    }
  }

  typeHost(host: string): void {
    [this.host, this.isHostGuessed] = [host, false];
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

  async save(keep: Keep = "keyring"): Promise<void> {
    await this.#work(keep === "keyring" ? "save" : "hold", async (input) => {
      this.#saved(await saveAccount(this.account?.id ?? null, input, keep), input.address);
    });
  }

  async #work(what: "test" | "save" | "hold", work: (input: AccountInput) => Promise<void>): Promise<void> {
    if (this.working) {
      return;
    }
    [this.working, this.error, this.tested] = [what, undefined, undefined];
    try {
      await work(this.#input());
    } catch (thrown) {
      this.error = commandError(thrown);
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
      password: this.password === "" ? null : this.password,
      caPath: this.caPath.trim() || null,
    };
  }
}
