import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

  it.each([
    ['null', 'is no policy pack: expected { "schema": …, … }'],
    ['[]', 'is no policy pack: expected { "schema": …, … }'],
    ['{"extends": 5}', 'extends: expected the name of a shipped pack'],
    ['{"extends": "panlong", "typo": 1}', '(file): Unrecognized key: "typo"'],
    [
      '{"extends": "panlong", "tiers": {"general": {"limit": {"value": "P9999999D", "assumption": "a"}}}}',
      'tiers.general.limit.value: Invalid input: expected "none"; or "P9999999D" is longer than a century',
    ],
    ['{"extends": "panlong", "tiers": {}, "tiers": {}}', 'has the key tiers twice (again in line 1)'],
  ])('refuses a pack of the planner whose rules are none: %s', (text, reason) => {
    const file = join(mkdtempSync(join(tmpdir(), 'diff-')), 'own.json');
    writeFileSync(file, text);
    const lab = testLab();

    const code = diffPacks(['panlong', file, '--city', 'panlong'], lab);

    expect(code).toBe(2);
    expect(lab.errors.join('\n')).toContain(reason);
    expect(lab.said).toEqual([]);
  });

  it('names the known packs for one that is not there', () => {
    const lab = testLab();

    expect(diffPacks(['beijing-2019', 'beijing-2099'], lab)).toBe(2);
    expect(lab.errors.join('\n')).toMatch(/unknown pack "beijing-2099"; known: .*beijing-2023/);
  });
});
