import { describe, expect, it } from 'vitest';
import type * as z from 'zod';
import { agendaPolicy } from '../../../functions/core/policy/agenda-policy.ts';
import { monthPolicy } from '../../../functions/core/policy/month-policy.ts';
import { ratingBoardPolicy } from '../../../functions/core/policy/rating-board-policy.ts';
import { topicPolicy } from '../../../functions/core/policy/topic-policy.ts';
import { whistleKinds } from '../../../functions/core/policy/whistle-policy.ts';
import { beijing } from '../../support/beijing.ts';
import { says } from '../../support/overlaid-city.ts';

const title = { zh: '名', en: 'Name' };
/** Whether a schema takes a value. */
const takes = (schema: z.ZodType, value: unknown) => schema.safeParse(value).success;

describe('an agenda', () => {
  const { takes: kinds, orderBy } = agendaPolicy.shape;

  it('takes each kind of matter, and orders by each thing, once', () => {
    expect(takes(kinds, says(['overdue', 'disputed']))).toBe(true);
    expect(takes(kinds, says(['overdue', 'overdue']))).toBe(false);
    expect(takes(orderBy, says(['age', 'age']))).toBe(false);
  });
});

describe('bands', () => {
  const { bands } = monthPolicy.shape.rates.shape.onTime.shape;
  const knots = (...rates: number[]) =>
    says({ shape: 'steps', knots: rates.map((rate) => ({ rate, earns: 1 })) });

  it('have knots whose rates rise', () => {
    expect(takes(bands, knots(0.5))).toBe(true);
    expect(takes(bands, knots(0.5, 0.6, 0.9))).toBe(true);
    expect(takes(bands, knots(0.5, 0.5))).toBe(false);
    expect(takes(bands, knots(0.5, 0.9, 0.8))).toBe(false);
  });
});

describe('a class of units', () => {
  const when = (conditions: object) => ({ first: { title, when: says(conditions) } });

  it('has a condition beside the months in which it holds', () => {
    const { classes } = monthPolicy.shape;

    expect(takes(classes, when({ topShare: 0.1, monthsInRow: 3 }))).toBe(true);
    expect(takes(classes, when({ monthsInRow: 3 }))).toBe(false);
    expect(takes(classes, when({}))).toBe(false);
  });
});

describe('a share', () => {
  const shares = (share: unknown) =>
    ratingBoardPolicy.shape.shares.safeParse({ all: { title, share: says(share) } });

  it.each([
    ['1/3', 1 / 3],
    ['9/9', 1],
    [0.25, 0.25],
  ])('may be %s', (share, value) => {
    expect(shares(share).data?.all?.share.value).toBe(value);
  });

  it.each(['4/3', '0/3', '1/0', '1/3x', 'x1/3', 1.5])('is not %s', (share) => {
    expect(shares(share).success).toBe(false);
  });
});

describe('the ladder of a milestone', () => {
  const { rungs } = topicPolicy.shape.milestones.shape;
  const end = { key: 'end', after: 'PT0S', to: 'owner' };
  const late = { key: 'late', after: 'P1D', to: 'city' };

  it('has a rung at the date itself', () => {
    expect(takes(rungs, says([end, late]))).toBe(true);
    expect(takes(rungs, says([late]))).toBe(false);
    expect(takes(rungs, says([{ key: 'soon', before: 'PT0S', to: 'owner' }]))).toBe(false);
  });

  it('has no two rungs of the same key', () => {
    expect(takes(rungs, says([end, { ...late, key: 'end' }]))).toBe(false);
  });
});

describe('a whistle that goes through the district', () => {
  it('needs the time to pass it on, and one that goes directly does not', () => {
    const { packs } = JSON.parse(beijing('beijing-2023').sources);
    const { enforcement } = packs['cn-base'].whistleKinds;
    const routed = { ...enforcement, single: says('district') };

    expect(takes(whistleKinds, { enforcement })).toBe(true);
    expect(takes(whistleKinds, { enforcement: { ...routed, passWithin: says('PT1H') } })).toBe(true);
    expect(whistleKinds.safeParse({ enforcement: routed }).error?.issues[0]).toMatchObject({
      path: ['enforcement', 'passWithin'],
      message: 'a whistle that goes through the district needs the time to pass it on',
    });
  });
});
