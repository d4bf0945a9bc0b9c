import { describe, expect, it } from 'vitest';
import { rolloutPolicy } from '../../../functions/core/policy/rollout-policy.ts';
import { compileRollout, rolloutProblems } from '../../../functions/core/rules/compile-rollout.ts';
import { inForce, phaseRule } from '../../../functions/core/rules/rollout.ts';
import { noUnit } from '../../../functions/core/rules/unit-table.ts';
import { hourMs } from '../../../functions/core/time.ts';
import { beijing } from '../../support/beijing.ts';
import { says } from '../../support/overlaid-city.ts';

const phase = (from: string, units: unknown, ...rules: string[]) => ({
  from: says(from),
  units: says(units),
  rules: says(rules),
});
const { units } = beijing('beijing-2019').rules;
const { directory } = JSON.parse(beijing('beijing-2019').sources);

/** Beijing's units under phases of the test's own, as the schema of a pack reads them. */
function rulesWith(phases: object) {
  const policy = rolloutPolicy.parse(phases);
  expect(rolloutProblems(policy, directory)).toEqual([]);
  return { units, rollout: compileRollout(policy, directory, units, 8 * hourMs) };
}
const pilots = { kind: 'subdistrict', count: 169, seed: 'pilots of 2018' };

/** The subdistricts for which whistles are in force at an instant. */
function whistling(rules: ReturnType<typeof rulesWith>, at: string): string[] {
  const { kinds, codes } = rules.units;
  const now = Date.parse(at);
  return codes.filter((_, unit) => kinds[unit] === 'subdistrict' && inForce(rules, 'whistle', unit, now));
}

describe('a phase', () => {
  it('draws 169 pilots of the 343 subdistricts by its seed, never a zone, and the same ones each time', () => {
    const rules = rulesWith({ pilot: phase('2018-01-01', pilots, 'whistle') });
    const again = rulesWith({ pilot: phase('2018-01-01', pilots, 'whistle') });
    const other = rulesWith({ pilot: phase('2018-01-01', { ...pilots, seed: 'another' }, 'whistle') });

    const drawn = whistling(rules, '2018-06-01T00:00:00Z');

    const zones: string[] = directory.units
      .filter((unit: { zone?: true }) => unit.zone)
      .map(({ code }: { code: string }) => code);
    expect(drawn).toHaveLength(169);
    expect(drawn.filter((code) => zones.includes(code))).toEqual([]);
    expect(whistling(again, '2018-06-01T00:00:00Z')).toEqual(drawn);
    expect(whistling(other, '2018-06-01T00:00:00Z')).not.toEqual(drawn);
  });

  it('spreads its draw over the districts', () => {
    const rules = rulesWith({ pilot: phase('2018-01-01', pilots, 'whistle') });

    const districts = new Set(whistling(rules, '2018-06-01T00:00:00Z').map((code) => code.slice(0, 6)));

    expect(districts.size).toBe(16);
  });

  it('begins at midnight of the city, not a millisecond before', () => {
    const rules = rulesWith({ pilot: phase('2018-01-01', ['110101017'], 'whistle') });

    expect(whistling(rules, '2017-12-31T23:59:59.999+08:00')).toEqual([]);
    expect(whistling(rules, '2018-01-01T00:00:00+08:00')).toEqual(['110101017']);
  });

  it('covers whatever lies below its units by area, and nothing beside them', () => {
    const rules = rulesWith({ pilot: phase('2018-01-01', { within: '110101' }, 'whistle') });
    const at = Date.parse('2018-06-01T00:00:00Z');
    const covers = (code: string) => inForce(rules, 'whistle', rules.units.byCode.get(code)!, at);

    expect(['110101', '110101017', '110101017-police', '110101-urban'].map(covers)).toEqual(
      Array(4).fill(true),
    );
    expect(['110000', '110102', '110102010', 'urban'].map(covers)).toEqual(Array(4).fill(false));
  });

  it.each([
    ['pilot', 'all'],
    ['all', 'pilot'],
  ])(
    'gives way to the earlier of two that cover a unit, whatever their order in the pack: %s, %s',
    (...order) => {
      const phases = {
        all: phase('2019-01-01', 'all', 'whistle', 'powers'),
        pilot: phase('2018-01-01', ['110101017'], 'whistle'),
      };
      const rules = rulesWith(Object.fromEntries(order.map((key) => [key, phases[key as 'all' | 'pilot']])));
      const [pilot, rest] = ['110101017', '110102010'].map((code) => rules.units.byCode.get(code)!);
      const at = Date.parse('2018-06-01T00:00:00Z');

      expect(inForce(rules, 'whistle', pilot!, at)).toBe(true);
      expect(inForce(rules, 'whistle', rest!, at)).toBe(false);
      expect(inForce(rules, 'powers', pilot!, at)).toBe(false);
      expect(phaseRule(rules, 'whistle', pilot!)).toBe('rollout.pilot');
      expect(phaseRule(rules, 'whistle', rest!)).toBe('rollout.all');
    },
  );

  it('leaves a rule that no phase names in force everywhere, and counts an unknown place as the city', () => {
    const rules = rulesWith({ pilot: phase('2030-01-01', ['110101017'], 'whistle') });

    expect(inForce(rules, 'direct', 0, 0)).toBe(true);
    expect(inForce(rules, 'whistle', noUnit, Date.parse('2031-01-01T00:00:00Z'))).toBe(false);
  });

  it.each([
    [['nowhere'], 'there is no unit nowhere'],
    [{ within: 'nowhere' }, 'there is no unit nowhere'],
    [
      { kind: 'subdistrict', count: 344, seed: 's' },
      'draws 344 units of kind subdistrict; the directory has 343',
    ],
    [{ kind: 'grid', share: 0.5, seed: 's' }, 'draws 1 units of kind grid; the directory has 0'],
  ])('is refused with units the city does not have: %j', (units, reason) => {
    const policy = rolloutPolicy.parse({ pilot: phase('2018-01-01', units, 'whistle') });

    expect(rolloutProblems(policy, directory)).toEqual([{ path: 'rollout.pilot.units', reason }]);
  });
});
