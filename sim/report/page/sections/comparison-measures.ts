import type { ComparisonReport } from '../../comparison-report.ts';
import { sayOf } from '../comparison-messages.ts';
import { figure, section } from '../figure.ts';
import { movedRows, otherRows, shareRows } from '../forest-rows.ts';
import { differenceText, figureText, valueText } from '../format.ts';
import { type Html, html } from '../html.ts';
import { say } from '../messages.ts';
import { readingOf } from '../reading.ts';
import { table } from '../table.ts';
import type { PageView } from '../view.ts';

/** Paired differences of every measure, as forest plots and as a table. */
export function differencesSection(report: ComparisonReport, view: PageView): Html {
  const { language } = view;
  const behind = table({
    caption: sayOf('differences', language),
    columns: [
      { title: say('measure', language) },
      { title: `A ${report.a.pack}`, numeric: true },
      { title: `B ${report.b.pack}`, numeric: true },
      { title: sayOf('difference', language), numeric: true },
      { title: sayOf('reading', language) },
    ],
    rows: report.measures.map((measure) => [
      measure.title[language],
      valueText(measure.a, measure.unit, language),
      valueText(measure.b, measure.unit, language),
      differenceText(measure.difference, measure.unit, language),
      sayOf(readingOf(measure), language),
    ]),
  });
  const plot = (chart: 'forestShares' | 'forestOthers', rows: number) =>
    html`<h3>${sayOf(chart, language)}</h3>${figure(
      { chart, label: sayOf(chart, language), height: 40 + 26 * rows },
      view,
    )}`;
  return section(
    'differences',
    sayOf('differences', language),
    sayOf('differencesLead', language),
    html`<p class="key"><span class="better">●</span> ${sayOf('better', language)} <span class="worse">●</span> ${sayOf(
      'worse',
      language,
    )} <span class="neither">●</span> ${sayOf('neither', language)} <span class="uncertain">●</span> ${sayOf('uncertain', language)}</p>`,
    plot('forestShares', shareRows(report, language).length),
    plot('forestOthers', otherRows(report, language).length),
    behind,
  );
}

/** What each strategy of gaming pays under A and B. */
export function gamingSection({ gaming, a, b }: ComparisonReport, view: PageView): Html {
  const { language } = view;
  const heading = sayOf('gaming', language);
  if (gaming.length === 0) return section('gaming', heading, sayOf('notDone', language));
  const behind = table({
    caption: heading,
    columns: [
      { title: sayOf('strategy', language) },
      { title: `A ${a.pack}`, numeric: true },
      { title: `B ${b.pack}`, numeric: true },
    ],
    rows: gaming.map((strategy) => [
      strategy.title[language],
      figureText(strategy.a, 'points', language),
      figureText(strategy.b, 'points', language),
    ]),
  });
  return section(
    'gaming',
    heading,
    sayOf('gamingLead', language),
    figure({ chart: 'gaming', label: heading, height: 70 + 44 * gaming.length, table: behind }, view),
  );
}

/** Whether the verdict survives when each assumption is moved. */
export function movedSection(report: ComparisonReport, view: PageView): Html {
  const { language } = view;
  const heading = sayOf('moved', language);
  if (report.moved.length === 0) return section('moved', heading, sayOf('notDone', language));
  const measure = report.measures.find(({ name }) => name === report.verdict);
  const unit = measure?.unit ?? 'count';
  const behind = table({
    caption: heading,
    columns: [
      { title: say('setting', language) },
      { title: sayOf('by', language), numeric: true },
      { title: sayOf('difference', language), numeric: true },
      { title: sayOf('reading', language) },
    ],
    rows: report.moved.map(({ key, by, difference, flips }) => [
      html`<code>${key}</code>`,
      `${by > 0 ? '+' : ''}${Math.round(by * 100)}%`,
      differenceText(difference, unit, language),
      sayOf(flips ? 'flips' : 'holds', language),
    ]),
  });
  return section(
    'moved',
    heading,
    sayOf('movedLead', language, { measure: measure?.title[language] ?? report.verdict }),
    figure(
      { chart: 'moved', label: heading, height: 40 + 24 * movedRows(report, language).length, table: behind },
      view,
    ),
  );
}
