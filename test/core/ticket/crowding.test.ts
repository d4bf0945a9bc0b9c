import { describe, expect, it } from 'vitest';
import { commandEntriesMax, helpersMax, summonsesMax } from '../../../functions/core/ticket/limits.ts';
import { hourMs, minuteMs } from '../../../functions/core/time.ts';
import { beijing } from '../../support/beijing.ts';
import { Case, monday } from '../../support/case.ts';

const city = beijing('beijing-2019');
const { kinds, members } = city.rules.units;
const request = { itemCode: '0101-01', placeCode: '110101017' };
const bodies = kinds.flatMap((kind, unit) => (kind === 'department' || kind === 'bureau' ? [unit] : []));
const kind = city.rules.whistleByKey.get('enforcement')!;
const full = { code: 'CAPACITY', what: 'summonses', max: summonsesMax };

function signed() {
  const one = new Case(city, request, monday);
  one.ask({ type: 'sign' }, monday);
  return one;
}
const blow = (one: Case, units: readonly number[]) =>
  one.ask({ type: 'blowWhistle', kind, units, onCall: false }, monday + minuteMs);

describe('a ticket', () => {
  it('takes no helper twice, nor its own lead', () => {
    const one = signed();
    const help = (unit: number) => one.ask({ type: 'addHelper', unit }, monday);
    expect(help(bodies[0]!)).toBeUndefined();

    expect(help(bodies[0]!)).toEqual({ code: 'ALREADY_DONE', what: 'this unit already helps' });
    expect(help(one.ticket.lead)).toMatchObject({ code: 'INVALID', field: 'unitCode' });
  });

  it('holds so many helpers and no more', () => {
    const one = signed();
    const asked = bodies.slice(0, helpersMax).map((unit) => one.ask({ type: 'addHelper', unit }, monday));

    expect(asked.every((refusal) => refusal === undefined)).toBe(true);
    expect(one.ask({ type: 'addHelper', unit: bodies[helpersMax]! }, monday)).toEqual({
      code: 'CAPACITY',
      what: 'helpers',
      max: helpersMax,
    });
    expect(one.ticket.helpersCount).toBe(helpersMax);
  });

  it('holds so many calls and no more, over all its whistles', () => {
    const one = signed();
    expect(blow(one, bodies.slice(0, summonsesMax - 1))).toBeUndefined();

    expect(blow(one, bodies.slice(summonsesMax - 1, summonsesMax + 1))).toEqual(full);
    expect(blow(one, bodies.slice(summonsesMax - 1, summonsesMax))).toBeUndefined();
    expect(blow(one, bodies.slice(summonsesMax, summonsesMax + 1))).toEqual(full);
    expect([one.ticket.summonses.length, one.ticket.whistles]).toEqual([summonsesMax, 2]);
  });

  it('counts the members that come with a team', () => {
    const one = signed();
    const [team, there] = [...members].find(([, list]) => list.length > 2)!;
    const others = bodies.filter((unit) => !there.some((member) => member.unit === unit));
    blow(one, others.slice(0, summonsesMax - 2));

    expect(blow(one, [team])).toEqual(full);
    expect(one.ticket.summonses).toHaveLength(summonsesMax - 2);
  });

  it('takes no more talk once its history is long, but goes on to its end', () => {
    const one = signed();
    while (one.ticket.entries < commandEntriesMax) one.ask({ type: 'note' }, monday + minuteMs);

    expect(one.ask({ type: 'note' }, monday + minuteMs)).toEqual({
      code: 'CAPACITY',
      what: 'history',
      max: commandEntriesMax,
    });
    expect(one.ask({ type: 'answer' }, monday + hourMs)).toBeUndefined();
  });
});

describe('a command in the wrong place', () => {
  it('of a unit that does not help is refused as that', () => {
    const one = signed();

    expect(one.ask({ type: 'helperDone' }, monday, one.unit('water'))).toEqual({ code: 'NO_SUCH_HELPER' });
  });

  it('is answered with what is possible there: a rating only where somebody was called', () => {
    const one = signed();
    const acceptedBy = () => {
      const refusal = one.ask({ type: 'resume' }, monday + hourMs);
      return refusal?.code === 'NOT_ACCEPTED' ? refusal.accepted : [];
    };
    expect(acceptedBy()).toContain('answer');
    expect(acceptedBy()).not.toContain('rateSummons');

    blow(one, bodies.slice(0, 1));

    expect(acceptedBy()).toContain('rateSummons');
  });
});
