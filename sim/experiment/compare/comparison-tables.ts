import { fill, type Language } from '../../../functions/messages/text.ts';
import type { ComparisonReport } from '../../report/comparison-report.ts';
import { winnersAndLosers } from '../../report/winners-and-losers.ts';
import { terminalMessages as say } from '../terminal/messages.ts';
import { halfWidthText, numberText, signedText } from '../terminal/number-text.ts';
import { tableText } from '../terminal/table-text.ts';
import { verdictOf } from './verdict.ts';

const unitsMax = 8;

/** A comparison as tables for the terminal: measures, winners and losers, ranks, fairness, gaming, assumptions. */
export function comparisonTables(report: ComparisonReport, lang: Language): string[] {
  const { a, b } = report;
  const names = { a: nameOf(report, 'a'), b: nameOf(report, 'b') };
  const number = (title: string) => ({ title, isNumber: true });
  const { gains, losses } = winnersAndLosers(report.units, unitsMax);
  return [
    `${report.title[lang]}  (n = ${a.replications} / ${b.replications}, seed ${a.seed})`,
    '',
    ...tableText(
      [
        { title: say.measure[lang] },
        number(names.a),
        number(names.b),
        number(say.difference[lang]),
        number(say.halfWidth[lang]),
        { title: say.verdict[lang] },
      ],
      report.measures.map((row) => [
        row.title[lang],
        numberText(row.a, row.unit),
        numberText(row.b, row.unit),
        signedText(row.difference.mean, row.unit),
        halfWidthText(row.difference, row.unit),
        judged(row, lang),
      ]),
    ),
    ...section(say.lose[lang], shiftTable(report, losses, lang)),
    ...section(say.win[lang], shiftTable(report, gains, lang)),
    ...section(
      say.ranks[lang],
      report.stability.map(
        ({ group, tau }) =>
          `${report.labels?.[group]?.[lang] ?? group}: tau ${numberText(tau.mean, 'points')} ${halfWidthText(tau, 'points')}`,
      ),
    ),
    ...section(
      say.fairness[lang],
      report.fairness.map(
        ({ against, a: first, b: second }) =>
          `${say[against][lang]}: ${numberText(first, 'points')} -> ${numberText(second, 'points')}`,
      ),
    ),
    ...section(
      say.gaming[lang],
      report.gaming.map(
        ({ title, a: first, b: second }) =>
          `${title[lang]}: ${signedText(first.mean, 'points')} ${halfWidthText(first, 'points')} -> ${signedText(second.mean, 'points')} ${halfWidthText(second, 'points')}`,
      ),
    ),
    ...section(say.flips[lang], flipLines(report, lang)),
    '',
    fill(say.rests, lang, { count: report.assumptions.length }),
  ];
}

/** Packs alone where the scenario is the same; else both. */
const nameOf = ({ a, b, ...report }: ComparisonReport, side: 'a' | 'b'): string => {
  const { scenario, pack } = { ...report, a, b }[side];
  return a.scenario === b.scenario ? pack : `${scenario}+${pack}`;
};

const judged = ({ difference, better }: ComparisonReport['measures'][number], lang: Language): string => {
  const verdict = verdictOf(difference);
  if (difference.mean === 0 && difference.halfWidth95 === 0) return say.equal[lang];
  if (verdict === 'undecided') return say.undecided[lang];
  if (better === undefined) return say.changed[lang];
  return (verdict === 'second') === (better === 'higher') ? say.better[lang] : say.worse[lang];
};

const section = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : ['', title, ...lines];

function shiftTable(report: ComparisonReport, units: ComparisonReport['units'], lang: Language): string[] {
  if (units.length === 0) return [];
  const pair = (from: string | number | undefined, to: string | number | undefined) =>
    `${from ?? '-'} -> ${to ?? '-'}`;
  const label = (key: string | undefined) =>
    key === undefined ? undefined : (report.labels?.[key]?.[lang] ?? key);
  return tableText(
    [
      { title: say.unit[lang] },
      { title: say.group[lang] },
      { title: say.rank[lang], isNumber: true },
      { title: say.score[lang], isNumber: true },
      { title: say.halfWidth[lang], isNumber: true },
      { title: say.class[lang] },
    ],
    units.map((unit) => [
      unit.name[lang],
      label(unit.group) ?? '',
      pair(unit.rankA, unit.rankB),
      unit.difference === undefined ? '-' : signedText(unit.difference.mean, 'points'),
      unit.difference === undefined ? '-' : halfWidthText(unit.difference, 'points'),
      unit.classA === unit.classB ? (label(unit.classA) ?? '') : pair(label(unit.classA), label(unit.classB)),
    ]),
  );
}

function flipLines({ moved, verdict, measures }: ComparisonReport, lang: Language): string[] {
  if (moved.length === 0) return [];
  const unit = measures.find(({ name }) => name === verdict)?.unit ?? 'points';
  const flips = moved.filter(({ flips: isFlip }) => isFlip);
  const count = new Set(moved.map(({ key }) => key)).size;
  return [
    fill(say.movedCount, lang, { count, flips: flips.length }),
    ...flips.map(
      ({ key, by, difference }) =>
        `  ${key} ${by > 0 ? '+' : ''}${by * 100} %: ${signedText(difference.mean, unit)} ${halfWidthText(difference, unit)}`,
    ),
  ];
}
