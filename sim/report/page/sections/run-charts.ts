import type { DailyName, RunReport } from '../../report-input.ts';
import { arrivedBy } from '../charts/arrival-chart.ts';
import { shareMeasures } from '../charts/measure-chart.ts';
import { lateBeyond } from '../charts/tier-charts.ts';
import { figure, section } from '../figure.ts';
import { figureText, halfWidthText, numberText, shareText, valueText } from '../format.ts';
import { type Html, html } from '../html.ts';
import { say } from '../messages.ts';
import { table } from '../table.ts';
import type { PageView } from '../view.ts';

/** Every measure: the rates as a chart, all of them as a table. */
export function ratesSection({ measures, subject }: RunReport, view: PageView): Html {
  const { language } = view;
  const lead = say(subject.replications > 1 ? 'ratesLead' : 'oneReplication', language);
  const rows = measures.map(({ title, unit, figure: shown }) => [
    title[language],
    { text: valueText(shown.mean, unit, language), sort: shown.mean },
    halfWidthText(shown, unit, language),
  ]);
  const columns = [
    { title: say('measure', language) },
    { title: say('mean', language), numeric: true },
    { title: say('interval', language), numeric: true },
  ];
  const height = 40 + 26 * shareMeasures(measures).length;
  return section(
    'rates',
    say('rates', language),
    lead,
    figure(
      {
        chart: 'rates',
        label: say('rates', language),
        height,
        table: table({ caption: say('rates', language), columns, rows }),
      },
      view,
    ),
  );
}

/** How each tier kept its deadlines. */
export function tiersSection({ tiers, subject }: RunReport, view: PageView): Html {
  const { language } = view;
  const hours = (value: number) => (Number.isFinite(value) ? numberText(value, language, 1) : '–');
  const summaryRows = tiers.map((tier) => [
    tier.title[language],
    numberText(tier.tickets.mean, language, 0),
    figureText(tier.onTimeShare, 'share', language),
    hours(tier.p50Hours.mean),
    hours(tier.p90Hours.mean),
    hours(tier.p99Hours.mean),
  ]);
  const late = table({
    caption: say('lateBy', language),
    columns: [
      { title: say('tier', language) },
      ...(tiers[0]?.latenessHours.edges ?? []).map((edge) => ({
        title: numberText(edge, language),
        numeric: true,
      })),
    ],
    rows: tiers.map((tier) => [
      tier.title[language],
      ...lateBeyond(tier, subject.replications).map(({ share }) => shareText(share, language)),
    ]),
  });
  return section(
    'tiers',
    say('tiers', language),
    say('tiersLead', language),
    html`<div class="pair">${figure({ chart: 'onTime', label: say('onTime', language), height: 300 }, view)}${figure(
      { chart: 'lateness', label: say('lateBy', language), height: 300, table: late },
      view,
    )}</div>`,
    table({
      caption: say('tiers', language),
      columns: [
        { title: say('tier', language) },
        ...(['tickets', 'onTime', 'p50', 'p90', 'p99'] as const).map((key) => ({
          title: say(key, language),
          numeric: true,
        })),
      ],
      rows: summaryRows,
    }),
  );
}

/** What happened day by day. */
export function overTimeSection({ daily }: RunReport, view: PageView): Html {
  const { language } = view;
  const behind = (names: readonly DailyName[]) =>
    table({
      caption: say('overTime', language),
      columns: [
        { title: say('date', language) },
        ...names.map((name) => ({ title: say(name, language), numeric: true })),
      ],
      rows: daily.dates.map((date, n) => [
        date,
        ...names.map((name) => {
          const value = daily.series[name].mean[n]!;
          return name === 'utilisation' ? shareText(value, language) : numberText(value, language, 0);
        }),
      ]),
    });
  const parts = [
    ['flowChart', ['contacts', 'tickets', 'closed'], 260],
    ['backlogChart', ['backlog', 'overdueOpen'], 240],
    ['utilisationChart', ['utilisation'], 200],
  ] as const;
  return section(
    'over-time',
    say('overTime', language),
    say('overTimeLead', language),
    ...parts.map(
      ([name, series, height]) =>
        html`<h3>${say(name, language)}</h3>${figure({ chart: name, label: say(name, language), height, table: behind(series) }, view)}`,
    ),
  );
}

/** How often each rung of the ladder was climbed. */
export function rungsSection({ rungs }: RunReport, view: PageView): Html {
  const { language } = view;
  if (rungs.length === 0) return section('rungs', say('rungs', language), say('noRungs', language));
  const behind = table({
    caption: say('rungs', language),
    columns: [{ title: say('rung', language) }, { title: say('count', language), numeric: true }],
    rows: rungs.map(({ title, count }) => [title[language], figureText(count, 'count', language)]),
  });
  return section(
    'rungs',
    say('rungs', language),
    undefined,
    figure(
      { chart: 'rungs', label: say('rungs', language), height: 40 + 34 * rungs.length, table: behind },
      view,
    ),
  );
}

/** When summoned units arrived. */
export function arrivalsSection({ arrivals, subject }: RunReport, view: PageView): Html {
  const { language } = view;
  if (arrivals.length === 0)
    return section('arrivals', say('arrivals', language), say('noArrivals', language));
  const behind = table({
    caption: say('minutes', language),
    columns: [
      { title: say('whistle', language) },
      ...arrivals[0]!.minutes.edges.map((edge) => ({ title: numberText(edge, language), numeric: true })),
    ],
    rows: arrivals.map((arrival) => [
      arrival.title[language],
      ...arrivedBy(arrival, subject.replications).map(({ share }) => shareText(share, language)),
    ]),
  });
  return section(
    'arrivals',
    say('arrivals', language),
    say('arrivalsLead', language),
    figure({ chart: 'arrivals', label: say('arrivals', language), height: 320, table: behind }, view),
    table({
      caption: say('arrivals', language),
      columns: [
        { title: say('whistle', language) },
        { title: say('summonses', language), numeric: true },
        { title: say('arrivedInTime', language), numeric: true },
      ],
      rows: arrivals.map(({ title, summonses, onTimeShare }) => [
        title[language],
        figureText(summonses, 'count', language),
        figureText(onTimeShare, 'share', language),
      ]),
    }),
  );
}
