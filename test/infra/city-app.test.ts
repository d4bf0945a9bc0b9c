import { existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { expect, it } from 'vitest';
import { bundle } from '../../infra/bundle.ts';
import { createCityApp } from '../../infra/city-app.ts';
import { fixtureRoutes } from './fixtures/routes.ts';

const fixtures = join(import.meta.dirname, 'fixtures');

const props = (over: object) => {
  const context = { oidcIssuer: 'https://login.example.org', oidcAudience: 'a', city: 'c', pack: 'p' };
  return {
    app: new App({ context: { ...context, ...over } }),
    routes: fixtureRoutes,
    handlersDir: join(fixtures, 'handlers'),
    dataDirs: { cities: join(fixtures, 'data') },
    outRoot: mkdtempSync(join(tmpdir(), 'build-')),
  };
};

it.each([undefined, 'not a url', 'http://insecure.example.org'])(
  'refuses the issuer %s and says how to name one',
  async (oidcIssuer) => {
    const creating = createCityApp(props({ oidcIssuer }));

    await expect(creating).rejects.toThrow(/oidcIssuer.*-c oidcIssuer=https:/s);
  },
);

it('names the file of a handler that is missing', async () => {
  const handlersDir = mkdtempSync(join(tmpdir(), 'handlers-'));
  writeFileSync(join(handlersDir, 'intake.ts'), 'export const handler = () => {};');

  const creating = createCityApp({ ...props({}), handlersDir });

  await expect(creating).rejects.toThrow(join(handlersDir, 'command.ts'));
});

it('bundles a file per handler with the data beside it and the source maps elsewhere', async () => {
  const asset = await bundle(props({}));

  const files = globSync('**/*', { cwd: asset, withFileTypes: true }).filter((entry) => entry.isFile());
  expect(files.map(({ name }) => name).sort()).toEqual(
    [
      'board.mjs',
      'boards.mjs',
      'city.json',
      'command.mjs',
      'deliver.mjs',
      'early.mjs',
      'intake.mjs',
      'manage.mjs',
      'read.mjs',
      'sweep.mjs',
    ].concat('wake.mjs'),
  );
  expect(existsSync(join(asset, 'data/cities/city.json'))).toBe(true);
  expect(existsSync(join(dirname(asset), 'maps/read.mjs.map'))).toBe(true);
  expect(readFileSync(join(asset, 'read.mjs'), 'utf8')).not.toContain('sourceMappingURL');
});

it('names the bundle after its content: equal data, equal place; other data, another place', async () => {
  const wanted = props({});
  const data = mkdtempSync(join(tmpdir(), 'data-'));
  mkdirSync(join(data, 'beijing'));
  writeFileSync(join(data, 'beijing/city.json'), '{"name":"北京"}');

  const first = await bundle({ ...wanted, dataDirs: { cities: data } });
  const again = await bundle({ ...wanted, dataDirs: { cities: data } });
  writeFileSync(join(data, 'beijing/city.json'), '{"name":"天津"}');
  const changed = await bundle({ ...wanted, dataDirs: { cities: data } });

  expect(again).toBe(first);
  expect(changed).not.toBe(first);
  expect(readFileSync(join(first, 'data/cities/beijing/city.json'), 'utf8')).toContain('北京');
});
