import { describe, expect, it } from 'vitest';
import { dayMs } from '../../../functions/core/time.ts';
import { Case, monday } from '../../support/case.ts';
import { overlaidCity, says } from '../../support/overlaid-city.ts';

const burstPipe = { itemCode: '0101-01', placeCode: '110101017' };
const tomorrow = monday + dayMs;

const ruleOf = ({ lines }: Case) => lines.find(({ event }) => event === 'dispatched')!.rule;

describe('before its phase begins', () => {
  const city = overlaidCity({
    rollout: {
      pilot: { from: says('2018-01-01'), units: says(['110102010']), rules: says(['whistle', 'direct']) },
      rest: { from: says('2026-11-17'), units: says('all'), rules: says(['whistle', 'direct']) },
    },
  });
  const emergency = city.rules.whistleByKey.get('emergency')!;

  it('a subdistrict may not whistle, and is told which phase will let it', () => {
    const pipe = new Case(city, burstPipe, monday);
    const units = [pipe.unit('110101-water')];
    const street = pipe.unit('110101017');

    expect(pipe.ask({ type: 'blowWhistle', kind: emergency, units }, monday, street)).toEqual({
      code: 'NOT_IN_REMIT',
      rule: 'rollout.rest',
      field: 'kind',
    });
    expect(pipe.ask({ type: 'blowWhistle', kind: emergency, units }, tomorrow, street)).toBeUndefined();
  });

  it('a request goes where the catalogue says; from that day on straight to the subdistrict', () => {
    const before = new Case(city, burstPipe, monday);
    const after = new Case(city, burstPipe, tomorrow);
    const pilot = new Case(city, { ...burstPipe, placeCode: '110102010' }, monday);

    expect(before.leadCode).toBe('ent-water');
    expect(ruleOf(before)).toBe('catalogue.0101-01.lead=unit:ent-water');
    expect(before.ticket.helpers.map(({ unit }) => unit)).toContain(before.unit('110101017'));
    expect(after.leadCode).toBe('110101017');
    expect(ruleOf(after)).toBe('dispatch.routing.subdistrict');
    expect(pilot.leadCode).toBe('110102010');
  });
});
