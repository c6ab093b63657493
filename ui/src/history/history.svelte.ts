/** The state of the place `history`: what is searched for, what was found, and where the user is in it. */
import {
  checkNow,
  commandError,
  history,
  onCasebookChanged,
  type CommandError,
  type HistoryRow,
  type HistoryView,
} from "../ipc";
import { dayOf } from "../shared/moment";

export interface Day {
  /** Its first moment. */
  at: number;
  rows: HistoryRow[];
}

/** Long enough that fast typing asks once, too short to be felt. */
const pause = 120;
/** Rows drawn at first, and more with each time the end comes near. */
const portion = 60;

export class History {
  search = $state("");
  view = $state.raw<HistoryView>();
  error = $state.raw<CommandError>();
  /** The row that has the keyboard, or had it when the user left. */
  current = $state<number>();
  scrolled = $state(0);
  /** What the rows in sight were found with. */
  found = $state("");
  drawn = $state(portion);
  checking = $state(false);

  readonly needsYou = $derived(this.view?.rows.filter((row) => row.state === "needsYou") ?? []);
  readonly settled = $derived(this.view?.rows.filter((row) => row.state !== "needsYou") ?? []);
  /** All rows in the order in which they stand on the page. */
  readonly order = $derived([...this.needsYou, ...this.settled]);
  readonly days = $derived(byDay(this.settled.slice(0, Math.max(0, this.drawn - this.needsYou.length))));

  #asked = 0;
  #typing: ReturnType<typeof setTimeout> | undefined;

  /** Reads, and reads again whenever something changed. Returns the function that ends it. */
  watch(): () => void {
    void this.read();
    const stop = onCasebookChanged(() => void this.read());
    return () => {
      stop();
      clearTimeout(this.#typing);
    };
  }

  async read(): Promise<void> {
    const asked = ++this.#asked;
    const search = this.search.trim();
    try {
      const view = await history(search);
      // An answer that a newer question overtook is dropped.
      if (asked === this.#asked) {
        [this.view, this.found, this.error] = [view, search, undefined];
      }
    } catch (thrown) {
      if (asked === this.#asked) {
        this.error = commandError(thrown);
      }
    }
  }

  /** Searches as the user types. */
  type(search: string): void {
    this.search = search;
    this.drawn = portion;
    this.scrolled = 0;
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => void this.read(), pause);
  }

  async checkNow(): Promise<void> {
    this.checking = true;
    try {
      await checkNow();
      await this.read();
    } catch (thrown) {
      this.error = commandError(thrown);
    } finally {
      this.checking = false;
    }
  }

  drawMore(): void {
    if (this.drawn < this.order.length) {
      this.drawn += portion;
    }
  }

  /** The row `steps` further on than the current one; the first where there is none yet. */
  neighbour(steps: number): HistoryRow | undefined {
    const at = this.order.findIndex((row) => row.id === this.current);
    const next = at < 0 ? 0 : Math.min(Math.max(at + steps, 0), this.order.length - 1);
    while (this.drawn <= next) {
      this.drawn += portion;
    }
    return this.order[next];
  }
}

function byDay(rows: HistoryRow[]): Day[] {
  const days: Day[] = [];
  for (const row of rows) {
    const at = dayOf(row.sentAt);
    const last = days.at(-1);
    if (last?.at === at) {
      last.rows.push(row);
    } else {
      days.push({ at, rows: [row] });
    }
  }
  return days;
}
