import { err, ok, type Result } from '../../core/result.ts';
import { isWithin, type UnitIndex, type UnitTable } from '../../core/rules/unit-table.ts';
import type { Caller } from '../caller.ts';
import type { Forbidden, UnknownUnit } from '../errors.ts';

/** The unit by its code, for those who see behind its numbers: itself, the units above it, and the hotline. */
export function maySeeUnit(
  units: UnitTable,
  code: string,
  { unit: own, hotline }: Caller,
): Result<UnitIndex, Forbidden | UnknownUnit> {
  const unit = units.byCode.get(code);
  if (unit === undefined) return err({ code: 'UNKNOWN_UNIT', unitCode: code });
  const caller = own === undefined ? undefined : units.byCode.get(own);
  const isAbove = caller !== undefined && isWithin(units, unit, caller);
  return hotline || isAbove ? ok(unit) : err({ code: 'FORBIDDEN' });
}
