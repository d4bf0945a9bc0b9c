import { describe, expect, it } from 'vitest';
import { rowLayout } from '../../../../functions/core/ticket/ticket-rows.ts';
import type { City } from '../../../../sim/city/city.ts';
import type { CitySetup } from '../../../../sim/city/city-setup.ts';
import { Live, liveWidth } from '../../../../sim/city/live-tickets.ts';
import { runCity, simulate } from '../../../../sim/city/run-city.ts';
import { wake } from '../../../../sim/city/ticket-plan.ts';
import { toResult } from '../../../../sim/city/to-result.ts';
import type { TraceSink } from '../../../../sim/city/trace-sink.ts';
import { says, scenarioWith, setupOf } from '../small-city.ts';

/** A trace shows every ticket, so with one each is lived whole. */
const unheard: TraceSink = { open: () => {}, command: () => {}, entry: () => {}, effect: () => {} };

const small = (overlay: Readonly<Record<string, Record<string, unknown>>> = {}, pack = 'beijing-2023') =>
  setupOf({
    scenario: scenarioWith('beijing-day', {
      startDate: '2025-05-01',
      days: 28,
      warmUpDays: 21,
      ...overlay,
      load: { contactsPerDay: says(900), ...overlay.load },
    }),
    pack,
    seed: 3,
  });

/** The same run with every ticket of its warm-up lived whole. */
function livedWhole(setup: CitySetup) {
  const { city, events } = simulate(setup, { sink: unheard });
  return toResult(city, events);
}

const everywhere = (strategy: string) => ({
  units: { gaming: [{ units: ['kind:subdistrict'], share: says(0.5), strategy }] },
});

const title = { zh: '组', en: 'Group' };
const skilled = {
  units: {
    skills: [
      {
        units: ['kind:subdistrict'],
        groups: [
          { id: 'all', title, share: says(0.5) },
          { id: 'homes', title, share: says(0.5), items: ['02', '04'] },
        ],
      },
    ],
  },
};

const elsewhere = {
  units: {
    outside: { hours: says({ '*': 300 }) },
    extensions: { askedShare: says(0.9), grantedShare: says(1) },
  },
};

describe('a warm-up without the lives that nobody will see', () => {
  it.each<[string, CitySetup]>([
    ['an ordinary week', small()],
    ['callbacks at the answer', small({}, 'beijing-2019')],
    ['units short of people', small({ units: { utilisation: says(1.1) } })],
    ['first come, first served', small({ units: { queue: says('fifo'), utilisation: says(0.95) } })],
    ['short limits first', small({ units: { queue: says('tier'), utilisation: says(0.95) } })],
    ['much time asked for', small({ units: { extensions: { askedShare: says(0.9) } } })],
    ['many disputes', small({ units: { disputes: { share: says(0.3) } } })],
    ['many whistles', small({ units: { whistles: { share: says({ '*': 0.3 }) } } })],
    [
      'little solved',
      small({ citizens: { resolved: says(0), againHours: says({ mean: 48, variation: 1 }) } }),
    ],
    ['helpers in the way', small({ citizens: { helped: says(-1) } })],
    ['units that wait for pressure', small(everywhere('signAndWait'))],
    ['units that hold back', small(everywhere('holdBack'))],
    ['people of different skills', small(skilled)],
    ['a day alone', { ...small(), days: 22 }],
    ['a day of matters in other hands for weeks', { ...small(elsewhere), days: 22 }],
    ['many people of different skills', small({ units: { ...skilled.units, utilisation: says(0.2) } })],
    ['old cases', small({ load: { backlog: { tickets: says(200) } } })],
  ])('measures what a whole one measures, to the last digit: %s', (_, setup) => {
    const result = runCity(setup);

    const whole = livedWhole(setup);
    expect({ ...result, events: 0, decisions: 0 }).toEqual({ ...whole, events: 0, decisions: 0 });
    expect(result.decisions).toBeLessThan(whole.decisions);
  });

  it('opens what lives on by the rules, at the times at which it happened', () => {
    const setup = small();

    const alive = rowsByNumber(simulate(setup).city);

    const whole = rowsByNumber(simulate(setup, { sink: unheard }).city);
    expect(alive.size).toBeGreaterThan(1_000);
    expect(alive.size).toBeLessThan(whole.size);
    for (const [number, row] of alive) expect(row).toEqual(whole.get(number));
  });

  it('is lived whole where a month ends, because the board counts every ticket', () => {
    const setup = small();

    const result = runCity({ ...setup, days: 40 });

    const whole = livedWhole({ ...setup, days: 40 });
    expect(result).toEqual({ ...whole, events: result.events });
  });
});

/** The core's own fields of every ticket that has not ended, its promises kept; not helpers' cells, which keep old numbers. */
function rowsByNumber(city: City): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, readonly number[]>();
  const { at32, at16, helperDueAt, helperUnit, host32 } = rowLayout;
  city.live.forEachAlive((row) => {
    wake(city, row);
    const cells = city.live.words.subarray(row * liveWidth, (row + 1) * liveWidth);
    found.set(cells[Live.number]!, [
      ...cells.subarray(0, helperDueAt * 2),
      ...cells.subarray(at32, at32 + helperUnit),
      ...cells.subarray(at16 / 2, host32),
    ]);
  });
  return found;
}
