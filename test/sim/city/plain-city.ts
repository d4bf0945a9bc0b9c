import { says, scenarioWith, setupOf } from './small-city.ts';

/** A city as queueing theory has it: Poisson requests at all hours alike, exponential work, nobody ever off duty. */
const plain = {
  startDate: '2019-03-01',
  warmUpDays: 20,
  days: 120,
  load: {
    dispatchShare: says(1),
    trendPerYear: says(0),
    hours: says(Array.from({ length: 24 }, () => 1)),
    weekdays: says([1, 1, 1, 1, 1, 1, 1]),
    holidayFactor: says(1),
    dayNoiseShape: says(1e9),
    places: says({ '110105': 1, '*': 0 }),
    repeat: { callers: says(1e-9), contacts: says(2e-9), sameAddress: says(0) },
  },
  units: {
    shifts: says([{ from: 0, to: 24, workdays: 1, daysOff: 1 }]),
    queue: says('fifo'),
    onCallHours: says(0),
    outside: { hours: says({ '*': 0 }) },
    disputes: { share: says(0) },
    whistles: { share: says({ '*': 0 }) },
    extensions: { askedShare: says(0) },
  },
  citizens: { resolved: says(20), againShare: says(0) },
};

type Overlay = Readonly<Record<string, unknown>> & {
  readonly load?: object;
  readonly units?: object;
  readonly citizens?: object;
};

/** The setup of such a city with what a test lays on it; places alike. */
export function plainSetup(overlay: Overlay, pack = 'beijing-2019', seed = 11) {
  const scenario = scenarioWith('beijing-day', {
    ...plain,
    ...overlay,
    load: { ...plain.load, ...overlay.load },
    units: { ...plain.units, ...overlay.units },
    citizens: { ...plain.citizens, ...overlay.citizens },
  });
  const setup = setupOf({ scenario, pack, seed });
  return { ...setup, unitWeights: new Float64Array(setup.unitWeights.length) };
}
