import { type EntryType, type LedgerEntry, ledgerEntry } from '../../core/score/ledger-entry.ts';

/** Lines of one part: some 600 KB of text, a sixth of it compressed. */
const linesMax = 2_000;

const typesOf = ({ type }: (typeof ledgerEntry.options)[number]['shape']): readonly EntryType[] =>
  'options' in type ? type.options : [...type.values];

/** The fields of each type of entry in order, without the unit: a part holds entries of one. */
const fields = new Map(
  ledgerEntry.options.flatMap(({ shape }) => {
    const names = Object.keys(shape).filter((name) => name !== 'unit');
    return typesOf(shape).map((type) => [type, names.sort()] as const);
  }),
);

/** An entry as its line: the same entry, the same line, whatever store it comes from. */
export function lineOf(entry: LedgerEntry): string {
  const given = entry as Readonly<Record<string, unknown>>;
  const line: Record<string, unknown> = {};
  for (const field of fields.get(entry.type)!) if (given[field] !== undefined) line[field] = given[field];
  return JSON.stringify(line);
}

/** The texts of the parts that hold lines. */
export function* partTexts(lines: readonly string[]): Generator<string> {
  for (let from = 0; from < lines.length; from += linesMax) {
    yield lines.slice(from, from + linesMax).join('\n');
  }
}

/** The entries of a part. Throws on a line that is no entry. */
export const entriesIn = (text: string, unit: string): LedgerEntry[] =>
  text.split('\n').map((line) => ledgerEntry.parse({ ...(JSON.parse(line) as object), unit }));

/** The name of a part of a unit's frozen entries. */
export const entryPartName = (unit: string, digest: string, n: number): string =>
  `entries.${unit}.${digest.slice(0, 16)}.${n}`;
