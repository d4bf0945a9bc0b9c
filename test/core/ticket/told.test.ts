import { describe, expect, it } from 'vitest';
import { Actor } from '../../../functions/core/ticket/actor.ts';
import { requestKinds } from '../../../functions/core/ticket/kinds.ts';
import { dayMs, hourMs, minuteMs } from '../../../functions/core/time.ts';
import { beijing } from '../../support/beijing.ts';
import { Case, monday } from '../../support/case.ts';
import { signedTicket } from '../../support/signed-ticket.ts';
import { unresolved } from '../../support/unresolved.ts';

const city = beijing('beijing-2019');
const street = '110101017';
const nameOf = (to: number) => city.rules.units.codes[to] ?? (to === Actor.hotline ? 'platform' : 'time');

/** What a step enters, and whom it tells how. */
function saidBy(one: Case, step: () => unknown): string[] {
  const [lines, owed] = [one.lines.length, one.owed.length];
  expect(step()).toBeUndefined();
  return [
    ...one.lines.slice(lines).map(({ event, by }) => `${event} by ${nameOf(by)}`),
    ...one.owed.slice(owed).map(({ kind, to, event }) => `${kind} ${nameOf(to)} ${event}`),
  ];
}

describe('what is told', () => {
  it('of a reminder goes to whoever leads, or to the platform before anybody does', () => {
    const waiting = new Case(city, { placeCode: street }, monday);
    const led = new Case(city, { placeCode: street, itemCode: '0101-01' }, monday);
    const urge = (one: Case) => saidBy(one, () => one.ask({ type: 'urge' }, monday, Actor.hotline));

    expect(urge(waiting)).toEqual(['urged by platform', 'status platform urged']);
    expect(urge(led)).toEqual(['urged by platform', `notice ${street} urged`]);
  });

  it('of an extension goes to the lead and, where it is granted, to the platform', () => {
    const { one, district } = signedTicket('general');
    one.ask({ type: 'askExtension', byMs: dayMs }, monday + hourMs);

    expect(saidBy(one, () => one.ask({ type: 'grantExtension' }, monday + hourMs, district))).toEqual([
      'extensionGranted by 110101',
      `notice ${street} extensionGranted`,
      'status platform extensionGranted',
    ]);
  });

  it('of progress and of a remark is that alone', () => {
    const { one } = signedTicket('general');

    expect(saidBy(one, () => one.ask({ type: 'tellProgress' }, monday + hourMs))).toEqual([
      `progressTold by ${street}`,
      'status platform progressTold',
    ]);
    expect(saidBy(one, () => one.ask({ type: 'note' }, monday + hourMs))).toEqual([`noted by ${street}`]);
  });

  it('of a matter that is not for the hotline, or settled at once, is how it ended', () => {
    const refused = signedTicket('general').one;
    const consult = new Case(city, { placeCode: street, kind: requestKinds.indexOf('consult') }, monday);
    const by = Actor.hotline;

    expect(saidBy(refused, () => refused.ask({ type: 'refuseAsOutOfRemit' }, monday + hourMs, by))).toEqual([
      'refusedAsOutOfRemit by platform',
      'status platform refusedAsOutOfRemit',
      `ledger ${street} refusedAsOutOfRemit`,
      `notice ${street} refusedAsOutOfRemit`,
    ]);
    expect(saidBy(consult, () => consult.ask({ type: 'answerOnTheSpot' }, monday, by))).toEqual([
      'closed by platform',
      'status platform closed',
    ]);
  });

  it('of callbacks is each of them, and how the last one left the matter', () => {
    const { one, district } = signedTicket('general');
    const call = () => saidBy(one, () => one.ask(unresolved as never, monday + dayMs, Actor.hotline));
    const answer = () => one.ask({ type: 'answer' }, monday + minuteMs);
    answer();
    call();
    answer();
    call();
    answer();

    expect(call()).toEqual([
      'callbackDue by time',
      'calledBack by platform',
      'supervised by platform',
      'callback platform callbackDue',
      'status platform calledBack',
      `notice ${street} supervised`,
      'notice 110101 supervised',
    ]);
    expect(saidBy(one, () => one.ask({ type: 'close' }, monday + 2 * dayMs, district))).toEqual([
      'closed by 110101',
      'status platform closed',
      `ledger ${street} closed`,
    ]);
  });

  it('of a supervision is nothing new to the unit that supervises already', () => {
    const { one, district } = signedTicket('general');
    one.ask({ type: 'supervise' }, monday + hourMs, district);

    expect(one.ask({ type: 'supervise' }, monday + hourMs, district)).toEqual({
      code: 'ALREADY_DONE',
      what: 'this unit already supervises',
    });
  });
});
