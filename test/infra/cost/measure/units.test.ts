import { describe, expect, it } from 'vitest';
import { indexUnits, storedBytes } from '../../../../infra/cost/measure/index-units.ts';
import { itemBytes } from '../../../../infra/cost/measure/item-bytes.ts';
import { readUnits, writeUnits } from '../../../../infra/cost/measure/request-units.ts';
import { toWire } from '../../../../infra/cost/measure/to-wire.ts';

const shape = {
  partitionKey: 'pk',
  sortKey: 'sk',
  ttlAttribute: 'ttl',
  indexes: {
    wake: {
      partitionKey: { name: 'shard', type: 'S' },
      sortKey: { name: 'wakeAt', type: 'N' },
      projected: ['rev'],
    },
  },
} as const;
const item = (fields: object) => toWire({ pk: 'a', sk: 'b', ...fields });
/** An item of exactly so many bytes. */
const sized = (bytes: number) => toWire({ pk: 'x'.repeat(bytes - 2) });

describe('the bytes of an item', () => {
  it('are those of names and values, in UTF-8, with what nesting adds', () => {
    expect(itemBytes(toWire({ n: '水' }))).toBe(1 + 3);
    expect(itemBytes(toWire({ n: 12_345 }))).toBe(1 + 4);
    expect(itemBytes(toWire({ n: true, m: null }))).toBe(2 + 2);
    expect(itemBytes(toWire({ l: ['ab', 'c'] }))).toBe(1 + 3 + 2 + 3);
    expect(itemBytes(toWire({ m: { k: 'v' } }))).toBe(1 + 3 + 1 + 2);
  });
});

describe('the units of a request', () => {
  it('begin anew with each kilobyte written, by the larger of before and after', () => {
    expect([sized(1_024), sized(1_025)].map((one) => writeUnits(undefined, one))).toEqual([1, 2]);
    expect(writeUnits(sized(3_000), sized(10))).toBe(3);
    expect(writeUnits(sized(10), undefined)).toBe(1);
  });

  it('begin anew with each four kilobytes read together, half of them where it need not be consistent', () => {
    expect(readUnits([sized(4_096)], true)).toBe(1);
    expect(readUnits([sized(4_096), sized(2)], true)).toBe(2);
    expect(readUnits([sized(4_097)], false)).toBe(1);
    expect([readUnits([], true), readUnits([], false)]).toEqual([1, 0.5]);
  });
});

describe('the units of an index', () => {
  const entry = { shard: 's', wakeAt: 5, rev: 1 };

  it('are one when its entry comes, goes or changes a projected field, two when its keys move', () => {
    const of = (before: object | undefined, after: object | undefined) =>
      indexUnits(before && item(before), after && item(after), shape).wake;

    expect(of(undefined, entry)).toBe(1);
    expect(of(entry, { note: 'out of the index' })).toBe(1);
    expect(of(entry, { ...entry, rev: 2 })).toBe(1);
    expect(of(entry, { ...entry, wakeAt: 6 })).toBe(2);
    expect(of(entry, { ...entry, other: 'not projected' })).toBeUndefined();
    expect(of({ shard: 's' }, { shard: 't' })).toBeUndefined();
  });

  it('are added to what an item keeps, each entry with its overhead', () => {
    const bytes = itemBytes(item(entry));

    expect(storedBytes(item(entry), shape)).toBe(2 * (bytes + 100));
    expect(storedBytes(item({}), shape)).toBe(itemBytes(item({})) + 100);
  });
});
