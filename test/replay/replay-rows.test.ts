import { describe, expect, it } from 'vitest';
import { memoryTicketStore } from '../../functions/adapters/memory/memory-ticket-store.ts';
import type { TicketRecord } from '../../functions/core/record/ticket-record.ts';
import { dayMs, secondMs } from '../../functions/core/time.ts';
import { reportLines } from '../../sim/replay/report-lines.ts';
import { baltimore, failed, replay, sampleRows } from './sample-rows.ts';

const rows = sampleRows.slice(0, 200);
const few = rows.slice(0, 60);

describe('a replay of 200 real requests', () => {
  it('holds every check, with deadlines, overdue tickets and rungs to hold them on', async () => {
    const ran = await replay(rows, memoryTicketStore());

    expect(failed(ran)).toEqual({});
    expect(ran.judged.overdue.inStore).toBeGreaterThan(20);
    expect(ran.judged.overdue.inStore).toBe(ran.judged.overdue.inFile);
    expect(ran.judged.climbs).toBeGreaterThan(ran.judged.overdue.inFile);
    expect(ran.driven).toMatchObject({ submits: 200, lateMaxMs: 0, idleWakes: 0, refused: [] });
    expect(ran.driven.wakes).toBeGreaterThan(ran.driven.submits);
    expect(ran.plan.rows.filter(({ group }) => group === 'untimed').length).toBeGreaterThan(0);
  });

  it('writes the ticket once a transition and clears it once', async () => {
    const { counts, driven } = await replay(rows, memoryTicketStore());

    expect(counts.create).toBe(driven.submits);
    expect(counts.save).toBe(driven.answers + driven.wakes);
    expect(counts.clear).toBe(counts.create + counts.save);
    expect(counts.lost).toBe(0);
  });

  it('comes out the same in any order of the file', async () => {
    const key = ({ plan, judged, driven }: Awaited<ReturnType<typeof replay>>) => [
      plan.endAt,
      judged.overdue,
      judged.climbs,
      judged.historyEntries,
      driven.wakes,
    ];

    const [forth, back] = [
      await replay(rows, memoryTicketStore()),
      await replay(rows.toReversed(), memoryTicketStore()),
    ];

    expect(key(back)).toEqual(key(forth));
    expect(failed(back)).toEqual({});
  });
});

describe('the checks of a replay', () => {
  it('name the row whose recorded due time is another', async () => {
    const [first, ...others] = few;
    const ran = await replay(
      [{ ...first!, dueAt: first!.dueAt! + secondMs }, ...others],
      memoryTicketStore(),
    );

    expect(failed(ran)['deadline equals the recorded DueDate']).toBe(1);
    expect(reportLines(ran).join('\n')).toContain(`${first!.key} is due at ${first!.dueAt}, by the file at`);
  });

  it('notice a deadline that was stored otherwise, and what follows from it', async () => {
    const store = memoryTicketStore();
    const ran = await replay(few, {
      ...store,
      create: (record) => store.create(later(record)),
    });

    const timed = ran.plan.rows.filter(({ group }) => group === 'timed').length;
    expect(failed(ran)['deadline equals the recorded DueDate']).toBe(timed);
    expect(failed(ran)['overdue in the store as by the file']).toBe(ran.judged.overdue.inFile);
  });

  it('notice a rung at another time', async () => {
    const { escalation } = baltimore.policy;
    const [, ...others] = escalation.rungs.value ?? [];
    const rungs = { value: [{ key: 'warn-most', share: 0.79, to: 'lead' as const }, ...others], basis: 'x' };
    const policy = { ...baltimore.policy, escalation: { ...escalation, rungs } };
    const ran = await replay(few, memoryTicketStore(), { ...baltimore, policy });

    expect(failed(ran)['overdue tickets climbed each rung once, at its time']).toBeGreaterThan(5);
  });

  it('notice a gap in a history', async () => {
    const store = memoryTicketStore();
    const ran = await replay(few, {
      ...store,
      create: (record) => store.create({ ...record, history: record.history.filter(({ n }) => n !== 2) }),
    });

    expect(failed(ran)).toEqual({ 'history without gaps': few.length });
  });

  it('notice a scored case that was not stored', async () => {
    const store = memoryTicketStore();
    const ran = await replay(few, { ...store, putLedger: async () => 'exists' });

    expect(Object.keys(failed(ran))).toEqual(['every effect owed arrived exactly once']);
  });

  it('notice effects that stay owed', async () => {
    const store = memoryTicketStore();
    const ran = await replay(few, {
      ...store,
      clearOwed: (id, rev, next) => store.clearOwed(id, rev, { ...next, owed: [sampleEffect(id, next.rev)] }),
    });

    expect(failed(ran)['no ticket owes anything any more']).toBe(few.length);
  });

  it('notice a wake-up that is left in the index', async () => {
    const store = memoryTicketStore();
    const early = <Next extends { wakeAt?: number | undefined }>(next: Next): Next =>
      next.wakeAt === undefined ? next : { ...next, wakeAt: dayMs };
    const ran = await replay(few, {
      ...store,
      clearOwed: (id, rev, next) => store.clearOwed(id, rev, early(next)),
    });

    const open = ran.plan.rows.filter(({ answerAt }) => answerAt === undefined).length;
    expect(open).toBeGreaterThan(0);
    expect(failed(ran)).toEqual({ 'no wake-up left before the end (by the wake index)': open });
  });
});

const later = (record: TicketRecord): TicketRecord =>
  record.state.dueAt === undefined
    ? record
    : { ...record, state: { ...record.state, dueAt: record.state.dueAt + secondMs } };

const sampleEffect = (ticketId: string, rev: number) => ({
  id: `${ticketId}.1`,
  kind: 'status' as const,
  to: 'hotline',
  event: 'submitted' as const,
  at: 0,
  rule: 'intake',
  ticketId,
  rev,
  status: 'submitted',
  tier: 'none',
  overdue: false,
});
