import { dayMs } from '../../../functions/core/time.ts';
import type { Command } from '../../experiment/command.ts';
import { verdictOf } from '../../experiment/compare/verdict.ts';
import { csvFile } from '../../experiment/files/csv-files.ts';
import { writeFiles } from '../../experiment/files/write-files.ts';
import { explainCall } from '../../experiment/terminal/explain-call.ts';
import { type Host, systemHost } from '../../experiment/terminal/host.ts';
import { readOptions } from '../../experiment/terminal/read-options.ts';
import { refuse } from '../../experiment/terminal/refuse.ts';
import { tableText } from '../../experiment/terminal/table-text.ts';
import { fitOptions, fitUsage } from '../fit-options.ts';
import { loadMapping } from '../mapping/load-mapping.ts';
import { accountLines } from '../read/account-lines.ts';
import { type Backtest, type BacktestLine, backtest } from './backtest.ts';
import { unlimitedQuantile } from './fit-capacity.ts';
import { readHalves } from './read-halves.ts';

const usage = `usage: npm run sim -- backtest FILE --mapping M [options]
  FILE          requests with opening and closing times as CSV, also packed (.gz), of any size
${fitUsage}`;

const unitsMax = 20;

/** Fits handling times and capacities on the first half of a file and predicts the closings of the second. */
export async function backtestFile(args: readonly string[], host: Host): Promise<number> {
  const read = readOptions(args, { positionals: { names: 'one FILE', min: 1, max: 1 }, options: fitOptions });
  if (!read.ok) return explainCall(host, read.error, usage);
  const { names, options } = read.value;
  const mapping = loadMapping(options.mapping);
  if (!mapping.ok) return refuse(host, mapping.error);
  const input = await readHalves(names[0]!, mapping.value);
  if (!input.ok) return refuse(host, [input.error]);
  for (const line of accountLines(names[0]!, input.value.account)) host.out(line);
  const result = backtest(input.value.byUnit, input.value.halves);
  for (const line of backtestLines(result)) host.out(line);
  if (options.out !== undefined) {
    const written = writeFiles(options.out, [
      { name: 'backtest.json', text: `${JSON.stringify(result, null, 1)}\n` },
      csvFile(
        'days.csv',
        result.days.map((day) => ({ ...day })),
      ),
      csvFile(
        'units.csv',
        [result.total, ...result.units].map(({ skill, ...line }) => ({
          ...line,
          skill: skill.mean,
          skillHalfWidth95: skill.halfWidth95,
        })),
      ),
    ]);
    host.out(`written: ${written.join(', ')}`);
  }
  return 0;
}

function backtestLines({ halves, total, units, unfitted }: Backtest): string[] {
  const date = (day: number) => new Date(day * dayMs).toISOString().slice(0, 10);
  return [
    `fitted on ${date(halves.first)} to ${date(halves.split - 1)}, judged on ${date(halves.split)} to ${date(halves.end - 1)}`,
    'closings a day: recorded, predicted from the requests that came, and the root mean square error beside that of',
    'the naive forecast (mean of the same weekday in the first half); skill is the share of its square error that is gone',
    '',
    ...tableText(
      [
        { title: 'unit' },
        ...['recorded', 'predicted', 'error', 'naive error', 'skill', '95 %', 'capacity'].map((title) => ({
          title,
          isNumber: true,
        })),
      ],
      [total, ...units.slice(0, unitsMax)].map(cells),
    ),
    ...(unfitted.length === 0 ? [] : [`too few ended requests to fit: ${unfitted.join(', ')}`]),
    sentences[verdictOf(total.skill)],
    unitsLine(units),
  ];
}

const sentences = {
  second: 'the fitted city predicts better than the naive forecast',
  first: 'the fitted city predicts worse than the naive forecast',
  undecided: 'neither forecast is better beyond chance',
} as const;

/** Errors of units cancel in their sum: a total that is predicted well hides a unit that drowned. */
function unitsLine(units: readonly BacktestLine[]): string {
  const of = (verdict: keyof typeof sentences) =>
    units.filter(({ skill }) => verdictOf(skill) === verdict).map(({ unit }) => unit);
  const worse = of('first');
  const names = worse.length === 0 ? '' : ` (${worse.slice(0, unitsMax).join(', ')})`;
  return `of ${units.length} units: better ${of('second').length}, worse ${worse.length}${names}, undecided ${of('undecided').length}`;
}

const cells = ({
  unit,
  recorded,
  predicted,
  error,
  naiveError,
  skill,
  capacityQuantile,
}: BacktestLine): string[] => [
  unit === '*' ? '(all)' : unit,
  recorded.toFixed(2),
  predicted.toFixed(2),
  error.toFixed(2),
  naiveError.toFixed(2),
  `${(skill.mean * 100).toFixed(1)} %`,
  `± ${(skill.halfWidth95 * 100).toFixed(1)} %`,
  capacityQuantile === undefined
    ? ''
    : capacityQuantile === unlimitedQuantile
      ? 'none'
      : `q${capacityQuantile}`,
];

export const backtestCommand: Command = { run: (args) => backtestFile(args, systemHost()) };
