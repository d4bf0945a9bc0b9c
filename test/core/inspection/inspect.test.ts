import { expect, it } from 'vitest';
import { inspect } from '../../../functions/core/inspection/inspect.ts';
import type { LedgerEntry } from '../../../functions/core/score/ledger-entry.ts';
import { minuteMs } from '../../../functions/core/time.ts';

type Summons = Extract<LedgerEntry, { type: 'summons' }>;

const calledAt = Date.parse('2026-11-16T09:00:00+08:00');
const base = { unit: 'water', month: '2026-11', at: calledAt + 100 * minuteMs };
const matter = { ticketId: 't1', kind: 'help', tier: 'general' };
const closed = (onTime: boolean): LedgerEntry => ({
  ...base,
  ...matter,
  type: 'case',
  id: 'c',
  outcome: 'resolved',
  onTime,
  reopens: 0,
});
const summons = (outcome: 'released' | 'declined' | 'failed', arrivedAt?: number): LedgerEntry => ({
  ...base,
  type: 'summons',
  id: 's',
  ticketId: 't1',
  whistle: 1,
  kind: 'emergency',
  blower: 'e1',
  outcome,
  calledAt,
  arriveBy: calledAt + 30 * minuteMs,
  late: false,
  ...(arrivedAt === undefined ? {} : { arrivedAt }),
});
const faultsOf = (entry: LedgerEntry) => inspect([entry]).map(({ fault, lateMs }) => [fault, lateMs]);

it('finds an arrival late a millisecond after its limit, and none at the limit', () => {
  expect(faultsOf(summons('released', calledAt + 30 * minuteMs))).toEqual([]);
  expect(faultsOf(summons('released', calledAt + 30 * minuteMs + 1))).toEqual([['lateArrival', 1]]);
});

it('finds a call that nobody came to missed, unless the unit was excused', () => {
  expect(faultsOf(summons('failed'))).toEqual([['missedArrival', undefined]]);
  expect(faultsOf(summons('declined'))).toEqual([]);
});

it('finds late answers and tickets left open past their deadline, and no ticket that was answered in time', () => {
  expect(faultsOf(closed(false))).toEqual([['lateAnswer', undefined]]);
  expect(faultsOf(closed(true))).toEqual([]);
  expect(faultsOf({ ...base, ...matter, type: 'overdue', id: 'o' })).toEqual([['openOverdue', undefined]]);
});

it('looks at nothing else, and orders what it finds by time', () => {
  const early = { ...closed(false), at: base.at - minuteMs, ticketId: 't0' } as LedgerEntry;
  const power: LedgerEntry = { ...base, type: 'power', id: 'p', power: 'planning' };

  expect(inspect([closed(false), power, early]).map(({ ticketId }) => ticketId)).toEqual(['t0', 't1']);
});

it('tells who, when and what of each fault, and nothing it does not know', () => {
  const late = summons('released', calledAt + 45 * minuteMs);
  const whereAndWhen = { unit: 'water', month: '2026-11', at: base.at, ticketId: 't1' };

  expect(inspect([late])).toEqual([
    {
      ...whereAndWhen,
      fault: 'lateArrival',
      kind: 'emergency',
      blower: 'e1',
      dueBy: calledAt + 30 * minuteMs,
      arrivedAt: calledAt + 45 * minuteMs,
      lateMs: 15 * minuteMs,
    },
  ]);
  expect(inspect([closed(false)])).toEqual([{ ...whereAndWhen, fault: 'lateAnswer', kind: 'help' }]);
  expect(inspect([{ ...base, ...matter, type: 'overdue', id: 'o' }])).toEqual([
    { ...whereAndWhen, fault: 'openOverdue', kind: 'help' },
  ]);
});

it('takes a call without a limit for answered in time, but for missed where nobody came', () => {
  const { arriveBy: _, ...open } = summons('released', calledAt + 900 * minuteMs) as Summons;
  const { arriveBy: __, ...unanswered } = summons('failed') as Summons;

  expect(inspect([open])).toEqual([]);
  expect(inspect([unanswered])[0]).not.toHaveProperty('dueBy');
});

it('orders faults of one instant by their ticket, whatever order they are read in', () => {
  const faults = ['b', 'c', 'a'].map((ticketId) => ({ ...closed(false), ticketId }) as LedgerEntry);

  expect(inspect(faults).map(({ ticketId }) => ticketId)).toEqual(['a', 'b', 'c']);
  expect(inspect(faults.toReversed()).map(({ ticketId }) => ticketId)).toEqual(['a', 'b', 'c']);
});
