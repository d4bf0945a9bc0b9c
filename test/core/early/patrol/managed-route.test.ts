import { describe, expect, it } from 'vitest';
import { coverageOf } from '../../../../functions/core/early/patrol/coverage.ts';
import { isHandedOver } from '../../../../functions/core/early/patrol/patrol-state.ts';
import { askOnly, august, eightOnThe2nd, refusal, take } from './sample-patrol.ts';

const nameChief = { type: 'nameChief', chief: { name: '街巷长乙' } } as const;
const givenUp = { code: 'OUT_OF_TURN', reason: 'the route was given up' };
const handedOver = { code: 'OUT_OF_TURN', reason: 'the next month of the route has begun' };
const onThe1stOfSeptember = Date.parse('2018-09-01T00:00:00+08:00');
const passedOn = () => take(august(), { type: 'handOver' }, 'clock', onThe1stOfSeptember);
const followed = () => take(passedOn(), { type: 'openedNext' }, 'clock', onThe1stOfSeptember);

describe('a route', () => {
  const rule = 'early.patrol.roles.street-chief';

  it('has its chief named by the subdistrict, which history tells', () => {
    const { lines } = askOnly(august(), nameChief);

    expect(lines).toEqual([{ at: eightOnThe2nd, event: 'chiefNamed', by: 'daanshan', rule }]);
    expect(refusal(august(), nameChief, 'village')).toEqual({ code: 'FORBIDDEN' });
    expect(refusal(take(august(), { type: 'retire' }), nameChief)).toEqual(givenUp);
  });

  it('that is given up has its rounds called off and counted so', () => {
    const { lines } = askOnly(august(), { type: 'retire' });
    const state = take(august(), { type: 'retire' });
    const [row] = coverageOf([state]);

    expect(lines).toEqual([{ at: eightOnThe2nd, event: 'patrolRetired', by: 'daanshan', rule }]);
    expect(row).toMatchObject({ rhythm: 'daily', due: 31, calledOff: 31, open: 0 });
    expect(state).not.toHaveProperty('nextAt');
    expect(refusal(state, { type: 'retire' })).toEqual(givenUp);
  });

  it('is asked of in the next month from when the clock says so, before that is there', () => {
    const { lines } = askOnly(august(), { type: 'handOver' }, 'clock', onThe1stOfSeptember);

    expect(passedOn()).toEqual({ ...august(), handedOverAt: onThe1stOfSeptember });
    expect(lines).toEqual([]);
    expect(take(passedOn(), { type: 'handOver' }, 'clock', onThe1stOfSeptember + 9)).toEqual(passedOn());
    const givenUpRoute = take(august(), { type: 'retire' });

    expect(isHandedOver(givenUpRoute)).toBe(false);
    expect(take(givenUpRoute, { type: 'handOver' }, 'clock', onThe1stOfSeptember)).toBe(givenUpRoute);
    expect(take(followed(), { type: 'handOver' }, 'clock', onThe1stOfSeptember + 9)).toEqual(followed());
    expect(refusal(august(), { type: 'handOver' }, 'daanshan')).toEqual({ code: 'FORBIDDEN' });
  });

  it('that is handed over is neither given another chief nor given up in the old month', () => {
    const { handedOverAt: _, ...unmarked } = followed();

    for (const state of [passedOn(), followed(), unmarked]) {
      expect(refusal(state, nameChief)).toEqual(handedOver);
      expect(refusal(state, { type: 'retire' })).toEqual(handedOver);
    }
    expect(refusal(august(), { type: 'retire', elder: true })).toEqual(handedOver);
  });

  it('that is given up in a later month owes no round of the old one, which still opens that month', () => {
    const elder = take(passedOn(), { type: 'retire', elder: true });
    const old = take(followed(), { type: 'retire', elder: true });

    expect(new Set(elder.rounds.map(({ status }) => status))).toEqual(new Set(['void']));
    expect(elder).toMatchObject({ nextAt: onThe1stOfSeptember, retiredAt: eightOnThe2nd });
    expect(old).not.toHaveProperty('nextAt');
  });

  it('has its next month opened once, which history tells', () => {
    const now = onThe1stOfSeptember;
    const { lines } = askOnly(passedOn(), { type: 'openedNext' }, 'clock', now);

    expect(lines).toEqual([{ at: now, event: 'nextMonthOpened', by: 'clock', rule }]);
    expect(askOnly(followed(), { type: 'openedNext' }, 'clock', now + 1)).toMatchObject({
      lines: [],
      decided: { ok: true, value: followed() },
    });
  });
});
