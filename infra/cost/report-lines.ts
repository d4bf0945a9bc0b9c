import type { Bill } from './bill.ts';
import type { Measurement } from './measure/measure.ts';
import type { MeasuredFunction } from './measure/measured-city.ts';
import type { HotPartition, Peak } from './partitions.ts';
import type { Prices } from './prices.ts';

const grouped = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const money = new Intl.NumberFormat('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** Rows as text, the first column to the left and the others to the right. */
function tableText(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, n) => Math.max(...rows.map((row) => row[n]!.length)));
  const cell = (text: string, n: number) => (n === 0 ? text.padEnd(widths[n]!) : text.padStart(widths[n]!));
  return rows.map((row) => row.map(cell).join('  ').trimEnd()).join('\n');
}

/** What each life was measured to spend. */
export function livesTable({ lives }: Measurement): string {
  const header = [
    'one life',
    'HTTP',
    'invocations',
    'read units',
    'write units',
    'of indexes',
    'messages',
    'timers',
    'bytes kept',
  ];
  const rows = Object.entries(lives).map(([name, spent]) => [
    name,
    String(spent.httpRequests),
    String(Object.values(spent.functions).reduce((sum, { count }) => sum + count, 0)),
    String(spent.readUnits),
    String(spent.writeUnits),
    Object.entries(spent.indexWriteUnits)
      .map(([index, units]) => `${index} ${units}`)
      .join(' '),
    String(spent.queues.wake.messages + spent.queues.effects.messages),
    String(spent.timersFired),
    String(spent.storedBytes),
  ]);
  return tableText([header, ...rows]);
}

/** The median duration of each function's invocations. */
export const durationsLine = ({ medianMs }: Measurement): string =>
  (Object.entries(medianMs) as [MeasuredFunction, number][])
    .map(([name, ms]) => `${name} ${ms.toFixed(1)} ms`)
    .join(', ');

/** Two bills beside each other, line by line and by service. */
export function billTable({ prices, currency }: Prices, own: Bill, other: Bill): string {
  const keys = [...new Set([...own.lines, ...other.lines].map(({ key }) => key))];
  const line = (bill: Bill, key: string) => bill.lines.find((one) => one.key === key);
  const header = ['a year', 'unit', 'quantity', `${currency}`, 'with schedules', `${currency}`];
  const rows = keys.map((key) => {
    const [a, b] = [line(own, key), line(other, key)];
    const shown = (one: typeof a) => [grouped.format(one?.quantity ?? 0), money.format(one?.cost ?? 0)];
    return [key, prices[key].unit.split(/[,;]/)[0]!, ...shown(a), ...shown(b)];
  });
  const services = [...new Set([...own.services.keys(), ...other.services.keys()])].map((service) => {
    const sums = [own, other].map((bill) => money.format(bill.services.get(service) ?? 0));
    return [`= ${service}`, '', '', sums[0]!, '', sums[1]!];
  });
  const total = ['= all', '', '', money.format(own.total), '', money.format(other.total)];
  return tableText([header, ...rows, ...services, total]);
}

/** The hottest partitions at the peak, for one load and for ten times as much. */
export function partitionsTable(
  columns: readonly {
    readonly requests: number;
    readonly peak: Peak;
    readonly hot: readonly HotPartition[];
  }[],
): string {
  const header = ['at the peak', ...columns.map(({ requests }) => `${grouped.format(requests)} a year`)];
  const peaks = [
    'contacts in the busiest minute (second)',
    ...columns.map(({ peak }) => `${grouped.format(peak.perMinute)} (${peak.perSecond.toFixed(1)})`),
  ];
  const rows = columns[0]!.hot.map(({ name }, n) => [
    name,
    ...columns.map(({ hot }) => {
      const { writeUnits, share } = hot[n]!;
      return `${writeUnits.toFixed(1)} WU/s, ${(100 * share).toFixed(1)} %`;
    }),
  ]);
  return tableText([header, peaks, ...rows]);
}
