import { describe, expect, it } from 'vitest';
import { addHour, addRequests, emptyCity, emptyItem } from '../../../functions/core/early/counters.ts';
import { hourSlot, slotAt, yearSlotOf } from '../../../functions/core/early/hour-slot.ts';
import { followLevel, levelAt, newLevel } from '../../../functions/core/early/recent-level.ts';
import { areaShare, cityRates, usualRate } from '../../../functions/core/early/usual.ts';

const monday = Math.floor(Date.UTC(2024, 0, 1) / 3_600_000);
const shrinkage = { time: 3, area: 20 };

/** Eight weeks of a busy item that comes at noon, three times as much on Sundays, and of a rare one. */
function knownCity() {
  const [city, busy, rare] = [emptyCity(), emptyItem(), emptyItem()];
  for (let hour = monday; hour < monday + 8 * 168; hour++) {
    const slot = hourSlot(hour);
    addHour(city, slot);
    if (slot.hourOfDay !== 12) continue;
    const count = slot.weekday === 6 ? 30 : 10;
    addRequests({ city, item: busy }, slot, { areas: ['city', 'north'], count: count * 0.8 });
    addRequests({ city, item: busy }, slot, { areas: ['city', 'south'], count: count * 0.2 });
  }
  addRequests({ city, item: rare }, hourSlot(monday), { areas: ['city', 'south'], count: 1 });
  return { city, busy, rare, rates: cityRates(city, shrinkage) };
}

describe('what is usual', () => {
  it('follows hours and weekdays where there is much to go by', () => {
    const { city, busy, rates } = knownCity();

    const rate = usualRate(city, rates, busy, shrinkage);

    expect(Math.abs(rate({ hourOfDay: 12, weekday: 0, month: 0 }) - 10)).toBeLessThan(1.5);
    expect(rate({ hourOfDay: 12, weekday: 6, month: 0 })).toBeGreaterThan(20);
    expect(rate({ hourOfDay: 3, weekday: 0, month: 0 })).toBeLessThan(0.1);
  });

  it('adds up to what came', () => {
    const { city, busy, rates } = knownCity();
    const rate = usualRate(city, rates, busy, shrinkage);
    let sum = 0;
    for (let hour = monday; hour < monday + 8 * 168; hour++) sum += rate(hourSlot(hour));

    expect(sum).toBeCloseTo(busy.total + 0.5, 6);
  });

  it('leans on the rest of the city where an item has one request', () => {
    const { city, rare, rates } = knownCity();

    const rate = usualRate(city, rates, rare, shrinkage);

    expect(rate({ hourOfDay: 12, weekday: 6, month: 0 })).toBeGreaterThan(
      rate({ hourOfDay: 3, weekday: 6, month: 0 }),
    );
    expect(areaShare(city, rare, 'south', shrinkage)).toBeLessThan(0.3);
    expect(areaShare(city, rare, 'north', shrinkage)).toBeGreaterThan(0.7);
  });

  it('expects a little where nothing was ever seen, so that evidence stays finite', () => {
    const { city, rates } = knownCity();

    const rate = usualRate(city, rates, emptyItem(), shrinkage);

    expect(rate({ hourOfDay: 4, weekday: 2, month: 7 })).toBeGreaterThan(0);
    expect(areaShare(city, emptyItem(), 'west', shrinkage)).toBeGreaterThan(0);
  });

  it('survives being stored as JSON', () => {
    const { city, busy, rates } = knownCity();
    const slot = { hourOfDay: 12, weekday: 2, month: 0 };
    const stored = JSON.parse(JSON.stringify({ city, busy }));

    const rate = usualRate(stored.city, cityRates(stored.city, shrinkage), stored.busy, shrinkage);

    expect(rate(slot)).toBe(usualRate(city, rates, busy, shrinkage)(slot));
  });
});

describe('the slot of an hour', () => {
  it('counts weekdays from Monday and finds its way back', () => {
    const slot = hourSlot(monday + 6 * 24 + 23);

    expect(slot).toEqual({ hourOfDay: 23, weekday: 6, month: 0 });
    expect(slotAt(yearSlotOf(slot))).toEqual(slot);
    expect(hourSlot(-1)).toEqual({ hourOfDay: 23, weekday: 2, month: 11 });
  });
});

describe('the recent level', () => {
  const rule = { halfLifeHours: 168, strength: 30, lagHours: 12 };

  it('goes towards what lately came and back to usual when nothing is heard', () => {
    const level = newLevel();
    for (let hour = 0; hour < 500; hour++) followLevel(level, { hour, count: 6, expected: 3 }, rule);

    expect(levelAt(level, 500, rule)).toBeGreaterThan(1.8);
    expect(levelAt(level, 500, rule)).toBeLessThan(2);
    expect(levelAt(level, 500 + 20 * 168, rule)).toBeCloseTo(1, 2);
  });

  it('stays near 1 on few requests', () => {
    const level = newLevel();
    followLevel(level, { hour: 0, count: 3, expected: 0.1 }, rule);

    expect(levelAt(level, 1, rule)).toBeLessThan(1.1);
  });
});
