import type { Rules } from '../../../rules/rules.ts';
import type { EpochMs } from '../../../time.ts';
import type { CommandOf } from '../../command.ts';
import { type Out, owe, record } from '../../out.ts';
import type { Refusal } from '../../refusal.ts';
import { noRating, type Summons, SummonsStatus, type Ticket } from '../../ticket.ts';
import { noSummons, outOfTurn } from './summons-of.ts';

/**
 * Points from 0 to 100 for how a summons was answered: by the blower, and where the kind says so by the summoned unit as
 * well (双向评价). Each side rates once, after the release, also when the ticket has ended. A failed call can be rated
 * by the blower only.
 */
export function rateSummons(
  t: Ticket,
  c: CommandOf<'rateSummons'>,
  now: EpochMs,
  rules: Rules,
  out: Out,
): Refusal | undefined {
  const ended = t.summonses.filter(({ status }) => isRatable(status));
  const forward = ended.filter(({ blower, unit }) => blower === c.by && unit === c.unit);
  const back = ended.filter(
    ({ blower, unit, status }) => unit === c.by && blower === c.unit && status === SummonsStatus.released,
  );
  const rated = forward.length > 0 ? forward : back;
  if (rated.length === 0) return t.openSummonses > 0 ? outOfTurn('rate after the release') : noSummons;
  const field = forward.length > 0 ? 'rating' : 'ratingBack';
  const summons = rated.findLast((one) => one[field] === noRating);
  if (summons === undefined) return { code: 'ALREADY_DONE', what: 'summonsRated' };
  const { rating, path } = rules.whistleKinds[summons.kind]!;
  if (rating === undefined || (field === 'ratingBack' && rating.by !== 'both')) {
    return { code: 'NOT_IN_REMIT', rule: `${path}.rating`, field: 'unitCode' };
  }
  if (!(c.points >= 0 && c.points <= 100)) {
    return { code: 'INVALID', field: 'points', reason: 'from 0 to 100' };
  }
  summons[field] = c.points;
  record(t, out, now, 'summonsRated', c.by, `${path}.rating`, c.unit);
  owe(t, out, now, 'ledger', c.unit, 'summonsRated', t.summonses.indexOf(summons));
  return undefined;
}

const isRatable = (status: Summons['status']): boolean =>
  status === SummonsStatus.released || status === SummonsStatus.failed;
