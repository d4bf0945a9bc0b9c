import { describe, expect, it } from 'vitest';
import { Actor } from '../../../../functions/core/ticket/actor.ts';
import { mayAsk, mayRead } from '../../../../functions/core/ticket/authority.ts';
import { hourMs, minuteMs } from '../../../../functions/core/time.ts';
import { monday } from '../../../support/case.ts';
import { city, community, district, street, Whistled } from './own-whistles.ts';

const bureau = '110101-urban';
const top = city.rules.units.codes[city.rules.units.city]!;
const release = (one: Whistled, code: string, by = street) =>
  one.ask({ type: 'release', unit: one.unit(code) }, monday + hourMs, one.unit(by));

describe('who may blow about what', () => {
  it('is the kind’s: its matters, the kinds of its blowers, and how they stand to the matter', () => {
    const refusal = (one: Whistled, by: string) => one.blow('key-work', ['water'], { by });
    const refused = (part: string) => ({
      code: 'NOT_IN_REMIT',
      rule: `whistleKinds.key-work.${part}`,
      field: 'kind',
    });

    expect(refusal(new Whistled('complaint'), bureau)).toEqual(refused('about'));
    expect(refusal(new Whistled('patrol'), bureau)).toEqual(refused('about'));
    expect(refusal(new Whistled('service'), 'police')).toEqual(refused('blowers'));
    expect(refusal(new Whistled('service'), '110105-urban')).toEqual(refused('relations'));
    expect(refusal(new Whistled('service'), bureau)).toBeUndefined();
    expect(refusal(new Whistled('project'), street)).toBeUndefined();
  });

  it('lets a body seated in the area ask, and read on once it has whistled', () => {
    const one = new Whistled('service');
    const by = one.unit(bureau);
    expect(mayAsk(one.ticket, 'blowWhistle', by, city.rules)).toBe(true);
    expect(mayAsk(one.ticket, 'blowWhistle', one.unit('110105-urban'), city.rules)).toBe(false);
    expect(mayRead(one.ticket, by, city.rules)).toBe(false);

    one.blow('key-work', ['water'], { by: bureau });

    expect(mayRead(one.ticket, by, city.rules)).toBe(true);
    expect(mayAsk(one.ticket, 'release', by, city.rules)).toBe(true);
  });
});

describe('a matter without a citizen', () => {
  it.each(['patrol', 'project', 'service'] as const)(
    'such as a %s promises no first word and ends at the answer',
    (kind) => {
      const one = new Whistled(kind);
      expect(one.ticket.contactBy).toBe(Number.POSITIVE_INFINITY);
      one.ask({ type: 'sign' }, monday);

      expect(one.ask({ type: 'answer' }, monday)).toBeUndefined();

      expect(one.status).toBe('closed');
      expect(one.events().slice(-2)).toEqual(['answered', 'closed']);
      expect(one.owed.filter(({ kind: effect }) => effect === 'callback')).toEqual([]);
      expect(one.told('closed', 'ledger')).toEqual([street]);
    },
  );

  it('merged ends with the answer of its elder', () => {
    const one = new Whistled('patrol');
    one.ask({ type: 'merge' }, monday);

    one.ask({ type: 'elderSeen', elder: 'answered' }, monday, Actor.clock);

    expect(one.status).toBe('closed');
  });
});

describe('whoever blows', () => {
  it('must lead where the kind asks for the lead, and be of the area where it asks for that', () => {
    const led = new Whistled('service');
    led.giveTo('110105-urban');
    const refused = { code: 'NOT_IN_REMIT', field: 'kind' };

    expect(led.blow('key-work', ['water'], { by: '110105-urban' })).toMatchObject({
      ...refused,
      rule: 'whistleKinds.key-work.relations',
    });
    expect(new Whistled().blow('emergency', ['water'], { by: '110101001' })).toMatchObject({
      ...refused,
      rule: 'whistleKinds.emergency.relations',
    });
  });

  it('needs no district to pass the call on where the city itself calls, or the district is called', () => {
    const one = new Whistled();
    one.giveTo(top);
    one.blow('emergency', ['water'], { by: top });
    one.blow('emergency', [district]);

    expect([one.stands('water'), one.stands(district)]).toEqual(['called', 'called']);
  });

  it('alone lets go whom it called, where the kind leaves that to the blower', () => {
    const one = new Whistled();
    one.giveTo('110101001');
    one.blow('emergency', ['water', 'police']);
    one.blow('emergency', ['drugs', 'ent-water'], { by: '110101001' });
    for (const code of ['water', 'drugs']) one.work(code, monday + minuteMs);

    expect(release(one, 'water', '110101001')).toMatchObject({ code: 'NOT_IN_REMIT' });
    expect(release(one, 'drugs')).toMatchObject({ code: 'NOT_IN_REMIT' });
    expect(release(one, 'water')).toBeUndefined();
    expect(release(one, 'drugs', '110101001')).toBeUndefined();
  });

  it('may be a community, but only the street itself lets go for the area', () => {
    const one = new Whistled();
    one.giveTo('police');
    expect(one.blow('emergency', ['drugs', 'ent-water'], { by: community })).toBeUndefined();
    one.blow('enforcement', ['water']);
    one.work('water', monday);

    expect(release(one, 'water', community)).toMatchObject({ code: 'NOT_IN_REMIT' });
    expect(release(one, 'water')).toBeUndefined();
  });
});
