import { describe, expect, it } from 'vitest';
import type { LedgerEntry } from '../../../functions/core/score/ledger-entry.ts';
import { type RulingAsked, ruleCase } from '../../../functions/core/score/rule-case.ts';
import { aCase, overdue, ruling } from './support/entries.ts';
import { monthRules, says } from './support/score-rules.ts';

const rules = monthRules({
  exclusionReasons: { 'wrong-unit': { decidedBy: says(['district']), appealable: says(false) } },
});
const one = aCase('a', '1');
const asked = (type: RulingAsked['type'], but: Partial<RulingAsked> = {}): RulingAsked => ({
  ...{ type, of: '1', reason: 'force-majeure', as: type === 'appeal' ? 'unit' : 'city' },
  ...but,
});
const said = (before: readonly LedgerEntry[], wanted: RulingAsked) => {
  const result = ruleCase([one, ...before], wanted, rules);
  return result.ok ? 'ok' : result.error.code;
};

describe('a ruling on a case', () => {
  it.each([
    ['exclusion', [], 'ok'],
    ['exclusion', ['exclusion'], 'ALREADY_EXCLUDED'],
    ['exclusion', ['exclusion', 'inclusion'], 'ok'],
    ['exclusion', ['appeal'], 'ok'],
    ['inclusion', [], 'NOT_EXCLUDED'],
    ['inclusion', ['exclusion'], 'ok'],
    ['exclusion', ['exclusion', 'appealRefused'], 'ALREADY_EXCLUDED'],
    ['appeal', [], 'ok'],
    ['appeal', ['appeal'], 'ALREADY_APPEALED'],
    ['appeal', ['appeal', 'appealRefused'], 'ok'],
    ['appeal', ['exclusion'], 'ALREADY_EXCLUDED'],
    ['appealRefused', [], 'NO_APPEAL'],
    ['appealRefused', ['appeal'], 'ok'],
    ['appealRefused', ['appeal', 'exclusion', 'inclusion'], 'NO_APPEAL'],
  ] as const)('%s after [%s]: %s', (type, before, code) => {
    const rulings = before.map((kind, n) => ruling(kind, one, { at: n }));

    expect(said(rulings.toReversed(), asked(type))).toBe(code);
  });

  it('follows those on this case alone, the later id last where two are of one moment', () => {
    const other = aCase('a', '2');
    const both = [
      ruling('exclusion', one, { id: 'x-1', at: 1 }),
      ruling('inclusion', one, { id: 'x-2', at: 1 }),
    ];

    expect(said([ruling('exclusion', other), ruling('appeal', other)], asked('exclusion'))).toBe('ok');
    expect(said(both, asked('inclusion'))).toBe('NOT_EXCLUDED');
    expect(said(both.toReversed(), asked('inclusion'))).toBe('NOT_EXCLUDED');
  });

  it('is for a case of this ledger, also one that is open and overdue', () => {
    expect(said([], asked('exclusion', { of: 'nine' }))).toBe('CASE_NOT_FOUND');
    expect(said([overdue('a', 'x')], asked('exclusion', { of: 'x' }))).toBe('ok');
    expect(said([ruling('appeal', one, { id: 'y' })], asked('exclusion', { of: 'y' }))).toBe(
      'CASE_NOT_FOUND',
    );
  });

  it('names the reasons that the pack knows', () => {
    const refused = ruleCase([one], asked('exclusion', { reason: 'because' }), rules);

    expect(refused).toMatchObject({
      error: { code: 'REASON_UNKNOWN', reason: 'because', known: expect.arrayContaining(['malicious']) },
    });
  });

  it('is for whom the pack lets decide on the reason, and an appeal for the unit alone', () => {
    const wrongUnit = { reason: 'wrong-unit' };

    expect(said([], asked('exclusion', { ...wrongUnit, as: 'city' }))).toBe('NOT_DECIDER');
    expect(said([], asked('exclusion', { ...wrongUnit, as: 'district' }))).toBe('ok');
    expect(said([], asked('exclusion', { as: 'unit' }))).toBe('NOT_DECIDER');
    expect(said([], asked('appeal', { as: 'city' }))).toBe('NOT_DECIDER');
    expect(said([], asked('appeal', wrongUnit))).toBe('NOT_APPEALABLE');
  });
});
