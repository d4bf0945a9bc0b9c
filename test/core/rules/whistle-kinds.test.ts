import { describe, expect, it } from 'vitest';
import { hourMs, minuteMs } from '../../../functions/core/time.ts';
import { beijing } from '../../support/beijing.ts';
import { overlaidCity, says } from '../../support/overlaid-city.ts';

const emergencyWith = (change: object) => {
  const { rules } = overlaidCity({ whistleKinds: { emergency: change } });
  return rules.whistleKinds[rules.whistleByKey.get('emergency')!]!;
};

describe('a kind of whistle', () => {
  it('is as the base says where a pack changes nothing', () => {
    const { rules } = beijing('beijing-2019');
    const kind = rules.whistleKinds[rules.whistleByKey.get('emergency')!]!;

    expect(kind).toMatchObject({
      arriveWithinMs: 30 * minuteMs,
      throughDistrict: false,
      delayTo: 'lead',
      release: ['blower'],
      endsWhen: 'allTasksDone',
      outputs: [],
      rating: { by: 'blower', board: 'annual' },
    });
    expect([...kind.about]).toEqual(['citizen', 'patrol', 'project', 'service']);
  });

  it('has no limit where the pack says none or nothing', () => {
    const kind = emergencyWith({ arriveWithin: says('none'), missedAfter: null, rating: null });

    expect([kind.arriveWithinMs, kind.missedAfterMs, kind.passWithinMs]).toEqual(Array(3).fill(Infinity));
    expect(kind.rating).toBeUndefined();
  });

  it('that goes through the district needs the time to pass it on', () => {
    expect(emergencyWith({ single: says('district'), passWithin: says('PT1H') })).toMatchObject({
      throughDistrict: true,
      passWithinMs: hourMs,
    });
    expect(() => emergencyWith({ single: says('district') })).toThrow(
      'a whistle that goes through the district needs the time to pass it on',
    );
  });

  it('stops a run with a value that is marked as unknown, and names it', () => {
    expect(() => emergencyWith({ delayTo: { value: null, unknown: 'nobody says' } })).toThrow(
      'whistleKinds.emergency.delayTo',
    );
  });
});
