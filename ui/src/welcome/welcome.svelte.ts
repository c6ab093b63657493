/** The state of the place `welcome`: which screen is shown, and what is known on it. */
import { AccountForm } from "../accounts/form.svelte";
import {
  commandError,
  goToWelcome,
  onCasebookChanged,
  setAutostart,
  settings,
  stopLook,
  testAlert,
  welcome,
  type CommandError,
  type WelcomeStep,
  type WelcomeView,
} from "../ipc";

/** The screens in their order. */
export const screens = ["about", "account", "look", "alert"] as const satisfies WelcomeStep[];
export type Screen = (typeof screens)[number];

export class Welcome {
  view = $state.raw<WelcomeView>();
  error = $state.raw<CommandError>();
  screen = $state<Screen>();
  form = $state.raw<AccountForm>(this.#newForm());

  isStopping = $state(false);
  /** A test notification was sent, and what the user says of it. */
  sent = $state(false);
  seen = $state<boolean>();
  isSending = $state(false);
  alertError = $state.raw<CommandError>();
  /** Whether the desktop is to start Astray; none until it is known. */
  starts = $state<boolean>();
  isStartFixed = $state(false);

  /** Reads, and reads again whenever something changed. Returns the function that ends it. */
  start(): () => void {
    void this.read();
    void this.#readStart();
    return onCasebookChanged(() => void this.read());
  }

  async read(): Promise<void> {
    await this.#try(async () => {
      this.view = await welcome();
      this.screen ??= this.#screenFor(this.view);
    });
  }

  /** Shows a screen, and keeps that it was reached. */
  async go(screen: Screen): Promise<void> {
    this.screen = screen;
    await this.#try(() => goToWelcome(screen));
  }

  /** Stops the look for now, or goes on with it. */
  async stop(isStopped: boolean): Promise<void> {
    this.isStopping = true;
    await this.#try(() => stopLook(isStopped));
    await this.read();
    this.isStopping = false;
  }

  async sendAlert(): Promise<void> {
    [this.isSending, this.seen, this.alertError] = [true, undefined, undefined];
    try {
      await testAlert();
      this.sent = true;
    } catch (thrown) {
      this.alertError = commandError(thrown);
    }
    this.isSending = false;
  }

  /** Ends the welcome; true where that could be kept. */
  async finish(): Promise<boolean> {
    return this.#try(async () => {
      if (this.starts !== undefined && !this.isStartFixed) {
        await setAutostart(this.starts);
      }
      await goToWelcome("done");
    });
  }

  async #readStart(): Promise<void> {
    await this.#try(async () => {
      const { autostart } = await settings();
      // Asked for the first time, it is proposed: a watch that nobody starts warns nobody.
      [this.starts, this.isStartFixed] = [autostart.isFixed ? autostart.isOn : true, autostart.isFixed];
    });
  }

  /** Where it goes on. Without an account there is nothing to look through. */
  #screenFor(view: WelcomeView): Screen {
    if (view.step === "done") {
      return "about";
    }
    return view.look || view.step === "about" ? view.step : "account";
  }

  #newForm(): AccountForm {
    return new AccountForm(null, () => {
      this.form = this.#newForm();
      void this.read().then(() => this.go("look"));
    });
  }

  async #try(work: () => Promise<unknown>): Promise<boolean> {
    try {
      await work();
      this.error = undefined;
      return true;
    } catch (thrown) {
      this.error = commandError(thrown);
      return false;
    }
  }
}
