import type { MeasureName } from '../measures.ts';
import type { CauseResult } from '../run-result.ts';
import type { Scenario } from '../scenario-schema.ts';
import type { EarlyAction } from './early-action.ts';
import { EarlyCount, KindCount } from './early-tallies.ts';

type EarlyMeasure =
  | 'causeTickets'
  | 'avoidedTickets'
  | 'avoidedByAction'
  | 'avoidedByTopic'
  | 'avoidedByPatrol'
  | 'warnings'
  | 'falseAlarms'
  | 'detectionHours'
  | 'warningsActed'
  | 'matters'
  | 'membersPerMatter'
  | 'topics'
  | 'patrolFinds'
  | 'earlyHours';

/** The measures of acting early; a mean over nothing is NaN, and so are means where nothing is said of causes. */
export function earlyMeasures(
  early: EarlyAction | undefined,
): Pick<Record<MeasureName, number>, EarlyMeasure> {
  const of = (name: keyof typeof EarlyCount) => early?.tallies.counts[EarlyCount[name]] ?? 0;
  return {
    causeTickets: of('causeTickets'),
    avoidedTickets: of('avoidedByAction') + of('avoidedByTopic') + of('avoidedByPatrol'),
    avoidedByAction: of('avoidedByAction'),
    avoidedByTopic: of('avoidedByTopic'),
    avoidedByPatrol: of('avoidedByPatrol'),
    warnings: of('warnings'),
    falseAlarms: of('falseAlarms'),
    detectionHours: of('detectionHours') / of('detected'),
    warningsActed: of('acted'),
    matters: of('matters'),
    membersPerMatter: of('members') / of('matters'),
    topics: of('topics'),
    patrolFinds: of('patrolFinds'),
    earlyHours: of('staffHours'),
  };
}

/** Each kind of cause and each surge of a scenario, as a finished run met it. */
export function causeResults({ tallies }: EarlyAction, { early, load }: Scenario): CauseResult[] {
  return [...early!.causes, ...load.surges].map(({ id }, kind) => {
    const of = (name: keyof typeof KindCount) => tallies.ofKind(kind, KindCount[name]);
    const detected = of('detected');
    return {
      id,
      causes: of('causes'),
      tickets: of('tickets'),
      avoided: of('avoided'),
      detected,
      detectionHours: detected > 0 ? of('detectionHours') / detected : null,
    };
  });
}
