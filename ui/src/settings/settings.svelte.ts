/** The state of the place `settings`: accounts, domains, and which part is in sight. */
import {
  addDomain,
  commandError,
  onCasebookChanged,
  removeAccount,
  removeDomain,
  settings,
  signInAgain,
  type AccountView,
  type CommandError,
  type DomainList,
  type DomainView,
  type Keep,
  type SettingsView,
} from "../ipc";
import { t } from "../wording";
import { AccountForm } from "../accounts/form.svelte";
import { SignInRun } from "../accounts/sign-in.svelte";

export type Section = "accounts" | "domains" | "about";

export class Settings {
  view = $state.raw<SettingsView>();
  error = $state.raw<CommandError>();
  section = $state<Section>("accounts");
  form = $state.raw<AccountForm>();
  /** The account that the user is asked about: really remove? */
  removing = $state.raw<AccountView>();
  isRemoving = $state(false);
  /** What was done last, in words. */
  said = $state("");
  /** The domain that was removed last, to bring it back. */
  removed = $state.raw<DomainView>();

  /** The account whose user is signing in again. */
  signingIn = $state<number>();
  readonly signIn = new SignInRun();

  #opening: number | "new" | null;

  /** `opening`: the account whose form is open at first, or a new one's. */
  constructor(opening: number | "new" | null) {
    this.#opening = opening;
  }

  /** Reads, and reads again whenever something changed. Returns the function that ends it. */
  watch(): () => void {
    void this.read();
    return onCasebookChanged(() => void this.read());
  }

  async read(): Promise<void> {
    const view = await this.#try(settings);
    if (view) {
      this.view = view;
      this.#open(view);
    }
  }

  show(section: Section): void {
    [this.section, this.form, this.said, this.removed] = [section, undefined, "", undefined];
  }

  edit(account: AccountView | null): void {
    this.said = "";
    this.form = new AccountForm(account, (view, address) => {
      [this.view, this.form, this.said] = [view, undefined, t("accounts-saved", { address })];
    });
  }

  /** Has the user of an account sign in again on the provider's page. */
  async signInAgain(account: AccountView, byCode: boolean, keep: Keep = "keyring"): Promise<void> {
    if (this.signIn.waiting) {
      return;
    }
    [this.signingIn, this.said] = [account.id, ""];
    const went = await this.signIn.run(byCode, async () => {
      this.view = await signInAgain(account.id, byCode, keep);
    });
    if (went) {
      [this.signingIn, this.said] = [undefined, t("accounts-signed-in", { address: account.address })];
    }
  }

  async removeAccount(): Promise<void> {
    const account = this.removing;
    if (!account || this.isRemoving) {
      return;
    }
    this.isRemoving = true;
    const view = await this.#try(() => removeAccount(account.id));
    [this.isRemoving, this.removing] = [false, undefined];
    if (view) {
      [this.view, this.said] = [view, t("accounts-removed", { address: account.address })];
    }
  }

  /** Adds a domain; what is wrong with it where that fails. */
  async addDomain(list: DomainList, domain: string): Promise<CommandError | undefined> {
    try {
      this.view = await addDomain(list, domain);
      [this.said, this.removed, this.error] = [t("domains-added", { domain }), undefined, undefined];
      return undefined;
    } catch (thrown) {
      return commandError(thrown);
    }
  }

  async removeDomain(domain: DomainView): Promise<void> {
    const view = await this.#try(() => removeDomain(domain.list, domain.domain));
    if (view) {
      this.view = view;
      this.said = t("domains-removed", { domain: domain.domain });
      // A trusted address comes from an incident; only domains can be added here.
      this.removed = domain.domain.includes("@") ? undefined : domain;
    }
  }

  async undoRemoval(): Promise<void> {
    if (this.removed) {
      this.error = await this.addDomain(this.removed.list, this.removed.domain);
    }
  }

  #open(view: SettingsView): void {
    const opening = this.#opening;
    this.#opening = null;
    if (opening === "new") {
      this.edit(null);
    } else if (opening !== null) {
      const account = view.accounts.find(({ id }) => id === opening);
      if (account) {
        this.edit(account);
      }
    }
  }

  async #try(ask: () => Promise<SettingsView>): Promise<SettingsView | undefined> {
    try {
      const view = await ask();
      this.error = undefined;
      return view;
    } catch (thrown) {
      this.error = commandError(thrown);
      return undefined;
    }
  }
}
