/** The state of the place `history`: what is asked for, what was found, and where the user is in it. */
import {
  checkNow,
  commandError,
  history,
  onCasebookChanged,
  watching,
  type CommandError,
  type HistoryQuestion,
  type HistoryView,
  type WatchView,
} from "../ipc";
import { Lines } from "./lines.svelte";

/** The filters that choose several values. */
export type FilterName = "states" | "severities" | "deliveries" | "accounts";

const everything = (): HistoryQuestion => ({
  search: "",
  states: [],
  severities: [],
  deliveries: [],
  accounts: [],
  week: null,
  sort: "newest",
});

export class History {
  question = $state<HistoryQuestion>(everything());
  view = $state.raw<HistoryView>();
  watch = $state.raw<WatchView>();
  error = $state.raw<CommandError>();
  /** What the rows in sight were found with. */
  answered = $state.raw<HistoryQuestion>(everything());
  /** The row that has the keyboard, or had it when the user left. */
  current = $state<number>();
  scrolled = $state(0);
  checking = $state(false);
  /** Whether the weeks are shown; undefined while the window's height decides. */
  weeksShown = $state<boolean>();

  readonly lines = new Lines((thrown) => (this.error = commandError(thrown)));
  readonly parts = $derived(this.view?.parts ?? []);
  /** The numbers of all incidents found, in the order in which they stand on the page. */
  readonly order = $derived(this.parts.flatMap((part) => part.ids));
  readonly isFiltered = $derived(filters(this.answered) > 0);
  /** Whether there is nothing at all: not even without a search and filters. */
  readonly isEmpty = $derived(this.view?.found === 0 && !this.isFiltered && !this.answered.search);

  #isAsking = false;
  #asksAgain = false;
  #isFresh = false;

  /** Takes what was found for the window's first question, so that it need not be asked for again. */
  begin(view: HistoryView): void {
    this.#take(view, everything());
    this.#isFresh = true;
  }

  /** Reads, and reads again whenever something changed. Returns the function that ends it. */
  start(): () => void {
    const readAll = () => void Promise.all([this.read(), this.readWatch()]);
    // First of all, so that no change is missed.
    const stop = onCasebookChanged(readAll);
    if (this.#isFresh) {
      this.#isFresh = false;
      void this.readWatch();
    } else {
      readAll();
    }
    return stop;
  }

  /** Asks for what is wanted now. While an answer is awaited only the last question waits, so typing never makes a queue. */
  async read(): Promise<void> {
    if (this.#isAsking) {
      this.#asksAgain = true;
      return;
    }
    this.#isAsking = true;
    try {
      do {
        this.#asksAgain = false;
        await this.#ask($state.snapshot(this.question));
      } while (this.#asksAgain);
    } finally {
      this.#isAsking = false;
    }
  }

  async #ask(question: HistoryQuestion): Promise<void> {
    try {
      this.#take(await history({ ...question, search: question.search.trim() }), question);
    } catch (thrown) {
      this.error = commandError(thrown);
    }
  }

  #take(view: HistoryView, question: HistoryQuestion): void {
    this.lines.renew(view.parts, view.rows);
    [this.view, this.answered, this.error] = [view, question, undefined];
  }

  async readWatch(): Promise<void> {
    try {
      this.watch = await watching();
    } catch (thrown) {
      this.error = commandError(thrown);
    }
  }

  /** Asks for something else, and shows it from its start. */
  ask(changes: Partial<HistoryQuestion>): void {
    Object.assign(this.question, changes);
    this.scrolled = 0;
    void this.read();
  }

  toggle(filter: FilterName, value: string | number): void {
    const values: (string | number)[] = this.question[filter];
    const without = values.filter((one) => one !== value);
    this.ask({ [filter]: without.length < values.length ? without : [...values, value] });
  }

  /** Takes all filters and the search away. */
  clear(): void {
    this.ask({ ...everything(), sort: this.question.sort });
  }

  async checkNow(): Promise<void> {
    this.checking = true;
    try {
      await checkNow();
      await Promise.all([this.read(), this.readWatch()]);
    } catch (thrown) {
      this.error = commandError(thrown);
    } finally {
      this.checking = false;
    }
  }

  /** The number of the row `steps` further on than the current one; of the first where there is none yet. */
  neighbour(steps: number): number | undefined {
    const at = this.current === undefined ? -1 : this.order.indexOf(this.current);
    const next = at < 0 ? 0 : Math.min(Math.max(at + steps, 0), this.order.length - 1);
    return this.order[next];
  }
}

/** How many filters are set. */
function filters({ states, severities, deliveries, accounts, week }: HistoryQuestion): number {
  const chosen = [states, severities, deliveries, accounts].filter((values) => values.length > 0);
  return chosen.length + (week === null ? 0 : 1);
}
