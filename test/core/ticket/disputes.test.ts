import { describe, expect, it } from 'vitest';
import { dayMs, hourMs, minuteMs, NEVER } from '../../../functions/core/time.ts';
import { beijing } from '../../support/beijing.ts';
import { Case, monday } from '../../support/case.ts';
import { otherwise } from './life/sample-cities.ts';

const city = beijing('beijing-2019');
const request = { itemCode: '0101-01', placeCode: '110101017' };
const other = '110101001';

describe('a dispute', () => {
  it('goes to the district, leaves the lead in charge, and comes back with another lead and its own limits', () => {
    const one = new Case(city, request, monday);
    const district = one.unit('110101');

    one.ask({ type: 'dispute' }, monday + 30 * minuteMs);
    expect([one.status, one.leadCode]).toEqual(['disputed', '110101017']);
    expect(one.owed.at(-1)).toMatchObject({ kind: 'notice', to: district, event: 'disputed' });

    one.ask({ type: 'arbitrate', lead: one.unit(other) }, monday + 40 * minuteMs, district);
    expect([one.status, one.leadCode]).toEqual(['dispatched', other]);
    expect(one.ticket.signBy).toBe(monday + 40 * minuteMs + 2 * hourMs);
    expect([one.ticket.transfers, one.times('supervised')]).toEqual([1, []]);
    expect(one.ticket.dueAt).toBe(monday + 2 * hourMs);
    expect(one.owed.filter(({ event }) => event === 'arbitrated')).toMatchObject([
      { to: one.unit('110101017') },
    ]);
  });

  it('pauses the clock where the pack says so, and what was used stays used', () => {
    const one = new Case(
      otherwise(),
      { ...request, tier: otherwise().rules.tierByKey.get('basics')! },
      monday,
    );
    one.ask({ type: 'sign' }, monday + hourMs);
    one.ask({ type: 'dispute' }, monday + 3 * hourMs);

    expect(one.ticket.dueAt).toBe(NEVER);

    one.ask({ type: 'arbitrate', lead: one.ticket.lead }, monday + 13 * hourMs, otherwise().rules.units.city);
    expect(one.ticket.dueAt).toBe(monday + 13 * hourMs + 22 * hourMs);
    expect(one.ticket.transfers).toBe(0);
  });

  it('comes too late after the window', () => {
    const one = new Case(city, request, monday);

    expect(one.ask({ type: 'dispute' }, monday + dayMs + 1)).toEqual({
      code: 'LIMIT_REACHED',
      rule: 'dispute.window',
      limit: dayMs,
    });
    expect(one.status).toBe('dispatched');
    expect(new Case(city, request, monday).ask({ type: 'dispute' }, monday + dayMs)).toBeUndefined();
  });

  it('is possible so often and no more, and three transfers bring the city to watch', () => {
    const one = new Case(city, request, monday);
    const district = one.unit('110101');
    const leads = [other, '110101017', other].map((code) => one.unit(code));
    leads.forEach((lead, n) => {
      one.ask({ type: 'dispute' }, monday + n * hourMs);
      one.ask({ type: 'arbitrate', lead }, monday + n * hourMs + minuteMs, district);
    });

    expect(one.ask({ type: 'dispute' }, monday + 4 * hourMs)).toEqual({
      code: 'LIMIT_REACHED',
      rule: 'dispute.timesMax',
      limit: 3,
    });
    expect(one.ticket.supervisor).toBe(city.rules.units.city);
    expect(one.lines.find(({ event }) => event === 'supervised')?.rule).toBe(
      'escalation.superviseAfterTransfers',
    );
  });

  it('that nobody decides presses the arbiter and the city once, at its own limit', () => {
    const one = new Case(city, { ...request, tier: city.rules.tierByKey.get('complex')! }, monday);
    one.ask({ type: 'dispute' }, monday + hourMs);

    one.until(monday + 3 * dayMs);

    expect(one.times('arbitrationOverdue')).toEqual([monday + 25 * hourMs]);
    const pressed = one.owed.filter(({ event }) => event === 'arbitrationOverdue').map(({ to }) => to);
    expect(pressed).toEqual([one.unit('110101'), city.rules.units.city]);
  });
});
