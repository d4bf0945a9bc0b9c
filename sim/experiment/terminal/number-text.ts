import type { Figure, MeasureUnit } from '../../report/report-input.ts';

/** A value as people read it: shares in per cent, counts whole, other numbers with two decimals, times with their unit. */
export function numberText(value: number | undefined | null, unit: MeasureUnit): string {
  if (value === undefined || value === null || !Number.isFinite(value)) return '-';
  if (unit === 'share') return `${fixed(value * 100, 2)} %`;
  if (unit === 'count') return fixed(value, Math.abs(value) < 100 ? 1 : 0);
  return `${fixed(value, 2)}${signOf[unit] ?? ''}`;
}

/** The international symbols, the same in every language. */
const signOf: Partial<Record<MeasureUnit, string>> = { hours: ' h', seconds: ' s' };

/** The 95 % half-width in the same unit; a dash for one replication. */
export const halfWidthText = ({ halfWidth95 }: Figure, unit: MeasureUnit): string =>
  halfWidth95 === undefined ? '-' : `± ${numberText(halfWidth95, unit)}`;

/** A difference with its sign; differences of shares are in percentage points. */
export const signedText = (value: number, unit: MeasureUnit): string =>
  `${value > 0 ? '+' : ''}${numberText(value, unit)}`;

/** Thousands apart; what rounds to nothing has no sign. */
const fixed = (value: number, decimals: number): string => {
  const text = value.toFixed(decimals).replace(/^-(0(\.0*)?)$/, '$1');
  const [whole, part] = text.split('.');
  const parted = whole!.replace(/\B(?=(\d{3})+(?!\d))/g, ' ');
  return part === undefined ? parted : `${parted}.${part}`;
};
