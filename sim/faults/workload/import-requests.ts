import { dayMs, type EpochMs } from '../../../functions/core/time.ts';
import type { Op } from './op.ts';
import { platform } from './staff-of.ts';
import { submissionBody } from './submission-body.ts';
import type { Wanted } from './wanted.ts';

const rowsMax = 4;
/** The oldest cases are of two months before: some of their limits are past, some are still to come. */
const agesMax = 60;

/** Old cases (积案) with their own dates; now and then one row comes twice in a load, or names no such unit. */
export function newImport(op: Op, now: EpochMs): Wanted {
  const { n, a, b, pick } = op;
  const tickets = Array.from({ length: 1 + (pick % rowsMax) }, (_, row) => {
    const ageMs = ((a + 17 * row) % agesMax) * dayMs;
    const body = submissionBody({ ...op, b: b + row }, `old-${n}-${row}`, now);
    const place = (a + row) % 9 === 0 ? { place: { unitCode: 'nowhere' } } : {};
    return { ...body, ...place, requestedAt: new Date(now - ageMs).toISOString() };
  });
  const twice = b % 7 === 0 ? [tickets[0]!] : [];
  return {
    operationId: 'importBacklog',
    caller: platform,
    key: `import-${n}`,
    path: {},
    body: { tickets: [...tickets, ...twice] },
  };
}
