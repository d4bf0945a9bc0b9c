import { describe, expect, it } from 'vitest';
import { codeOf, type Source, sources } from './sources.ts';

type Ban = { readonly what: string; readonly in: RegExp; readonly text: RegExp; readonly use: string };

const decided = /^(functions\/(core|usecases|ports|http|messages)|sim)\//;
const everywhere = /^(functions|infra|sim|test)\//;

const bans: readonly Ban[] = [
  {
    what: 'the time of the machine',
    in: decided,
    text: /\bDate\.now\b|\bnew Date\(\)|\bperformance\.now\b|\bprocess\.hrtime\b|\bTemporal\.Now\b/,
    use: 'the Clock port, or an instant as an argument',
  },
  {
    what: 'chance',
    in: decided,
    text: /\bMath\.random\b|\brandomUUID\b|\bimport [^;]*\brandomBytes\b|\bgetRandomValues\b/,
    use: 'a function that is handed in, or a named stream',
  },
  {
    what: 'timers',
    in: /^(functions\/(core|usecases|ports|http|messages)|sim\/engine)\//,
    text: /\bset(Timeout|Interval|Immediate)\b/,
    use: 'a promise of the ticket, or the environment of the simulation',
  },
  {
    what: 'services',
    in: /^(functions\/(core|usecases|ports)|sim\/engine)\//,
    text: /from '(@aws-sdk|@middy|@aws-lambda-powertools)|from 'node:(?!crypto)/,
    use: 'a port',
  },
  {
    what: 'mocks, fake timers and skipped tests',
    in: /^test\/(?!architecture\/)/,
    text: /\bvi\.(mock|useFakeTimers)\b|\b(it|test|describe)\.(skip|todo|only)\(|\bxit\(/,
    use: 'an adapter in memory, an argument, `skipIf` with a plain reason in the title',
  },
  {
    what: 'ways around the checkers',
    in: everywhere,
    text: /@ts-(ignore|expect-error|nocheck)|biome-ignore|eslint-disable|\bas any\b|: any(?= *[,;)=|&>[\]{}\n])|<any>/,
    use: 'a type that says it',
  },
  {
    what: 'syntax that types alone cannot be stripped from',
    in: everywhere,
    text: /^\s*(export )?(const )?enum \w|^\s*(export )?namespace \w|constructor\([^)]*\b(private|public|protected) /m,
    use: 'a const object, a module, a field',
  },
];

const measured = /^sim\/(bench|replay)\//;

describe.each(bans)('$what', ({ what, in: folders, text, use }) => {
  it(`is not to be found in ${folders.source}; use ${use}`, () => {
    const files = sources.filter(({ path }) => folders.test(path) && !isExempt(what, path));
    const found = files.filter(({ path, text: whole }) => path !== self && text.test(codeOf(whole)));

    expect(files.length).toBeGreaterThan(0);
    expect(found.map(({ path }) => path)).toEqual([]);
  });
});

/** A benchmark measures the machine's own time; that is its job. */
const isExempt = (what: string, path: string) => what === 'the time of the machine' && measured.test(path);
const self = 'test/architecture/house-rules.test.ts';

describe('a file', () => {
  const offenders = (isOff: (source: Source) => boolean) =>
    sources.filter(isOff).map(({ path, text }) => `${path} (${text.split('\n').length} lines)`);

  it('has at most 250 lines: look for its second job', () => {
    expect(offenders(({ text }) => text.split('\n').length > 251)).toEqual([]);
  });

  it('is named in kebab-case', () => {
    expect(
      offenders(({ path }) => !/^[a-z0-9-/]+(\.(test|property\.test|contract|config|d))?\.ts$/.test(path)),
    ).toEqual([]);
  });

  it('is no barrel that only hands on what others export', () => {
    const isBarrel = ({ text }: Source) =>
      /^export .* from /m.test(text) &&
      codeOf(text)
        .split('\n')
        .every((line) => line.trim() === '' || /^(export|import) .*from /.test(line));

    expect(offenders(isBarrel)).toEqual([]);
  });

  it('names its imports in full, so that Node runs it as it is', () => {
    expect(
      offenders(({ imports }) =>
        imports.some((name) => /^(functions|infra|sim|test)\//.test(name) && !/\.(ts|json)$/.test(name)),
      ),
    ).toEqual([]);
  });

  it('of a test holds a test', () => {
    const isTest = ({ path }: Source) => path.endsWith('.test.ts');
    const holds = ({ text }: Source) =>
      /\bit(\.each)?\(|\bit\b.*`|Contract\(|\bdescribe\b/.test(codeOf(text));

    expect(offenders((source) => isTest(source) && !holds(source))).toEqual([]);
  });
});

describe('the handlers', () => {
  it('are one a function and under 40 lines', () => {
    const handlers = sources.filter(({ path }) => /^functions\/handlers\/[^/]+\.ts$/.test(path));

    expect(handlers.map(({ path }) => path.split('/').at(-1))).toContain('intake.ts');
    expect(handlers.filter(({ text }) => text.split('\n').length > 41).map(({ path }) => path)).toEqual([]);
    expect(
      handlers.filter(({ text }) => !/export const handler\b/.test(text)).map(({ path }) => path),
    ).toEqual([]);
  });
});
