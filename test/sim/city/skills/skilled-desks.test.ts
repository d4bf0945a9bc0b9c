import { describe, expect, it } from 'vitest';
import { DeskRows } from '../../../../sim/city/desk-rows.ts';
import { LiveTickets } from '../../../../sim/city/live-tickets.ts';
import { SkilledDesks } from '../../../../sim/city/skills/skilled-desks.ts';
import { Environment } from '../../../../sim/engine/environment.ts';
import { WarmUp } from '../../../../sim/engine/warm-up.ts';

/** Item 0 is for anybody, item 1 for the second group alone. One person of each group is on duty. */
function twoPeople() {
  const live = new LiveTickets(4);
  const plan = { shares: [0.5, 0.5], narrowFirst: [1, 0], sets: [0b11, 0b10], setOf: Uint8Array.of(0, 1) };
  const desks = new SkilledDesks({
    env: new Environment({ eventsMax: 1 }),
    rows: new DeskRows(live, undefined),
    warmUp: new WarmUp(0),
    startAt: 0,
    plans: [plan],
    shifts: [[2]],
    lanes: 1,
    byDue: false,
  });
  desks.setOnDuty(0, 2);
  const take = (item: number): number => {
    const row = live.take();
    live.ticket.read(row).item = item;
    return row;
  };
  return { desks, take };
}

describe('desks of people with different skills', () => {
  it('know who works on a matter, and who waits, by the new names that these are given', () => {
    const { desks, take } = twoPeople();
    const [first, waiting, firstAgain, waitingAgain] = [take(1), take(1), take(1), take(1)];

    const begun = [first, waiting].map((row) => desks.seize(0, row, 0));
    desks.rename(
      new Map([
        [first, firstAgain],
        [waiting, waitingAgain],
      ]),
    );
    const next = desks.release(0, firstAgain);

    expect(begun).toEqual([true, false]);
    expect(next).toBe(waitingAgain);
  });
});
