/** The search for the mail server of an address: that it runs, and what it found. */
import { commandError, findServer, type CommandError, type FoundServerView, type FoundView } from "../ipc";

export class ServerSearch {
  isLooking = $state(false);
  /** What was found for the address that was looked for last. */
  found = $state.raw<FoundView>();
  error = $state.raw<CommandError>();

  #address = "";
  #running: Promise<FoundServerView | undefined> | undefined;

  /** What was found no longer matters, nor what is still to be found. */
  forget(): void {
    [this.#address, this.#running] = ["", undefined];
    [this.isLooking, this.found, this.error] = [false, undefined, undefined];
  }

  /** Looks for the server of this address, once; the best one, when it is there and the address is still wanted. */
  look(address: string): Promise<FoundServerView | undefined> {
    if (!this.#running || this.#address !== address) {
      this.forget();
      this.#address = address;
      this.#running = this.#look(address);
    }
    return this.#running;
  }

  async #look(address: string): Promise<FoundServerView | undefined> {
    this.isLooking = true;
    let found: FoundView | undefined;
    let error: CommandError | undefined;
    try {
      found = await findServer(address);
    } catch (thrown) {
      error = commandError(thrown);
    }
    if (this.#address !== address) {
      return undefined;
    }
    [this.isLooking, this.found, this.error] = [false, found, error];
    return found?.servers[0];
  }
}
