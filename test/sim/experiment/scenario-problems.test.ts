import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { chooseVariant } from '../../../sim/experiment/setup/choose-variant.ts';

const leaf = (value: unknown) => ({ value, assumption: 'made up' });
const surge = (more: object) => ({
  surges: [{ id: 'x', title: { zh: '甲', en: 'x' }, days: 1, size: leaf({ factor: 2 }), ...more }],
});

/** The lines that a planner's own scenario, laid on Panlong's, is refused with. */
function problemsOf(own: object): readonly string[] {
  const file = join(mkdtempSync(join(tmpdir(), 'scenario-')), 'own.json');
  writeFileSync(file, JSON.stringify({ id: 'own', extends: 'panlong', ...own }));
  const variant = chooseVariant({ scenario: file, pack: undefined, seed: 1, days: undefined });
  return variant.ok ? [] : variant.error.map((line) => line.replaceAll(file, 'own'));
}

describe('a scenario of the planner', () => {
  it('is taken where its city has all that it names', () => {
    expect(
      problemsOf({
        load: { ...surge({ from: '02-29', places: ['tuodong'] }), items: leaf({ '*': 1, '01': 2 }) },
        units: { gaming: [{ units: ['kind:subdistrict'], share: leaf(1), strategy: 'disputeAll' }] },
      }),
    ).toEqual([]);
  });

  it.each([
    [{ load: { hours: leaf(Array(24).fill(0)) } }, 'load.hours.value: needs a weight above 0'],
    [{ load: { months: leaf(Array(12).fill(0)) } }, 'load.months.value: needs a weight above 0'],
    [
      { load: { dispatchShare: leaf(0) } },
      'load.dispatchShare.value: Too small: expected number to be >=0.0001',
    ],
    [
      { load: { contactsPerDay: leaf(1e9) } },
      'load.contactsPerDay.value: Too big: expected number to be <=2000000',
    ],
    [
      { load: { contactsPerDay: 800 } },
      'load.contactsPerDay: Invalid input: expected object, received number',
    ],
    [{ load: { places: leaf({ '*': 1, nope: 1 }) } }, 'load.places.value.nope: there is no district "nope"'],
    [
      { load: { items: leaf({ '*': 1, nope: 1 }) } },
      'load.items.value.nope: no item of the city begins with "nope"',
    ],
    [
      { citizens: { difficulty: leaf({ '*': 1, nope: 1 }) } },
      'citizens.difficulty.value.nope: no item of the city begins with "nope"',
    ],
    [{ load: surge({ from: '02-30' }) }, 'load.surges[0].from: Invalid ISO date; or is no day of the year'],
    [
      { load: surge({ from: '11-07', items: ['nope'] }) },
      "surge x: items: none of the city's items begins so",
    ],
    [{ load: surge({ from: '11-07', places: ['nope'] }) }, 'surge x: places: there is no unit "nope"'],
    [
      { units: { gaming: [{ units: ['kind:nope'], share: leaf(1), strategy: 'disputeAll' }] } },
      'units.gaming[0].units: there is no unit "kind:nope"',
    ],
    [
      { startDate: '2026-12-30' },
      'startDate: 120 days from 2026-12-30: calendar cn-workdays does not cover the year 2027: it has the holidays of 2010-01-01 to 2026-12-31',
    ],
    [{ days: 5 }, 'days 5: the warm-up of own alone takes 21 days'],
  ])('is refused before it runs: %j', (own, problem) => {
    expect(problemsOf(own)).toEqual([`scenario own: ${problem}`]);
  });

  it('is told that it is none where it is no object', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'scenario-')), 'own.json');
    writeFileSync(file, 'null');

    const variant = chooseVariant({ scenario: file, pack: undefined, seed: 1, days: undefined });

    expect(variant).toEqual({
      ok: false,
      error: [`${file}: is no scenario: expected { "schema": …, … }`],
    });
  });
});
