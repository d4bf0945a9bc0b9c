import type { Text } from '../../../functions/messages/text.ts';
import type { RunResult } from '../../city/run-result.ts';
import type { Scenario } from '../../city/scenario-schema.ts';
import type { GamingStrategy } from '../../city/units-schema.ts';
import type { GamingFigure } from '../../report/comparison-report.ts';
import { figureOf } from '../summary/figure-of.ts';
import { lastBoard } from './board-pairs.ts';

const titles: Readonly<Record<GamingStrategy, Text>> = {
  disputeAll: { zh: '凡单必退', en: 'disputes every dispatch' },
  signAndWait: { zh: '只签不办', en: 'signs at once and waits' },
  closeUnsolved: { zh: '虚假办结', en: 'closes without solving' },
  shortTiersOnly: { zh: '只办急件', en: 'works on short limits only' },
  holdBack: { zh: '压低基数', en: 'holds back to rise later' },
};

/** A scenario without the strategies it gives to units: what the same units reach honestly. */
export const honest = (scenario: Scenario): Scenario => ({
  ...scenario,
  units: { ...scenario.units, gaming: [] },
});

/** Runs of one pack with the scenario's strategies, and of its honest twin on the same luck. */
export interface GamedRuns {
  readonly gamed: readonly RunResult[];
  readonly honest: readonly RunResult[];
}

/**
 * What each strategy earns the units that play it, in points on the last month's board: their mean score with it less
 * that of the same units without, per pack. Units of the same kind that do not play are left out.
 */
export function gamingProfit(
  { units }: Pick<Scenario, 'units'>,
  runs: { readonly a: GamedRuns; readonly b: GamedRuns },
): GamingFigure[] {
  return [...new Set(units.gaming.map(({ strategy }) => strategy))].flatMap((strategy) => {
    const [a, b] = [runs.a, runs.b].map(({ gamed, honest: plain }) =>
      figureOf(gamed.map((result, i) => profitOf(result, plain[i]!, strategy))),
    );
    return a === undefined || b === undefined ? [] : [{ strategy, title: titles[strategy], a, b }];
  });
}

function profitOf(gamed: RunResult, plain: RunResult, strategy: GamingStrategy): number | undefined {
  const players = new Set(gamed.units.filter(({ plays }) => plays === strategy).map(({ unit }) => unit));
  const [played, without] = [scoresOf(gamed), scoresOf(plain)];
  const gains = [...players].flatMap((unit) => {
    const [score, honestly] = [played.get(unit), without.get(unit)];
    return score === undefined || honestly === undefined ? [] : [score - honestly];
  });
  return gains.length === 0 ? undefined : gains.reduce((sum, gain) => sum + gain, 0) / gains.length;
}

const scoresOf = (result: RunResult) =>
  new Map(
    Object.values(lastBoard(result))
      .flat()
      .map(({ unit, score }) => [unit, score]),
  );
