/** The state of the place `incident`: one message, and what the user decides about it. */
import {
  commandError,
  decide,
  incident,
  onCasebookChanged,
  type CommandError,
  type IncidentView,
  type Scope,
} from "../ipc";
import type { PlainId } from "../wording";

type Decision = Parameters<typeof decide>[1];

const said: Record<Decision, PlainId> = {
  itsRight: "incident-said-right",
  dealtWith: "incident-said-done",
  reopen: "incident-said-reopened",
};

export class Incident {
  view = $state.raw<IncidentView>();
  error = $state.raw<CommandError>();
  /** “It's right” was pressed, and the question how far that reaches is open. */
  isAsking = $state(false);
  deciding = $state<Decision>();
  /** What the last decision did, for a screen reader. */
  said = $state<PlainId>();

  constructor(readonly id: number) {}

  /** Reads, and reads again whenever something changed. Returns the function that ends it. */
  watch(): () => void {
    void this.read();
    return onCasebookChanged(() => void this.read());
  }

  async read(): Promise<void> {
    await this.#show(() => incident(this.id));
  }

  /** Decides; whether that went well. */
  async decide(decision: Decision, scope: Scope = "once"): Promise<boolean> {
    if (this.deciding) {
      return false;
    }
    this.deciding = decision;
    const done = await this.#show(() => decide(this.id, decision, scope));
    this.deciding = undefined;
    if (done) {
      [this.isAsking, this.said] = [false, said[decision]];
    }
    return done;
  }

  async #show(ask: () => Promise<IncidentView>): Promise<boolean> {
    try {
      [this.view, this.error] = [await ask(), undefined];
      return true;
    } catch (thrown) {
      this.error = commandError(thrown);
      return false;
    }
  }
}
