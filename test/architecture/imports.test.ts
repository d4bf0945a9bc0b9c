import { describe, expect, it } from 'vitest';
import { sources } from './sources.ts';

/**
 * Who may import whom: handlers -> http -> usecases -> core <- sim; usecases -> ports <- adapters. A file may also
 * import its neighbours under the same folder of this table.
 */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  'functions/core/': ['zod', 'zod/v4/locales/'],
  'functions/ports/': ['functions/core/'],
  'functions/usecases/': ['functions/core/', 'functions/ports/', 'zod'],
  'functions/adapters/': ['functions/core/', 'functions/ports/', 'zod', 'node:', '@aws-sdk/'],
  'functions/messages/': ['functions/core/', 'functions/usecases/', 'functions/http/', 'zod'],
  'functions/http/': [
    'functions/core/',
    'functions/ports/',
    'functions/usecases/',
    'functions/messages/',
    'zod',
    'zod/v4/locales/',
    'node:crypto',
    'aws-lambda',
    '@middy/',
    '@aws-lambda-powertools/',
    'csv-stringify/',
  ],
  'sim/engine/': ['node:crypto'],
};

describe.each(Object.entries(mayImport))('%s', (folder, allowed) => {
  it(`imports ${allowed.length === 0 ? 'itself alone' : `itself and ${allowed.join(', ')}`}`, () => {
    const files = sources.filter(({ path }) => path.startsWith(folder));
    const strays = files.flatMap(({ path, imports }) =>
      imports
        .filter((name) => ![folder, ...allowed].some((prefix) => isUnder(name, prefix)))
        .map((name) => `${path} imports ${name}`),
    );

    expect(files.length).toBeGreaterThan(0);
    expect(strays).toEqual([]);
  });
});

describe('the other way round', () => {
  it.each([
    [
      'handlers (but what walks through them)',
      'functions/handlers/',
      /^(functions\/handlers|test|infra|sim\/(walk|faults))\//,
    ],
    ['the simulator', 'sim/', /^(sim|test)\//],
    [
      'the infrastructure (but what drives the local host)',
      'infra/',
      /^(infra|test|sim\/(live|replay|soak|walk|bench\/intake))\//,
    ],
    ['tests', 'test/', /^test\//],
  ])('nobody below imports %s', (_name, folder, importers) => {
    const strays = sources
      .filter(({ path }) => !importers.test(path))
      .flatMap(({ path, imports }) =>
        imports.filter((name) => name.startsWith(folder)).map((name) => `${path} imports ${name}`),
      );

    expect(strays).toEqual([]);
  });

  it('no two files of what runs import each other in a circle, types aside', () => {
    const runs = new Map(
      sources
        .filter(({ path }) => !path.startsWith('test/'))
        .map(({ path, text }) => [path, valueImports(path, text)]),
    );
    const circles: string[] = [];
    const done = new Set<string>();
    const visit = (path: string, trail: readonly string[]): void => {
      if (trail.includes(path)) circles.push([...trail.slice(trail.indexOf(path)), path].join(' -> '));
      if (done.has(path) || trail.includes(path)) return;
      for (const next of runs.get(path) ?? []) visit(next, [...trail, path]);
      done.add(path);
    };

    for (const path of runs.keys()) visit(path, []);

    expect(circles).toEqual([]);
  });
});

const isUnder = (name: string, prefix: string) =>
  name === prefix || (/[/:]$/.test(prefix) && name.startsWith(prefix));

function valueImports(path: string, text: string): readonly string[] {
  const source = sources.find((one) => one.path === path)!;
  const types = new Set(
    [...text.matchAll(/(?:import|export) type [^'";]*?from\s*'([^']+)'/g)].map((match) => match[1]!),
  );
  const named = [...text.matchAll(/(?:import|export) (?!type )[^'";]*?from\s*'([^']+)'/g)].map(
    (match) => match[1]!,
  );
  const onlyTypes = [...types].filter((name) => !named.includes(name)).map((name) => name.split('/').at(-1));
  return source.imports.filter((name) => name.endsWith('.ts') && !onlyTypes.includes(name.split('/').at(-1)));
}
