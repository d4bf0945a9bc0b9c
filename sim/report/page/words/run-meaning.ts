import { fill, type Language } from '../../../../functions/messages/text.ts';
import type { RunReport } from '../../report-input.ts';
import { worstQueues } from '../charts/queue-chart.ts';
import { numberText, shareText, valueText } from '../format.ts';
import { labelOf } from '../label.ts';
import { runSentences as sentences } from './run-sentences.ts';

/** Backlog that changes by less than this share is called steady. */
const steadyShare = 0.1;
const strainedFrom = 0.95;

/** What a planner may take from a run, each sentence only where the figures say it. */
export function runMeaning(report: RunReport, language: Language): readonly string[] {
  return [
    ...tierSentence(report, language),
    ...backlogSentence(report, language),
    ...queueSentence(report, language),
    ...luckSentence(report, language),
  ];
}

function tierSentence({ tiers }: RunReport, language: Language): readonly string[] {
  const sorted = tiers
    .filter(({ tickets, onTimeShare }) => tickets.mean > 0 && Number.isFinite(onTimeShare.mean))
    .toSorted((a, b) => a.onTimeShare.mean - b.onTimeShare.mean);
  const [worst, best] = [sorted[0], sorted.at(-1)];
  if (worst === undefined || best === undefined || worst === best) return [];
  return [
    fill(sentences.worstTier, language, {
      tier: worst.title[language],
      share: shareText(worst.onTimeShare.mean, language),
      best: shareText(best.onTimeShare.mean, language),
    }),
  ];
}

/** The first and last sevenths of the counted days are compared, so that one day's noise says nothing. */
function backlogSentence({ daily, subject }: RunReport, language: Language): readonly string[] {
  const { mean: backlog } = daily.series.backlog;
  const counted = backlog.slice(Math.max(0, backlog.length - (subject.days - subject.warmUpDays)));
  const part = Math.max(1, Math.floor(counted.length / 7));
  if (counted.length < 2) return [];
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [from, to] = [mean(counted.slice(0, part)), mean(counted.slice(-part))];
  const change = (to - from) / Math.max(from, 1);
  const sentence =
    change > steadyShare ? sentences.growing : change < -steadyShare ? sentences.falling : sentences.steady;
  return [fill(sentence, language, { from: numberText(from, language, 0), to: numberText(to, language, 0) })];
}

function queueSentence({ units }: RunReport, language: Language): readonly string[] {
  const worst = worstQueues(units)[0];
  if (worst === undefined) return [];
  const n = units.filter(({ utilisation }) => utilisation >= strainedFrom).length;
  return [
    fill(n > 0 ? sentences.strained : sentences.nobodyStrained, language, {
      n,
      unit: worst.name[language],
      wait: valueText(worst.waitHoursMean, 'hours', language),
    }),
  ];
}

/** How wide ranks spread over replications, on the largest group of the last month. */
function luckSentence(report: RunReport, language: Language): readonly string[] {
  const { boards, subject } = report;
  const board = boards.at(-1);
  const largest = board?.groups.toSorted((a, b) => b.lines.length - a.lines.length)[0];
  if (board === undefined || largest === undefined || subject.replications < 2) return [];
  const spreads = largest.lines.flatMap(({ rankLow, rankHigh }) =>
    rankLow === undefined || rankHigh === undefined ? [] : [rankHigh - rankLow],
  );
  if (spreads.length === 0) return [];
  const places = spreads.reduce((sum, spread) => sum + spread, 0) / spreads.length;
  return [
    fill(sentences.luckyRanks, language, {
      month: board.month,
      group: labelOf(report, largest.group, language),
      places: numberText(places, language, 1),
    }),
  ];
}
