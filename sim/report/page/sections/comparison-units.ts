import type { ComparisonReport, UnitShift } from '../../comparison-report.ts';
import { winnersAndLosers } from '../../winners-and-losers.ts';
import { largestGroup } from '../charts/unit-charts.ts';
import { sayOf } from '../comparison-messages.ts';
import { figure, section } from '../figure.ts';
import { figureText, halfWidthText, numberText } from '../format.ts';
import { type Html, html } from '../html.ts';
import { labelOf } from '../label.ts';
import { say } from '../messages.ts';
import { table } from '../table.ts';
import type { PageView } from '../view.ts';

const listedMax = 10;

/** The units that gain most, and those that lose most. */
export function winnersSection({ units }: ComparisonReport, view: PageView): Html {
  const { language } = view;
  if (units.length === 0) {
    return section('winners', sayOf('winners', language), say('noBoards', language));
  }
  const { gains, losses } = winnersAndLosers(units, listedMax);
  return section(
    'winners',
    sayOf('winners', language),
    sayOf('winnersLead', language),
    html`<div class="pair">${shiftTable(gains, sayOf('gains', language), view)}${shiftTable(losses, sayOf('losses', language), view)}</div>`,
    html`<details><summary>${sayOf('allUnits', language)}</summary>${shiftTable(units, sayOf('winners', language), view)}</details>`,
  );
}

function shiftTable(units: readonly UnitShift[], caption: string, { language }: PageView): Html {
  const figureCell = (value: number | undefined, digits?: number) => ({
    text: numberText(value, language, digits),
    sort: value ?? -1e9,
  });
  const keys = ['rankA', 'rankB', 'scoreA', 'scoreB', 'difference'] as const;
  return table({
    caption,
    sortable: true,
    columns: [
      { title: say('unit', language) },
      ...keys.map((key) => ({ title: sayOf(key, language), numeric: true })),
    ],
    rows: units.map((unit) => [
      unit.name[language],
      figureCell(unit.rankA),
      figureCell(unit.rankB),
      figureCell(unit.scoreA, 2),
      figureCell(unit.scoreB, 2),
      unit.difference === undefined
        ? '–'
        : {
            text: `${unit.difference.mean > 0 ? '+' : ''}${numberText(unit.difference.mean, language, 2)} ${halfWidthText(unit.difference, 'points', language)}`,
            sort: unit.difference.mean,
          },
    ]),
  });
}

/** How far the order of units stays the same. */
export function stabilitySection(report: ComparisonReport, view: PageView): Html {
  const { language } = view;
  if (report.units.length === 0) {
    return section('stability', sayOf('stability', language), say('noBoards', language));
  }
  return section(
    'stability',
    sayOf('stability', language),
    sayOf('stabilityLead', language),
    html`<div class="pair">${figure({ chart: 'ranks', label: sayOf('ranksChart', language), height: 360 }, view)}${table(
      {
        caption: sayOf('stability', language),
        columns: [{ title: say('group', language) }, { title: 'τ', numeric: true }],
        rows: report.stability.map(({ group, tau }) => [
          labelOf(report, group, language),
          figureText(tau, 'points', language).replace(/ (分|points)/, ''),
        ]),
      },
    )}</div>`,
  );
}

/** From which class to which units move. */
export function classesSection(report: ComparisonReport, view: PageView): Html {
  const { language } = view;
  const heading = sayOf('classChanges', language);
  const classed = report.units.filter(({ classA, classB }) => classA !== undefined && classB !== undefined);
  if (classed.length === 0) return section('classes', heading, sayOf('noClasses', language));
  const names = [...new Set(classed.flatMap(({ classA, classB }) => [classA!, classB!]))].sort();
  const count = (from: string, to: string) =>
    classed.filter(({ classA, classB }) => classA === from && classB === to).length;
  return section(
    'classes',
    heading,
    sayOf('classChangesLead', language),
    table({
      caption: heading,
      columns: [
        { title: 'A \\ B' },
        ...names.map((name) => ({ title: labelOf(report, name, language), numeric: true })),
      ],
      rows: names.map((from) => [
        labelOf(report, from, language),
        ...names.map((to) => numberText(count(from, to), language)),
      ]),
    }),
  );
}

/** Whether scores follow what units cannot help. */
export function fairnessSection(report: ComparisonReport, view: PageView): Html {
  const { language } = view;
  if (report.units.length === 0) {
    return section('fairness', sayOf('fairness', language), say('noBoards', language));
  }
  const group = largestGroup(report.units)[0]?.group;
  return section(
    'fairness',
    sayOf('fairness', language),
    sayOf('fairnessLead', language),
    html`<h3>${sayOf('fairnessChart', language)}${group === undefined ? '' : ` · ${labelOf(report, group, language)}`}</h3>`,
    figure({ chart: 'fairness', label: sayOf('fairnessChart', language), height: 360 }, view),
    table({
      caption: sayOf('against', language),
      columns: [
        { title: sayOf('against', language) },
        { title: `A ${report.a.pack} τ`, numeric: true },
        { title: `B ${report.b.pack} τ`, numeric: true },
      ],
      rows: report.fairness.map(({ against, a, b }) => [
        sayOf(against, language),
        numberText(a, language, 2),
        numberText(b, language, 2),
      ]),
    }),
  );
}
