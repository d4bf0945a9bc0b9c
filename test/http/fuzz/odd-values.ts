import fc from 'fast-check';

/** Texts that careless code trips over: Unicode, markup, SQL, paths, formats of other languages. */
const oddTexts = [
  '',
  ' ',
  '\0',
  '\ud800',
  '\udc00a\ud83d',
  '\u202e倒\u200b\ufeff',
  '水'.repeat(5_000),
  'A\u0301'.repeat(300),
  '👨‍👩‍👧‍👦'.repeat(50),
  "'; DROP TABLE tickets; --",
  "1' OR '1'='1",
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '$' + '{7*7}{{7*7}}<%= 7*7 %>',
  '../../etc/passwd',
  '%00%2e%2e%2f',
  '\r\nx-injected: 1',
  'T#x/TICKET',
  'null',
  '__proto__',
  'constructor',
  'toString',
] as const;

const oddInstants = [
  '2026-11-22T12:00:00',
  '2026-11-22T12:00:00+99:99',
  '2026-11-22T12:00:00+14:00',
  '2026-11-22T12:00:00-00:00',
  '2026-02-30T12:00:00Z',
  '2026-11-22T24:00:00Z',
  '2026-11-22T23:59:60Z',
  '+275760-09-13T00:00:00.001Z',
  '-000001-01-01T00:00:00Z',
  '0000-01-01T00:00:00Z',
  '9999-12-31T23:59:59.999999999Z',
  '1969-12-31T23:59:59+08:00',
  '20261122T120000Z',
  'P1Y',
  'PT-1H',
  `PT${'9'.repeat(30)}H`,
] as const;

const oddNumbers = [0, -0, -1, 0.1, 1e21, 2 ** 53, -(2 ** 53), 1e308, 5e-324] as const;

const deep = (levels: number): unknown => JSON.parse('['.repeat(levels) + ']'.repeat(levels)) as unknown;

/** Any value in the place of any other. */
export const oddValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(...oddTexts, ...oddInstants, ...oddNumbers, null, true, false, [], {}, [[]]),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.jsonValue({ maxDepth: 3 }),
  fc.integer({ min: 2, max: 200 }).map(deep),
  fc.constant(Array.from({ length: 2_000 }, () => 'x')),
);

/** The name of a field that nobody has asked for. */
export const oddName = fc.oneof(
  fc.constantFrom('__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'rev', 'ticketId'),
  fc.constantFrom('status', 'owner', 'pk', 'sk', 'unit', 'scope', '', 'a.b', '\ud800', '\0'),
  fc.string({ unit: 'binary', maxLength: 20 }),
);

/** The value of a parameter or a header, as text. */
export const oddText = fc.oneof(
  fc.constantFrom(...oddTexts, ...oddInstants),
  fc.constantFrom(
    'NaN',
    'Infinity',
    '-Infinity',
    '1e400',
    '0x10',
    '1_000',
    '-1',
    '0',
    '1.5',
    '٣',
    '9'.repeat(400),
  ),
  fc.string({ unit: 'binary', maxLength: 60 }),
);

/** Changes to the bytes of a JSON body: what no serialiser writes. */
export const rawChanges: readonly ((json: string) => string)[] = [
  (json) => json.replace('{', '{"kind":"help","kind":"project",'),
  (json) => json.replace('{', '{"__proto__":{"hotline":true},'),
  (json) => json.replace('{', '{"constructor":{"prototype":{"hotline":true}},'),
  (json) => json.replace(/:\s*("[^"]*"|\d+)/, ':1e400'),
  (json) => json.replace(/:\s*("[^"]*"|\d+)/, ':NaN'),
  (json) => json.replace(/:\s*("[^"]*"|\d+)/, ':-Infinity'),
  (json) => json.replace(/:\s*("[^"]*"|\d+)/, ':"\\ud800"'),
  (json) => `${'['.repeat(20_000)}${json}${']'.repeat(20_000)}`,
  (json) => `{"a":`.repeat(500) + json + '}'.repeat(500),
  (json) => json.slice(0, Math.floor(json.length / 2)),
  (json) => `${json}${json}`,
  (json) => `\ufeff${json}`,
  (json) => `${json}${' '.repeat(70_000)}`,
  (json) => json.replaceAll('"', "'"),
  (json) => `${json}//`,
  () => '[]',
  () => 'null',
  () => '"text"',
  () => '1e400',
];
