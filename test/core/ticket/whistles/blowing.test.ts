import { describe, expect, it } from 'vitest';
import { Actor } from '../../../../functions/core/ticket/actor.ts';
import { mayAsk, mayRead } from '../../../../functions/core/ticket/authority.ts';
import { monday } from '../../../support/case.ts';
import { city, street, Whistled } from './own-whistles.ts';

const bureau = '110101-urban';

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
