import { describe, expect, it } from 'vitest';
import { MissingRule } from '../../../functions/core/rules/need.ts';
import { compileScore, scoreProblems } from '../../../functions/core/score/compile-score.ts';
import { says, scorePolicyWith, scoreRules } from './support/score-rules.ts';
import { specialCheck } from './support/special-check.ts';

const weightless = { weight: says(0) };

describe('the score section of a pack', () => {
  it('has only the boards that the pack has', () => {
    expect(Object.keys(scoreRules())).toEqual(['month', 'annual']);
    expect(Object.keys(scoreRules({ annual: null, ...specialCheck }))).toEqual(['month', 'special']);
  });

  it('reads a share that has no decimal form as a fraction', () => {
    const { annual } = scoreRules();

    expect(annual?.parts.find(({ key }) => key === 'subdistricts')?.weight).toBe(1 / 3);
  });

  it.each([
    [
      { month: { rates: { response: weightless, resolution: weightless, satisfaction: weightless } } },
      'score.month.rates',
    ],
    [{ month: { department: { own: says(0), trade: says(0) } } }, 'score.month.department'],
    [{ annual: { shares: { rest: { share: says(0.5) } } } }, 'score.annual.shares'],
    [{ annual: { parts: { city: { in: 'moon' } } } }, 'score.annual.parts.city.in'],
    [{ annual: { parts: { city: { split: says(0.5) } } } }, 'score.annual.shares.rest'],
  ])('is refused where it cannot make a score: %j', (overlay, path) => {
    expect(scoreProblems(scorePolicyWith(overlay)).map((problem) => problem.path)).toContain(path);
  });

  it.each([
    [
      [
        { rate: 0.5, earns: 1 },
        { rate: 0.5, earns: 0 },
      ],
    ],
    [[]],
    [[{ rate: 1.5, earns: 1 }]],
  ])('refuses bands that are not a rising row of knots: %j', (knots) => {
    const bands = says({ shape: 'steps', knots });

    expect(() => scorePolicyWith({ month: { rates: { response: { bands } } } })).toThrow(
      'score.month.rates.response.bands',
    );
  });

  it('stops at a value that nobody gave and names it', () => {
    const unknown = { value: null, unknown: 'nobody published it' };

    const policy = scorePolicyWith({ month: { emptyBase: unknown } });

    expect(() => compileScore(policy)).toThrow(MissingRule);
    expect(() => compileScore(policy)).toThrow('score.month.emptyBase');
  });
});
