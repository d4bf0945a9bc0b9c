import type { DataProblem } from '../directory/data-problem.ts';
import type { ScorePolicy } from '../policy/score-policy.ts';
import { need } from '../rules/need.ts';
import { Answer, outcomes } from '../ticket/kinds.ts';
import {
  type CitizenRate,
  type CitizenRateRules,
  citizenRates,
  type MonthRules,
  type RatingBoardRules,
  type ScoreGroup,
  type ScoreRules,
} from './score-rules.ts';

type MonthPolicy = ScorePolicy['month'];
type RatingBoardPolicy = NonNullable<ScorePolicy['annual']>;

/** Compiles the section of a pack on the three boards. Throws `MissingRule` where a leaf that is needed has no value. */
export function compileScore({ month, annual, special }: ScorePolicy): ScoreRules {
  return {
    month: compileMonth(month),
    ...(annual === undefined ? {} : { annual: compileRatingBoard(annual, 'score.annual') }),
    ...(special === undefined ? {} : { special: compileRatingBoard(special, 'score.special') }),
  };
}

function compileMonth(month: MonthPolicy): MonthRules {
  const at = 'score.month';
  const { rates, department } = month;
  const counted = new Set<string>(need(month.countedOutcomes, `${at}.countedOutcomes`));
  const citizen = (name: CitizenRate) => compileRate(rates[name], `${at}.rates.${name}`);
  return {
    rates: {
      response: citizen('response'),
      resolution: citizen('resolution'),
      satisfaction: citizen('satisfaction'),
      onTime: {
        weight: need(rates.onTime.weight, `${at}.rates.onTime.weight`),
        bands: need(rates.onTime.bands, `${at}.rates.onTime.bands`),
        overdueOpen: need(rates.onTime.overdueOpen, `${at}.rates.onTime.overdueOpen`),
        chargedDelay: need(rates.onTime.chargedDelay, `${at}.rates.onTime.chargedDelay`),
      },
    },
    countedKinds: new Set(need(month.countedKinds, `${at}.countedKinds`)),
    countedOutcomes: outcomes.map((name) => counted.has(name)),
    merged: need(month.merged, `${at}.merged`),
    exclusionReasons: new Map(
      Object.entries(month.exclusionReasons).map(([key, { title, decidedBy, appealable }]) => [
        key,
        {
          title,
          decidedBy: new Set(need(decidedBy, `${at}.exclusionReasons.${key}.decidedBy`)),
          appealable: need(appealable, `${at}.exclusionReasons.${key}.appealable`),
        },
      ]),
    ),
    baseMin: need(month.baseMin, `${at}.baseMin`),
    emptyBase: need(month.emptyBase, `${at}.emptyBase`) as MonthRules['emptyBase'],
    emptyRate: need(month.emptyRate, `${at}.emptyRate`) as MonthRules['emptyRate'],
    bonusMax: need(month.bonusMax, `${at}.bonusMax`),
    deductionMax: need(month.deductionMax, `${at}.deductionMax`),
    decimals: need(month.decimals, `${at}.decimals`),
    tieBreakers: need(month.tieBreakers, `${at}.tieBreakers`),
    classes: Object.entries(month.classes).map(([key, { title, when }]) => ({
      key,
      title,
      monthsInRow: 1,
      ...need(when, `${at}.classes.${key}.when`),
    })) as MonthRules['classes'],
    department: {
      own: need(department.own, `${at}.department.own`),
      trade: need(department.trade, `${at}.department.trade`),
      tradeIncludesOwn: need(department.tradeIncludesOwn, `${at}.department.tradeIncludesOwn`),
    },
    countsFor: new Map(
      Object.entries(month.countsFor).map(([kind, leaf]) => [
        kind as keyof MonthPolicy['countsFor'],
        need(leaf, `${at}.countsFor.${kind}`),
      ]),
    ),
    groups: compileGroups(month.groups, `${at}.groups`),
  };
}

const answers = { excluded: Answer.unknown, asYes: Answer.yes, asNo: Answer.no } as const;

function compileRate(rate: MonthPolicy['rates'][CitizenRate], at: string): CitizenRateRules {
  const unanswered = answers[need(rate.unanswered, `${at}.unanswered`)];
  const missing = {
    unreachable: answers[need(rate.unreachable, `${at}.unreachable`)],
    notCalled: answers[need(rate.notCalled, `${at}.notCalled`)],
  };
  return {
    weight: need(rate.weight, `${at}.weight`),
    bands: need(rate.bands, `${at}.bands`),
    missing: outcomes.map((name) =>
      name === 'unreachable' || name === 'notCalled' ? missing[name] : unanswered,
    ),
  };
}

function compileGroups(groups: MonthPolicy['groups'], at: string): ScoreGroup[] {
  return Object.entries(groups).map(([key, { title, kinds, fullMarks }]) => ({
    key,
    title,
    kinds: new Set(need(kinds, `${at}.${key}.kinds`)),
    fullMarks: need(fullMarks, `${at}.${key}.fullMarks`),
  }));
}

function compileRatingBoard(board: RatingBoardPolicy, at: string): RatingBoardRules {
  return {
    parts: Object.entries(board.parts).map(([key, part]) => ({
      key,
      title: part.title,
      weight:
        need(board.shares[part.in]!.share, `${at}.shares.${part.in}.share`) *
        need(part.split, `${at}.parts.${key}.split`),
      by: new Set(need(part.by, `${at}.parts.${key}.by`)),
      ratingsMin: need(part.ratingsMin, `${at}.parts.${key}.ratingsMin`),
    })),
    voices: need(board.voices, `${at}.voices`),
    emptyPart: need(board.emptyPart, `${at}.emptyPart`),
    decimals: need(board.decimals, `${at}.decimals`),
    groups: compileGroups(board.groups, `${at}.groups`),
  };
}

/** What the shape alone cannot say: some rate weighs something, the shares of a board of ratings make a whole. */
export function scoreProblems({ month, annual, special }: ScorePolicy): DataProblem[] {
  const problems: DataProblem[] = [];
  const rates = [...citizenRates, 'onTime'] as const;
  if (rates.every((name) => month.rates[name].weight.value === 0)) {
    problems.push({ path: 'score.month.rates', reason: 'every weight is 0, so nothing makes a score' });
  }
  if (month.department.own.value === 0 && month.department.trade.value === 0) {
    problems.push({ path: 'score.month.department', reason: 'own and trade both weigh 0' });
  }
  if (annual !== undefined) problems.push(...ratingBoardProblems(annual, 'score.annual'));
  if (special !== undefined) problems.push(...ratingBoardProblems(special, 'score.special'));
  return problems;
}

function ratingBoardProblems(board: RatingBoardPolicy, at: string): DataProblem[] {
  const problems: DataProblem[] = [];
  const whole = (values: readonly (number | null)[]) =>
    values.includes(null) || Math.abs(values.reduce<number>((sum, value) => sum + value!, 0) - 1) < 1e-9;
  if (!whole(Object.values(board.shares).map(({ share }) => share.value))) {
    problems.push({ path: `${at}.shares`, reason: 'the shares do not add up to 1' });
  }
  for (const [key, part] of Object.entries(board.parts)) {
    if (!Object.hasOwn(board.shares, part.in)) {
      problems.push({ path: `${at}.parts.${key}.in`, reason: `there is no share "${part.in}"` });
    }
  }
  for (const key of Object.keys(board.shares)) {
    const splits = Object.values(board.parts).filter((part) => part.in === key);
    if (!whole(splits.map(({ split }) => split.value))) {
      problems.push({ path: `${at}.shares.${key}`, reason: 'the splits of its parts do not add up to 1' });
    }
  }
  return problems;
}
