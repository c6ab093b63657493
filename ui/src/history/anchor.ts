/** What keeps still when the list changes above what the user looks at. Pure. */
import type { Place } from "./lines.svelte";

/** Where a row was, and where it is now. */
export interface Moved {
  from: number;
  to: number;
}

/**
 * Of the rows in sight, `first` to `last`, the one that moved least: a row that went to another part of the list must not take the
 * user along. None where all of them are gone.
 */
export function steadiest(before: Place[], after: Place[], first: number, last: number): Moved | undefined {
  const inSight = new Map(before.slice(first, last + 1).map((place, at) => [place.id, first + at]));
  let best: Moved | undefined;
  after.forEach(({ id }, to) => {
    const from = inSight.get(id);
    if (from !== undefined && (!best || Math.abs(to - from) < Math.abs(best.to - best.from))) {
      best = { from, to };
    }
  });
  return best;
}
