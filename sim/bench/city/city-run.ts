import { loadSetup } from '../../city/load-setup.ts';
import { runCity } from '../../city/run-city.ts';
import { peakMemoryMib, startCpuStopwatch, startStopwatch } from '../stopwatch.ts';

/** `node city-run.ts SCENARIO PACK DAYS SCALE WARM_UP_DAYS`: one run in a process of its own, its figures as JSON. */
const [scenario, pack, days, scale, warmUpDays] = process.argv.slice(2);
const seconds = startStopwatch();
const cpuSeconds = startCpuStopwatch();
const setup = loadSetup({
  scenario: scenario!,
  ...(pack === '-' ? {} : { pack: pack! }),
  ...(days === '-' ? {} : { days: Number(days) }),
});
if (!setup.ok) throw new Error(setup.error.join('\n'));
const { load } = setup.value.scenario;
const contactsPerDay = { ...load.contactsPerDay, value: load.contactsPerDay.value * Number(scale) };
const scaled = {
  ...setup.value.scenario,
  ...(warmUpDays === '-' ? {} : { warmUpDays: Number(warmUpDays) }),
  load: { ...load, contactsPerDay },
};
const result = runCity({ ...setup.value, scenario: scaled });
const all = result.daily;
console.log(
  JSON.stringify({
    scenario: result.scenario,
    pack: result.pack,
    days: result.days,
    contacts: all.reduce((sum, day) => sum + day.contacts, 0),
    tickets: all.reduce((sum, day) => sum + day.tickets, 0),
    whistles: result.measures.whistles,
    boards: result.boards.length,
    decisions: result.decisions,
    events: result.events,
    seconds: seconds(),
    cpuSeconds: cpuSeconds(),
    peakMib: peakMemoryMib(),
    digest: result.digest,
  }),
);
