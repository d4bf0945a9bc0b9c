import { expect, it } from 'vitest';
import { catalogueItems } from '../../functions/core/catalogue/catalogue-items.ts';
import { checkDuties } from '../../functions/core/duties/check-duties.ts';
import { listDuties } from '../../functions/core/duties/list-duties.ts';
import { parseDuties } from '../../functions/core/duties/parse-duties.ts';
import { cityText, readCity } from './read-city.ts';

const { directory, catalogue } = readCity('beijing');
const parsed = parseDuties(JSON.parse(cityText('beijing', 'duties.json')));
if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
const list = parsed.value;
const duties = listDuties(list).map(({ duty }) => duty);

it('has the published numbers: 6 boards, 111 duties, 24 % of them led by the subdistrict', () => {
  const led = duties.filter(({ part }) => part === 'lead').length;

  expect([list.boards.length, duties.length, led]).toEqual([6, 111, 27]);
  expect(Math.round((100 * led) / duties.length)).toBe(24);
});

it('marks every row as a sample, since the rows themselves are not published', () => {
  const marked = duties.filter(({ from }) => 'assumption' in list.provenance[from]!);

  expect(marked).toHaveLength(111);
});

it('gives each matter of the catalogue to one duty, led where the catalogue has the subdistrict lead', () => {
  const partOf = new Map(duties.flatMap(({ items, part }) => items.map((item) => [item, part])));
  const items = catalogueItems(catalogue).map(({ item }) => item);

  expect(checkDuties(list, catalogue, directory)).toEqual([]);
  expect(items.filter(({ code }) => !partOf.has(code))).toEqual([]);
  expect(
    items.filter(({ code, lead }) => (lead === 'subdistrict') !== (partOf.get(code) === 'lead')),
  ).toEqual([]);
});
