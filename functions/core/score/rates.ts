import type { Rules } from '../rules/rules.ts';

/** A scored case as the rates need it: what the citizen said, or that nobody reached them. */
export interface ScoredCase {
  readonly unit: string;
  readonly outcome: string;
  readonly onTime: boolean;
  readonly responded?: 'yes' | 'no';
  readonly resolved?: 'yes' | 'no';
  readonly satisfied?: 'yes' | 'no';
}

/** A share with its base. An empty base has no share: nothing was asked. */
export interface Rate {
  readonly yes: number;
  readonly base: number;
  readonly share: number | undefined;
}

/** The three rates (三率) and the on-time share of one unit. */
export interface Rates {
  readonly cases: number;
  readonly response: Rate;
  readonly resolution: Rate;
  readonly satisfaction: Rate;
  readonly onTime: Rate;
}

/**
 * The three rates of a unit's cases (响应率, 解决率, 满意率): of those who answered a question, the share that said yes.
 * Satisfied is not a subset of resolved. The pack says how a case counts whose citizen nobody reached; cases that ended
 * without being worked on (withdrawn, out of remit) count in no rate.
 */
export function ratesOf(cases: readonly ScoredCase[], score: Rules['score']): Rates {
  const worked = cases.filter(({ outcome }) => outcome !== 'withdrawn' && outcome !== 'outOfRemit');
  const counted = (value: 'yes' | 'no' | undefined, outcome: string) =>
    value ??
    (outcome === 'unreachable' || outcome === 'notCalled' ? unreached[score.unreachable] : undefined);
  return {
    cases: worked.length,
    response: rate(worked.map(({ responded }) => responded)),
    resolution: rate(worked.map(({ resolved, outcome }) => counted(resolved, outcome))),
    satisfaction: rate(worked.map(({ satisfied, outcome }) => counted(satisfied, outcome))),
    onTime: rate(worked.map(({ onTime }) => (onTime ? 'yes' : 'no'))),
  };
}

const unreached = { excluded: undefined, asResolved: 'yes', asUnresolved: 'no' } as const;

function rate(answers: readonly ('yes' | 'no' | undefined)[]): Rate {
  const yes = answers.filter((answer) => answer === 'yes').length;
  const base = answers.filter((answer) => answer !== undefined).length;
  return { yes, base, share: base === 0 ? undefined : yes / base };
}
