import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Calendar } from '../../../functions/core/calendar/calendar.ts';
import { dayMs, hourMs } from '../../../functions/core/time.ts';
import { beijing, elapsed, officeHours, workdays } from './sample-calendars.ts';

const seed = 20_260_101;
const run = { seed, numRuns: 2_000 };

/** Instants of 2013 to 2023, half of them on the full hour, where working time begins and ends. */
const first = beijing('2013-01-01 00:00');
const lastHour = (beijing('2024-01-01 00:00') - first) / hourMs;
const instant = fc.oneof(
  fc.integer({ min: 0, max: lastHour }).map((hour) => first + hour * hourMs),
  fc.integer({ min: 0, max: lastHour * hourMs }).map((ms) => first + ms),
);

/** Lengths of up to 100 days either way, half of them whole hours. */
const length = fc.oneof(
  fc.integer({ min: -2400, max: 2400 }).map((hours) => hours * hourMs),
  fc.integer({ min: -100 * dayMs, max: 100 * dayMs }),
);

describe.each<[string, () => Calendar]>([
  ['calendar days', elapsed],
  ['working days', workdays],
  ['working hours', officeHours],
])(`%s (seed ${seed})`, (_, compiled) => {
  const holds = (law: (calendar: Calendar, at: number, a: number, b: number) => void) => {
    const calendar = compiled();
    fc.assert(
      fc.property(instant, length, length, (at, a, b) => law(calendar, at, a, b)),
      run,
    );
  };

  it('counts between an instant and its sum exactly what was added', () => {
    holds((calendar, at, ms) => {
      expect(calendar.between(at, calendar.add(at, ms)) - ms).toBe(0);
    });
  });

  it('adds two lengths one after the other as their sum', () => {
    holds((calendar, at, a, b) => {
      expect(calendar.add(calendar.add(at, a), b)).toBe(calendar.add(at, a + b));
    });
  });

  it('never gives an earlier result for a later start or a greater length', () => {
    holds((calendar, at, a, b) => {
      expect(calendar.add(at, Math.max(a, b))).toBeGreaterThanOrEqual(calendar.add(at, Math.min(a, b)));
      expect(calendar.add(at + Math.abs(b), a)).toBeGreaterThanOrEqual(calendar.add(at, a));
    });
  });

  it('gives the earliest instant at which the length has passed', () => {
    holds((calendar, at, ms) => {
      const sumAt = calendar.add(at, ms);

      expect(calendar.between(at, sumAt - 1)).toBeLessThan(ms);
    });
  });

  it('gives whole milliseconds', () => {
    holds((calendar, at, ms) => {
      expect(Number.isInteger(calendar.add(at, ms))).toBe(true);
    });
  });
});

it('counts working time as a walk through the minutes does', () => {
  const calendar = officeHours();
  const at = fc
    .integer({ min: 0, max: 365 * 24 * 60 })
    .map((minute) => beijing('2024-01-01 00:00') + minute * 60_000);
  const minutes = fc.integer({ min: 0, max: 20 * 24 * 60 });
  fc.assert(
    fc.property(at, minutes, (from, count) => {
      let walked = 0;
      for (let minute = 0; minute < count; minute++) {
        const local = new Date(from + minute * 60_000 + 8 * hourMs);
        const hour = local.getUTCHours();
        const inOffice = (hour >= 9 && hour < 12) || (hour >= 13 && hour < 18);
        if (inOffice && isWorkday2024(local)) walked++;
      }

      expect(calendar.between(from, from + count * 60_000)).toBe(walked * 60_000);
    }),
    { seed, numRuns: 50 },
  );
});

/** The State Council's arrangement for 2024 (国办发明电〔2023〕7号), and New Year 2025 for walks that cross it. */
function isWorkday2024(local: Date): boolean {
  const date = local.toISOString().slice(0, 10);
  const madeUp = ['02-04', '02-18', '04-07', '04-28', '05-11', '09-14', '09-29', '10-12'];
  const off: [string, string][] = [
    ['2024-01-01', '2024-01-01'],
    ['2024-02-10', '2024-02-17'],
    ['2024-04-04', '2024-04-06'],
    ['2024-05-01', '2024-05-05'],
    ['2024-06-10', '2024-06-10'],
    ['2024-09-15', '2024-09-17'],
    ['2024-10-01', '2024-10-07'],
    ['2025-01-01', '2025-01-01'],
  ];
  if (madeUp.some((day) => date === `2024-${day}`)) return true;
  return local.getUTCDay() % 6 !== 0 && !off.some(([from, until]) => date >= from && date <= until);
}
