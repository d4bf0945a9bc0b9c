import { describe, expect, it } from 'vitest';
import type { Directory, Unit } from '../../../functions/core/directory/directory-schema.ts';
import { parseDirectory } from '../../../functions/core/directory/parse-directory.ts';
import { smallDirectory } from './small-directory.ts';

/** Parses the small directory after a change and returns its problems as `path: reason` lines. */
const problemsAfter = (change: (directory: Directory) => void): string[] => {
  const directory = smallDirectory();
  change(directory);
  const parsed = parseDirectory(JSON.parse(JSON.stringify(directory)));
  return parsed.ok ? [] : parsed.error.map(({ path, reason }) => `${path}: ${reason}`);
};

const unit = (directory: Directory, code: string) => directory.units.find((row) => row.code === code)!;

const team = (code: string, members: Unit['members']): Unit => ({
  code,
  kind: 'team',
  name: { zh: code },
  areaParent: 'e1',
  members,
  from: 'made',
});

describe('parseDirectory', () => {
  it('accepts a sound directory', () => {
    expect(problemsAfter(() => {})).toEqual([]);
  });

  it('names the path of a field the shape refuses', () => {
    const problems = problemsAfter((directory) => {
      unit(directory, 'east').code = 'a#b';
    });

    expect(problems[0]).toMatch(/^units\[1\]\.code: a code has letters/);
  });

  it.each(['hotline', 'clock', 'unknown'])(
    'refuses a unit named %s: histories call another actor so',
    (code) => {
      const problems = problemsAfter((directory) => {
        unit(directory, 'e2').code = code;
      });

      expect(problems[0]).toBe('units[6].code: hotline, clock and unknown are no unit’s code');
    },
  );

  it('refuses a field it does not know, rather than dropping it', () => {
    const problems = problemsAfter((directory) => Object.assign(unit(directory, 'east'), { colour: 'red' }));

    expect(problems.join()).toContain('units[1]');
    expect(problems.join()).toContain('colour');
  });

  it('refuses a row with both a basis and an assumption', () => {
    const problems = problemsAfter((directory) => {
      Object.assign(directory.provenance, { made: { basis: 'x', assumption: 'y' } });
    });

    expect(problems.join()).toContain('provenance.made');
  });

  it('refuses a code used twice', () => {
    expect(
      problemsAfter((directory) => {
        unit(directory, 'w2').code = 'e2';
      }),
    ).toEqual(['units[6].code: the code e2 is used twice']);
  });

  it('refuses a parent that does not exist', () => {
    expect(
      problemsAfter((directory) => {
        unit(directory, 'e2').areaParent = 'nowhere';
      }),
    ).toEqual(['units[6].areaParent: there is no unit nowhere']);
  });

  it('refuses a parent of a kind the table does not allow', () => {
    expect(
      problemsAfter((directory) => {
        unit(directory, 'e1-c1').areaParent = 'east';
      }),
    ).toEqual([
      'units[10].areaParent: east is of kind district; the areaParent of a unit of kind community is subdistrict',
    ]);
  });

  it('refuses a line parent where a unit has none', () => {
    expect(
      problemsAfter((directory) => {
        unit(directory, 'east').lineParent = 'water';
      }),
    ).toEqual([
      'units[1].lineParent: water is of kind department; the lineParent of a unit of kind district is none',
    ]);
  });

  it('refuses a bureau without the department it answers to', () => {
    expect(
      problemsAfter((directory) => {
        delete unit(directory, 'east-water').lineParent;
      }),
    ).toEqual(['units[8].lineParent: is missing: the lineParent of a unit of kind bureau is department']);
  });

  it('lists every kind of parent it would take', () => {
    expect(
      problemsAfter((directory) => {
        delete unit(directory, 'e1-water').areaParent;
        unit(directory, 'e1-water').lineParent = 'city';
      }),
    ).toEqual([
      'units[9].areaParent: is missing: the areaParent of a unit of kind branch is subdistrict or district',
      'units[9].lineParent: city is of kind city; the lineParent of a unit of kind branch is bureau or department',
    ]);
  });

  it('refuses parents that form a circle', () => {
    const problems = problemsAfter((directory) => {
      directory.units.push(
        {
          code: 'o1',
          kind: 'organisation',
          name: { zh: '甲' },
          areaParent: 'city',
          lineParent: 'o2',
          from: 'made',
        },
        {
          code: 'o2',
          kind: 'organisation',
          name: { zh: '乙' },
          areaParent: 'city',
          lineParent: 'o1',
          from: 'made',
        },
      );
    });

    expect(problems).toEqual([
      'units[12].lineParent: o1 is its own ancestor: the parents form a circle',
      'units[13].lineParent: o2 is its own ancestor: the parents form a circle',
    ]);
  });

  it('refuses those who form a circle alone, not who stands below it or below nobody', () => {
    const body = (code: string, lineParent: string): Unit => ({
      code,
      kind: 'organisation',
      name: { zh: code },
      areaParent: 'city',
      lineParent,
      from: 'made',
    });

    const problems = problemsAfter((directory) => {
      directory.units.push(body('o1', 'o1'), body('o2', 'o1'), body('o3', 'gone'), body('o4', 'o3'));
    });

    expect(problems).toEqual([
      'units[12].lineParent: o1 is its own ancestor: the parents form a circle',
      'units[14].lineParent: there is no unit gone',
    ]);
  });

  it('refuses a provenance key and a place whose unit do not exist', () => {
    expect(
      problemsAfter((directory) => {
        unit(directory, 'city').from = 'hearsay';
        directory.places[0]!.unit = 'nowhere';
        directory.places[0]!.from = 'rumour';
      }),
    ).toEqual([
      'units[0].from: there is no provenance "hearsay" in this file',
      'places[0].unit: there is no unit nowhere',
      'places[0].from: there is no provenance "rumour" in this file',
    ]);
  });

  it('does not take a provenance key from the prototype of objects', () => {
    expect(
      problemsAfter((directory) => {
        unit(directory, 'city').from = 'toString';
      }),
    ).toEqual(['units[0].from: there is no provenance "toString" in this file']);
  });

  it('refuses members of a team that do not exist, are a team, are named twice, or are two heads', () => {
    expect(
      problemsAfter((directory) => {
        directory.units.push(
          team('t1', [
            { unit: 'e1', role: 'head' },
            { unit: 'e2', role: 'head' },
            { unit: 'nowhere', role: 'onCall' },
            { unit: 't2', role: 'resident' },
            { unit: 'e1', role: 'resident' },
          ]),
          team('t2', [{ unit: 'east-water', role: 'resident', persons: 2 }]),
        );
      }),
    ).toEqual([
      'units[12].members: 2 members are its head; one at most',
      'units[12].members[2].unit: there is no unit nowhere',
      'units[12].members[3].unit: t2 is a team: no team is in a team',
      'units[12].members[4].unit: e1 is a member already',
    ]);
  });

  it('takes the public name of a street chief at a community or grid, and nowhere else', () => {
    const warden = { name: '占位', phone: '010-00000000' };

    expect(
      problemsAfter((directory) => {
        unit(directory, 'e1-c1').warden = warden;
        directory.units.push({
          code: 'e1-g1',
          kind: 'grid',
          name: { zh: '网格' },
          areaParent: 'e1',
          warden,
          from: 'made',
        });
      }),
    ).toEqual([]);
    expect(
      problemsAfter((directory) => {
        unit(directory, 'e1').warden = warden;
      }),
    ).toEqual(['units[3].warden: e1 is of kind subdistrict; a grid or a community has a warden']);
  });

  it('refuses members of a unit that is no team', () => {
    expect(
      problemsAfter((directory) => {
        unit(directory, 'e1').members = [{ unit: 'east-water', role: 'resident' }];
      }),
    ).toEqual(['units[3].members: e1 is of kind subdistrict; only a team has members']);
  });

  it('says of a file that is no object that the whole file is wrong', () => {
    const parsed = parseDirectory(null);

    expect(parsed).toMatchObject({ ok: false, error: [{ path: '(file)' }] });
  });
});
