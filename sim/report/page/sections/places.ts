import type { RunReport } from '../../report-input.ts';
import { mapMeasureOf, mapMeasures } from '../charts/map-chart.ts';
import { worstQueues } from '../charts/queue-chart.ts';
import { choice, figure, section } from '../figure.ts';
import { numberText, shareText, valueText } from '../format.ts';
import { type Html, html } from '../html.ts';
import { say } from '../messages.ts';
import { table } from '../table.ts';
import type { PageView } from '../view.ts';

/** The districts on a map, or as bars where the city has no outlines. */
export function mapSection({ districts, shapes }: RunReport, view: PageView): Html {
  const { language } = view;
  const heading = say(shapes === undefined ? 'mapBars' : 'map', language);
  const behind = table({
    caption: heading,
    sortable: true,
    columns: [
      { title: say('district', language) },
      ...mapMeasures.map((key) => ({ title: say(key, language), numeric: true })),
    ],
    rows: districts.map(({ name, onTimeShare, utilisation, tickets, backlogMax }) => [
      name[language],
      { text: shareText(onTimeShare, language), sort: onTimeShare ?? -1 },
      { text: shareText(utilisation, language), sort: utilisation },
      { text: numberText(tickets, language, 0), sort: tickets },
      { text: numberText(backlogMax, language, 0), sort: backlogMax },
    ]),
  });
  const shown = choice({
    name: 'mapMeasure',
    label: say('shown', language),
    chosen: mapMeasureOf(view),
    options: mapMeasures.map((key) => ({ value: key, text: say(key, language) })),
  });
  const height = shapes === undefined ? 60 + 26 * districts.length : 520;
  return section(
    'map',
    heading,
    undefined,
    html`<div class="choices">${shown}</div>`,
    figure(
      { chart: 'map', label: `${heading}: ${say(mapMeasureOf(view), language)}`, height, table: behind },
      view,
    ),
  );
}

/** The units with the longest queues. */
export function queuesSection({ units }: RunReport, view: PageView): Html {
  const { language } = view;
  const shown = worstQueues(units);
  const behind = table({
    caption: say('queues', language),
    sortable: true,
    columns: [
      { title: say('unit', language) },
      ...(['wait', 'utilisation', 'backlogMax', 'onTime', 'tickets', 'staff'] as const).map((key) => ({
        title: say(key, language),
        numeric: true,
      })),
    ],
    rows: shown.map((unit) => [
      unit.name[language],
      { text: valueText(unit.waitHoursMean, 'hours', language), sort: unit.waitHoursMean },
      { text: shareText(unit.utilisation, language), sort: unit.utilisation },
      { text: numberText(unit.backlogMax, language, 0), sort: unit.backlogMax },
      { text: shareText(unit.onTimeShare, language), sort: unit.onTimeShare ?? -1 },
      { text: numberText(unit.tickets, language, 0), sort: unit.tickets },
      { text: numberText(unit.staff, language, 1), sort: unit.staff },
    ]),
  });
  return section(
    'queues',
    say('queues', language),
    say('queuesLead', language),
    figure(
      { chart: 'queues', label: say('queues', language), height: 40 + 24 * shown.length, table: behind },
      view,
    ),
  );
}
