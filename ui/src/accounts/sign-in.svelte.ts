/** A sign-in on a provider's page while it is under way: what the user is to do, and how it ended. */
import { cancelSignIn, commandError, onSignInCode, type CommandError, type SignInCode } from "../ipc";

export class SignInRun {
  /** Where the user is to sign in; nothing is under way without it. */
  waiting = $state<"page" | "code">();
  /** The code for another device, once the provider has given it. */
  code = $state.raw<SignInCode>();
  error = $state.raw<CommandError>();

  /** Runs a sign-in to its end. True where it went well. */
  async run(byCode: boolean, sign: () => Promise<void>): Promise<boolean> {
    if (this.waiting) {
      return false;
    }
    [this.waiting, this.code, this.error] = [byCode ? "code" : "page", undefined, undefined];
    const stop = onSignInCode((code) => (this.code = code));
    try {
      await sign();
      return true;
    } catch (thrown) {
      this.error = this.#isCancelled ? undefined : commandError(thrown);
      return false;
    } finally {
      stop();
      [this.waiting, this.code, this.#isCancelled] = [undefined, undefined, false];
    }
  }

  #isCancelled = false;

  /** Breaks it off; it ends within a moment. */
  async cancel(): Promise<void> {
    this.#isCancelled = true;
    await cancelSignIn();
  }
}
