import { monthOf } from '../../../functions/core/calendar/month-of.ts';
import { monthAfter } from '../../../functions/core/calendar/months.ts';
import { type EpochMs, hourMs } from '../../../functions/core/time.ts';
import type { Facts } from '../../check/facts.ts';
import { oneOf } from './one-of.ts';
import type { Op } from './op.ts';
import { privateText } from './private-words.ts';
import { platform, staffOf } from './staff-of.ts';
import type { Wanted } from './wanted.ts';

/** The unit that publishes boards: the city. */
const city = 'beijing';
const utcOffsetMs = 8 * hourMs;

/** This month; now and then the one before, which no world begins in. */
const monthFor = (now: EpochMs, n: number): string => {
  const month = monthOf(now, utcOffsetMs);
  return n % 5 === 0 ? monthAfter(month, -1) : month;
};

/** A month's board published, or its correction. */
export function newBoard(op: Op, facts: Facts, now: EpochMs): Wanted {
  const period = monthFor(now, op.a);
  const version = facts.boards.filter(({ board }) => board.period === period).length;
  return {
    operationId: 'publishBoard',
    caller: staffOf(op.who % 9 === 0 ? 'fangshan' : city),
    key: `board-${op.n}`,
    path: { kind: 'month', period },
    body: version === 0 ? {} : { replaces: version, reason: 'lateEntries', text: privateText(op.n) },
  };
}

/** A live board, of the month, the year or a special check, or a published one recomputed. */
export function onBoard({ n, a, b }: Op, now: EpochMs): Wanted {
  const asked = { caller: staffOf(city), key: `job-${n}` };
  const period = monthOf(now, utcOffsetMs);
  if (a % 3 === 0) {
    return { operationId: 'verifyBoard', ...asked, path: { kind: 'month', period }, body: {} };
  }
  const yearly = a % 2 === 0 ? 'annual' : 'special';
  const path = b % 3 === 0 ? { kind: yearly, period: period.slice(0, 4) } : { kind: 'month', period };
  return { operationId: b % 4 === 0 ? 'publishBoard' : 'refreshBoard', ...asked, path, body: {} };
}

/** A case excluded, put back, appealed for or refused: by the city, the district or the unit, rightly or not. */
export function newRuling({ n, a, b, who, ticket }: Op, facts: Facts): Wanted | undefined {
  const cases = [...facts.ledger.values()].filter(({ type }) => type === 'case' || type === 'overdue');
  const entry = oneOf(cases, ticket);
  if (entry === undefined) return undefined;
  const type = oneOf(
    ['exclusion', 'exclusion', 'appeal', 'appeal', 'inclusion', 'appealRefused'] as const,
    a,
  );
  const rightful = type === 'appeal' ? entry.unit : city;
  return {
    operationId: 'ruleOnCase',
    caller: staffOf(who % 5 === 0 ? 'fangshan' : who % 11 === 0 ? entry.unit : rightful),
    key: `ruling-${n}`,
    path: { kind: 'month', period: entry.month },
    body: { type, unitCode: entry.unit, of: entry.id, reason: 'force-majeure', text: privateText(b) },
  };
}

const rated = ['daanshan', 'fangshan-police', 'police', 'urban'] as const;

/** Points for a unit on the month's board, by the city or by nobody who may. */
export const newPoints = ({ n, a, b, who }: Op, now: EpochMs): Wanted => ({
  operationId: 'givePoints',
  caller: staffOf(who % 5 === 0 ? 'fangshan' : city),
  key: `points-${n}`,
  path: { kind: 'month', period: monthOf(now, utcOffsetMs) },
  body: { unitCode: oneOf(rated, b), points: 1 + (a % 5), reason: 'praise', text: privateText(n) },
});

/** A unit rated for the year or for its special check (专项检查): by a subdistrict, the city, or the public through the hotline. */
export const newRating = ({ n, a, b, who }: Op, now: EpochMs): Wanted => ({
  operationId: 'rateUnit',
  caller: who % 4 === 0 ? platform : staffOf(who % 4 === 1 ? city : 'daanshan'),
  key: `rating-${n}`,
  path: {},
  body: {
    board: n % 2 === 0 ? 'annual' : 'special',
    period: monthOf(now, utcOffsetMs).slice(0, 4),
    unitCode: oneOf(rated, b),
    points: a % 101,
    ...(who % 4 === 0 ? { public: true } : {}),
    text: privateText(n),
  },
});
