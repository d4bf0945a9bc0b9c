import type { ComparisonReport } from '../../comparison-report.ts';
import type { CauseFigures, RunReport } from '../../report-input.ts';
import { sayOf } from '../comparison-messages.ts';
import { section } from '../figure.ts';
import { differenceText, figureText, valueText } from '../format.ts';
import { type Html, html } from '../html.ts';
import { say } from '../messages.ts';
import { readingOf } from '../reading.ts';
import { table } from '../table.ts';
import type { PageView } from '../view.ts';

/** What was done before anybody asked, and by which causes. Empty where the scenario says nothing of causes. */
export function earlySection({ measures, causes }: RunReport, view: PageView): Html {
  const { language } = view;
  if (causes === undefined) return html``;
  const own = measures.filter(({ of }) => of === 'early');
  return section(
    'early',
    say('early', language),
    say('earlyLead', language),
    table({
      caption: say('early', language),
      columns: [{ title: say('measure', language) }, { title: say('value', language), numeric: true }],
      rows: own.map(({ title, unit, figure }) => [title[language], figureText(figure, unit, language)]),
    }),
    causesTable(causes, view),
  );
}

function causesTable(causes: readonly CauseFigures[], { language }: PageView): Html {
  const numeric = (['causes', 'causeTickets', 'avoided', 'detected', 'detectionHours'] as const).map(
    (key) => ({
      title: say(key, language),
      numeric: true,
    }),
  );
  return table({
    caption: say('cause', language),
    columns: [{ title: say('cause', language) }, ...numeric],
    rows: causes.map(({ title, causes: count, tickets, avoided, detected, detectionHours }) => [
      title[language],
      ...[count, tickets, avoided, detected].map((figure) => figureText(figure, 'count', language)),
      detectionHours === undefined ? '–' : figureText(detectionHours, 'hours', language),
    ]),
  });
}

/** What acting early changes, and that it is assumed. Empty where neither side says anything of causes. */
export function earlyDifferencesSection({ measures }: ComparisonReport, { language }: PageView): Html {
  const own = measures.filter(({ of }) => of === 'early');
  if (own.length === 0) return html``;
  return section(
    'early',
    say('early', language),
    say('earlyLead', language),
    table({
      caption: say('early', language),
      columns: [
        { title: say('measure', language) },
        { title: 'A', numeric: true },
        { title: 'B', numeric: true },
        { title: sayOf('difference', language), numeric: true },
        { title: sayOf('reading', language) },
      ],
      rows: own.map((measure) => [
        measure.title[language],
        valueText(measure.a, measure.unit, language),
        valueText(measure.b, measure.unit, language),
        differenceText(measure.difference, measure.unit, language),
        sayOf(readingOf(measure), language),
      ]),
    }),
  );
}
