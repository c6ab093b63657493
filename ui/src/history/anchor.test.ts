import { expect, test } from "vitest";
import { steadiest } from "./anchor";
import type { Place } from "./lines.svelte";

const places = (ids: number[]): Place[] =>
  ids.map((id) => ({ id, part: { heading: { by: "day", value: 0 }, ids }, isFirst: false, isLast: false }));

test("of the rows in sight the one that moved least is held", () => {
  const before = places([1, 2, 3, 4, 5, 6]);
  const check = (after: number[], expected: ReturnType<typeof steadiest>) =>
    expect(steadiest(before, places(after), 2, 4)).toEqual(expected);
  // Nothing changed in the list.
  check([1, 2, 3, 4, 5, 6], { from: 2, to: 2 });
  // Two came above.
  check([9, 8, 1, 2, 3, 4, 5, 6], { from: 2, to: 4 });
  // The first in sight went to the end, the second is gone.
  check([1, 2, 5, 6, 3], { from: 4, to: 2 });
  // The first in sight went to the top.
  check([3, 1, 2, 4, 5, 6], { from: 3, to: 3 });
  // All in sight are gone.
  check([1, 2, 6], undefined);
});
