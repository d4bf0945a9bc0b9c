import { describe, expect, it } from 'vitest';
import { cnWorkdays } from '../../../functions/core/calendar/cn-workdays.ts';
import { checkCity } from '../../../functions/core/city/check-city.ts';
import type { CitySources } from '../../../functions/core/city/city-sources.ts';
import { compileChecked } from '../../../functions/core/city/compile-checked.ts';
import { compileCity } from '../../../functions/core/city/compile-city.ts';
import { dayMs } from '../../../functions/core/time.ts';
import { beijing } from '../../support/beijing.ts';
import { says } from '../../support/overlaid-city.ts';
import { smallCatalogue, smallItem } from '../catalogue/small-catalogue.ts';
import { smallDirectory } from '../directory/small-directory.ts';

const { packs } = JSON.parse(beijing('beijing-2023').sources);
const files = {
  directory: 'd.json',
  catalogue: 'c.json',
  pack: 'p.json',
  shapes: 's.json',
  duties: 'l.json',
};
const name = { zh: '供水', en: 'Water' };
const dutyList = (items: string[]) => ({
  schema: 'citywhistle/duties@1',
  id: 'small',
  provenance: { made: { assumption: 'made for a test' } },
  boards: [{ code: 'C', name, duties: [{ code: 'C1', name, part: 'lead', items, from: 'made' }] }],
});
const square = [
  [10, 10],
  [20, 10],
  [20, 20],
  [10, 20],
  [10, 10],
];
const shapesOf = (id: string) => ({
  type: 'FeatureCollection',
  features: [{ type: 'Feature', id, geometry: { type: 'Polygon', coordinates: [square] } }],
});

/** A small city under Beijing's rules with an admission list, one item and one duty. */
const sources = (overlay: object = {}, changes: Partial<CitySources> = {}): CitySources => {
  const duties = { list: says('small'), appliesTo: says(['triage']), outside: says('allowed') };
  const own = { schema: 'citywhistle/policy@1', id: 'own', extends: 'beijing-2023', duties, ...overlay };
  return {
    format: 1,
    city: 'small',
    pack: 'own',
    speed: 1,
    directory: smallDirectory(),
    catalogue: smallCatalogue([smallItem({ code: 'a', keywords: ['停水'] })]),
    duties: dutyList(['a']),
    packs: { ...packs, own },
    files,
    ...changes,
  };
};

/** What is wrong with a city, each problem in the file it is in. */
const problemsOf = (given: CitySources, shapes?: unknown) => {
  const read = compileCity('hash', given, shapes);
  return read.ok ? [] : read.error.map(({ file, path }) => `${file}: ${path}`);
};

describe('a city that fits together', () => {
  it('is read whole, with its own days and China’s working days to count in', () => {
    const read = checkCity(sources(), shapesOf('east'));

    expect(read).toMatchObject({
      ok: true,
      value: {
        directory: { id: 'small' },
        catalogue: { id: 'small' },
        policy: { id: 'own' },
        duties: { id: 'small' },
        calendars: [
          { id: 'calendar-days', kind: 'calendar-days', utcOffset: '+08:00', basis: 'every day counts' },
          cnWorkdays,
        ],
        outlines: { features: [{ id: 'east' }] },
      },
    });
  });

  it('needs neither outlines nor, where its pack has no admission rule, a duty list', () => {
    const read = checkCity(sources({ duties: null }, { duties: undefined }));

    expect(read).toMatchObject({ ok: true, value: { duties: undefined, outlines: undefined } });
  });

  it('decides under its hash, finds its places and knows its words', () => {
    const read = compileCity('hash', sources(), shapesOf('east'));
    if (!read.ok) throw new Error(JSON.stringify(read.error));
    const { rules, places, triage } = read.value;

    expect(rules).toMatchObject({ hash: 'hash', policyId: 'own', speed: 1 });
    expect(places.cityName).toBe('小城');
    expect(places.outlines.map(({ unit }) => unit)).toEqual(['east']);
    expect(triage.matcher.patterns).toContain('停水');
  });

  it('lets its calendars run as fast as it lives', () => {
    const read = compileCity('hash', sources({}, { speed: 60 }));
    const calendar = read.ok ? read.value.rules.tiers[0]!.calendar : undefined;

    expect(calendar?.add(0, dayMs)).toBe(dayMs / 60);
    expect(read.ok && read.value.rules.speed).toBe(60);
  });
});

describe('a city with a fault', () => {
  it.each<[string, CitySources, string[]]>([
    [
      'its directory',
      sources({}, { directory: { ...smallDirectory(), utcOffset: '8' } }),
      ['d.json: utcOffset'],
    ],
    [
      'its catalogue',
      sources({}, { catalogue: { ...smallCatalogue([]), id: 1 } }),
      ['c.json: id', 'c.json: groups[0].subgroups[0].items'],
    ],
    ['its pack', sources({ title: 1 }), ['p.json: title']],
    ['its duty list', sources({}, { duties: { ...dutyList(['a']), id: 1 } }), ['l.json: id']],
    ['a duty of no item', sources({}, { duties: dutyList(['b']) }), ['l.json: boards[0].duties[0].items[0]']],
    [
      'a pack whose list is nowhere',
      sources({}, { duties: undefined, files: { ...files, duties: undefined } }),
      ['p.json: duties.list'],
    ],
    [
      'rules that cannot be run',
      sources({ intake: { urgentTier: says('h1') } }),
      ['p.json: intake.urgentTier'],
    ],
  ])('in %s is told the file and the place', (_, given, problems) => {
    expect(problemsOf(given)).toEqual(problems);
  });

  it('in its outlines is told the file, by its kind where it has no name', () => {
    expect(problemsOf(sources(), shapesOf('water'))).toEqual(['s.json: features[0].id']);
    expect(problemsOf(sources({}, { files: { ...files, shapes: undefined } }), shapesOf('water'))).toEqual([
      'shapes: features[0].id',
    ]);
  });

  it('in its rules compiles to no places either', () => {
    const checked = checkCity(sources());
    if (!checked.ok) throw new Error(JSON.stringify(checked.error));
    const directory = { ...checked.value.directory, units: [] };

    const compiled = compileChecked('hash', { files, speed: 1 }, { ...checked.value, directory });

    expect(compiled.ok).toBe(false);
    expect(!compiled.ok && compiled.error.every(({ file }) => file === 'p.json')).toBe(true);
  });
});
