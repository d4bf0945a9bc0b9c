import { describe, expect, it } from 'vitest';
import { meetingState } from '../../../../functions/core/early/agenda/meeting.ts';
import { minuteMs } from '../../../../functions/core/time.ts';
import { beginMeeting } from '../../../../functions/usecases/early/agenda/begin-meeting.ts';
import { decideRow, type RowDecision } from '../../../../functions/usecases/early/agenda/decide-row.ts';
import { wake } from '../../../../functions/usecases/wake.ts';
import { pipe, staffOf, Town } from '../../town.ts';

const street = '110101017';
const other = '110101001';
const district = staffOf('110101');
const arbitrated: RowDecision = { row: 1, type: 'arbitrated', lead: other };
const noted: RowDecision = { row: 1, type: 'noted', text: '下次再议' };

/** A ticket its street disputes, and the district's meeting that has it on its agenda. */
async function meetingOnDispute() {
  const town = new Town();
  const ticketId = await town.submit(pipe());
  await town.ask(ticketId, { type: 'dispute', body: { text: '不属本街道。' } }, staffOf(street));
  const asked = { unit: '110101', title: '联席会议' };
  const called = await beginMeeting(town.deps, asked, { caller: district, commandId: 'call-1' });
  if (!called.ok) throw new Error(JSON.stringify(called.error));
  const meetingId = called.value.record.id;
  const stands = async () => {
    const record = await town.store.loadUndertaking(meetingId);
    return meetingState.parse(record!.state);
  };
  const arbitrations = async () => {
    const ticket = await town.store.load(ticketId);
    return ticket!.history.filter(
      ({ commandId, event }) => commandId === `${meetingId}.1` && event === 'arbitrated',
    ).length;
  };
  return { town, meetingId, stands, arbitrations };
}

describe('a row that two of a joint meeting decide at once', () => {
  it('is decided as the ticket was arbitrated', async () => {
    const { town, meetingId, stands, arbitrations } = await meetingOnDispute();
    const said: string[] = [];
    const deps = town.bent({
      save: async (record, rev) => {
        const rival = { caller: district, commandId: 'noted-1' };
        const second = await decideRow(town.deps, { meetingId, decision: noted }, rival);
        said.push(second.ok ? 'noted' : second.error.code);
        return town.store.save(record, rev);
      },
    });

    const first = await decideRow(
      deps,
      { meetingId, decision: arbitrated },
      { caller: district, commandId: 'arbitrated-1' },
    );

    expect([first.ok, said]).toEqual([true, ['OUT_OF_TURN']]);
    expect((await stands()).decisions).toMatchObject([{ row: 1, type: 'arbitrated', lead: other }]);
    expect(await arbitrations()).toBe(1);
  });

  it('is free again when the ticket refuses', async () => {
    const { town, meetingId, stands } = await meetingOnDispute();
    const nowhere: RowDecision = { ...arbitrated, lead: 'nowhere' };

    const refused = await decideRow(
      town.deps,
      { meetingId, decision: nowhere },
      { caller: district, commandId: 'arbitrated-1' },
    );
    const second = await decideRow(
      town.deps,
      { meetingId, decision: noted },
      { caller: district, commandId: 'noted-1' },
    );

    expect(refused).toMatchObject({ error: { code: 'UNKNOWN_UNIT' } });
    expect(second.ok).toBe(true);
    expect((await stands()).decisions).toMatchObject([{ row: 1, type: 'noted' }]);
  });

  it('is decided within a minute though whoever decided it was cut off after the ticket was arbitrated', async () => {
    const { town, meetingId, stands, arbitrations } = await meetingOnDispute();
    const asked = { caller: district, commandId: 'arbitrated-1' };
    const deps = town.bent({
      saveUndertaking: async (record, rev) => {
        if (record.history.some(({ event }) => event === 'meetingDecided')) throw new Error('cut off');
        return town.store.saveUndertaking(record, rev);
      },
    });
    await decideRow(deps, { meetingId, decision: arbitrated }, asked).catch(() => undefined);

    town.now += minuteMs + 1;
    await wake(town.deps, meetingId);
    const again = await decideRow(town.deps, { meetingId, decision: arbitrated }, asked);

    expect(again).toMatchObject({ ok: true, value: { isNew: false } });
    const { decisions, reserved } = await stands();
    expect(decisions).toMatchObject([{ row: 1, type: 'arbitrated', lead: other }]);
    expect(reserved).toBeUndefined();
    expect(await arbitrations()).toBe(1);
  });
});
