import { expect, it } from 'vitest';
import { citySources } from '../../../functions/core/city/city-sources.ts';
import { beijing } from '../../support/beijing.ts';

const sources = JSON.parse(beijing('beijing-2023').sources);

it('reads back the sources of a city as they were kept', () => {
  expect(citySources.parse(sources)).toEqual(sources);
});

it.each([
  [{ format: 2 }, ['format']],
  [{ speed: 0 }, ['speed']],
  [{ files: {} }, ['files', 'directory']],
  [{ packs: undefined }, ['packs']],
])('refuses what this code cannot read: %j', (change, path) => {
  expect(citySources.safeParse({ ...sources, ...change }).error?.issues[0]?.path).toEqual(path);
});
