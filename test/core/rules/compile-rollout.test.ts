import { describe, expect, it } from 'vitest';
import type { PhaseUnits, RolloutPolicy } from '../../../functions/core/policy/rollout-policy.ts';
import { compileRollout, rolloutProblems } from '../../../functions/core/rules/compile-rollout.ts';
import { inForce, phaseRule } from '../../../functions/core/rules/rollout.ts';
import { compileUnits, noUnit } from '../../../functions/core/rules/unit-table.ts';
import { hourMs } from '../../../functions/core/time.ts';
import { says } from '../../support/overlaid-city.ts';
import { smallDirectory } from '../directory/small-directory.ts';

const phase = (units: PhaseUnits, from = '2018-01-01') => ({
  from: says(from),
  units: says(units),
  rules: says(['whistle' as const]),
});
const begins = Date.parse('2018-01-01T00:00:00+08:00');

function compiled(policy: RolloutPolicy) {
  const units = compileUnits(smallDirectory());
  const rollout = compileRollout(policy, smallDirectory(), units, 8 * hourMs);
  const rules = { rollout, units };
  const covered = units.codes.filter((_, unit) => inForce(rules, 'whistle', unit, begins));
  return {
    rules,
    covered,
    streets: covered.filter((code) => units.kinds[units.byCode.get(code)!] === 'subdistrict'),
  };
}

describe('a draw', () => {
  it('of a share takes that part of all there are, rounded', () => {
    const drawn = (share: number) =>
      compiled({ pilot: phase({ kind: 'subdistrict', share, seed: 'pilots' }) }).streets.length;

    expect([0.25, 0.3, 0.5, 1].map(drawn)).toEqual([1, 1, 2, 4]);
  });

  it('is the same for ever: a pack that is kept draws again whom it drew', () => {
    const drawn = (seed: string) =>
      compiled({ pilot: phase({ kind: 'subdistrict', count: 2, seed }) }).streets;

    expect(['pilots', 'others', 'of 2018'].map(drawn)).toEqual([
      ['w2', 'e2'],
      ['e1', 'e2'],
      ['w1', 'w2'],
    ]);
  });

  it('of all there are is no problem, of one more is', () => {
    const problems = (count: number) =>
      rolloutProblems({ pilot: phase({ kind: 'subdistrict', count, seed: 's' }) }, smallDirectory());

    expect(problems(4)).toEqual([]);
    expect(problems(5)).toHaveLength(1);
  });
});

describe('a phase', () => {
  it('that begins on the same day as one before it leaves its units to that one', () => {
    const { rules } = compiled({ first: phase(['e1']), second: phase('all') });
    const unit = (code: string) => rules.units.byCode.get(code)!;

    expect(phaseRule(rules, 'whistle', unit('e1'))).toBe('rollout.first');
    expect(phaseRule(rules, 'whistle', unit('e2'))).toBe('rollout.second');
  });

  it('for everybody is one for a place that is not known, by the phase of the city', () => {
    const { rules } = compiled({ first: phase(['e1'], '2017-01-01'), all: phase('all') });

    expect(inForce(rules, 'whistle', noUnit, begins - 1)).toBe(false);
    expect(inForce(rules, 'whistle', noUnit, begins)).toBe(true);
    expect(phaseRule(rules, 'whistle', noUnit)).toBe('rollout.all');
  });
});
