import { expect, it } from 'vitest';
import { compileUnits } from '../../../functions/core/rules/unit-table.ts';
import { smallDirectory } from '../directory/small-directory.ts';

it('names the members of a team by their indexes, in the order of the file', () => {
  const directory = smallDirectory();
  directory.units.push({
    code: 'e1-joint',
    kind: 'team',
    name: { zh: '八里庄综合执法中心' },
    areaParent: 'e1',
    members: [
      { unit: 'e1', role: 'head' },
      { unit: 'e1-water', role: 'resident', persons: 1 },
      { unit: 'pipes', role: 'onCall' },
    ],
    from: 'made',
  });

  const units = compileUnits(directory);

  const index = (code: string) => units.byCode.get(code)!;
  expect([...units.members]).toEqual([
    [
      index('e1-joint'),
      [
        { unit: index('e1'), role: 'head' },
        { unit: index('e1-water'), role: 'resident' },
        { unit: index('pipes'), role: 'onCall' },
      ],
    ],
  ]);
});
