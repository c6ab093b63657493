/** How the user of a form signs in: with a password, or on the provider's page where the server has one. */
import {
  commandError,
  setClient,
  signIn,
  signInOffer,
  type AccountView,
  type CommandError,
  type FoundServerView,
  type SignInOffer,
} from "../ipc";
import { SignInRun } from "./sign-in.svelte";

export class FormSignIn {
  /** The way over the provider's page, where the server belongs to one that Astray knows. */
  offer = $state.raw<SignInOffer>();
  by = $state<"password" | "page">("password");
  isSignedIn = $state(false);
  clientId = $state("");
  clientSecret = $state("");
  isKeeping = $state(false);
  clientError = $state.raw<CommandError>();

  readonly progress = new SignInRun();
  #host = "";
  /** Whether the server is known to take a password as well. */
  #takesPassword = true;

  constructor(account: AccountView | null) {
    if (account) {
      this.by = account.provider === null ? "password" : "page";
      this.isSignedIn = account.provider !== null && !account.mustSignIn;
      void this.#ask(account.host);
    }
  }

  /** On whose page the user signs in; nobody's with a password. */
  get provider(): string | null {
    return this.by === "page" ? (this.offer?.provider ?? null) : null;
  }

  /** Whether the user can choose a password instead. */
  get canUsePassword(): boolean {
    return this.#takesPassword;
  }

  forget(): void {
    [this.#host, this.offer, this.by, this.isSignedIn] = ["", undefined, "password", false];
    this.#takesPassword = true;
  }

  /** Looks whether one signs in to this server on a page. `found` is what the search for it says. */
  async look(host: string, found: FoundServerView | undefined): Promise<void> {
    if (host === this.#host) {
      return;
    }
    this.forget();
    await this.#ask(host);
    if (this.offer && this.#host === host) {
      this.#takesPassword = found?.takesPassword ?? true;
      const isBest = this.offer.hasClient || !this.#takesPassword;
      this.by = isBest && (found?.takesOauth ?? this.offer.hasClient) ? "page" : "password";
    }
  }

  /** Has the user sign in. True where they did. */
  async run(address: string, byCode: boolean): Promise<boolean> {
    const provider = this.offer?.provider;
    if (!provider) {
      return false;
    }
    const went = await this.progress.run(byCode, () => signIn(provider, address, byCode));
    this.isSignedIn ||= went;
    return went;
  }

  /** Keeps the client ID that the user was given. */
  async keepClient(): Promise<void> {
    const offer = this.offer;
    if (!offer || this.isKeeping) {
      return;
    }
    [this.isKeeping, this.clientError] = [true, undefined];
    try {
      await setClient(offer.provider, this.clientId, this.clientSecret || null);
      this.offer = { ...offer, hasClient: true };
    } catch (thrown) {
      this.clientError = commandError(thrown);
    } finally {
      this.isKeeping = false;
    }
  }

  async #ask(host: string): Promise<void> {
    this.#host = host;
    let offer: SignInOffer | null = null;
    try {
      offer = host === "" ? null : await signInOffer(host);
    } catch (thrown) {
      this.progress.error = commandError(thrown);
    }
    if (this.#host === host) {
      this.offer = offer ?? undefined;
    }
  }
}
