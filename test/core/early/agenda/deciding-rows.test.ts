import { describe, expect, it } from 'vitest';
import type { MeetingState } from '../../../../functions/core/early/agenda/meeting.ts';
import { meetingKind } from '../../../../functions/core/early/agenda/meeting-kind.ts';
import { minuteMs, NEVER } from '../../../../functions/core/time.ts';
import { monday } from '../../../support/case.ts';
import { ask, calledMeeting, district, noted, reserved, street, take } from './sample-meeting.ts';

const reasonOf = (...asked: Parameters<typeof ask>) => {
  const { decided, lines, told } = ask(...asked);
  expect([lines, told]).toEqual([[], []]);
  return !decided.ok && decided.error.code === 'OUT_OF_TURN' && decided.error.reason;
};
const busy = (): MeetingState => take(calledMeeting(), reserved(1, 'k-1'), district, monday + 1);

describe('a row of an agenda', () => {
  it('is decided with what was decided, by whom and when, and its unit is told', () => {
    const { decided, lines, told } = ask(calledMeeting(), noted(2), '110000');

    expect(decided).toMatchObject({
      value: {
        decisions: [{ row: 2, type: 'noted', text: '继续办理', at: monday + 1, by: '110000' }],
        status: 'open',
      },
    });
    expect(lines).toEqual([
      { at: monday + 1, event: 'meetingDecided', by: '110000', rule: 'early.agenda', unit: 'ent-water' },
    ]);
    expect(told).toEqual([{ at: monday + 1, to: 'ent-water', event: 'meetingDecided' }]);
  });

  it('is decided by the unit whose meeting it is and whoever is over it', () => {
    const by = (unit: string) => {
      const { decided } = ask(calledMeeting(), noted(1), unit);
      return decided.ok || decided.error.code;
    };

    expect(['hotline', '110000', district].map(by)).toEqual([true, true, true]);
    expect([street, '110102', 'clock'].map(by)).toEqual(['FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN']);
  });

  it('is decided once, and only where the agenda has it', () => {
    const one = take(calledMeeting(), noted(1));

    expect(reasonOf(one, noted(1))).toBe('the row is decided already');
    expect(reasonOf(one, reserved(1, 'k-1'))).toBe('the row is decided already');
    expect(ask(one, noted(4)).decided).toEqual({
      ok: false,
      error: { code: 'INVALID', field: 'row', reason: 'the agenda has no such row' },
    });
    expect(one).not.toHaveProperty('reserved');
    expect(take(one, { ...noted(2), commandId: 'k-1' })).not.toHaveProperty('reserved');
    expect(take(one, noted(2)).decisions.map(({ row }) => row)).toEqual([1, 2]);
  });
});

describe('a row that is decided by a step elsewhere first', () => {
  it('is taken with whose decision it is, under which key, and nothing is said yet', () => {
    const { decided, lines, told } = ask(calledMeeting(), reserved(1, 'k-1'), '110000');

    expect(decided).toMatchObject({
      value: {
        reserved: [
          {
            ...{ at: monday + 1, by: '110000', actor: 'staff-7', commandId: 'k-1' },
            decision: { row: 1, type: 'arbitrated', lead: street, ticketId: 't-1' },
          },
        ],
        decisions: [],
      },
    });
    expect([lines, told]).toEqual([[], []]);
  });

  it("is nobody else's meanwhile, though other rows are free", () => {
    expect(reasonOf(busy(), noted(1))).toBe('the row is being decided');
    expect(reasonOf(busy(), { ...noted(1), commandId: 'k-2' })).toBe('the row is being decided');
    expect(reasonOf(busy(), reserved(1, 'k-2'))).toBe('the row is being decided');
    expect(take(busy(), reserved(2, 'k-2')).reserved?.map(({ commandId }) => commandId)).toEqual([
      'k-1',
      'k-2',
    ]);
  });

  it('is taken once, however often it is asked for under its key', () => {
    expect(take(busy(), reserved(1, 'k-1'), district, monday + 9)).toEqual(busy());
  });

  it('is decided under its key and then no longer taken, other rows staying so', () => {
    const both = take(busy(), reserved(2, 'k-2'));

    const one = take(both, { ...noted(1), commandId: 'k-1' });
    const two = take(one, { ...noted(2), commandId: 'k-2' });

    expect(one.reserved?.map(({ commandId }) => commandId)).toEqual(['k-2']);
    expect(two.decisions.map(({ row }) => row)).toEqual([1, 2]);
    expect(two).not.toHaveProperty('reserved');
  });

  it("is free again when its command is called off, by the meeting's unit or the clock alone", () => {
    const release = { type: 'release', commandId: 'k-1' } as const;
    const other = { type: 'release', commandId: 'k-9' } as const;

    expect(take(busy(), release, 'clock')).toEqual(calledMeeting());
    expect(take(busy(), release, district)).toEqual(calledMeeting());
    expect(take(busy(), other, 'clock')).toEqual(busy());
    expect(ask(busy(), release, street).decided).toEqual({ ok: false, error: { code: 'FORBIDDEN' } });
  });

  it('is ended by the clock a minute after it was begun, the earliest first', () => {
    const both = take(busy(), reserved(2, 'k-2'), district, monday + 5);

    expect(meetingKind.workAt!(both)).toBe(monday + 1 + minuteMs);
    expect(meetingKind.workAt!(take(both, { type: 'release', commandId: 'k-1' }, 'clock'))).toBe(
      monday + 5 + minuteMs,
    );
    expect(meetingKind.workAt!(calledMeeting())).toBe(NEVER);
  });
});
