import { err, ok, type Result } from '../../../functions/core/result.ts';
import { dayMs } from '../../../functions/core/time.ts';
import type { Mapping } from '../mapping/mapping-schema.ts';
import { type ReadAccount, readRequests } from '../read/read-requests.ts';
import { addToDays, dayOf, emptyUnitDays, type Halves, type UnitDays } from './day-series.ts';

/** What a backtest reads of a file. */
export interface BacktestInput {
  readonly account: ReadAccount;
  readonly halves: Halves;
  readonly byUnit: ReadonlyMap<string, UnitDays>;
}

const halfDaysMin = 28;
/** The largest units get their own forecast, the others one together. */
const unitsMax = 60;
const otherUnits = '(other)';

/**
 * Reads a file twice: first for its days and units, then for the counts of each day, so that memory grows with days and
 * units and not with rows. The error is one line: the file cannot be read, lacks a column, has gaps or is too short.
 */
export async function readHalves(file: string, mapping: Mapping): Promise<Result<BacktestInput, string>> {
  const openedOn = new Map<number, number>();
  const sizes = new Map<string, number>();
  const scanned = await readRequests(file, mapping, ({ openedAt, unit }) => {
    if (openedAt === undefined) return;
    openedOn.set(dayOf(openedAt), (openedOn.get(dayOf(openedAt)) ?? 0) + 1);
    sizes.set(unit, (sizes.get(unit) ?? 0) + 1);
  });
  if (!scanned.ok) return err(`${scanned.error.file}: ${scanned.error.reason}`);
  const { opened, closed } = scanned.value.columns;
  if (!(opened && closed)) {
    const missing = opened ? mapping.columns.closedAt : mapping.columns.openedAt;
    return err(
      `${file}: a backtest needs opening and closing times: no column ${(missing ?? []).join(', ')}`,
    );
  }
  const halves = halvesOf(openedOn, mapping);
  if (!halves.ok) return err(`${file}: ${halves.error}`);
  const largest = [...sizes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, unitsMax);
  const named = new Set(largest.map(([unit]) => unit));
  const byUnit = new Map<string, UnitDays>();
  const read = await readRequests(file, mapping, (row) => {
    const unit = named.has(row.unit) ? row.unit : otherUnits;
    let days = byUnit.get(unit);
    if (days === undefined) {
      days = emptyUnitDays(halves.value);
      byUnit.set(unit, days);
    }
    addToDays(days, row, halves.value);
  });
  if (!read.ok) return err(`${read.error.file}: ${read.error.reason}`);
  return ok({ account: read.value, halves: halves.value, byUnit });
}

function halvesOf(openedOn: ReadonlyMap<number, number>, mapping: Mapping): Result<Halves, string> {
  const days = [...openedOn.keys()].sort((a, b) => a - b);
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return err('has no request with an opening time');
  const span = last - first + 1;
  if (span < 2 * halfDaysMin) {
    return err(`spans ${span} days; a backtest needs ${halfDaysMin} in each half`);
  }
  if (days.length < (mapping.coverage === 'gaps' ? 0.9 : 0.1) * span) {
    return err(
      `has requests on ${days.length} of ${span} days (${dateText(first)} to ${dateText(last)}): a backtest needs days without gaps; is a time mistyped?`,
    );
  }
  return ok({ first, split: first + Math.floor(span / 2), end: last + 1 });
}

const dateText = (day: number) => new Date(day * dayMs).toISOString().slice(0, 10);
