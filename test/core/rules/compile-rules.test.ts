import { describe, expect, it } from 'vitest';
import { compileCity } from '../../../functions/core/city/compile-city.ts';
import { unitFor } from '../../../functions/core/rules/item-table.ts';
import { isWithin, noUnit, unitOver } from '../../../functions/core/rules/unit-table.ts';
import { hourMs, minuteMs } from '../../../functions/core/time.ts';
import { beijing } from '../../support/beijing.ts';

const sources = JSON.parse(beijing('beijing-2023').sources);
const says = <Value>(value: Value) => ({ value, assumption: 'a test says so' });
const compile = (overlay: object, changes: object = {}) =>
  compileCity('test', {
    ...sources,
    pack: 'own',
    packs: {
      ...sources.packs,
      own: { schema: 'citywhistle/policy@1', id: 'own', extends: 'beijing-2023', ...overlay },
    },
    ...changes,
  });

describe('rules', () => {
  it('stop at a value nobody published and name its key and why', () => {
    const unknown = { value: null, unknown: 'nobody published it' };

    const own = compile({ dispute: { window: unknown } });

    expect(own).toMatchObject({
      ok: false,
      error: [{ path: 'dispute.window', reason: expect.stringContaining('nobody published it') }],
    });
  });

  it.each([
    [{ tiers: { general: { calendar: 'moon' } } }, 'tiers.general.calendar', 'there is no calendar "moon"'],
    [{ intake: { urgentTier: says('h1') } }, 'intake.urgentTier', 'there is no tier "h1"'],
    [
      { escalation: { rungs: says([{ key: 'half', share: 0.5, to: 'lead' }]) } },
      'escalation.rungs',
      'no rung stands at share 1, the deadline',
    ],
  ])('refuse %j', (overlay, path, reason) => {
    expect(compile(overlay)).toMatchObject({
      ok: false,
      error: expect.arrayContaining([expect.objectContaining({ path, reason })]),
    });
  });

  it('refuse a pack without a tier that the catalogue names, for each item', () => {
    const own = compile({ tiers: { basics: null } });

    expect(own.ok).toBe(false);
    expect(!own.ok && own.error.length).toBeGreaterThan(1);
  });

  it('climb the ladder in the order of time, whatever the order of the file', () => {
    const rungs = [
      { key: 'late', after: 'PT1H', to: 'city' },
      { key: 'end', share: 1, to: 'district' },
      { key: 'half', share: 0.5, to: 'lead' },
    ];

    const own = compile({ escalation: { rungs: says(rungs) } });

    expect(own.ok && own.value.rules.ladder).toMatchObject({ keys: ['half', 'end', 'late'], deadline: 1 });
  });

  it('divide every length by the speed of a demonstration, the clocks of tiers by their calendar', () => {
    const fast = compile({}, { speed: 60 });
    if (!fast.ok) throw new Error(JSON.stringify(fast.error));
    const { tiers, tierByKey, handling, whistleKinds } = fast.value.rules;
    const emergency = tiers[tierByKey.get('emergency')!]!;

    expect(handling.signMs).toBe(2 * minuteMs);
    expect(whistleKinds.find(({ key }) => key === 'emergency')?.arriveWithinMs).toBe(30_000);
    expect(emergency.limitMs).toBe(2 * hourMs);
    expect(emergency.calendar.add(0, emergency.limitMs)).toBe(2 * minuteMs);
  });
});

describe('units', () => {
  const { units } = beijing('beijing-2023').rules;
  const unit = (code: string) => units.byCode.get(code)!;

  it('stand under their district and the city by area, and under nobody beside them', () => {
    expect(isWithin(units, unit('110101017'), unit('110101'))).toBe(true);
    expect(isWithin(units, unit('110101017'), units.city)).toBe(true);
    expect(isWithin(units, unit('110101'), unit('110101017'))).toBe(false);
    expect(isWithin(units, unit('110101017'), unit('110105'))).toBe(false);
  });

  it('answer to their district, a district to the city, and never to themselves', () => {
    expect(unitOver(units, unit('110101017'))).toBe(unit('110101'));
    expect(unitOver(units, unit('110101'))).toBe(units.city);
    expect(unitOver(units, unit('water'))).toBe(units.city);
  });

  it("lead by line through the district's bureau, and by the department where there is no place", () => {
    const line = { type: 'line', unit: unit('water') } as const;

    expect(unitFor(line, unit('110105'), units)).toBe(unit('110105-water'));
    expect(unitFor(line, noUnit, units)).toBe(unit('water'));
    expect(unitFor({ type: 'district', unit: noUnit }, noUnit, units)).toBe(noUnit);
  });
});
