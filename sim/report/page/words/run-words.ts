import { fill, type Language } from '../../../../functions/messages/text.ts';
import type { MeasureFigure, RunReport } from '../../report-input.ts';
import { figureText, halfWidthText, numberText, shareText, valueText } from '../format.ts';
import { runMeaning } from './run-meaning.ts';
import { runSentences as sentences } from './run-sentences.ts';
import type { Words } from './words.ts';

const cardNames = [
  'tickets',
  'onTimeShare',
  'resolutionRate',
  'satisfactionRate',
  'p90HandlingHours',
  'utilisationMean',
];

/** A run in words. Sentences about what did not occur are left out. */
export function runWords(report: RunReport, language: Language): Words {
  const { subject, measures } = report;
  const found = new Map(measures.map((measure) => [measure.name, measure]));
  const text = (name: string) => {
    const measure = found.get(name);
    return measure === undefined ? '–' : figureText(measure.figure, measure.unit, language);
  };
  const mean = (name: string) => found.get(name)?.figure.mean ?? Number.NaN;
  const round = (name: string) => numberText(mean(name), language, 0);
  const { city, pack, startDate: start, days, warmUpDays: warmUp, replications: n } = subject;
  const names = { city: city[language], pack, scenario: subject.scenarioTitle[language], start, days };
  return {
    cards: cardNames.flatMap((name) => (found.has(name) ? [cardOf(found.get(name)!, language)] : [])),
    ran: [
      fill(sentences.ran, language, names),
      fill(warmUp > 0 ? sentences.warmUp : sentences.cold, language, { warmUp }),
      n > 1 ? fill(sentences.replications, language, { n }) : fill(sentences.once, language, {}),
    ],
    came: [
      fill(sentences.volume, language, {
        contacts: round('contacts'),
        settled: round('settledAtDesk'),
        tickets: round('tickets'),
        closed: round('closed'),
      }),
      ...(found.has('onTimeShare')
        ? [
            fill(sentences.onTime, language, {
              n: numberText(100 * (1 - mean('onTimeShare')), language, 1),
              share: text('onTimeShare'),
            }),
          ]
        : []),
      fill(sentences.rates, language, {
        response: text('responseRate'),
        resolution: text('resolutionRate'),
        satisfaction: text('satisfactionRate'),
      }),
      ...(found.has('meanHandlingHours')
        ? [
            fill(sentences.handling, language, {
              mean: text('meanHandlingHours'),
              p90: text('p90HandlingHours'),
            }),
          ]
        : []),
      ...(mean('whistles') > 0
        ? [
            fill(sentences.whistles, language, {
              whistles: round('whistles'),
              summonses: round('summonses'),
              share: shareText(found.get('arrivedInTimeShare')?.figure.mean, language),
            }),
          ]
        : []),
    ],
    means: runMeaning(report, language),
    assumed: [
      report.assumptions.length > 0
        ? fill(sentences.assumed, language, { n: report.assumptions.length })
        : fill(sentences.noAssumed, language, {}),
      fill(sentences.model, language, {}),
    ],
  };
}

/** A key figure: the mean large, its interval small. */
const cardOf = ({ title, unit, figure }: MeasureFigure, language: Language): Words['cards'][number] => ({
  title: title[language],
  value: unit === 'count' ? numberText(figure.mean, language, 0) : valueText(figure.mean, unit, language),
  note: halfWidthText(figure, unit, language),
});
