import { fill, type Language } from '../../../../functions/messages/text.ts';
import type { ComparisonReport, DifferenceFigure, GamingFigure } from '../../comparison-report.ts';
import type { Figure } from '../../report-input.ts';
import { differenceText, listText, numberText, valueText } from '../format.ts';
import { labelOf } from '../label.ts';
import { isSure, readingOf } from '../reading.ts';
import { comparisonSentences as sentences } from './comparison-sentences.ts';
import { runSentences } from './run-sentences.ts';
import type { Words } from './words.ts';

const cardsMax = 6;
/** Above this tau the order of units is called much the same. */
const sameOrderFrom = 0.8;

/** A comparison in words: the verdict first, then who gains, then what it hangs on. */
export function comparisonWords(report: ComparisonReport, language: Language): Words {
  const { a, b, measures } = report;
  const rated = measures.filter(({ better }) => better !== undefined);
  const verdict = measures.find(({ name }) => name === report.verdict);
  const cards = [...(verdict === undefined ? [] : [verdict]), ...rated.filter((one) => one !== verdict)];
  const names = {
    city: a.city[language],
    scenario: a.scenarioTitle[language],
    a: a.pack,
    b: b.pack,
    start: a.startDate,
    days: a.days,
    n: a.replications,
  };
  return {
    cards: cards.slice(0, cardsMax).map((measure) => cardOf(measure, language)),
    ran: [fill(sentences.ran, language, names), fill(sentences.paired, language, {})],
    came: [
      ...(verdict === undefined
        ? []
        : [
            fill(sentences.verdict, language, {
              measure: verdict.title[language],
              a: valueText(verdict.a, verdict.unit, language),
              b: valueText(verdict.b, verdict.unit, language),
              difference: differenceText(verdict.difference, verdict.unit, language),
              reading: fill(sentences[readingOf(verdict)], language, {}),
            }),
          ]),
      ...betterAndWorse(report, language),
    ],
    means: [
      ...unitSentences(report, language),
      ...gamingSentence(report, language),
      ...hangsOn(report, language),
    ],
    assumed: [
      report.assumptions.length > 0
        ? fill(runSentences.assumed, language, { n: report.assumptions.length })
        : fill(runSentences.noAssumed, language, {}),
      fill(runSentences.model, language, {}),
    ],
  };
}

/** A difference large, its half-width and how it reads small. */
function cardOf(measure: DifferenceFigure, language: Language): Words['cards'][number] {
  const [value, half] = differenceText(measure.difference, measure.unit, language).split(' ± ');
  const [, number, unit] = /^([\d.,]+)(.*)$/.exec(half ?? '') ?? [];
  return {
    title: measure.title[language],
    value: `${value}${unit ?? ''}`,
    note: `${number === undefined ? '' : `± ${number} · `}${fill(sentences[readingOf(measure)], language, {})}`,
  };
}

function betterAndWorse({ measures }: ComparisonReport, language: Language): readonly string[] {
  const listed = (reading: 'better' | 'worse') =>
    measures.filter((measure) => readingOf(measure) === reading).map(({ title }) => title[language]);
  const [better, worse] = [listed('better'), listed('worse')];
  if (better.length + worse.length === 0) return [fill(sentences.noneList, language, {})];
  return [
    ...(better.length > 0
      ? [fill(sentences.betterList, language, { list: listText(better, language) })]
      : []),
    ...(worse.length > 0 ? [fill(sentences.worseList, language, { list: listText(worse, language) })] : []),
  ];
}

function unitSentences(report: ComparisonReport, language: Language): readonly string[] {
  const { units, stability } = report;
  const sure = units.filter(({ difference }) => difference !== undefined && isSure(difference));
  const won = sure.filter(({ difference }) => difference!.mean > 0).length;
  return [
    ...(units.length === 0
      ? [fill(sentences.noBoards, language, {})]
      : [
          fill(sentences.units, language, { won, lost: sure.length - won, same: units.length - sure.length }),
        ]),
    ...stability.slice(0, 1).map(({ group, tau }) =>
      fill(sentences.stability, language, {
        group: labelOf(report, group, language),
        tau: numberText(tau.mean, language, 2),
        remark: fill(tau.mean >= sameOrderFrom ? sentences.ranksSame : sentences.ranksDiffer, language, {}),
      }),
    ),
  ];
}

function gamingSentence({ gaming }: ComparisonReport, language: Language): readonly string[] {
  if (gaming.length === 0) return [];
  const pays = (figure: Figure) => isSure(figure) && figure.mean > 0;
  const told = (some: readonly GamingFigure[]) => ({
    list: listText(
      some.map(
        ({ title, a, b }) =>
          `${title[language]} (${differenceText(a, 'points', language)} → ${differenceText(b, 'points', language)})`,
      ),
      language,
    ),
  });
  const removed = gaming.filter(({ a, b }) => pays(a) && !pays(b));
  const paying = gaming.filter(({ b }) => pays(b));
  return [
    ...(removed.length > 0 ? [fill(sentences.gamingRemoved, language, told(removed))] : []),
    paying.length > 0
      ? fill(sentences.gamingPays, language, told(paying))
      : fill(sentences.gamingNot, language, {}),
  ];
}

function hangsOn({ moved }: ComparisonReport, language: Language): readonly string[] {
  if (moved.length === 0) return [fill(sentences.notMoved, language, {})];
  const keys = [...new Set(moved.filter(({ flips }) => flips).map(({ key }) => key))];
  return [
    keys.length > 0
      ? fill(sentences.flips, language, { list: listText(keys, language) })
      : fill(sentences.robust, language, { n: moved.length }),
  ];
}
