import type { Language } from '../../../functions/messages/text.ts';
import type { Figure, MeasureUnit } from '../report-input.ts';

const locales = { zh: 'zh-CN', en: 'en-GB' } as const satisfies Record<Language, string>;
const suffixes: Readonly<Record<MeasureUnit, Record<Language, string>>> = {
  share: { zh: '%', en: '%' },
  count: { zh: '', en: '' },
  hours: { zh: ' 小时', en: ' h' },
  seconds: { zh: ' 秒', en: ' s' },
  points: { zh: ' 分', en: ' points' },
};

/** A number with thousands separators; `digits` behind the point, as many as make sense for its size if absent. */
export function numberText(value: number | undefined, language: Language, digits?: number): string {
  if (value === undefined || !Number.isFinite(value)) return '–';
  const size = Math.abs(value);
  const fraction = digits ?? (size >= 100 || size === Math.round(size) ? 0 : size >= 10 ? 1 : 2);
  const text = new Intl.NumberFormat(locales[language], {
    maximumFractionDigits: fraction,
    minimumFractionDigits: digits ?? 0,
  }).format(value);
  return /^-0(\.0+)?$/.test(text) ? text.slice(1) : text.replace('-', '−');
}

/** A share from 0 to 1 as per cent with one digit. */
export const shareText = (share: number | undefined, language: Language): string =>
  share === undefined || !Number.isFinite(share) ? '–' : `${numberText(100 * share, language, 1)}%`;

/** A value with its unit: shares as per cent. */
export const valueText = (value: number, unit: MeasureUnit, language: Language): string =>
  unit === 'share' ? shareText(value, language) : `${numberText(value, language)}${suffixes[unit][language]}`;

/** As many digits as a half-width knows: its first digit that is not zero, at most two behind the point. */
const digitsOf = (halfWidth: number): number =>
  halfWidth > 0 ? Math.min(2, Math.max(0, -Math.floor(Math.log10(halfWidth)))) : 0;

/** The half-width behind a mean, such as `± 0.4`; nothing where there is no interval. Shares in percentage points. */
export function halfWidthText({ halfWidth95 }: Figure, unit: MeasureUnit, language: Language): string {
  if (halfWidth95 === undefined) return '';
  if (unit !== 'share') return `± ${numberText(halfWidth95, language, digitsOf(halfWidth95))}`;
  const points = 100 * halfWidth95;
  return `± ${numberText(points, language, points >= 0.1 ? 1 : 2)}`;
}

/** `94.3% ± 0.4`: a mean to the digits that its interval knows. */
export function figureText(figure: Figure, unit: MeasureUnit, language: Language): string {
  const { mean, halfWidth95 } = figure;
  if (unit === 'share' || halfWidth95 === undefined || halfWidth95 === 0) {
    return `${valueText(mean, unit, language)} ${halfWidthText(figure, unit, language)}`.trim();
  }
  const text = numberText(mean, language, digitsOf(halfWidth95));
  return `${text} ${halfWidthText(figure, unit, language)}${suffixes[unit][language]}`;
}

/** Names one after another; measures have commas of their own. */
export const listText = (names: readonly string[], language: Language): string =>
  names.join(language === 'zh' ? '、' : '; ');

/**
 * A difference with its sign, to the digits that its interval knows, and the half-width behind it: shares in percentage
 * points.
 */
export function differenceText(difference: Figure, unit: MeasureUnit, language: Language): string {
  const { mean, halfWidth95 } = difference;
  const signed = (text: string) => (mean > 0 && /^[\d.,]*[1-9]/.test(text) ? `+${text}` : text);
  if (unit !== 'share') return signed(figureText(difference, unit, language));
  const points = language === 'zh' ? ' 个百分点' : ' pp';
  if (halfWidth95 === undefined) return `${signed(numberText(100 * mean, language, 1))}${points}`;
  const digits = halfWidth95 < 0.01 ? 2 : 1;
  const text = (share: number) => numberText(100 * share, language, digits);
  return `${signed(text(mean))} ± ${text(halfWidth95)}${points}`;
}
