import { describe, expect, it } from 'vitest';
import { Actor } from '../../../../functions/core/ticket/actor.ts';
import { keep } from '../../../../functions/core/ticket/command.ts';
import { hourMs, minuteMs } from '../../../../functions/core/time.ts';
import { monday } from '../../../support/case.ts';
import { city, district, street, Whistled } from './own-whistles.ts';

const { codes, city: top } = city.rules.units;
const nameOf = (unit: number) => codes[unit] ?? (unit === Actor.clock ? 'time' : 'platform');

/** Everything one step writes and tells: its entries with their rules, then who is told of it how. */
function stepsOf(one: Whistled) {
  return (step: () => unknown) => {
    const [lines, owed] = [one.lines.length, one.owed.length];
    expect(step()).not.toMatchObject({ code: expect.anything() });
    return [
      ...one.lines
        .slice(lines)
        .map(({ event, rule, by, unit }) => `${event} under ${rule} by ${nameOf(by)} of ${nameOf(unit)}`),
      ...one.owed.slice(owed).map(({ kind, to, event }) => `${kind} ${nameOf(to)} ${event}`),
    ];
  };
}

describe('what a whistle leaves in the history and whom it tells', () => {
  it('is the same at every step of a call through the district', () => {
    const one = new Whistled();
    const step = stepsOf(one);
    const water = one.unit('water');
    const rule = 'whistleKinds.emergency';
    const arrival = city.rules.whistleKinds[city.rules.whistleByKey.get('emergency')!]!.rule;
    const ofWater = (type: 'acknowledgeSummons' | 'arrive' | 'startTask' | 'finishTask') =>
      step(() => one.ask({ type }, monday, water));
    const byWater = (event: string) => [
      `${event} under ${arrival} by water of water`,
      `notice ${street} ${event}`,
      `view water ${event}`,
    ];

    expect(step(() => one.blow('emergency', ['water']))).toEqual([
      `whistleBlown under ${rule}.single by ${street} of ${street}`,
      `whistleRouted under ${rule}.single by ${street} of ${district}`,
      `notice ${district} whistleRouted`,
      `view ${district} whistleRouted`,
    ]);
    expect(
      step(() => one.ask({ type: 'passOn', unit: water, to: keep }, monday, one.unit(district))),
    ).toEqual([
      `passedOn under ${rule}.single by ${district} of water`,
      'notice water passedOn',
      'view water passedOn',
      `view ${district} passedOn`,
    ]);
    expect(ofWater('acknowledgeSummons')).toEqual(byWater('summonsAcknowledged'));
    expect(ofWater('arrive')).toEqual(byWater('arrived'));
    expect(ofWater('startTask')).toEqual(byWater('taskStarted'));
    expect(ofWater('finishTask')).toEqual(byWater('taskDone'));
    expect(step(() => one.ask({ type: 'release', unit: water }, monday, one.unit(street)))).toEqual([
      `released under ${rule}.release by ${street} of water`,
      'notice water released',
      'view water released',
      'ledger water released',
    ]);
    expect(
      step(() => one.ask({ type: 'rateSummons', unit: water, points: 100 }, monday, one.unit(street))),
    ).toEqual([`summonsRated under ${rule}.rating by ${street} of water`, 'ledger water summonsRated']);
  });

  it('names who argues, who judges, and who comes instead', () => {
    const one = new Whistled();
    const step = stepsOf(one);
    const [water, police] = [one.unit('water'), one.unit('police')];
    one.blow('emergency', ['water', 'police']);
    const rule = (unit: number, excused: boolean) =>
      step(() => one.ask({ type: 'ruleOnSummons', unit, excused }, monday, one.unit(district)));

    expect(step(() => one.ask({ type: 'declineSummons' }, monday, water))).toEqual([
      `summonsDeclined under dispute.arbitrationLimit by water of ${district}`,
      `notice ${street} summonsDeclined`,
      `notice ${district} summonsDeclined`,
      'view water summonsDeclined',
      `view ${district} summonsDeclined`,
    ]);
    expect(step(() => one.ask({ type: 'urgeSummons', unit: water }, monday, one.unit(street)))).toEqual([
      `summonsUrged under escalation.urge by ${street} of ${district}`,
      `notice ${district} summonsUrged`,
    ]);
    expect(rule(water, false)).toEqual([
      `summonsUpheld under dispute.arbiter by ${district} of water`,
      'notice water summonsUpheld',
      `notice ${street} summonsUpheld`,
      'view water summonsUpheld',
      `view ${district} summonsUpheld`,
    ]);
    expect(step(() => one.ask({ type: 'sendStandIn', unit: one.unit('ent-water') }, monday, water))).toEqual([
      'standInSent under whistleKinds.emergency.summons by water of ent-water',
      'notice ent-water standInSent',
      `notice ${street} standInSent`,
      'view ent-water standInSent',
      'view water standInSent',
    ]);
    one.ask({ type: 'declineSummons' }, monday, police);
    expect(rule(police, true)).toEqual([
      `summonsExcused under whistleKinds.emergency.release by ${district} of police`,
      'notice police summonsExcused',
      `notice ${street} summonsExcused`,
      'view police summonsExcused',
      `view ${district} summonsExcused`,
      'ledger police summonsExcused',
    ]);
  });

  it('says what nobody did in time, to those it concerns', () => {
    const one = new Whistled();
    const step = stepsOf(one);
    one.blow('emergency', ['water']);

    const said = step(() => one.until(monday + 3 * hourMs) && undefined);

    expect(said.filter((line) => !/rungClimbed|signOverdue/.test(line))).toEqual([
      `passOverdue under whistleKinds.emergency.passWithin by time of ${district}`,
      'passedOn under whistleKinds.emergency.single by time of water',
      `arrivalOverdue under ${city.rules.whistleKinds[city.rules.whistleByKey.get('emergency')!]!.rule} by time of water`,
      'arrivalMissed under whistleKinds.emergency.missedAfter by time of water',
      `notice ${district} passOverdue`,
      `notice ${nameOf(top)} passOverdue`,
      'notice water passedOn',
      'view water passedOn',
      `view ${district} passedOn`,
      'notice water arrivalOverdue',
      `notice ${street} arrivalOverdue`,
      `notice ${nameOf(top)} arrivalOverdue`,
      `notice ${nameOf(top)} arrivalMissed`,
      `notice ${street} arrivalMissed`,
    ]);
    expect(one.summonsOf('water')).toMatchObject({ late: true, missed: true });
  });

  it('holds what is put on file against the whistle that asked for it', () => {
    const one = new Whistled('service');
    const step = stepsOf(one);
    one.blow('key-work', ['water', 'police'], { by: '110101-urban' });
    const file = (by: string) =>
      step(() =>
        one.ask({ type: 'fileOutput', output: 'lists', whistle: keep }, monday + minuteMs, one.unit(by)),
      );
    const filed = (by: string) =>
      `outputFiled under whistleKinds.key-work.outputs.lists by ${by} of 110101-urban`;

    expect(file('water')).toEqual([filed('water'), 'notice 110101-urban outputFiled']);
    expect(file(street)).toEqual([filed(street), 'notice 110101-urban outputFiled']);
    expect(file('110101-urban')).toEqual([filed('110101-urban')]);
  });
});
