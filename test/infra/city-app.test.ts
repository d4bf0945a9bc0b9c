import { existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { expect, it } from 'vitest';
import { readyData } from '../../infra/bundle/ready-data.ts';
import { bundle } from '../../infra/bundle.ts';
import { createCityApp } from '../../infra/city-app.ts';
import { functionNames } from '../../infra/stacks/function-settings.ts';
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

it.each([
  [{ stage: 'test' }, /stage: is one of dev, prod/],
  [{ stage: 'prod', speed: '60' }, /speed: a city lives at speed 1/],
  [{ tableKey: 'mine' }, /tableKey: is aws or own/],
])('refuses the settings %o', async (over, said) => {
  const creating = createCityApp(props(over));

  await expect(creating).rejects.toThrow(said);
});

it('names the file of a handler that is missing', async () => {
  const handlersDir = mkdtempSync(join(tmpdir(), 'handlers-'));
  writeFileSync(join(handlersDir, 'intake.ts'), 'export const handler = () => {};');

  const creating = createCityApp({ ...props({}), handlersDir });

  await expect(creating).rejects.toThrow(join(handlersDir, 'command.ts'));
});

it('bundles a file per handler with the data beside it and the source maps elsewhere', async () => {
  const asset = await bundle(props({}));

  expect(globSync('*', { cwd: asset }).sort()).toEqual(
    ['chunks', 'data', ...functionNames.map((name) => `${name}.mjs`)].sort(),
  );
  expect(existsSync(join(asset, 'data/cities/city.json'))).toBe(true);
  expect(existsSync(join(dirname(asset), 'maps/read.mjs.map'))).toBe(true);
  expect(readFileSync(join(asset, 'read.mjs'), 'utf8')).not.toContain('sourceMappingURL');
});

it('brings the city it was told to run, checked and ready, and refuses one that cannot run', async () => {
  const dataDir = join(import.meta.dirname, '../../functions');
  const madeData = readyData({ dataDir, city: 'daan', pack: 'daan' });

  const asset = await bundle({ ...props({}), madeData });

  const ready = JSON.parse(readFileSync(join(asset, 'data/ready/daan.daan.json'), 'utf8'));
  expect(ready.checked.policy.id).toBe('daan');
  expect(() => readyData({ dataDir, city: 'daan', pack: 'no-such' })).toThrow(
    /daan cannot run under no-such/,
  );
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
}, 120_000);
