import { standing } from '../../check/checker.ts';
import { promiseEvents } from '../../check/promise-events.ts';
import { soakCheckers } from '../check-soak.ts';
import { type SoakFaults, soakFaults } from '../proxy/soak-faults.ts';
import type { SoakBook } from '../record/soak-book.ts';
import type { SoakResult } from '../run-soak.ts';

/** What a soak saw, a line a row: what clients asked and were told, what failed, what was held. */
export function soakLines(result: SoakResult): readonly (readonly string[])[] {
  const { book, host, seen, calls, faults, violations, writesChecked, calmMs } = result;
  const { asked } = book;
  const done = asked.filter(({ answer }) => (answer?.status ?? 500) < 300);
  const tickets = standing(book);
  const kept = tickets
    .flatMap(({ history }) => history)
    .filter(({ event, by }) => by === 'clock' && promiseEvents.has(event));
  const heard = new Set(book.heard.map(({ effect }) => effect.id));
  const longest = Math.max(0, ...host.downMs);
  return [
    ['requests', `${asked.length}, in ${sum(seen.values())} tries`],
    ['acknowledged', `${done.length}`],
    ['refused', counted(refusals(book))],
    ['answered 5xx', counted(new Map([...seen].filter(([status]) => status >= 500)))],
    [
      'not answered',
      `${seen.get(0) ?? 0} tries, and ${asked.filter(({ answer }) => answer === undefined).length} clients left without knowing`,
    ],
    ['tickets', `${tickets.length}, ${book.undertakings.size} matters, ${book.boards.length} boards`],
    ['calls of servers', `DynamoDB ${calls.DynamoDB}, SQS ${calls.SQS}`],
    ...Object.entries(faults).map(([name, drawn]) => [`faults of ${name}`, counted(faultCounts(drawn))]),
    [
      'kills',
      `${host.kills}, ${(longest / 1_000).toFixed(1)} s down at most, ${host.failedStarts} starts failed`,
    ],
    ['calm after', `${(calmMs / 1_000).toFixed(1)} s`],
    [
      'promises kept',
      `${kept.length} by the clock, in ${tickets.reduce((total, { history }) => total + history.length, 0)} history entries`,
    ],
    ['effects', `${book.sent.size} sent, ${heard.size} heard, ${book.deadLetters.length} dead letters`],
    ['checked', `${soakCheckers.length} promises, ${writesChecked} times at a write of a ticket or matter`],
    ['violations', `${violations.length}`],
  ];
}

function refusals({ asked }: SoakBook): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { answer } of asked) {
    if (answer === undefined || answer.status < 300) continue;
    const { code = 'gateway' } = (answer.body ?? {}) as { readonly code?: string };
    const key = `${answer.status} ${code}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

function faultCounts({ counts }: SoakFaults): ReadonlyMap<string, number> {
  const names = [...Object.keys(soakFaults), 'outage'] as const;
  return new Map(names.flatMap((name) => [...counts].filter(([kind]) => kind === name)));
}

function counted(counts: ReadonlyMap<string | number, number>): string {
  const parts = [...counts].toSorted(([, a], [, b]) => b - a).map(([name, count]) => `${name} ${count}`);
  return parts.length === 0 ? '0' : `${sum(counts.values())}: ${parts.join(', ')}`;
}

const sum = (numbers: Iterable<number>): number => [...numbers].reduce((total, one) => total + one, 0);
