import { err, ok, type Result } from '../../core/result.ts';
import type { UnitTable } from '../../core/rules/unit-table.ts';
import type { Caller } from '../caller.ts';
import type { Forbidden, UnknownUnit } from '../errors.ts';

/** In what right a caller speaks about a unit: as the city, as the district over it, or as the unit itself. */
export function standingOf(
  { byCode, city, district }: UnitTable,
  unit: string,
  { unit: own, hotline }: Caller,
): Result<'city' | 'district' | 'unit', Forbidden | UnknownUnit> {
  const about = byCode.get(unit);
  if (about === undefined) return err({ code: 'UNKNOWN_UNIT', unitCode: unit });
  const caller = own === undefined || hotline ? undefined : byCode.get(own);
  if (caller === undefined) return err({ code: 'FORBIDDEN' });
  if (caller === city) return ok('city');
  if (caller === about) return ok('unit');
  return caller === district[about] ? ok('district') : err({ code: 'FORBIDDEN' });
}
