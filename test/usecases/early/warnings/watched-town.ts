import type { WarningState } from '../../../../functions/core/early/warning/warning-state.ts';
import { hourMs } from '../../../../functions/core/time.ts';
import type { UndertakingRecord } from '../../../../functions/core/undertaking/undertaking-record.ts';
import type { TicketStore } from '../../../../functions/ports/ticket-store.ts';
import type { Deps } from '../../../../functions/usecases/deps.ts';
import { watchHours } from '../../../../functions/usecases/early/warnings/watch-hours.ts';
import { submitTicket } from '../../../../functions/usecases/submit-ticket.ts';
import { overlaidCity, says } from '../../../support/overlaid-city.ts';
import { hotline, pipe, Town } from '../../town.ts';

/** Donghuamen (东华门街道) in Dongcheng, and its district. */
export const place = '110101017';
export const district = '110101';

/** Beijing that watches after a day, with an effect measured after a day. */
const watchingCity = overlaidCity({
  early: {
    warning: {
      learn: { warmUp: says('P1D') },
      effect: { over: says('P1D') },
    },
  },
});

/** A town whose citizens ask about burst pipes, hour by hour. */
export class WatchedTown extends Town {
  private calls = 0;

  constructor(store?: TicketStore) {
    super(watchingCity, store);
  }

  /** So many citizens ask in the hour that now begins. */
  async askers(count: number, unitCode = place): Promise<void> {
    for (let i = 0; i < count; i += 1) {
      this.calls += 1;
      const body = pipe({ sourceKey: `asker-${this.calls}`, place: { unitCode } });
      const result = await submitTicket(this.deps, body, hotline);
      if (!result.ok) throw new Error(JSON.stringify(result.error));
    }
  }

  /** Hours go by with one asker every six hours; the watch runs after each. */
  async quietHours(hours: number): Promise<void> {
    for (let i = 0; i < hours; i += 1) {
      if (i % 6 === 0) await this.askers(1);
      this.now += hourMs;
      await this.watch();
    }
  }

  watch(deps: Deps = this.deps) {
    return watchHours(deps, this.now + hourMs);
  }

  async warnings(list = place): Promise<readonly (UndertakingRecord & { readonly told: WarningState })[]> {
    const { rows } = await this.store.listUndertakings(`warning/${list}`, { limit: 100 });
    return rows.map((row) => ({ ...row, told: row.state as WarningState }));
  }
}
