import type { Command } from '../../functions/core/ticket/command.ts';
import type { Opening } from '../../functions/core/ticket/open.ts';
import type { EventName } from '../../functions/core/ticket/out.ts';
import type { Refusal } from '../../functions/core/ticket/refusal.ts';
import type { EpochMs } from '../../functions/core/time.ts';
import type { CitySetup } from './city-setup.ts';
import { simulate } from './run-city.ts';
import type { RunResult } from './run-result.ts';
import { wake } from './ticket-plan.ts';
import { toResult } from './to-result.ts';
import type { TracedContact, TraceSink } from './trace-sink.ts';

/**
 * Runs a replication and hands everything that happens to `sink`, in order. At the end every open ticket has kept what it
 * promised until then, as the live service has.
 */
export function traceRun(setup: CitySetup, sink: TraceSink): RunResult {
  const { city, events } = simulate(setup, { sink });
  city.live.forEachAlive((row) => wake(city, row));
  return toResult(city, events);
}

/** One line of a ticket's history. `by` and `unit` are indexes of the rules' units, or `Actor`s. */
export interface TracedEntry {
  readonly at: EpochMs;
  readonly event: EventName;
  readonly by: number;
  readonly rule: string;
  readonly unit: number;
}

/** Everything that befell one ticket. */
export interface TicketTimeline {
  readonly ticket: number;
  readonly openedAt: EpochMs;
  readonly opening: Opening;
  readonly contact: TracedContact;
  readonly entries: readonly TracedEntry[];
  readonly commands: readonly {
    readonly at: EpochMs;
    readonly command: Command;
    readonly refusal?: Refusal;
  }[];
}

/** Runs a replication again for the life of one ticket, by its number from 1; `undefined` if there are fewer. */
export function traceTicket(setup: CitySetup, ticket: number): TicketTimeline | undefined {
  const found: { opened?: Pick<TicketTimeline, 'openedAt' | 'opening' | 'contact'> } = {};
  const entries: TracedEntry[] = [];
  const commands: TicketTimeline['commands'][number][] = [];
  let hasEnded = false;
  const sink: TraceSink = {
    open: (number, openedAt, opening, contact) => {
      if (number === ticket) found.opened = { openedAt, opening, contact };
    },
    command: (number, at, command, refusal) => {
      if (number === ticket) commands.push({ at, command, ...(refusal === undefined ? {} : { refusal }) });
    },
    entry: (number, _n, at, event, by, rule, unit) => {
      if (number === ticket) entries.push({ at, event, by, rule, unit });
    },
    effect: (number, _n, _at, kind, _to, event) => {
      if (number === ticket && kind === 'ledger' && lastEvents.has(event)) hasEnded = true;
    },
  };
  simulate(setup, { sink, isEnough: () => hasEnded });
  return found.opened && { ticket, ...found.opened, entries, commands };
}

/** Of the events that owe an entry of the ledger, those that end a ticket. */
const lastEvents: ReadonlySet<EventName> = new Set<EventName>(['closed', 'withdrawn', 'refusedAsOutOfRemit']);
