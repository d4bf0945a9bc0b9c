import { describe, expect, it } from 'vitest';
import { runCity } from '../../../../sim/city/run-city.ts';
import { scaled } from './scaled.ts';

/** The tables are what the sources say: contacts of the year, and the shares sent to units, by telephone. */
describe.each([
  { id: 'beijing-year-2019', contacts: 6_960_000, dispatched: 0.36, phone: 0.9 },
  { id: 'beijing-year-2021', contacts: 14_858_000, dispatched: 0.41, phone: 0.8914 },
  { id: 'beijing-year-2024', contacts: 24_000_000, dispatched: 0.41, phone: 0.9 },
])('the scenario $id, at a hundredth of its volume', ({ id, contacts, dispatched, phone }) => {
  const fraction = 1 / 100;
  const { measures, daily, boards, monthly, refused } = runCity(scaled(id, fraction));
  // The stated volume does not count those whom the simulated units failed and who come again.
  const failed = measures.failureRepeatShare * measures.closed;
  const fresh = measures.contacts - failed;

  it('has the contacts of its year', () => {
    // The noise of days has a deviation of 1 / sqrt(38.5 x 365) = 0.84 % on a year, the trend adds little to it.
    expect(fresh * 100).toBeGreaterThan(contacts * (1 - 3.3 * 0.0084));
    expect(fresh * 100).toBeLessThan(contacts * (1 + 3.3 * 0.0084));
  });

  it('settles and dispatches the shares of its year', () => {
    expect((measures.tickets - failed) / fresh).toBeCloseTo(dispatched, 2);
    expect(measures.settledAtDesk / fresh).toBeCloseTo(1 - dispatched, 2);
    expect(measures.phoneShare).toBeCloseTo(phone, 2);
  });

  it('is a whole year, with a board for each of its months and nothing that the rules refuse', () => {
    const year = id.slice(-4);

    expect(daily[0]!.date).toBe(`${year}-01-01`);
    expect(daily.at(-1)!.date).toBe(`${year}-12-31`);
    expect(monthly.map(({ month }) => month)).toEqual(boards.map(({ month }) => month));
    expect(boards.length).toBeGreaterThanOrEqual(11);
    expect(refused).toEqual([]);
  });
});
