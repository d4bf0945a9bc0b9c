import { describe, expect, it } from 'vitest';
import type { CitySetup } from '../../../sim/city/city-setup.ts';
import { type Measure, type MeasureName, measureNames, measures } from '../../../sim/city/measures.ts';
import { runCity } from '../../../sim/city/run-city.ts';
import { traceRun, traceTicket } from '../../../sim/city/trace.ts';
import { says, scenarioWith, setupOf } from './small-city.ts';

/** A hundredth of Beijing, or what a test makes of it. */
const small = (
  overlay: Readonly<Record<string, Record<string, unknown>>> = {},
  pack = 'beijing-2019',
): CitySetup =>
  setupOf({
    scenario: scenarioWith('beijing-day', {
      startDate: '2025-03-24',
      days: 70,
      warmUpDays: 8,
      ...overlay,
      load: { contactsPerDay: says(350), ...overlay.load },
    }),
    pack,
    seed: 5,
  });

/** The part of the model that a measure is of; nothing for those of every run. */
const ofPart = (name: MeasureName): string => (measures[name] as Measure).of ?? '';

/** What citizens bring, as the trace of a run shows it. */
function contactsOf(setup: CitySetup): unknown[] {
  const seen: unknown[] = [];
  traceRun(setup, {
    open: (_ticket, at, { item, place, kind }, { caller, address, channel }) =>
      seen.push([at, item, place, kind, caller, address, channel]),
    command: () => {},
    entry: () => {},
    effect: () => {},
  });
  return seen;
}

describe('a run of the city', () => {
  it('is the same each time, and another under another seed or replication', () => {
    const setup = small();

    const first = runCity(setup);

    expect(runCity(setup)).toEqual(first);
    expect(runCity({ ...setup, seed: 6 }).digest).not.toBe(first.digest);
    expect(runCity({ ...setup, replication: 1 }).digest).not.toBe(first.digest);
  });

  it('meets the contacts it met when this was written, on any machine: results must stay comparable', () => {
    const contacts = contactsOf(
      small({ citizens: { againShare: says(0) }, load: { contactsPerDay: says(100) } }),
    );

    expect(contacts[999]).toMatchInlineSnapshot(`
      [
        1744856290812,
        120,
        24,
        4,
        685768192,
        685768192,
        "phone",
      ]
    `);
  });

  it('survives being sent as JSON, with every measure there', () => {
    const result = runCity(small());

    // Means over what did not occur have no value: here nobody acts early, and no part of the model is switched on.
    const unknown = Object.fromEntries(
      Object.entries(result.measures).flatMap(([name, value]) => (Number.isNaN(value) ? [[name, null]] : [])),
    );
    expect(JSON.parse(JSON.stringify(result))).toEqual({
      ...result,
      measures: { ...result.measures, ...unknown },
    });
    const parts = measureNames.filter((name) => ['skills', 'help', 'seats'].includes(ofPart(name)));
    expect(Object.keys(unknown)).toEqual(expect.arrayContaining(['detectionHours', ...parts]));
    expect(Object.keys(result.measures)).toEqual(measureNames);
    expect(result.boards.map(({ month }) => month)).toEqual(['2025-04', '2025-05']);
    expect(result.daily).toHaveLength(62);
    expect(result.refused).toEqual([]);
  });

  it('meets the same citizens under any pack, whatever units do', () => {
    // Whoever is not helped calls again: that alone depends on the units.
    const citizens = { againShare: says(0) };
    const lazy = [{ units: ['kind:subdistrict'], share: says(1), strategy: 'closeUnsolved' }];

    const contacts = contactsOf(small({ citizens }));

    expect(contacts.length).toBeGreaterThan(8_000);
    expect(contactsOf(small({ citizens }, 'beijing-2023'))).toEqual(contacts);
    expect(contactsOf(small({ citizens, units: { gaming: lazy } }))).toEqual(contacts);
  });

  it('keeps every ordinary contact when a surge is laid on it', () => {
    const citizens = { againShare: says(0) };
    const surges = [
      {
        id: 'flood',
        title: { zh: '水', en: 'Flood' },
        from: '2025-05-01',
        days: 2,
        size: says({ factor: 4 }),
      },
    ];
    const ordinary = contactsOf(small({ citizens }));

    const surged = contactsOf(small({ citizens, load: { surges } }));

    expect(surged.length).toBeGreaterThan(ordinary.length + 300);
    const keys = new Set(surged.map((one) => JSON.stringify(one)));
    expect(ordinary.filter((one) => !keys.has(JSON.stringify(one)))).toEqual([]);
  });

  it('refuses a run that would measure nothing, and a day whose holidays nobody knows', () => {
    expect(() => runCity({ ...small(), days: 8 })).toThrow('8 days are no more than the warm-up of 8');
    const late = scenarioWith('beijing-day', { startDate: '2026-12-20' });
    expect(() => runCity(setupOf({ scenario: late }))).toThrow('does not cover the year 2027');
  });
});

describe('the trace of a ticket', () => {
  it('is the line of that ticket in the trace of the run', () => {
    const setup = small({}, 'beijing-2023');
    const lines: unknown[] = [];
    traceRun(setup, {
      open: () => {},
      command: () => {},
      entry: (ticket, _n, at, event, by, rule, unit) => {
        if (ticket === 1_234) lines.push({ at, event, by, rule, unit });
      },
      effect: () => {},
    });

    const timeline = traceTicket(setup, 1_234);

    expect(timeline?.entries).toEqual(lines);
    expect(lines.length).toBeGreaterThan(4);
    expect(traceTicket(setup, 10_000_000)).toBeUndefined();
  });
});
