import { describe, expect, it } from 'vitest';
import { runCity, simulate } from '../../../sim/city/run-city.ts';
import { toResult } from '../../../sim/city/to-result.ts';
import type { TraceSink } from '../../../sim/city/trace-sink.ts';
import { says, scenarioWith, setupOf } from './small-city.ts';

/** A trace is told of everything in order, so with one each step waits for its instant and each promise is looked at. */
const unheard: TraceSink = { open: () => {}, command: () => {}, entry: () => {}, effect: () => {} };

const everywhere = (strategy: string) => ({
  gaming: [{ units: ['kind:subdistrict'], share: says(0.5), strategy }],
});

describe('what concerns a ticket and its lead or citizen alone', () => {
  it.each([
    ['honest units that often ask for time', { extensions: { askedShare: says(0.9) } }],
    ['units short of people', { utilisation: says(1.1) }],
    ['units that wait for pressure', everywhere('signAndWait')],
    ['units that dispute everything', everywhere('disputeAll')],
    ['units that work on short tiers alone', everywhere('shortTiersOnly')],
    ['units that close without solving', everywhere('closeUnsolved')],
  ])('is decided sooner or later at its own instant, and no figure shows it: %s', (_, units) => {
    const setup = setupOf({
      scenario: scenarioWith('beijing-day', {
        days: 75,
        warmUpDays: 20,
        load: { contactsPerDay: says(300) },
        units,
      }),
    });

    const result = runCity(setup);

    const { city, events } = simulate(setup, { sink: unheard });
    const looked = toResult(city, events);
    expect({ ...result, events: 0 }).toEqual({ ...looked, events: 0 });
    expect(result.events).toBeLessThan(looked.events);
  });
});
