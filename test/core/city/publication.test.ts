import { expect, it } from 'vitest';
import { inForce, type Publication } from '../../../functions/core/city/publication.ts';

const publication = (version: number, from: number): Publication => ({
  city: 'beijing',
  version,
  hash: `h${version}`,
  policyId: 'own',
  from,
  publishedAt: version,
  by: 'staff-1',
  reason: 'a test',
});

it('is the latest publication whose time has come, also where an earlier one begins later', () => {
  const latestFirst = [publication(3, 20), publication(2, 30), publication(1, 10)];

  expect(inForce(latestFirst, 9)).toBeUndefined();
  expect(inForce(latestFirst, 10)?.version).toBe(1);
  expect(inForce(latestFirst, 19)?.version).toBe(1);
  expect(inForce(latestFirst, 20)?.version).toBe(3);
  expect(inForce(latestFirst, 30)?.version).toBe(3);
});
