import { describe, expect, it } from 'vitest';
import { billOf } from '../../../infra/cost/bill.ts';
import pricesFile from '../../../infra/cost/prices.json' with { type: 'json' };
import { MissingPrice, readPrices } from '../../../infra/cost/prices.ts';
import { prices } from './sample-spent.ts';

describe('a bill', () => {
  it('is each quantity at its price, by line, by service and in all', () => {
    const bill = billOf(
      { 'dynamodb.writeUnits': 2_000_000, 'dynamodb.readUnits': 4_000_000, 'sqs.requests': 500_000 },
      prices,
    );

    // 2 x 0.625 + 4 x 0.125 = 1.75; 0.5 x 0.40 = 0.20
    expect(bill.lines.map(({ cost }) => cost)).toEqual([1.25, 0.5, 0.2]);
    expect([...bill.services]).toEqual([
      ['dynamodb', 1.75],
      ['sqs', 0.2],
    ]);
    expect(bill.total).toBeCloseTo(1.95, 12);
  });

  it('is not made without a price for something that was used, and names it', () => {
    const make = () => billOf({ 'sqs.requests': 1, 'xray.traces': 5 }, prices);

    expect(make).toThrow(MissingPrice);
    expect(make).toThrow('there is no price for xray.traces in us-east-1');
  });

  it('needs no price for what was not used', () => {
    expect(billOf({ 'xray.traces': 0, 'lambda.requests': 5_000_000 }, prices).total).toBe(1);
  });
});

describe('the file of prices', () => {
  it('says for each price where and when it was read, and why there is none', () => {
    for (const row of Object.values(prices.prices)) {
      expect(row.price === null ? row.unknown : `${row.source} ${row.sourceDate}`).not.toBe('');
    }
  });

  it('is refused with a price of no source, or without a row', () => {
    const { 'sqs.requests': row, ...others } = pricesFile.prices;
    const unsourced = { ...row, source: undefined };

    expect(() => readPrices({ ...pricesFile, prices: { ...others, 'sqs.requests': unsourced } })).toThrow(
      'sqs.requests',
    );
    expect(() => readPrices({ ...pricesFile, prices: others })).toThrow('sqs.requests');
  });
});
