import { describe, expect, it } from 'vitest';
import loadFile from '../../../infra/cost/load.json' with { type: 'json' };
import { readLoad } from '../../../infra/cost/load.ts';
import { nothingSpent, plus } from '../../../infra/cost/spent.ts';
import { livesOf, sweptYear, usageOf, withSchedules } from '../../../infra/cost/year-usage.ts';
import { allPlain, load, spent } from './sample-spent.ts';

const plain = spent({
  functions: { command: { count: 4, ms: 40 }, wake: { count: 2, ms: 10 } },
  httpRequests: 4,
  logBytes: 1_000,
  readUnits: 5,
  writeUnits: 10,
  indexWriteUnits: { wake: 6, worklist: 2 },
  queues: { wake: { sends: 2, messages: 2 }, effects: { sends: 3, messages: 4 } },
  timersFired: 1,
  storedBytes: 2 ** 30 / 100,
});
const idleSweep = spent({
  functions: { sweep: { count: 1, ms: 100 } },
  readUnits: 8,
  logBytes: 400,
});
const lives = {
  consult: nothingSpent,
  plain,
  helped: nothingSpent,
  reopened: nothingSpent,
  overdue: nothingSpent,
  whistled: nothingSpent,
};
const measured = { lives, idleSweep };
const memoryMb = () => 512;
const minutes = 525_600;

describe('a year in the units of the bill', () => {
  it('is every request’s life and a sweep a minute', () => {
    const usage = usageOf(sweptYear(livesOf(measured, allPlain, 100), measured), allPlain, memoryMb);

    expect(usage).toEqual({
      'dynamodb.writeUnits': 100 * (10 + 6 + 2),
      'dynamodb.readUnits': 100 * 5 + minutes * 8,
      // A GB that comes in evenly through the year is there for half of it.
      'dynamodb.storageGbMonths': 6,
      // Sent in 5 calls a life, 6 messages received and deleted one by one, and the idle polls of three queues.
      'sqs.requests': 100 * (5 + 2 * 6) + 3 * 7_884_000,
      'lambda.requests': 100 * 6 + minutes,
      'lambda.gbSeconds': expect.closeTo(100 * 0.05 * 0.5 + minutes * 0.1 * 0.5, 6),
      'apiGateway.requests': 400,
      'logs.ingestedGb': expect.closeTo((100 * (1_000 + 6 * 350) + minutes * (400 + 350)) / 2 ** 30, 9),
      'logs.storageGbMonths': expect.closeTo((3 * (100 * 3_100 + minutes * 750)) / 2 ** 30, 9),
      'scheduler.invocations': minutes,
    });
  });

  it('shares the requests among the lives as the load says', () => {
    const year = livesOf(
      { ...measured, lives: { ...lives, consult: spent({ writeUnits: 1 }) } },
      load,
      1_000,
    );

    expect(year.writeUnits).toBeCloseTo(585 * 1 + 330 * 10, 6);
  });

  it('with a schedule for each promise has no wake index, no wake queue and no sweeps, but an invocation a timer', () => {
    const usage = usageOf(withSchedules(livesOf(measured, allPlain, 100)), allPlain, memoryMb);

    expect(usage).toMatchObject({
      'dynamodb.writeUnits': 100 * (10 + 2),
      'dynamodb.readUnits': 500,
      'sqs.requests': 100 * (3 + 2 * 4) + 3 * 7_884_000,
      'lambda.requests': 100 * (4 + 1),
      'scheduler.invocations': 100,
    });
  });
});

describe('what is spent', () => {
  it('is added field by field, and taken away again', () => {
    const twice = plus(plain, plain);

    expect(twice).toMatchObject({ writeUnits: 20, functions: { command: { count: 8, ms: 80 } } });
    expect(plus(twice, plain, -1)).toEqual(plain);
  });
});

describe('the file of loads', () => {
  it('is refused when the shares of the lives do not add up to 1', () => {
    const others = { ...loadFile.lives, plain: { value: 0.5, assumption: 'test' } };

    expect(() => readLoad({ ...loadFile, lives: others })).toThrow('add up to 1');
  });
});
