import type { DurationMs, EpochMs } from '../../core/time.ts';
import type { Clock } from '../../ports/clock.ts';
import type { WebhookStore } from '../../ports/webhook-store.ts';

type Registrations = Awaited<ReturnType<WebhookStore['ofOwner']>>;

/** Most owners remembered at once; a city has some thousands of units. */
const ownersMax = 10_000;

/**
 * A webhook store that remembers an owner's registrations for a while. A ticket owes several messages and most units
 * register nothing: without this every message asks the table again. A change made elsewhere is seen after `forMs`.
 */
export function rememberOwners(store: WebhookStore, clock: Clock, forMs: DurationMs): WebhookStore {
  const known = new Map<string, { readonly until: EpochMs; readonly registrations: Registrations }>();
  return {
    ...store,
    async ofOwner(owner) {
      const now = clock.now();
      const there = known.get(owner);
      if (there !== undefined && now < there.until) return there.registrations;
      const registrations = await store.ofOwner(owner);
      if (known.size >= ownersMax) known.clear();
      known.set(owner, { until: now + forMs, registrations });
      return registrations;
    },
    async put(registration, expectedRev) {
      known.delete(registration.owner);
      return store.put(registration, expectedRev);
    },
  };
}
