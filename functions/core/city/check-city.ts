import { type CalendarData, calendarSchema } from '../calendar/calendar-schema.ts';
import { cnWorkdays } from '../calendar/cn-workdays.ts';
import { parseCatalogue } from '../catalogue/parse-catalogue.ts';
import type { DataProblem } from '../directory/data-problem.ts';
import { parseDirectory } from '../directory/parse-directory.ts';
import { readDuties } from '../duties/read-duties.ts';
import { parseShapes } from '../places/place-shapes.ts';
import { resolvePolicy } from '../policy/resolve-policy.ts';
import { err, ok, type Result } from '../result.ts';
import type { CheckedCity } from './checked-city.ts';
import type { CityProblem } from './city-problem.ts';
import type { CitySources } from './city-sources.ts';

/**
 * Reads a city's sources (parsed JSON, not yet trusted) by their schemas and checks them against each other. Whether the
 * rules can be run is found when they are compiled.
 *
 * @param shapes the outlines file, where the directory names one
 */
export function checkCity(
  { files, ...sources }: CitySources,
  shapes?: unknown,
): Result<CheckedCity, readonly CityProblem[]> {
  const directory = parseDirectory(sources.directory);
  if (!directory.ok) return inFile(files.directory, directory.error);
  const catalogue = parseCatalogue(sources.catalogue);
  if (!catalogue.ok) return inFile(files.catalogue, catalogue.error);
  const policy = resolvePolicy(new Map(Object.entries(sources.packs)), sources.pack);
  if (!policy.ok) return inFile(files.pack, policy.error);
  const duties = readDuties(policy.value, sources.duties, catalogue.value, directory.value);
  if (!duties.ok) return inFile(files.duties ?? files.pack, duties.error);
  const outlines = shapes === undefined ? undefined : parseShapes(shapes, directory.value);
  if (outlines?.ok === false) return inFile(files.shapes ?? 'shapes', outlines.error);
  return ok({
    directory: directory.value,
    catalogue: catalogue.value,
    policy: policy.value,
    duties: duties.value,
    calendars: calendars(directory.value.utcOffset),
    outlines: outlines?.value,
  });
}

/** The calendars a tier may name: days of 24 hours, and China's working days. */
function calendars(utcOffset: string): readonly CalendarData[] {
  const days = calendarSchema.parse({
    id: 'calendar-days',
    kind: 'calendar-days',
    utcOffset,
    basis: 'every day counts',
  });
  return [days, cnWorkdays];
}

const inFile = (file: string, problems: readonly DataProblem[]) =>
  err(problems.map((problem) => ({ ...problem, file })));
