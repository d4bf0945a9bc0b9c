import { fill, type Language } from '../../../../functions/messages/text.ts';
import type { MeasureFigure, SweepReport } from '../../report-input.ts';
import { figureText, listText, numberText } from '../format.ts';
import { sweptMeasures } from '../sections/sweep.ts';
import { comparisonSentences as sentences } from './comparison-sentences.ts';
import { runSentences } from './run-sentences.ts';
import type { Words } from './words.ts';

/** A sweep in words: what moves with the parameter, what does not, and where each measure is best. */
export function sweepWords(report: SweepReport, language: Language): Words {
  const { subject, parameter, points } = report;
  const tracks = sweptMeasures(report).map(({ name }) => trackOf(report, name));
  const moving = tracks.filter(({ first, last }) => areApart(first, last));
  const still = tracks.filter((track) => !moving.includes(track));
  const text = ({ figure, unit }: MeasureFigure) => figureText(figure, unit, language);
  return {
    cards: moving.slice(0, 6).map(({ first, last }) => ({
      title: first.title[language],
      value: `${text(first).split(' ±')[0]} → ${text(last).split(' ±')[0]}`,
      note: `${parameter}: ${numberText(points[0]!.value, language)} → ${numberText(points.at(-1)!.value, language)}`,
    })),
    ran: [
      fill(sentences.sweepRan, language, {
        city: subject.city[language],
        pack: subject.pack,
        scenario: subject.scenarioTitle[language],
        parameter,
        from: numberText(points[0]?.value, language),
        to: numberText(points.at(-1)?.value, language),
        count: points.length,
        n: subject.replications,
      }),
    ],
    came: moving.map(({ first, last }) =>
      fill(sentences.moves, language, { measure: first.title[language], from: text(first), to: text(last) }),
    ),
    means: [
      ...moving.flatMap(({ best }) =>
        best === undefined
          ? []
          : [
              fill(sentences.best, language, {
                measure: best.measure.title[language],
                value: numberText(best.value, language),
                figure: text(best.measure),
              }),
            ],
      ),
      ...(still.length > 0
        ? [
            fill(sentences.still, language, {
              list: listText(
                still.map(({ first }) => first.title[language]),
                language,
              ),
            }),
          ]
        : []),
    ],
    assumed: [
      report.assumptions.length > 0
        ? fill(runSentences.assumed, language, { n: report.assumptions.length })
        : fill(runSentences.noAssumed, language, {}),
      fill(runSentences.model, language, {}),
    ],
  };
}

function trackOf({ points }: SweepReport, name: string) {
  const track = points.map(({ value, measures }) => ({
    value,
    measure: measures.find((measure) => measure.name === name)!,
  }));
  const better = track[0]!.measure.better;
  const sign = better === 'lower' ? -1 : 1;
  const best =
    better === undefined
      ? undefined
      : track.reduce((top, one) =>
          sign * one.measure.figure.mean > sign * top.measure.figure.mean ? one : top,
        );
  return { first: track[0]!.measure, last: track.at(-1)!.measure, best };
}

const areApart = ({ figure: a }: MeasureFigure, { figure: b }: MeasureFigure): boolean =>
  a.halfWidth95 !== undefined &&
  b.halfWidth95 !== undefined &&
  Math.abs(b.mean - a.mean) > a.halfWidth95 + b.halfWidth95;
