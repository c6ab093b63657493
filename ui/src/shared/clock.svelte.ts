/** The time now, for words like “2 minutes ago”. It moves on only while something on the page shows it. */
import { createSubscriber } from "svelte/reactivity";

const subscribe = createSubscriber((update) => {
  const ticking = setInterval(update, 20_000);
  return () => clearInterval(ticking);
});

export const clock = {
  /** Milliseconds since 1970 UTC. Whatever reads it in a component is drawn again as time goes by. */
  get now(): number {
    subscribe();
    return Date.now();
  },
};
