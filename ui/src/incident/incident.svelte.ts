/** The state of the place `incident`: one message, its steps, and what the user decides about it. */
import {
  commandError,
  decide,
  incident,
  onCasebookChanged,
  takeBack,
  type CommandError,
  type DecisionInput,
  type Included,
  type IncidentView,
  type LetterKind,
  type LetterWish,
  type StepView,
} from "../ipc";
import { own, t } from "../wording";
import { titleOf } from "./step/titles";

export class Incident {
  view = $state.raw<IncidentView>();
  error = $state.raw<CommandError>();
  /** What is under way, by a name of its own. */
  busy = $state<string>();
  /** What the last action did, for a screen reader. */
  said = $state("");
  /** The letter that is written or shown. */
  writing = $state<LetterKind>();
  /** What the user adds to the report. */
  include = $state<Included[]>([]);
  /** The user's own words in the report. */
  note = $state("");
  /** The right recipient, where it is not the one that was probably meant. */
  to = $state<string>();
  /** The step that the user opened; none where it is the one to be done next. */
  #chosen = $state<string>();
  /** What hindered the last reading that failed. */
  #unread: CommandError | undefined;
  /** Counts what is asked for: an answer that was not waited for changes nothing. */
  #asked = 0;

  constructor(readonly id: number) {}

  /** Reads, and reads again whenever something changed. Returns the function that ends it. */
  watch(): () => void {
    void this.read();
    return onCasebookChanged(() => void this.read());
  }

  async read(): Promise<void> {
    try {
      this.view = await incident(this.id);
      // What an action said stays.
      if (this.error === this.#unread) {
        this.error = undefined;
      }
    } catch (thrown) {
      this.error = this.#unread = commandError(thrown);
    }
  }

  /** The one step that is open; none where all are folded. */
  get open(): StepView | undefined {
    const steps = this.view?.steps;
    const name = this.#chosen ?? steps?.next;
    return steps?.steps.find((step) => step.name === name);
  }

  /** Opens a step, or folds it away again in favour of the next one. */
  choose(name: string): void {
    this.writing = undefined;
    this.#chosen = this.open?.name === name ? "" : name;
  }

  decide(decision: DecisionInput, name: string = decision.kind): Promise<boolean> {
    return this.act(name, () => decide(this.id, decision));
  }

  takeBack(seq: number): Promise<boolean> {
    return this.act(`undo-${seq}`, () => takeBack(this.id, seq));
  }

  /** The letter that is wanted, and what the user wants in it. */
  wish(letter: LetterKind): LetterWish {
    const to = this.to ?? this.view?.steps.meant ?? "";
    return { letter, to, note: this.note, include: this.include };
  }

  /** Does something that answers with the incident as it stands then; whether that went well. */
  async act(name: string, ask: () => Promise<IncidentView>): Promise<boolean> {
    const view = await this.ask(name, ask);
    if (view) {
      this.#show(view);
    } else {
      // It may have failed because the record is another by now.
      void this.read();
    }
    return view !== undefined;
  }

  /** Asks for something; nothing where it failed, or is not waited for any more. */
  async ask<Answer>(name: string, ask: () => Promise<Answer>): Promise<Answer | undefined> {
    if (this.busy) {
      return undefined;
    }
    const asked = ++this.#asked;
    [this.busy, this.error] = [name, undefined];
    try {
      const answer = await ask();
      return asked === this.#asked ? answer : undefined;
    } catch (thrown) {
      if (asked === this.#asked) {
        this.error = commandError(thrown);
      }
      return undefined;
    } finally {
      if (asked === this.#asked) {
        this.busy = undefined;
      }
    }
  }

  /** Waits no longer for what is under way. What it does to the record shows by itself. */
  leave(): void {
    this.#asked++;
    this.busy = undefined;
  }

  #show(view: IncidentView): void {
    const before = this.open?.name;
    const newest = view.timeline.at(-1);
    const isNew = newest?.seq !== this.view?.timeline.at(-1)?.seq;
    this.view = view;
    const step = view.steps.steps.find(({ name }) => name === before);
    // A step in which something is left to be done stays open.
    if (step && step.standing !== "open") {
      this.#chosen = undefined;
    }
    const { open } = this;
    if (open && open.name !== before) {
      this.said = t("step-next-done", { step: own(titleOf(open)) });
    } else {
      // The page is as it was but for its timeline: what it says there.
      this.said = !open ? t("step-nothing-next") : isNew && newest ? newest.text : "";
    }
  }
}
