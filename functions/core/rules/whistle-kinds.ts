import type { UnitKind } from '../directory/unit-kinds.ts';
import type { BlowerRelation, Matter, Releaser, WhistlePolicy } from '../policy/whistle-policy.ts';
import type { DurationMs } from '../time.ts';
import { need } from './need.ts';

/** Something a whistle must leave on file, and how many of it. */
interface WhistleOutput {
  readonly key: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly count: number;
}

/** A kind of whistle (哨), compiled. Lengths are Infinity where there is no limit. */
export interface WhistleKind {
  readonly key: string;
  readonly about: ReadonlySet<Matter>;
  readonly blowers: ReadonlySet<UnitKind>;
  readonly relations: ReadonlySet<BlowerRelation>;
  readonly summons: ReadonlySet<UnitKind>;
  readonly arriveWithinMs: DurationMs;
  readonly missedAfterMs: DurationMs;
  /** Whether a whistle for one unit is passed on by the district. */
  readonly throughDistrict: boolean;
  readonly passWithinMs: DurationMs;
  readonly leadClock: 'runs' | 'pauses';
  readonly delayTo: 'lead' | 'summoned';
  readonly release: readonly Releaser[];
  readonly endsWhen: 'allTasksDone' | 'released';
  readonly outputs: readonly WhistleOutput[];
  readonly rating: { readonly by: 'blower' | 'both'; readonly board: 'annual' | 'mutual' } | undefined;
  /** The path of the kind in the pack, to name its rules by. */
  readonly path: string;
  /** The rule of the arrival limit. */
  readonly rule: string;
}

/** Compiles a pack's kinds of whistle. `scaled` divides a length by the speed of a demonstration. */
export function compileWhistleKinds(
  policy: WhistlePolicy,
  scaled: (ms: DurationMs) => DurationMs,
): WhistleKind[] {
  const length = (ms: DurationMs | 'none') => (ms === 'none' ? Number.POSITIVE_INFINITY : scaled(ms));
  return Object.entries(policy).map(([key, kind]): WhistleKind => {
    const path = `whistleKinds.${key}`;
    const { missedAfter, passWithin, outputs, rating } = kind;
    return {
      key,
      about: new Set(need(kind.about, `${path}.about`)),
      blowers: new Set(need(kind.blowers, `${path}.blowers`)),
      relations: new Set(need(kind.relations, `${path}.relations`)),
      summons: new Set(need(kind.summons, `${path}.summons`)),
      arriveWithinMs: length(need(kind.arriveWithin, `${path}.arriveWithin`)),
      missedAfterMs: length(missedAfter === undefined ? 'none' : need(missedAfter, `${path}.missedAfter`)),
      throughDistrict: need(kind.single, `${path}.single`) === 'district',
      passWithinMs: length(passWithin === undefined ? 'none' : need(passWithin, `${path}.passWithin`)),
      leadClock: need(kind.leadClock, `${path}.leadClock`),
      delayTo: need(kind.delayTo, `${path}.delayTo`),
      release: need(kind.release, `${path}.release`),
      endsWhen: need(kind.endsWhen, `${path}.endsWhen`),
      outputs: outputs === undefined ? [] : need(outputs, `${path}.outputs`),
      rating: rating && {
        by: need(rating.by, `${path}.rating.by`),
        board: need(rating.board, `${path}.rating.board`),
      },
      path,
      rule: `${path}.arriveWithin`,
    };
  });
}
