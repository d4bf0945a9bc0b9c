import { describe, expect, it } from 'vitest';
import type { Rules } from '../../../functions/core/rules/rules.ts';
import { compileUnits } from '../../../functions/core/rules/unit-table.ts';
import { isOrIsOver, isOver } from '../../../functions/core/undertaking/standing.ts';
import { smallDirectory } from '../directory/small-directory.ts';

const rules = { units: compileUnits(smallDirectory()) } as Rules;
const below = (unit: string) =>
  [...rules.units.codes, 'nowhere'].filter((code) => isOver({ unit }, code, rules));

describe('over a unit', () => {
  it('stands who is above it by area or by line, and no unit over itself', () => {
    expect(below('east')).toEqual(['e1', 'e2', 'east-water', 'e1-water', 'e1-c1']);
    expect(below('water')).toEqual(['east-water', 'e1-water', 'pipes']);
    expect(below('e1-c1')).toEqual([]);
  });

  it('stands the city and the hotline, whatever the unit, but nobody the directory does not know', () => {
    const all = [...rules.units.codes, 'nowhere'];

    expect(below('city')).toEqual(all);
    expect(below('hotline')).toEqual(all);
    expect(below('clock')).toEqual([]);
  });
});

it('counts as over itself where a unit may act for itself', () => {
  expect(isOrIsOver({ unit: 'e1-c1' }, 'e1-c1', rules)).toBe(true);
  expect(isOrIsOver({ unit: 'e1' }, 'e1-c1', rules)).toBe(true);
  expect(isOrIsOver({ unit: 'e1-c1' }, 'e1', rules)).toBe(false);
});
