import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { policiesFolder } from '../../sim/city-data/city-folders.ts';
import { cityPath } from '../cities/read-city.ts';
import { smallCatalogue, smallItem } from '../core/catalogue/small-catalogue.ts';
import { smallDirectory } from '../core/directory/small-directory.ts';
import { freshFolder, run } from './run-in.ts';

const { folder, write } = freshFolder();
afterAll(() => rmSync(folder, { recursive: true }));

describe('city check', () => {
  it('passes every shipped directory and catalogue', () => {
    const files = ['beijing', 'baltimore'].flatMap((city) =>
      ['directory.json', 'catalogue.json'].map((file) => cityPath(city, file)),
    );
    const { code, out, error } = run('check', ...files);

    expect([code, error]).toEqual([0, []]);
    expect(out.filter((line) => line.endsWith('no problems'))).toHaveLength(4);
  });

  it('names file, path and reason of each problem', () => {
    const directory = smallDirectory();
    directory.units[6]!.areaParent = 'nowhere';
    const path = write('broken.json', directory);

    expect(run('check', path)).toEqual({
      code: 1,
      out: [],
      error: [`${path}: units[6].areaParent: there is no unit nowhere`],
    });
  });

  it('checks a catalogue against the directory beside it', () => {
    write('directory.json', smallDirectory());
    const path = write('catalogue.json', smallCatalogue([smallItem({ code: 'x', lead: 'unit:gas' })]));

    expect(run('check', path)).toEqual({
      code: 1,
      out: [],
      error: [`${path}: groups[0].subgroups[0].items[0].lead: there is no unit gas`],
    });
  });

  it('says so where it could not check a catalogue against its directory', () => {
    write('directory.json', '{');
    const path = write('catalogue.json', smallCatalogue([smallItem({ code: 'x' })]));
    const { code, out } = run('check', path);

    expect(code).toBe(0);
    expect(out.join('\n')).toContain("the catalogue's units were not checked");
  });

  it('names the missing outlines of a directory', () => {
    const path = write('shaped.json', { ...smallDirectory(), shapes: 'nowhere.geojson' });

    expect(run('check', path)).toMatchObject({
      code: 1,
      error: [`${path}: shapes: nowhere.geojson: cannot be read (ENOENT)`],
    });
  });

  it('refuses a file of no known schema, and one that is not JSON', () => {
    const [unknown, text] = [write('unknown.json', { schema: 'toString' }), write('text.json', 'hello')];
    const { code, error } = run('check', unknown, text);

    expect(code).toBe(1);
    expect(error[0]).toMatch(
      /unknown\.json: schema: is "toString"; expected one of citywhistle\/directory@1/,
    );
    expect(error[1]).toMatch(/text\.json: is not JSON/);
  });

  it('exits with 2 on a file it cannot open, and without files', () => {
    expect(run('check', join(folder, 'none.json')).code).toBe(2);
    expect(run('check').code).toBe(2);
  });
});

describe('city', () => {
  it('lists the shipped cities', () => {
    const { code, out } = run('list');

    expect(code).toBe(0);
    expect(out.join('\n')).toContain('343 subdistrict, 6 zone');
  });

  it('prints its commands and exits with 2 on one it does not know', () => {
    const { code, error } = run('toString');

    expect(code).toBe(2);
    expect(error.join('\n')).toContain('npm run city -- check FILE...');
  });

  it('imports a file in the form of the shipped sample', () => {
    const target = join(folder, 'imported');
    const { code, out } = run('import-baltimore', cityPath('baltimore', 'sample.csv'), target);

    expect([code, out[0]]).toEqual([0, '2453 rows read, 0 rejected']);
    expect(readFileSync(join(target, 'tiers.json'), 'utf8')).toBe(
      readFileSync(cityPath('baltimore', 'tiers.json'), 'utf8'),
    );
    expect(readFileSync(join(target, 'baltimore.json'), 'utf8')).toBe(
      readFileSync(join(policiesFolder, 'baltimore.json'), 'utf8'),
    );
  });

  it('says why a file cannot be imported', () => {
    const path = write('other.csv', 'a,b\n1,2\n');

    expect(run('import-baltimore', path, folder)).toMatchObject({
      code: 1,
      error: [expect.stringContaining('the header lacks ServiceRequestNum')],
    });
    expect(run('import-baltimore', join(folder, 'none.csv'), folder).code).toBe(2);
    expect(run('import-baltimore').code).toBe(2);
    expect(run('build', 'atlantis').code).toBe(2);
  });
});
