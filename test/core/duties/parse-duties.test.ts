import { describe, expect, it } from 'vitest';
import { checkDuties } from '../../../functions/core/duties/check-duties.ts';
import type { DutyList } from '../../../functions/core/duties/duty-schema.ts';
import { parseDuties } from '../../../functions/core/duties/parse-duties.ts';
import { smallCatalogue, smallItem } from '../catalogue/small-catalogue.ts';
import { smallDirectory } from '../directory/small-directory.ts';

const name = { zh: '供水', en: 'Water' };
const item = '0101-01';
const catalogue = smallCatalogue([smallItem({ code: item })]);
const smallList = (): DutyList => ({
  schema: 'citywhistle/duties@1',
  id: 'small',
  provenance: { made: { assumption: 'made for a test' } },
  boards: [
    {
      code: 'C',
      name,
      duties: [
        { code: 'C1', name, part: 'lead', items: [], from: 'made' },
        { code: 'C2', name, part: 'assist', leads: 'water', items: [item], from: 'made' },
      ],
    },
  ],
});

/** What is wrong with the small list after a change to its duties. */
function problemsAfter(change: (duties: DutyList['boards'][number]['duties']) => void): string[] {
  const list = smallList();
  change(list.boards[0]!.duties);
  const parsed = parseDuties(JSON.parse(JSON.stringify(list)));
  const problems = parsed.ok ? checkDuties(parsed.value, catalogue, smallDirectory()) : parsed.error;
  return problems.map(({ path, reason }) => `${path}: ${reason}`);
}

describe('a duty list', () => {
  it('is accepted when it fits the catalogue and the directory', () => {
    expect(problemsAfter(() => {})).toEqual([]);
  });

  it('names who leads exactly where the subdistrict does not', () => {
    expect(
      problemsAfter((duties) => {
        duties[0]!.leads = 'water';
        delete duties[1]!.leads;
      }),
    ).toEqual([
      'boards[0].duties[0].leads: is given, but the subdistrict itself leads',
      'boards[0].duties[1].leads: is missing: who leads where the subdistrict assists',
    ]);
  });

  it('is refused as a whole where its shape is wrong, by the place', () => {
    expect(parseDuties({ ...smallList(), boards: [] })).toMatchObject({
      ok: false,
      error: [{ path: 'boards' }],
    });
  });

  it('uses a code of a board once, and not for a duty either', () => {
    const list = smallList();
    const [board] = list.boards;
    const another = { ...board!, duties: [{ ...board!.duties[0]!, code: 'C' }] };

    expect(parseDuties({ ...list, boards: [board, another] })).toEqual({
      ok: false,
      error: [
        { path: 'boards[1].code', reason: 'the code C is used twice' },
        { path: 'boards[1].duties[0].code', reason: 'the code C is used twice' },
      ],
    });
  });

  it('uses a code once and gives an item to one duty', () => {
    expect(
      problemsAfter((duties) => {
        duties[0]!.code = 'C2';
        duties[0]!.items = [item];
      }),
    ).toEqual([
      'boards[0].duties[1].code: the code C2 is used twice',
      `boards[0].duties[1].items[0]: the item ${item} is of duty C2 already`,
    ]);
  });

  it.each([
    ['nowhere', 'there is no unit nowhere'],
    ['east', 'east is of kind district; a department is expected here'],
  ])('is led elsewhere by a department of the directory, not by %s', (leads, reason) => {
    expect(
      problemsAfter((duties) => {
        duties[1]!.leads = leads;
      }),
    ).toEqual([`boards[0].duties[1].leads: ${reason}`]);
  });

  it('names items of the catalogue, and a provenance of the file', () => {
    expect(
      problemsAfter((duties) => {
        duties[1]!.items = ['9999-99'];
      }),
    ).toEqual(['boards[0].duties[1].items[0]: the catalogue has no item 9999-99']);
    expect(
      problemsAfter((duties) => {
        duties[0]!.from = 'hearsay';
      }),
    ).toEqual(['boards[0].duties[0].from: there is no provenance "hearsay" in this file']);
  });
});
