import type { Language } from '../../../functions/messages/text.ts';
import type { ComparisonReport, DifferenceFigure } from '../comparison-report.ts';
import type { Figure } from '../report-input.ts';
import type { ForestRow } from './charts/forest-chart.ts';
import { sayOf } from './comparison-messages.ts';
import { differenceText } from './format.ts';
import { isSure, readingOf } from './reading.ts';

const scaled = ({ mean, halfWidth95 }: Figure, by: number): Figure =>
  halfWidth95 === undefined
    ? { mean: mean * by }
    : { mean: mean * by, halfWidth95: Math.abs(halfWidth95 * by) };

/** Rates in percentage points. */
export const shareRows = ({ measures }: ComparisonReport, language: Language): readonly ForestRow[] =>
  measures.filter(({ unit }) => unit === 'share').map((measure) => rowOf(measure, 100, language));

/** What is no rate, as per cent of A, so that counts and hours fit one axis. */
export const otherRows = ({ measures }: ComparisonReport, language: Language): readonly ForestRow[] =>
  measures
    .filter(({ unit, a }) => unit !== 'share' && a !== 0)
    .map((measure) => rowOf(measure, 100 / Math.abs(measure.a), language));

function rowOf(measure: DifferenceFigure, scale: number, language: Language): ForestRow {
  const title = measure.title[language];
  return {
    title,
    figure: scaled(measure.difference, scale),
    reading: readingOf(measure),
    tip: `${title}: ${differenceText(measure.difference, measure.unit, language)}`,
  };
}

/** The verdict's difference with each assumption moved; shares in percentage points. */
export function movedRows(
  { moved, measures, verdict }: ComparisonReport,
  language: Language,
): readonly ForestRow[] {
  const measure = measures.find(({ name }) => name === verdict);
  const unit = measure?.unit ?? 'count';
  return moved.map(({ key, by, difference, flips }) => ({
    title: `${key} ${by > 0 ? '+' : ''}${Math.round(by * 100)}%`,
    figure: scaled(difference, unit === 'share' ? 100 : 1),
    reading: flips ? 'worse' : isSure(difference) ? 'neither' : 'uncertain',
    tip: `${key}: ${differenceText(difference, unit, language)}${flips ? ` (${sayOf('flips', language)})` : ''}`,
  }));
}
