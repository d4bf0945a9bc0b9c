import { describe, expect, it } from 'vitest';
import { meetingState } from '../../../../functions/core/early/agenda/meeting.ts';
import { meetingKind } from '../../../../functions/core/early/agenda/meeting-kind.ts';
import { NEVER } from '../../../../functions/core/time.ts';
import { monday } from '../../../support/case.ts';
import { heard } from '../support/heard.ts';
import {
  agendaRules,
  ask,
  calledMeeting,
  calling,
  district,
  noted,
  rules,
  street,
  take,
} from './sample-meeting.ts';

const decideBy = monday + agendaRules.decideWithinMs;
const refused = (reason: string) => ({ ok: false, error: { code: 'OUT_OF_TURN', reason } });
const wholly = () => [1, 2, 3].reduce((state, n) => take(state, noted(n)), calledMeeting());

describe('a joint meeting that is called', () => {
  it('keeps its agenda and the time to decide, and tells its unit and each unit of its rows once', () => {
    const { called, lines, told } = calling();

    expect(called).toMatchObject({
      ok: true,
      value: { title: '联席会议', unit: district, status: 'open', openedAt: monday, openedBy: 'hotline' },
    });
    expect(called).toMatchObject({ value: { rows: [{ n: 1 }, { n: 2 }, { n: 3 }], left: 4, decideBy } });
    expect(called.ok && meetingState.parse(called.value)).toEqual(called.ok && called.value);
    expect(lines).toEqual([
      { at: monday, event: 'meetingCalled', by: 'hotline', rule: 'early.agenda.takes', unit: district },
    ]);
    expect(told).toEqual(
      [district, street, 'ent-water'].map((to) => ({ at: monday, to, event: 'meetingCalled' })),
    );
  });

  it.each([
    ['hotline', true],
    ['110000', true],
    [district, true],
    [street, false],
    ['110102', false],
    ['clock', false],
  ])('may be called by %s: %s', (unit, may) => {
    const { called, lines } = calling(unit);

    expect(called.ok || called.error).toEqual(may || { code: 'FORBIDDEN' });
    expect(lines).toHaveLength(may ? 1 : 0);
  });

  it('is refused where nothing is to be decided', () => {
    expect(calling('hotline', []).called).toEqual(refused('there is nothing to decide'));
  });

  it('stands open in the lists of meetings and of its unit, due by the time to decide', () => {
    expect(meetingKind.keys(calledMeeting())).toEqual({
      status: 'open',
      open: true,
      owner: district,
      lists: ['meeting', `meeting/${district}`],
      overdue: false,
      actBy: decideBy,
    });
  });
});

describe('the time to decide', () => {
  it('is promised while a row is undecided, and not after the last is decided', () => {
    const two = take(take(calledMeeting(), noted(1)), noted(2));

    expect(meetingKind.nextPromiseAt(calledMeeting())).toBe(decideBy);
    expect(meetingKind.nextPromiseAt(two)).toBe(decideBy);
    expect(meetingKind.nextPromiseAt(take(two, noted(3)))).toBe(NEVER);
  });

  it('has passed only after it: then the unit and whoever called are told once, at its own time', () => {
    const { lines, told, out } = heard();
    const state = calledMeeting();

    const onTime = meetingKind.keep(state, decideBy, rules, heard().out);
    const late = meetingKind.keep(state, decideBy + 1, rules, out);
    const again = meetingKind.keep(late, decideBy + 9, rules, out);

    expect(onTime).toBe(state);
    expect(late).toEqual({ ...state, remindedAt: decideBy });
    expect(again).toBe(late);
    expect(lines).toEqual([
      {
        ...{ at: decideBy, event: 'meetingDecisionsDue', by: 'clock' },
        ...{ rule: 'early.agenda.decideWithin', unit: district },
      },
    ]);
    expect(told).toEqual(
      [district, 'hotline'].map((to) => ({ at: decideBy, to, event: 'meetingDecisionsDue' })),
    );
    expect(meetingKind.keys(late)).toMatchObject({ open: true, overdue: true, actBy: decideBy });
    expect(meetingKind.nextPromiseAt(late)).toBe(NEVER);
  });

  it('is told once to a unit that called its own meeting', () => {
    const { told, out } = heard();

    meetingKind.keep({ ...calledMeeting(), openedBy: district }, decideBy + 1, rules, out);

    expect(told.map(({ to }) => to)).toEqual([district]);
  });
});

describe('closing a joint meeting', () => {
  it('waits for the last row', () => {
    const two = take(take(calledMeeting(), noted(1)), noted(2));

    expect(ask(two, { type: 'close' }).decided).toEqual(refused('a row of the agenda is not decided'));
  });

  it('ends it: nothing is due, nothing is accepted, though it stays in its lists', () => {
    const { decided, lines } = ask(wholly(), { type: 'close' }, '110000');
    const closed = take(wholly(), { type: 'close' }, '110000');
    const late = { ...closed, remindedAt: decideBy };

    expect(decided).toMatchObject({ ok: true, value: { status: 'closed', closedAt: monday + 1 } });
    expect(lines).toEqual([
      {
        ...{ at: monday + 1, event: 'meetingClosed', by: '110000' },
        ...{ rule: 'early.agenda.decideWithin', unit: district },
      },
    ]);
    expect(meetingKind.keys(late)).toEqual({
      ...{ status: 'closed', open: false, owner: district, overdue: false },
      lists: ['meeting', `meeting/${district}`],
    });
    expect(meetingKind.nextPromiseAt({ ...calledMeeting(), status: 'closed' })).toBe(NEVER);
    expect(ask(closed, noted(1)).decided).toEqual({
      ok: false,
      error: { code: 'NOT_ACCEPTED', status: 'closed', accepted: [] },
    });
  });
});
