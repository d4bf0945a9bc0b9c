import { describe, expect, it } from 'vitest';
import { askedAssumptions } from '../../../sim/experiment/compare/asked-assumptions.ts';
import { chooseSide } from '../../../sim/experiment/setup/choose-variant.ts';

const side = (pack: string) => {
  const chosen = chooseSide(pack, { scenario: 'beijing-day', seed: 1, days: undefined });
  if (!chosen.ok) throw new Error(chosen.error.join('\n'));
  return chosen.value;
};
const sides = { a: side('beijing-2019'), b: side('beijing-2023') };

const keys = (asked: string): readonly string[] => {
  const found = askedAssumptions(sides, asked);
  if (!found.ok) throw new Error(found.error);
  return found.value;
};

describe('the assumptions to move', () => {
  it('are those of the pack, those of the scenario, or all of both', () => {
    expect(keys('pack')).toContain('pack.reopen.limitShare');
    expect(keys('scenario')).toContain('scenario.units.utilisation');
    expect(keys('pack').every((key) => key.startsWith('pack.'))).toBe(true);
    expect(keys('scenario').every((key) => key.startsWith('scenario.'))).toBe(true);
    expect(keys('all')).toEqual([...keys('pack'), ...keys('scenario')]);
    expect(keys('none')).toEqual([]);
  });

  it('are those below a path, with or without the side it is of', () => {
    expect(keys('units.disputes')).toEqual(keys('scenario.units.disputes'));
    expect(keys('units.disputes')).toContain('scenario.units.disputes.arbitrationHours.mean');
  });
});
