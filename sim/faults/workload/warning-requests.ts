import { warningState } from '../../../functions/core/early/warning/warning-state.ts';
import type { Facts } from '../../check/facts.ts';
import { undertakingsOf } from '../../check/undertakings-of.ts';
import { oneOf } from './one-of.ts';
import type { Op } from './op.ts';
import { privateText } from './private-words.ts';
import { staffOf } from './staff-of.ts';
import type { Wanted } from './wanted.ts';

/** What a unit says to a warning that was raised: it acts, it watches on, or there is nothing to it. */
export function onWarning(op: Op, facts: Facts): Wanted | undefined {
  const { a, n, pick, who } = op;
  const record = oneOf(undertakingsOf(facts, 'warning'), op.ticket);
  if (record === undefined) return undefined;
  const { area } = warningState.parse(record.state);
  const asked = {
    caller: staffOf(who % 6 === 0 ? 'transport' : area),
    key: `step-${n}`,
    path: { warningId: record.id },
  };
  return pick % 3 === 0
    ? { operationId: 'dismissWarning', ...asked, body: { reason: privateText(n) } }
    : {
        operationId: 'respondToWarning',
        ...asked,
        body: { outcome: oneOf(['acted', 'watched'], a), text: privateText(n) },
      };
}
