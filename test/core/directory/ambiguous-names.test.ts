import { expect, it } from 'vitest';
import { ambiguousNames } from '../../../functions/core/directory/ambiguous-names.ts';
import { smallDirectory } from './small-directory.ts';

it('flags each name that several units answer to, with the units', () => {
  expect(ambiguousNames(smallDirectory())).toEqual([
    { name: '八里庄', units: ['e1', 'w1'] },
    { name: '八里庄街道', units: ['e1', 'w1'] },
    { name: '海淀', units: ['w2', 'west'] },
  ]);
});

it('flags names in English too, all in the order of their text', () => {
  const directory = smallDirectory();
  directory.units[1]!.name.en = 'Water';
  directory.units[2]!.aliases = ['甲', 'A'];
  directory.units[3]!.aliases = ['甲', 'A'];

  expect(ambiguousNames(directory)).toEqual([
    { name: 'A', units: ['e1', 'west'] },
    { name: 'Water', units: ['east', 'water'] },
    { name: '八里庄街道', units: ['e1', 'w1'] },
    { name: '甲', units: ['e1', 'west'] },
  ]);
});

it('flags a landmark that is given to two units', () => {
  const directory = smallDirectory();
  directory.places.push({ name: '望京公园', unit: 'w1', from: 'made' });

  expect(ambiguousNames(directory)).toContainEqual({ name: '望京公园', units: ['e2', 'w1'] });
});
