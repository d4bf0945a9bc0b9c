import { describe, expect, it } from 'vitest';
import type { CatalogueItem } from '../../../functions/core/catalogue/catalogue-schema.ts';
import { checkCatalogue } from '../../../functions/core/catalogue/check-catalogue.ts';
import { parseCatalogue } from '../../../functions/core/catalogue/parse-catalogue.ts';
import { smallDirectory } from '../directory/small-directory.ts';
import { smallCatalogue, smallItem } from './small-catalogue.ts';

const problemsOf = (rows: Partial<CatalogueItem>[], tiers?: string[]): string[] => {
  const items = rows.map((row, i) => smallItem({ code: `i${i}`, ...row }));
  return checkCatalogue(smallCatalogue(items), smallDirectory(), tiers).map(
    ({ path, reason }) => `${path}: ${reason}`,
  );
};
const first = 'groups[0].subgroups[0].items[0]';
const second = 'groups[0].subgroups[0].items[1]';

describe('checkCatalogue', () => {
  it('accepts every form of lead the directory can resolve', () => {
    expect(
      problemsOf([
        { lead: 'unit:pipes', helpers: ['subdistrict', 'district', 'line:water'], supervisor: 'water' },
        { lead: 'line:water', helpers: ['unit:east-water'] },
      ]),
    ).toEqual([]);
  });

  it('refuses a lead, helper and supervisor that do not exist', () => {
    expect(problemsOf([{ lead: 'unit:gas', helpers: ['line:heat'], supervisor: 'roads' }])).toEqual([
      `${first}.lead: there is no unit gas`,
      `${first}.helpers[0]: there is no unit heat`,
      `${first}.supervisor: there is no unit roads`,
    ]);
  });

  it('refuses a line and a supervisor that are no department', () => {
    expect(problemsOf([{ lead: 'line:pipes', supervisor: 'east-water' }])).toEqual([
      `${first}.lead: pipes is of kind enterprise; a department is expected here`,
      `${first}.supervisor: east-water is of kind bureau; a department is expected here`,
    ]);
  });

  it('refuses a helper that leads already or is named twice', () => {
    expect(problemsOf([{ lead: 'district', helpers: ['district', 'subdistrict', 'subdistrict'] }])).toEqual([
      `${first}.helpers[0]: district already leads or helps`,
      `${first}.helpers[2]: subdistrict already leads or helps`,
    ]);
  });

  it('refuses a tier the pack lacks, but never the tier of items without a deadline', () => {
    expect(problemsOf([{ tier: 'slow' }, { tier: 'none' }], ['general'])).toEqual([
      `${first}.tier: the pack has no tier "slow"`,
    ]);
    expect(problemsOf([{ tier: 'slow' }])).toEqual([]);
  });

  it('refuses codes, provenance keys and keywords that are wrong within the file', () => {
    expect(problemsOf([{ code: 'x' }, { code: 'x', from: 'y', keywords: ['Ab', 'cd', 'aB'] }])).toEqual([
      `${second}.code: the code x is used twice`,
      `${second}.from: there is no provenance "y" in this file`,
      `${second}.keywords[2]: the keyword "ab" is given twice`,
    ]);
  });
});

describe('parseCatalogue', () => {
  it('refuses codes of groups and subgroups that are used twice, of items too', () => {
    const { groups, ...rest } = smallCatalogue([smallItem({ code: 'x' })]);
    const [group] = groups;
    const parsed = parseCatalogue({ ...rest, groups: [group, group] });

    expect(parsed).toEqual({
      ok: false,
      error: [
        { path: 'groups[1].code', reason: 'the code 01 is used twice' },
        { path: 'groups[1].subgroups[0].code', reason: 'the code 0101 is used twice' },
        { path: 'groups[1].subgroups[0].items[0].code', reason: 'the code x is used twice' },
      ],
    });
  });

  it('names the path and the forms it expects of a lead it cannot read', () => {
    const parsed = parseCatalogue(smallCatalogue([smallItem({ code: 'x', lead: 'mayor' })]));

    expect(parsed).toMatchObject({
      ok: false,
      error: [{ path: `${first}.lead`, reason: expect.stringContaining('line:<department code>') }],
    });
  });

  it('refuses a keyword of one character, which would be found everywhere', () => {
    const parsed = parseCatalogue(smallCatalogue([smallItem({ code: 'x', keywords: ['水'] })]));

    expect(parsed).toMatchObject({ ok: false, error: [{ path: `${first}.keywords[0]` }] });
  });

  it('returns a sound catalogue as it is', () => {
    const catalogue = smallCatalogue([smallItem({ code: 'x', keywords: ['停水'] })]);

    expect(parseCatalogue(catalogue)).toEqual({ ok: true, value: catalogue });
  });
});
