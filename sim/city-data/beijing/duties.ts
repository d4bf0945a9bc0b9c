import type { DutyList } from '../../../functions/core/duties/duty-schema.ts';
import { dutyProvenance } from './provenance.ts';
import type { BeijingSources } from './sources.ts';

type Row = BeijingSources['duties'][number];
type Duty = DutyList['boards'][number]['duties'][number];

/** Builds the duty list from the source table: S is a board, S01 a duty. A subgroup of matters stands for its items. */
export function duties(rows: readonly Row[], matters: BeijingSources['matters']): DutyList {
  const itemsOf = (code: string) =>
    code.length === 4
      ? matters.map((matter) => matter.code).filter((item) => item.startsWith(`${code}-`))
      : [code];
  const duty = ({ code, zh, en, part, leads, items }: Row): Duty => {
    if (part === '') throw new Error(`duties.csv: ${code} has no part`);
    return {
      code,
      name: { zh, en },
      part,
      ...(leads === '' ? {} : { leads }),
      items: items.flatMap(itemsOf),
      from: 'sample',
    };
  };
  return {
    schema: 'citywhistle/duties@1',
    id: 'beijing-streets',
    provenance: dutyProvenance,
    boards: rows
      .filter(({ code }) => code.length === 1)
      .map(({ code, zh, en }) => ({
        code,
        name: { zh, en },
        duties: rows.filter((row) => row.code.length > 1 && row.code.startsWith(code)).map(duty),
      })),
  };
}
