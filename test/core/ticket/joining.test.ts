import { describe, expect, it } from 'vitest';
import { keep } from '../../../functions/core/ticket/command.ts';
import { NEVER } from '../../../functions/core/time.ts';
import { beijing } from '../../support/beijing.ts';
import { Case, monday } from '../../support/case.ts';

const city = beijing('beijing-2023');
const hour = 3_600_000;

/** Street vendors at 永定门外, signed by its lead; the district asks. */
const opened = (kind = 0) =>
  new Case(city, { itemCode: '0303-01', placeCode: '110101017', kind: [1, 6][kind]! }, monday);
const join = (lead: string, one: Case) => ({ type: 'joinMatter', lead: one.unit(lead) }) as const;

describe('a ticket that joins a matter', () => {
  it('is signed with the matter where the lead stays the same', () => {
    const one = opened();
    const lead = one.leadCode!;

    expect(one.ask(join(lead, one), monday + hour, one.unit('110000'))).toBeUndefined();

    expect([one.status, one.leadCode, one.ticket.transfers]).toEqual(['signed', lead, 0]);
    expect(one.events().slice(-2)).toEqual(['joinedMatter', 'signed']);
    expect(one.lines.at(-1)).toMatchObject({ by: one.unit('110000') });
    expect(one.owed.filter(({ event }) => event === 'joinedMatter')).toEqual([]);
  });

  it('is not signed again where its lead had signed, and stays where it was', () => {
    const one = opened();
    one.ask({ type: 'sign' }, monday);
    one.ask({ type: 'contact' }, monday);
    one.ask(join(one.leadCode!, one), monday + hour, one.unit('110000'));

    expect([one.status, one.events().at(-1)]).toEqual(['handling', 'joinedMatter']);
  });

  it('leaves to its own lead without being handed over, and to nobody else once it is answered', () => {
    const one = opened();
    const lead = one.ticket.lead;
    one.ask(join(one.leadCode!, one), monday, one.unit('110000'));
    one.ask({ type: 'leaveMatter', lead }, monday + hour, one.unit('110000'));
    expect([one.status, one.events().at(-1)]).toEqual(['signed', 'leftMatter']);
    one.ask({ type: 'answer' }, monday + 2 * hour);

    const other = one.unit('110101-market');
    expect(
      one.ask({ type: 'leaveMatter', lead: other }, monday + 3 * hour, one.unit('110000')),
    ).toBeUndefined();

    expect([one.status, one.ticket.lead]).toEqual(['answered', lead]);
    expect(one.owed.filter(({ event }) => event === 'leftMatter')).toEqual([]);
  });

  it('goes to another lead by name and rule, its clock with what is left; both leads are told', () => {
    const one = opened();
    const [before, due] = [one.ticket.lead, one.ticket.dueAt];

    one.ask(join('110101-enforcement', one), monday + hour, one.unit('110000'));

    expect([one.status, one.leadCode, one.ticket.dueAt]).toEqual(['signed', '110101-enforcement', due]);
    expect(one.lines.find(({ event }) => event === 'joinedMatter')).toMatchObject({
      rule: 'early.matter',
      by: one.unit('110000'),
    });
    const notices = one.owed.filter(({ kind, at }) => kind === 'notice' && at === monday + hour);
    expect(notices.map(({ to, event }) => [to, event])).toEqual([
      [before, 'joinedMatter'],
      [one.unit('110101-enforcement'), 'dispatched'],
    ]);
  });

  it('ends a dispute by the way', () => {
    const one = opened();
    one.ask({ type: 'dispute' }, monday + hour);

    one.ask(join(one.leadCode!, one), monday + 2 * hour, one.unit('110000'));

    expect([one.status, one.ticket.arbitrateBy]).toEqual(['signed', NEVER]);
  });

  it('does not change its lead while somebody whistled for is out', () => {
    const one = opened();
    one.ask({ type: 'sign' }, monday);
    const whistle = city.rules.whistleByKey.get('emergency')!;
    one.ask(
      { type: 'blowWhistle', kind: whistle, units: [one.unit('police')] },
      monday,
      one.unit('110101017'),
    );

    const refusal = one.ask(join('110101-market', one), monday + hour, one.unit('110000'));

    expect(refusal).toEqual({ code: 'SUMMONS_OPEN', open: one.ticket.openSummonses });
    expect(one.events()).not.toContain('joinedMatter');
    expect(one.ask(join(one.leadCode!, one), monday + hour, one.unit('110000'))).toBeUndefined();
  });

  it('is not given to another lead on leaving, while somebody whistled for is out', () => {
    const one = opened();
    one.ask(join(one.leadCode!, one), monday, one.unit('110000'));
    const kind = city.rules.whistleByKey.get('emergency')!;
    one.ask({ type: 'blowWhistle', kind, units: [one.unit('police')] }, monday, one.unit('110101017'));
    const leave = (lead: number) => one.ask({ type: 'leaveMatter', lead }, monday + hour, one.unit('110000'));

    expect(leave(one.unit('110101-market'))).toEqual({ code: 'SUMMONS_OPEN', open: 1 });
    expect(leave(keep)).toBeUndefined();
  });

  it('leaves with the lead it has, or with the one that is named', () => {
    const one = opened();
    const before = one.leadCode;
    one.ask(join(one.leadCode!, one), monday + hour, one.unit('110000'));

    one.ask({ type: 'leaveMatter', lead: -1 }, monday + 2 * hour, one.unit('110000'));
    const stays = [one.status, one.leadCode];
    one.ask({ type: 'leaveMatter', lead: one.unit('110101-market') }, monday + 3 * hour, one.unit('110000'));

    expect(stays).toEqual(['signed', before]);
    expect([one.status, one.leadCode]).toEqual(['dispatched', '110101-market']);
    expect(one.owed.filter(({ event }) => event === 'leftMatter')).toMatchObject([
      { kind: 'notice', to: one.unit(before!), at: monday + 3 * hour },
    ]);
  });
});

describe('word of how it stands', () => {
  it('is a first word to the citizen where none came before', () => {
    const one = opened();
    one.ask({ type: 'sign' }, monday);

    one.ask({ type: 'tellProgress' }, monday + hour);
    one.ask({ type: 'tellProgress' }, monday + 2 * hour);

    expect([one.status, one.ticket.contactedAt, one.ticket.contactBy]).toEqual([
      'handling',
      monday + hour,
      NEVER,
    ]);
    expect(one.owed.filter(({ event, kind }) => event === 'progressTold' && kind === 'status')).toHaveLength(
      2,
    );
  });

  it('moves nothing else on a ticket that waits', () => {
    const one = opened();
    one.ask({ type: 'sign' }, monday);
    one.ask({ type: 'suspend', reviewAt: NEVER }, monday, one.unit('110000'));

    expect(one.ask({ type: 'tellProgress' }, monday + hour)).toBeUndefined();
    expect([one.status, one.ticket.contactedAt]).toEqual(['suspended', NEVER]);
  });

  it('has nobody to reach where there is no citizen', () => {
    const one = opened(1);
    one.ask({ type: 'sign' }, monday);

    expect(one.ask({ type: 'tellProgress' }, monday)).toMatchObject({ code: 'OUT_OF_TURN' });
  });
});
