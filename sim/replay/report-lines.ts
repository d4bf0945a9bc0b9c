import { instantText } from '../../functions/core/instant-text.ts';
import { type DurationMs, secondMs } from '../../functions/core/time.ts';
import type { Driven } from './drive-plan.ts';
import type { Check, Judged } from './judge-replay.ts';
import type { Plan, RowGroup } from './plan-rows.ts';
import type { StoreCounts } from './watched-store.ts';

const differencesShownMax = 10;

export type Ran = {
  readonly plan: Plan;
  readonly driven: Driven;
  readonly judged: Judged;
  readonly counts: StoreCounts;
  readonly storeName: string;
  /** Wall time of the replay itself, without start and reading back. */
  readonly wallMs: DurationMs;
  readonly utcOffsetMs: DurationMs;
};

/** The report: what was driven, what it cost, and each check with what differs. */
export const reportLines = (ran: Ran): string[] => [
  ...rowLines(ran),
  '',
  ...writeLines(ran),
  '',
  ...ran.judged.checks.flatMap(checkLines),
];

/** Whether every check held. */
export const isSound = ({ checks }: Judged): boolean =>
  checks.every(({ differences }) => differences.length === 0);

const rowLines = ({ plan, driven, judged, storeName, wallMs, utcOffsetMs }: Ran): string[] => {
  const count = (group: RowGroup) => plan.rows.filter((row) => row.group === group).length;
  const { submits, answers, wakes, idleWakes } = driven;
  const seconds = Math.max(wallMs, 1) / secondMs;
  const perSecond = (events: number) => (events / seconds).toFixed(0);
  const odd = [
    [plan.closedEarly, 'closed before created: closed when created'],
    [plan.closedAfterEnd, 'closed after the end: open in the replay'],
  ] as const;
  return [
    line('rows', plan.rows.length),
    line('  with a due time', count('timed')),
    line('  of types without a due time', count('untimed')),
    line('  of types the city never saw', count('unseen')),
    ...odd.filter(([rows]) => rows > 0).map(([rows, what]) => line(`  ${what}`, rows)),
    line('end', instantText(plan.endAt, utcOffsetMs)),
    line('requests, answers', `${submits}, ${answers}`),
    line('timers fired', `${wakes}${idleWakes > 0 ? ` and ${idleWakes} with nothing due` : ''}`),
    line('overdue by the file, in the store', `${judged.overdue.inFile}, ${judged.overdue.inStore}`),
    line('rungs climbed', judged.climbs),
    line('history entries', judged.historyEntries),
    line(
      `wall time on ${storeName}`,
      `${seconds.toFixed(1)} s: ${perSecond(plan.rows.length)} rows/s, ${perSecond(submits + answers + wakes)} transitions/s`,
    ),
  ];
};

/** A transition is one write of the ticket itself; what else was written is shown per transition. */
const writeLines = ({ counts }: Ran): string[] => {
  const { load, lost, rules, ...writes } = counts;
  const transitions = writes.create + writes.save - lost;
  const all = Object.values(writes).reduce((sum, count) => sum + count, 0);
  const share = (count: number) => `${count} (${(count / transitions).toFixed(2)} a transition)`;
  return [
    line('transitions', transitions),
    line('writes', share(all)),
    line('  the ticket, created', share(writes.create)),
    line('  the ticket, changed', share(writes.save)),
    line('  clearing what was sent', share(writes.clear)),
    line('  the request as it came', share(writes.request)),
    line('  notes', share(writes.note)),
    line('  scored cases', share(writes.ledger)),
    line('  sightings for the watch', share(writes.sighting)),
    line("  helpers' views", share(writes.view)),
    line('  lost races among them', lost),
    line('reads of a ticket', share(load)),
  ];
};

const checkLines = ({ title, compared, differences }: Check): string[] => {
  const isSoundCheck = differences.length === 0;
  const rest = differences.length - differencesShownMax;
  return [
    `${isSoundCheck ? 'ok    ' : 'FAILED'} ${title}: ${compared - Math.min(differences.length, compared)} of ${compared}`,
    ...differences.slice(0, differencesShownMax).map((difference) => `         ${difference}`),
    ...(rest > 0 ? [`         and ${rest} more`] : []),
  ];
};

const line = (what: string, value: string | number): string => `${what.padEnd(36)} ${value}`;
