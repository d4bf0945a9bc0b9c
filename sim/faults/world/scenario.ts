import { type DurationMs, type EpochMs, minuteMs, secondMs } from '../../../functions/core/time.ts';
import type { Stream } from '../../engine/stream.ts';
import { Streams } from '../../engine/streams.ts';
import { type FaultKind, faultKinds, faultNames } from '../chance/fault-kinds.ts';
import type { FaultRates } from '../chance/faults.ts';
import type { Rollout } from '../functions/function-host.ts';
import type { Outage } from '../ports/sim-queue.ts';
import { type TownPack, townPacks } from '../town/overlays.ts';
import { drawOps } from '../workload/draw-ops.ts';
import type { Op } from '../workload/op.ts';

/** All that a seed names: with the code, it decides a world to the last await. */
export interface Scenario {
  readonly seed: number;
  readonly startAt: EpochMs;
  readonly lastsMs: DurationMs;
  readonly pack: TownPack;
  /** How many times faster than life a ticket's durations pass. */
  readonly speed: number;
  readonly rates: FaultRates;
  /** Only queues, indexes and the ways to clients and receivers fail. */
  readonly onlyQueuesFail: boolean;
  readonly skewMaxMs: DurationMs;
  readonly lagMaxMs: DurationMs;
  readonly concurrencyMax: number;
  readonly outages: Readonly<Record<'wake' | 'effects' | 'boards', readonly Outage[]>>;
  /** The second deployment: its pack, and whether it writes tickets in a newer format. */
  readonly rollout: Rollout & { readonly pack: TownPack; readonly newerFormat: boolean };
  /** The watch is some hours behind, and they were not as usual. */
  readonly surge: boolean;
  readonly ops: readonly Op[];
}

/** A morning shortly before the hour, a Sunday before its rounds are over, and the minutes before a month ends. */
const starts = [
  '2026-11-16T08:55:00+08:00',
  '2026-11-29T21:55:00+08:00',
  '2026-10-31T23:52:00+08:00',
  '2026-11-30T23:54:00+08:00',
];
const speeds = [120, 480, 1_440] as const;
/** In so many worlds the wake queue is down for an hour and more. */
const longShare = 0.02;
/** Half of the faults exist in a world, each as often as a square draw says: most of them seldom. */
const existsShare = 0.4;
const never: EpochMs = Number.POSITIVE_INFINITY;

/** What a seed stands for: which faults exist and how often, and who does what. */
export function drawScenario(seed: number): Scenario {
  const streams = new Streams(seed);
  const stream = streams.of('swarm');
  const startAt = Date.parse(starts[stream.below(starts.length)]!);
  const isLong = stream.chance(longShare);
  const lastsMs = (isLong ? 90 + stream.below(120) : 4 + stream.below(12)) * minuteMs;
  const pack = townPacks[stream.below(townPacks.length)]!;
  const onlyQueuesFail = stream.chance(0.12);
  const hasSkew = stream.chance(0.4) && !onlyQueuesFail;
  const ops = drawOps(streams.of('workload'), lastsMs);
  const isNarrow = stream.chance(0.2) && !onlyQueuesFail;
  return {
    seed,
    startAt,
    lastsMs,
    pack,
    speed: speeds[stream.below(speeds.length)]!,
    onlyQueuesFail,
    rates: drawRates(stream, onlyQueuesFail ? queueFaults : faultNames),
    skewMaxMs: hasSkew ? 1 + stream.below(4 * secondMs) : 0,
    lagMaxMs: 1 + stream.below(8 * secondMs),
    concurrencyMax: isNarrow ? 1 + stream.below(3) : 1_000,
    outages: {
      wake: isLong ? [wholeOutage(stream, startAt, lastsMs)] : drawOutages(stream, startAt, lastsMs),
      effects: drawOutages(stream, startAt, lastsMs),
      boards: drawOutages(stream, startAt, lastsMs),
    },
    rollout: drawRollout(stream, startAt, lastsMs, pack, onlyQueuesFail),
    surge: ops.some(({ kind }) => kind === 'ofWarning'),
    ops,
  };
}

/** Faults that leave table, functions and clocks alone. */
const queueFaults: readonly FaultKind[] = [
  'indexLag',
  'unsent',
  'unseen',
  'duplicate',
  'delayed',
  'lostMessage',
  'undeleted',
  'requestLost',
  'replyLost',
  'doubleClick',
  'receiverSlow',
  'receiverDown',
  'receiverDeaf',
];

function drawRates(stream: Stream, kinds: readonly FaultKind[]): FaultRates {
  const isCalm = stream.chance(0.05);
  return Object.fromEntries(
    kinds.flatMap((kind) => {
      const exists = stream.chance(existsShare);
      const share = stream.next01() ** 2;
      return exists && !isCalm ? [[kind, faultKinds[kind].most * share]] : [];
    }),
  );
}

/** In a fifth of the worlds a queue is down, sometimes from beginning to end. */
function drawOutages(stream: Stream, startAt: EpochMs, lastsMs: DurationMs): readonly Outage[] {
  if (!stream.chance(0.2)) return [];
  const from = startAt + stream.below(lastsMs);
  return [
    stream.chance(0.3) ? { from: startAt, until: never } : { from, until: from + stream.below(lastsMs) },
  ];
}

/** Down from the first minutes to the last. */
const wholeOutage = (stream: Stream, startAt: EpochMs, lastsMs: DurationMs): Outage => ({
  from: startAt + stream.below(5 * minuteMs),
  until: startAt + lastsMs - stream.below(10 * minuteMs),
});

function drawRollout(
  stream: Stream,
  startAt: EpochMs,
  lastsMs: DurationMs,
  pack: TownPack,
  isNone: boolean,
): Scenario['rollout'] {
  if (!stream.chance(0.45) || isNone) return { from: never, until: never, pack, newerFormat: false };
  const from = startAt + stream.below(lastsMs);
  return {
    from,
    until: from + stream.below(5 * minuteMs),
    pack: townPacks[stream.below(townPacks.length)]!,
    newerFormat: stream.chance(0.6),
  };
}
