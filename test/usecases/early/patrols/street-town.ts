import type { TicketStore } from '../../../../functions/ports/ticket-store.ts';
import type { Caller } from '../../../../functions/usecases/caller.ts';
import { commandRound } from '../../../../functions/usecases/early/patrols/command-route.ts';
import { openRoute, type RouteRequest } from '../../../../functions/usecases/early/patrols/open-route.ts';
import { routeIdOf } from '../../../../functions/usecases/early/patrols/patrol-id.ts';
import { readRoute } from '../../../../functions/usecases/early/patrols/read-routes.ts';
import { sweepDue } from '../../../../functions/usecases/sweep-due.ts';
import { testCity } from '../../../http/support/test-city.ts';
import { staffOf, Town } from '../../town.ts';

export const at = (text: string) => Date.parse(`${text}+08:00`);
export const township = staffOf('daanshan');
export const village = staffOf('village');

export const route = (changes: Partial<RouteRequest> = {}): RouteRequest => ({
  role: 'street-chief',
  street: { zh: '村口街', en: 'Village Gate Street' },
  unitCode: 'village',
  chief: { name: '街巷长甲', phone: '010-00000000' },
  stops: ['村口', '桥头', '山坡'],
  from: '2018-08-01',
  ...changes,
});

/** 大安山乡 at the beginning of August 2018, with its sweeper. */
export class StreetTown extends Town {
  private asked = 0;

  constructor(store?: TicketStore) {
    super(testCity('fangshan', 'beijing-2018'), store);
    this.now = at('2018-08-01T05:00:00');
  }

  async open(body = route(), commandId = 'open-1', caller: Caller = township): Promise<string> {
    const opened = await openRoute(this.deps, body, { commandId, caller });
    if (!opened.ok) throw new Error(JSON.stringify(opened.error));
    return routeIdOf(this.deps, commandId);
  }

  /** Says that a daily round was made; each call is a command of its own. */
  walk(routeId: string, period: string, stops = [0], commandId = `round-${++this.asked}`) {
    const command = { type: 'recordRound', rhythm: 'daily', period, stops } as const;
    return commandRound(this.deps, routeId, command, { commandId, caller: village });
  }

  /** Lets time pass to an instant, with a sweep in each of the steps. */
  async until(text: string, stepMs: number): Promise<void> {
    while (this.now < at(text)) {
      this.now = Math.min(this.now + stepMs, at(text));
      await sweepDue(this.deps, Number.POSITIVE_INFINITY);
    }
  }

  async month(routeId: string, month: string) {
    const read = await readRoute(this.deps, { routeId, month }, township);
    if (!read.ok) throw new Error(`${month}: ${read.error.code}`);
    return read.value;
  }
}
