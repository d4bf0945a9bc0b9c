import { hourMs } from '../../functions/core/time.ts';
import type { City } from './city.ts';
import type { CityEvents } from './city-events.ts';
import { Count } from './city-tallies.ts';
import { earlyMeasures } from './early/early-measures.ts';
import type { LogHistogram } from './log-histogram.ts';
import type { MeasureName } from './measures.ts';
import { partMeasures } from './parts/part-measures.ts';

/** The measures of a finished run; a share whose base is empty is NaN. */
export function measuresOf(city: City, events: CityEvents): Record<MeasureName, number> {
  const { tallies } = city;
  const { counts } = tallies;
  const of = (name: keyof typeof Count) => counts[Count[name]]!;
  const share = (part: keyof typeof Count, whole: keyof typeof Count) => of(part) / of(whole);
  const hours = pooledHours(city);
  const days = events.daily;
  const mean = (pick: (day: (typeof days)[number]) => number) =>
    days.reduce((sum, day) => sum + pick(day), 0) / days.length;
  const sumOf = (column: Float64Array) => column.reduce((sum, value) => sum + value, 0);
  return {
    contacts: of('contacts'),
    settledAtDesk: of('settledAtDesk'),
    tickets: of('tickets'),
    dispatched: of('dispatches'),
    closed: of('closed'),
    onTimeShare: of('onTime') / (of('closed') + city.overdueOpen),
    responseRate: share('respondedYes', 'respondedBase'),
    resolutionRate: share('resolvedYes', 'resolvedBase'),
    satisfactionRate: share('satisfiedYes', 'satisfiedBase'),
    overdueShare: 1 - share('onTime', 'closed'),
    signedInTimeShare: 1 - share('signLate', 'closed'),
    contactedInTimeShare: 1 - share('contactLate', 'closed'),
    reopenedShare: share('reopened', 'closed'),
    disputedShare: share('disputed', 'closed'),
    transferredShare: share('transferred', 'closed'),
    extendedShare: share('extended', 'closed'),
    supervisedShare: share('supervised', 'closed'),
    whistles: of('whistled'),
    summonses: of('summonses'),
    arrivedInTimeShare: share('arrivedInTime', 'summonses'),
    reachedShare: share('reached', 'attempts'),
    meanHandlingHours: tallies.handledMs[0]! / tallies.handledMs[1]! / hourMs,
    p50HandlingHours: hours.quantile(0.5),
    p90HandlingHours: hours.quantile(0.9),
    meanWaitHours: tallies.waits.pooled.mean / hourMs,
    backlogMean: tallies.inHand.mean(city.endAt),
    backlogMax: days.reduce((most, { backlog }) => Math.max(most, backlog), 0),
    overdueOpenMean: mean(({ overdueOpen }) => overdueOpen),
    oldCasesOpen: oldCasesOf(city),
    utilisationMean: sumOf(tallies.workHours) / sumOf(tallies.dutyHours),
    staffHours: sumOf(tallies.workHours),
    repeatCallShare: share('repeatCaller', 'tickets'),
    failureRepeatShare: share('afterFailure', 'tickets'),
    sameAddressShare: share('sameAddress', 'tickets'),
    phoneShare: share('phone', 'contacts'),
    ...scoresOf(events),
    ...earlyMeasures(city.early),
    ...partMeasures(city),
  };
}

function oldCasesOf({ live }: City): number {
  let open = 0;
  live.forEachAlive((row) => {
    if (live.ticket.read(row).backlog) open += 1;
  });
  return open;
}

function pooledHours({ tallies }: City): LogHistogram {
  const all = tallies.handling[0]!.like();
  for (const tier of tallies.handling) all.include(tier);
  return all;
}

/** Over the boards of whole months: the mean score, and the deviation of scores within one group and month. */
function scoresOf({ months }: CityEvents): { scoreMean: number; scoreSpread: number } {
  let sum = 0;
  let count = 0;
  let squares = 0;
  for (const { groups } of months) {
    for (const rows of Object.values(groups)) {
      const scores = rows.flatMap(({ score }) => (score === undefined ? [] : [score]));
      const mean = scores.reduce((total, score) => total + score, 0) / scores.length;
      for (const score of scores) {
        sum += score;
        count += 1;
        squares += (score - mean) ** 2;
      }
    }
  }
  return { scoreMean: sum / count, scoreSpread: Math.sqrt(squares / count) };
}
