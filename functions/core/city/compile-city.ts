import { type Calendar, compileCalendar } from '../calendar/calendar.ts';
import { calendarSchema } from '../calendar/calendar-schema.ts';
import { cnWorkdays } from '../calendar/cn-workdays.ts';
import { parseCatalogue } from '../catalogue/parse-catalogue.ts';
import type { DataProblem } from '../directory/data-problem.ts';
import { parseDirectory } from '../directory/parse-directory.ts';
import { readDuties } from '../duties/read-duties.ts';
import { compilePlaces, type Places } from '../places/compile-places.ts';
import { parseShapes } from '../places/place-shapes.ts';
import { resolvePolicy } from '../policy/resolve-policy.ts';
import { err, ok, type Result } from '../result.ts';
import { compileRules } from '../rules/compile-rules.ts';
import type { Rules } from '../rules/rules.ts';
import { compileTriage, type Triage } from '../triage/compile-triage.ts';
import type { CitySources } from './city-sources.ts';

/** A city ready to run: rules to decide by, places and words to understand requests with. */
export interface City {
  readonly rules: Rules;
  readonly places: Places;
  readonly triage: Triage;
}

/** A problem in one of the files that make a city. */
export type CityProblem = DataProblem & { readonly file: string };

/**
 * Compiles a city from its sources (parsed JSON, not yet trusted).
 *
 * @param hash names the sources; `adapters/rules` computes it
 * @param shapes the outlines file, where the directory names one
 */
export function compileCity(
  hash: string,
  sources: CitySources,
  shapes?: unknown,
): Result<City, readonly CityProblem[]> {
  const { files, speed } = sources;
  const directory = parseDirectory(sources.directory);
  if (!directory.ok) return inFile(files.directory, directory.error);
  const catalogue = parseCatalogue(sources.catalogue);
  if (!catalogue.ok) return inFile(files.catalogue, catalogue.error);
  const policy = resolvePolicy(new Map(Object.entries(sources.packs)), sources.pack);
  if (!policy.ok) return inFile(files.pack, policy.error);
  const duties = readDuties(policy.value, sources.duties, catalogue.value, directory.value);
  if (!duties.ok) return inFile(files.duties ?? files.pack, duties.error);
  const rules = compileRules({
    hash,
    policy: policy.value,
    directory: directory.value,
    catalogue: catalogue.value,
    duties: duties.value,
    calendars: calendars(directory.value.utcOffset, speed),
    speed,
  });
  if (!rules.ok) return inFile(files.pack, rules.error);
  const outlines = shapes === undefined ? undefined : parseShapes(shapes, directory.value);
  if (outlines?.ok === false) return inFile(files.shapes ?? 'shapes', outlines.error);
  return ok({
    rules: rules.value,
    places: compilePlaces(directory.value, outlines?.value),
    triage: compileTriage(catalogue.value),
  });
}

/** The calendars a tier may name: days of 24 hours, and China's working days. */
function calendars(utcOffset: string, speed: number): ReadonlyMap<string, Calendar> {
  const days = calendarSchema.parse({
    id: 'calendar-days',
    kind: 'calendar-days',
    utcOffset,
    basis: 'every day counts',
  });
  return new Map([
    ['calendar-days', compileCalendar(days, { speed })],
    ['cn-workdays', compileCalendar(cnWorkdays, { speed })],
  ]);
}

const inFile = (file: string, problems: readonly DataProblem[]) =>
  err(problems.map((problem) => ({ ...problem, file })));
