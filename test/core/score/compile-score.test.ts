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
      'every weight is 0, so nothing makes a score',
    ],
    [
      { month: { department: { own: says(0), trade: says(0) } } },
      'score.month.department',
      'own and trade both weigh 0',
    ],
    [
      { annual: { shares: { rest: { share: says(0.5) } } } },
      'score.annual.shares',
      'the shares do not add up to 1',
    ],
    [
      { annual: { parts: { city: { in: 'moon' } } } },
      'score.annual.parts.city.in',
      'there is no share "moon"',
    ],
    [
      { annual: { parts: { city: { split: says(0.5) } } } },
      'score.annual.shares.rest',
      'the splits of its parts do not add up to 1',
    ],
  ])('is refused where it cannot make a score: %j', (overlay, path, reason) => {
    expect(scoreProblems(scorePolicyWith(overlay))).toContainEqual({ path, reason });
  });

  it('is refused for a special check that is not whole, and taken where own or trade alone weighs nothing', () => {
    const half = { special: { shares: { streetAndPublic: { share: says(0.55) } } } };
    const weigh = (own: number, trade: number) =>
      scoreProblems(scorePolicyWith({ month: { department: { own: says(own), trade: says(trade) } } }));

    expect(scoreProblems(scorePolicyWith(specialCheck, half)).map(({ path }) => path)).toEqual([
      'score.special.shares',
    ]);
    expect([weigh(0, 1), weigh(1, 0)]).toEqual([[], []]);
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
