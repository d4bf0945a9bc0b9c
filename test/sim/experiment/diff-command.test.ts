import { describe, expect, it } from 'vitest';
import { diffPacks } from '../../../sim/experiment/commands/diff-command.ts';
import { diffRules } from '../../../sim/experiment/diff/diff-rules.ts';
import { testLab } from './support/test-lab.ts';

describe('diff', () => {
  it('shows only the rules that differ, with what each rests on', () => {
    const lab = testLab();

    const code = diffPacks(['beijing-2019', 'beijing-2023'], lab);

    expect(code).toBe(0);
    const at = lab.said.indexOf('dispatch.routing');
    expect(lab.said[at + 1]).toContain('"subdistrict"  (basis: ');
    expect(lab.said[at + 2]).toContain('"catalogue"  (basis: ');
    expect(lab.said).not.toContain('tiers.general.limit');
  });

  it('finds nothing between a pack and itself', () => {
    const lab = testLab();

    diffPacks(['beijing-2023', 'beijing-2023', '--rests'], lab);

    expect(lab.said).toEqual(['0 rules differ']);
  });

  it('tells a rule that only one side has, and one of equal value on another basis', () => {
    const differences = diffRules(
      { a: { value: 1, basis: 'law' }, b: { value: 2, assumption: 'guess' } },
      { a: { value: 1, assumption: 'guess' }, c: { value: 3, basis: 'law' } },
    );

    expect(differences).toEqual([
      {
        path: 'a',
        a: { value: '1', rests: 'basis: law' },
        b: { value: '1', rests: 'assumption: guess' },
        isSameValue: true,
      },
      { path: 'b', a: { value: '2', rests: 'assumption: guess' }, b: undefined, isSameValue: false },
      { path: 'c', a: undefined, b: { value: '3', rests: 'basis: law' }, isSameValue: false },
    ]);
  });

  it('names the known packs for one that is not there', () => {
    const lab = testLab();

    expect(diffPacks(['beijing-2019', 'beijing-2099'], lab)).toBe(2);
    expect(lab.errors.join('\n')).toMatch(/unknown pack "beijing-2099"; known: .*beijing-2023/);
  });
});
