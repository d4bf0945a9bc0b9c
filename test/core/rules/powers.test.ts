import { expect, it } from 'vitest';
import { compilePowers, refusePower } from '../../../functions/core/rules/powers.ts';
import { compileUnits } from '../../../functions/core/rules/unit-table.ts';
import { says } from '../../support/overlaid-city.ts';
import { smallDirectory } from '../directory/small-directory.ts';

const units = compileUnits(smallDirectory());
const powers = compilePowers({
  planning: {
    title: { zh: '规划参与权', en: 'A say in planning' },
    users: says(['subdistrict']),
    towards: says(['bureau', 'department', 'branch', 'district']),
  },
});
const from = new Float64Array(units.count).fill(100);
const phased = { powers: { from, phase: new Uint8Array(units.count), phaseKeys: ['pilot'] } };
const refusal = (by: string, towards: string, now = 0, rollout = {}) =>
  refusePower(
    { powers, rollout, units },
    powers.get('planning')!,
    { by: units.byCode.get(by)!, towards: units.byCode.get(towards)! },
    now,
  );
const no = (rule: string, field: string) => ({ code: 'NOT_IN_REMIT', rule, field });

it('is used by the kinds of units the pack names, towards those it names of the same district or of the city', () => {
  expect(refusal('e1', 'east-water')).toBeUndefined();
  expect(refusal('e1', 'water')).toBeUndefined();
  expect(refusal('e1', 'e1-water')).toBeUndefined();
});

it('is refused to other kinds of units, and towards other kinds or another district', () => {
  expect(refusal('east', 'water')).toEqual(no('powers.planning.users', 'power'));
  expect(refusal('e1', 'pipes')).toEqual(no('powers.planning.towards', 'unitCode'));
  expect(refusal('e1', 'west')).toEqual(no('powers.planning.towards', 'unitCode'));
  expect(refusal('w1', 'east-water')).toEqual(no('powers.planning.towards', 'unitCode'));
});

it('is refused before its phase begins, by the rule of the phase, and given from its first instant', () => {
  expect(refusal('e1', 'water', 99, phased)).toEqual(no('rollout.pilot', 'power'));
  expect(refusal('e1', 'water', 100, phased)).toBeUndefined();
});

it('is none where the pack gives none', () => {
  expect(compilePowers().size).toBe(0);
});
