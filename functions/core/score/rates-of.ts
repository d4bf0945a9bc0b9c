import type { Rate, Rates } from './board.ts';
import type { UnitTally } from './tally.ts';

const rateOf = (yes: number, base: number): Rate =>
  base === 0 ? { yes, base } : { yes, base, share: yes / base };

/**
 * The three rates (响应率, 解决率, 满意率) and the on-time share of a tally. Satisfied is not a subset of resolved. On time =
 * closed on time / (closed + overdue and open + delays charged from elsewhere), so a late ticket cannot hide by staying open.
 */
export const ratesOf = (tally: UnitTally): Rates => ({
  cases: tally.cases,
  response: rateOf(tally.responseYes, tally.responseBase),
  resolution: rateOf(tally.resolutionYes, tally.resolutionBase),
  satisfaction: rateOf(tally.satisfactionYes, tally.satisfactionBase),
  onTime: rateOf(tally.onTimeYes, tally.onTimeBase + tally.overdueOpen + tally.chargedLate),
  overdueOpen: tally.overdueOpen,
});
