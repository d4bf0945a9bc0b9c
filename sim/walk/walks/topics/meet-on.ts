import { dayMs } from '../../../../functions/core/time.ts';
import type { TicketView } from '../../../../functions/usecases/ticket-view.ts';
import type { Walker } from '../../walker.ts';
import { finishMilestone, office, readTopic, type TopicView } from './topic-year.ts';

interface Agenda {
  readonly rows: readonly { readonly n: number; readonly kind: string; readonly unitCode: string }[];
}
interface Meeting extends Agenda {
  readonly meetingId: string;
  readonly rowsDecided: number;
  readonly decisions: readonly { readonly type: string; readonly ticketId?: string }[];
}

/**
 * A milestone is missed and climbs its ladder; with a ticket two streets quarrel over and one that lies past its deadline
 * it comes before the joint meeting (联席会议), which decides on all three.
 */
export async function meetOn(w: Walker, missed: TopicView): Promise<void> {
  const { milestones, history } = await readTopic(w, missed);
  const { by, climbed } = milestones[0]!;
  w.expect(
    'the missed milestone warned, was missed and escalated, each at its own time',
    climbed.map(({ rung, at }) => [rung, (Date.parse(at) - Date.parse(by)) / dayMs]),
    [
      ['warn-week', -7],
      ['date', 0],
      ['missed-day', 1],
      ['missed-week', 7],
    ],
  );
  w.expect('it was missed once', history.filter(({ event }) => event === 'milestoneMissed').length, 1);
  const disputed = await bringTickets(w);
  const csv = await office(w).getText('/agenda?unit=110000&format=csv', {
    what: '生成联席会议议程',
    fact: (() => 'CSV') as never,
  });
  w.expect('the agenda as a table has a heading and three rows', csv.trim().split('\r\n').length, 4);
  const body = { unit: '110000', title: '2021年5月联席会议' };
  const meeting = await office(w).post<Meeting>('/meetings', body, {
    what: '召开联席会议',
    expect: 201,
    fact: ({ rows }: Meeting) =>
      rows.map(({ n, kind, unitCode }) => `${n} ${kind} ${w.units.get(unitCode)?.zh}`).join('; '),
  });
  w.expect(
    'disputes first, then missed milestones and delays',
    meeting.rows.map(({ kind }) => kind),
    ['disputed', 'missedMilestone', 'overdue'],
  );
  const path = `/meetings/${meeting.meetingId}`;
  const decide = (decision: object) =>
    office(w).post<Meeting>(`${path}/decisions`, decision, { what: '登记议定事项' });
  const arbitrated = await decide({
    type: 'arbitrated',
    row: 1,
    leadUnit: '110101002',
    text: '由景山街道主责。',
  });
  w.expect('the arbitration is the ticket’s own', arbitrated.decisions[0]?.ticketId, disputed.ticketId);
  w.expect('景山街道 leads now', (await w.read(disputed)).ticket.leadUnit, '110101002');
  await decide({ type: 'noted', row: 2, text: '本月内完成台账。' });
  await decide({ type: 'noted', row: 3, text: '三日内办结。' });
  await office(w).post(`${path}/close`, {}, { what: '联席会议结束' });
  await finishMilestone(w, 'government-services', missed, 'survey');
  await finishMilestone(w, missed.leadUnit, missed, 'measures');
}

/** A ticket that lies past its deadline, and one that its street disputes. */
async function bringTickets(w: Walker): Promise<TicketView> {
  const submit = (sourceKey: string) =>
    w.hotline.submit({
      source: 'meeting',
      sourceKey,
      kind: 'complaint',
      channel: 'phone',
      description: '两街道交界处路灯不亮。',
      itemCode: '0303-05',
      place: { unitCode: '110101001' },
    });
  await submit('late');
  await w.pass(11 * dayMs);
  const disputed = await submit('disputed');
  return w.as('110101001').command(disputed, 'dispute', { text: '不在本辖区。' });
}
