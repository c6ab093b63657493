/** The lines of the history: of thousands of incidents only what comes in sight is asked for. */
import { SvelteMap } from "svelte/reactivity";
import { historyRows, type HistoryPart, type HistoryRow } from "../ipc";

/** Lines that are asked for at once: more than a window shows. */
const block = 50;

/** A row of the list: the incident's number, and where it stands in its part. */
export interface Place {
  id: number;
  part: HistoryPart;
  isFirst: boolean;
  isLast: boolean;
}

export class Lines {
  places = $state.raw<Place[]>([]);
  /** Goes up with each answer: lines from before may be old. */
  round = $state(0);

  #rows = new SvelteMap<number, HistoryRow>();
  #fresh = new Set<number>();
  #wanted = new Set<number>();
  readonly #onfailed: (thrown: unknown) => void;

  constructor(onfailed: (thrown: unknown) => void) {
    this.#onfailed = onfailed;
  }

  /** The line of an incident; an old one until the new one is there. */
  of(id: number): HistoryRow | undefined {
    return this.#rows.get(id);
  }

  renew(parts: HistoryPart[], rows: HistoryRow[]): void {
    this.places = parts.flatMap((part) =>
      part.ids.map((id, at) => ({ id, part, isFirst: at === 0, isLast: at === part.ids.length - 1 })),
    );
    this.#fresh.clear();
    this.#put(rows);
    this.round += 1;
  }

  /** The row at this place came in sight. */
  need(at: number): void {
    const place = this.places[at];
    if (!place || this.#fresh.has(place.id)) {
      return;
    }
    if (this.#wanted.size === 0) {
      queueMicrotask(() => void this.#fetch());
    }
    this.#wanted.add(Math.floor(at / block));
  }

  async #fetch(): Promise<void> {
    const round = this.round;
    const ids = [...this.#wanted].flatMap((number) =>
      this.places.slice(number * block, (number + 1) * block).map((place) => place.id),
    );
    this.#wanted.clear();
    const missing = ids.filter((id) => !this.#fresh.has(id));
    missing.forEach((id) => this.#fresh.add(id));
    try {
      const rows = await historyRows(missing);
      if (round === this.round) {
        this.#put(rows);
      }
    } catch (thrown) {
      missing.forEach((id) => this.#fresh.delete(id));
      this.#onfailed(thrown);
    }
  }

  #put(rows: HistoryRow[]): void {
    for (const row of rows) {
      this.#fresh.add(row.id);
      this.#rows.set(row.id, row);
    }
  }
}
