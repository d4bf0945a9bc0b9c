import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type Issuer, openIssuer } from '../../infra/local/issuer.ts';
import { runWalk } from '../../sim/walk/run-walk.ts';
import { walks } from '../../sim/walk/walks.ts';

/** Thousands of requests, on a machine that does other things as well. */
const walkMaxMs = 600_000;

const keys = mkdtempSync(join(tmpdir(), 'citywhistle-walks-'));
afterAll(() => rmSync(keys, { recursive: true }));
let opened: Promise<Issuer> | undefined;
const issuer = () => {
  opened ??= openIssuer('http://walk.invalid', keys);
  return opened;
};

describe('the walks', () => {
  it('have a number and a name of their own', () => {
    expect(new Set(walks.map(({ number }) => number)).size).toBe(walks.length);
    expect(new Set(walks.map(({ name }) => name)).size).toBe(walks.length);
  });

  it.each(walks.map((walk) => [`${walk.number} ${walk.title.zh}`, walk] as const))(
    '%s go from an empty city to their end and find every fact',
    async (_, walk) => {
      const { facts, broken } = await runWalk(walk, await issuer(), () => {});

      expect(broken).toBeUndefined();
      expect(facts.filter(({ ok }) => !ok)).toEqual([]);
      expect(facts.length).toBeGreaterThan(2);
    },
    walkMaxMs,
  );
});
