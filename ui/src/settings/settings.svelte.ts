/** The state of the place `settings`: what is set, which part is in sight, and what was done last. */
import {
  addDomain,
  changeAlerts,
  changeRetention,
  chooseLanguage,
  CommandError,
  commandError,
  deleteEverything,
  deleteOlder,
  onCasebookChanged,
  removeAccount,
  removeDomain,
  report,
  setAutostart,
  settings,
  signInAgain,
  testAlert,
  type AccountView,
  type AlertsInput,
  type DomainList,
  type DomainView,
  type Keep,
  type Language,
  type SettingsView,
} from "../ipc";
import { speak, t } from "../wording";
import { AccountForm } from "../accounts/form.svelte";
import { SignInRun } from "../accounts/sign-in.svelte";

export type Section = "accounts" | "domains" | "alerts" | "privacy" | "about";

/** Days of a hundred years: nobody keeps anything longer. */
const mostDays = 36_500;

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
  /** What the user is asked about: really delete? Records older than so many days, or everything. */
  deleting = $state.raw<{ days: number | null }>();
  isDeleting = $state(false);
  isTesting = $state(false);
  /** What became of the test notification. */
  tested = $state.raw<"shown" | CommandError>();
  /** The report for whoever helps, once it is asked for. */
  report = $state("");

  /** The account whose user is signing in again. */
  signingIn = $state<number>();
  readonly signIn = new SignInRun();

  /** What hindered the last reading that failed. */
  #unread: CommandError | undefined;
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
    try {
      const view = await settings();
      this.view = view;
      // What an action said stays.
      if (this.error === this.#unread) {
        this.error = undefined;
      }
      this.#open(view);
    } catch (thrown) {
      this.error = this.#unread = commandError(thrown);
    }
  }

  show(section: Section): void {
    [this.section, this.form, this.said, this.removed] = [section, undefined, "", undefined];
    [this.tested, this.report] = [undefined, ""];
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
      this.removed = domain;
    }
  }

  async undoRemoval(): Promise<void> {
    if (this.removed) {
      this.error = await this.addDomain(this.removed.list, this.removed.domain);
    }
  }

  /** Changes some of how alerts are shown; what is wrong with that where it fails. */
  async changeAlerts(changes: Partial<AlertsInput>): Promise<CommandError | undefined> {
    const alerts = this.view?.alerts;
    if (!alerts) {
      return undefined;
    }
    const { onlyHigh, privacy, quietHours } = alerts;
    return this.#change(() => changeAlerts({ onlyHigh, privacy, quietHours, ...changes }));
  }

  async testAlert(): Promise<void> {
    [this.isTesting, this.tested] = [true, undefined];
    try {
      await testAlert();
      this.tested = "shown";
    } catch (thrown) {
      this.tested = commandError(thrown);
    }
    this.isTesting = false;
  }

  async chooseLanguage(language: Language | null): Promise<void> {
    const view = await this.#try(() => chooseLanguage(language));
    if (view) {
      this.view = view;
      speak(view.speech.words.language, view.speech.words.locale);
    }
  }

  async setAutostart(isWanted: boolean): Promise<void> {
    const view = await this.#try(() => setAutostart(isWanted));
    if (view) {
      this.view = view;
    }
  }

  /** Changes how many days the record is kept; what is wrong with that where it fails. */
  async changeRetention(typed: string): Promise<CommandError | undefined> {
    const days = daysIn(typed);
    if (days instanceof CommandError) {
      return days;
    }
    const failed = await this.#change(() => changeRetention(days));
    this.said = failed ? "" : t("retention-saved", { days });
    return failed;
  }

  /** Asks whether records older than so many days are to be deleted; what is wrong with the number where it is none. */
  askToDelete(typed: string): CommandError | undefined {
    const days = daysIn(typed);
    if (days instanceof CommandError) {
      return days;
    }
    this.deleting = { days };
    return undefined;
  }

  /** Deletes records older than so many days, or everything. */
  async delete(days: number | null): Promise<void> {
    if (this.isDeleting) {
      return;
    }
    this.isDeleting = true;
    try {
      if (days === null) {
        this.view = await deleteEverything();
        this.said = t("deleted-everything");
      } else {
        this.said = t("deleted-older", { count: await deleteOlder(days) });
      }
      this.error = undefined;
    } catch (thrown) {
      this.error = commandError(thrown);
    }
    [this.isDeleting, this.deleting] = [false, undefined];
  }

  async makeReport(): Promise<void> {
    try {
      this.report = await report();
    } catch (thrown) {
      this.error = commandError(thrown);
    }
  }

  async #change(ask: () => Promise<SettingsView>): Promise<CommandError | undefined> {
    try {
      [this.view, this.error] = [await ask(), undefined];
      return undefined;
    } catch (thrown) {
      const error = commandError(thrown);
      // What concerns no field is said above the part.
      this.error = error.field === null ? error : undefined;
      return error.field === null ? undefined : error;
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

/** The days that were typed, or what is wrong with them. */
function daysIn(typed: string): number | CommandError {
  const days = Number(typed);
  if (Number.isInteger(days) && days >= 1 && days <= mostDays) {
    return days;
  }
  const message = t("retention-wrong", { most: mostDays });
  return new CommandError({ code: "invalidInput", message, hint: "", field: "days" });
}
