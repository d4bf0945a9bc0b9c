import { describe, expect, it } from 'vitest';
import { placesOf, selectionFault } from '../../../../functions/core/early/matter/matter-selection.ts';
import { compileUnits } from '../../../../functions/core/rules/unit-table.ts';
import { smallDirectory } from '../../directory/small-directory.ts';
import { rules } from './sample-matter.ts';

const units = compileUnits(smallDirectory());
const selected = (...places: string[]) => ({ item: '0101-01', places, from: 5, to: 5 });

describe('a selection of tickets', () => {
  it.each([
    ['a district: it and its subdistricts', ['east'], ['east', 'e1', 'e2']],
    ['the city: all districts and subdistricts', ['city'], ['city', 'east', 'west', 'e1', 'w1', 'w2', 'e2']],
    ['a subdistrict alone', ['w2'], ['w2']],
    ['a community: no more than was named', ['e1-c1'], ['e1-c1']],
    ['places of two districts, one within the other once', ['w1', 'east', 'e2'], ['east', 'e1', 'w1', 'e2']],
  ])('takes in %s', (_, named, places) => {
    expect(placesOf(selected(...named), { units }).toSorted()).toEqual(places.toSorted());
  });

  it('is of an item and places the city knows, in a window that may be one instant', () => {
    expect(selectionFault(selected('110101', '110101017'), rules)).toBeUndefined();
    expect(selectionFault({ ...selected('110101'), item: 'x' }, rules)).toEqual({
      code: 'INVALID',
      field: 'selection.itemCode',
      reason: 'the catalogue has no such item',
    });
    expect(selectionFault({ ...selected('110101'), to: 4 }, rules)).toEqual({
      code: 'INVALID',
      field: 'selection.openedTo',
      reason: 'the window ends before it begins',
    });
    expect(selectionFault(selected('110101', 'x', 'y'), rules)).toEqual({
      code: 'UNKNOWN_UNIT',
      unitCode: 'x',
    });
  });
});
