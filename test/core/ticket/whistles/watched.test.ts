import { describe, expect, it } from 'vitest';
import { keep } from '../../../../functions/core/ticket/command.ts';
import { dayMs, hourMs, minuteMs, NEVER } from '../../../../functions/core/time.ts';
import { monday } from '../../../support/case.ts';
import { city, district, Whistled } from './own-whistles.ts';

const top = city.rules.units.codes[city.rules.units.city]!;
const limitMs = 30 * minuteMs;

describe('the next thing promised of a whistle', () => {
  it('is at every step the earliest of what is due of its calls', () => {
    const one = new Whistled();
    const water = one.unit('water');
    const next = () => one.ticket.otherAt - monday;
    one.blow('emergency', ['water']);
    expect(next()).toBe(10 * minuteMs);

    one.ask({ type: 'passOn', unit: water, to: keep }, monday + minuteMs, one.unit(district));
    expect(next()).toBe(minuteMs + limitMs);

    one.ask({ type: 'declineSummons' }, monday + 2 * minuteMs, water);
    expect(next()).toBe(2 * minuteMs + dayMs);

    one.ask({ type: 'ruleOnSummons', unit: water, excused: false }, monday + hourMs, one.unit(top));
    expect(next()).toBe(hourMs + limitMs);

    one.ask({ type: 'acknowledgeSummons' }, monday + hourMs, water);
    expect(next()).toBe(hourMs + limitMs);

    one.ask({ type: 'arrive' }, monday + hourMs, water);
    expect(next()).toBe(NEVER);
  });

  it('is no more that of a call that was given up', () => {
    const one = new Whistled();
    one.blow('enforcement', ['water']);

    one.ask({ type: 'failSummons', unit: one.unit('water') }, monday + minuteMs, one.unit(district));

    expect(one.ticket.otherAt).toBe(NEVER);
  });
});

describe('a unit that argues', () => {
  const called = () => {
    const one = new Whistled();
    one.blow('emergency', ['water', 'police']);
    return one;
  };
  const decline = (one: Whistled, at: number) => one.ask({ type: 'declineSummons' }, at, one.unit('water'));
  const uphold = (one: Whistled, at: number, by = district) =>
    one.ask({ type: 'ruleOnSummons', unit: one.unit('water'), excused: false }, at, one.unit(by));

  it('and comes before the ruling, but after its limit, is late', () => {
    const one = called();
    decline(one, monday + minuteMs);

    one.ask({ type: 'arrive' }, monday + limitMs + 1, one.unit('water'));

    expect(one.summonsOf('water').late).toBe(true);
    const inTime = called();
    decline(inTime, monday + minuteMs);
    inTime.ask({ type: 'arrive' }, monday + limitMs, inTime.unit('water'));
    expect(inTime.summonsOf('water').late).toBe(false);
  });

  it('may be overruled by the city too', () => {
    const one = called();
    decline(one, monday + minuteMs);

    expect(uphold(one, monday + 2 * minuteMs, top)).toBeUndefined();
    expect(one.stands('water')).toBe('called');
  });

  it.each([
    ['before', 45 * minuteMs, 2 * limitMs],
    ['after', 3 * hourMs, 3 * hourMs],
  ])(
    'when late already is told to the city at twice its limit, or at once: ruled on %s that',
    (_, ruledMs, due) => {
      const one = called().until(monday + limitMs + minuteMs);
      decline(one, monday + 40 * minuteMs);

      uphold(one, monday + ruledMs);

      expect(one.summonsOf('water').dueBy).toBe(monday + due);
    },
  );
});

describe('a limit that passed', () => {
  it('is told once to a district that blew and is over the unit as well', () => {
    const one = new Whistled();
    one.giveTo(district);
    one.blow('emergency', ['110101-urban'], { by: district });

    one.until(monday + 40 * minuteMs);

    expect(one.told('arrivalOverdue')).toEqual(['110101-urban', district]);
  });
});
