/** The filters of the history as chips: their values in a fixed order, in words, and with how many incidents each finds. */
import type { DeliveryView, HistoryQuestion, HistoryView, SeverityView, StateView } from "../ipc";
import { stateWords } from "../shared/words";
import { t, type PlainId } from "../wording";
import type { FilterName } from "./history.svelte";

export const severityWords: Record<SeverityView, PlainId> = {
  high: "history-severity-high",
  medium: "history-severity-medium",
  low: "history-severity-low",
};

export const deliveryWords: Record<DeliveryView, PlainId> = {
  bounced: "history-delivery-bounced",
  probablyDelivered: "history-delivery-probably-delivered",
  unknown: "history-delivery-unknown",
};

export interface Choice {
  value: string | number;
  words: string;
  count: number;
  isChosen: boolean;
}

export interface Filter {
  name: FilterName;
  label: string;
  choices: Choice[];
}

/** The filters that have something to choose between. */
export function filtersOf({ counts }: HistoryView, question: HistoryQuestion): Filter[] {
  const named = <Value extends string>(
    name: FilterName,
    label: PlainId,
    words: Record<Value, PlainId>,
    counted: [Value, number][],
  ): Filter => ({
    name,
    label: t(label),
    choices: (Object.keys(words) as Value[]).map((value) => ({
      value,
      words: t(words[value]),
      count: counted.find(([one]) => one === value)?.[1] ?? 0,
      isChosen: (question[name] as string[]).includes(value),
    })),
  });
  const filters: Filter[] = [
    named<StateView>("states", "history-filter-state", stateWords, counts.states),
    named<SeverityView>("severities", "history-filter-severity", severityWords, counts.severities),
    named<DeliveryView>("deliveries", "history-filter-delivery", deliveryWords, counts.deliveries),
    {
      name: "accounts",
      label: t("history-filter-account"),
      choices: counts.accounts.map(({ id, address, count }) => ({
        value: id,
        words: address,
        count,
        isChosen: question.accounts.includes(id),
      })),
    },
  ];
  return filters.filter(({ choices }) => choices.length > 1);
}
