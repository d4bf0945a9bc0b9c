import type { Text } from '../../../functions/messages/text.ts';
import type { PartName } from '../../city/parts/part-result.ts';
import { partTitles } from '../../city/parts/part-titles.ts';
import type { RunResult } from '../../city/run-result.ts';
import type { Scenario } from '../../city/scenario-schema.ts';
import type { PartFigures } from '../../report/part-figures.ts';
import type { CityNames } from './city-names.ts';
import { figureOf } from './figure-of.ts';

/** The parts of the model that a scenario switches on, with their figures over replications; undefined for none. */
export function partFigures(
  scenario: Scenario,
  results: readonly RunResult[],
  names: CityNames,
): readonly PartFigures[] | undefined {
  return results[0]!.parts?.map(({ part, rows }) => {
    // A helping unit that had nothing to do in the first replication is in no row.
    const byKey = results.map(
      ({ parts }) => new Map(parts!.find((one) => one.part === part)!.rows.map((row) => [row.key, row])),
    );
    return {
      part,
      ...partTitles[part],
      rows: rows.map(({ key }) => ({
        key,
        title: rowTitle(part, key, scenario, names),
        figures: partTitles[part].columns.map(
          (_, i) => figureOf(byKey.map((found) => found.get(key)?.values[i])) ?? null,
        ),
      })),
    };
  });
}

function rowTitle(part: PartName, key: string, { units }: Scenario, names: CityNames): Text {
  if (part === 'help') return names.nameOf(key);
  if (part === 'seats') return { zh: key, en: key };
  const [plan, id] = key.split('.');
  return units.skills![Number(plan)]!.groups.find((group) => group.id === id)!.title;
}
