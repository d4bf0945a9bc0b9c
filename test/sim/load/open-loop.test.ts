import { expect, it } from 'vitest';
import { driveFigures, percentiles } from '../../../sim/load/drive/drive-figures.ts';
import { openLoop } from '../../../sim/load/drive/open-loop.ts';
import type { Outcome } from '../../../sim/load/drive/post-once.ts';

const taken = { type: 'taken', status: 201, ticketId: 'a' } as const;

/** A clock that moves only when a request takes its time. */
function slowService(answerMs: number) {
  const time = { now: 1_000 };
  const send = async (): Promise<Outcome> => {
    time.now += answerMs;
    return taken;
  };
  return { clock: { now: () => time.now }, send };
}

const loop = (
  service: ReturnType<typeof slowService>,
  count: number,
  aborted = new AbortController().signal,
) =>
  openLoop({
    ...service,
    bodies: Array.from({ length: count }, (_, n) => n),
    count,
    ratePerSecond: 500,
    inFlightMax: 1,
    aborted,
  });

it('counts the wait for a stalled service in the time from the instant a request was due', async () => {
  const { sent, unsent } = await loop(slowService(20), 4);

  const figures = driveFigures({ sent, unsent, lengthMs: 80 });

  expect(sent.map(({ dueAt }) => dueAt)).toEqual([1_000, 1_002, 1_004, 1_006]);
  expect(sent.map(({ sentAt }) => sentAt)).toEqual([1_000, 1_020, 1_040, 1_060]);
  expect(figures.fromSendingMs.max).toBe(20);
  expect(figures.fromDueMs.max).toBe(74);
});

it('gives up what is due but could not be sent long after the time is over, and counts it', async () => {
  const { sent, unsent } = await loop(slowService(20_000), 10);

  expect(sent).toHaveLength(2);
  expect(unsent).toBe(8);
});

it('sends nothing more once it is interrupted', async () => {
  const interrupt = new AbortController();
  const service = slowService(1);

  const { sent, unsent } = await loop(
    {
      ...service,
      send: async () => {
        interrupt.abort();
        return service.send();
      },
    },
    10,
    interrupt.signal,
  );

  expect(sent).toHaveLength(1);
  expect(unsent).toBe(0);
});

it('counts tickets, refusals and silence apart, by code', () => {
  const outcomes: readonly Outcome[] = [
    taken,
    { ...taken, status: 200 },
    { type: 'refused', code: '422 UNKNOWN_ITEM' },
    { type: 'refused', code: '503 BUSY' },
    { type: 'refused', code: '503 BUSY' },
    { type: 'unanswered', code: 'ECONNREFUSED' },
  ];

  const figures = driveFigures({
    sent: outcomes.map((outcome, n) => ({ dueAt: 0, sentAt: n, doneAt: 10, outcome })),
    unsent: 3,
    lengthMs: 2_000,
  });

  expect(figures).toMatchObject({ sent: 6, unsent: 3, opened: 1, known: 1, ratePerSecond: 3 });
  expect(figures.refused).toEqual([
    ['503 BUSY', 2],
    ['422 UNKNOWN_ITEM', 1],
  ]);
  expect(figures.unanswered).toEqual([['ECONNREFUSED', 1]]);
  expect(figures.fromSendingMs).toEqual({ p50: 7, p90: 10, p99: 10, p999: 10, max: 10 });
});

it('takes percentiles by nearest rank, and none of nothing', () => {
  const thousand = Array.from({ length: 1_000 }, (_, n) => 1_000 - n);

  expect(percentiles(thousand)).toEqual({ p50: 500, p90: 900, p99: 990, p999: 999, max: 1_000 });
  expect(percentiles([]).p50).toBeNaN();
});
