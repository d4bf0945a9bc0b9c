import type { CalendarData } from '../calendar/calendar-schema.ts';
import type { Catalogue } from '../catalogue/catalogue-schema.ts';
import type { Directory } from '../directory/directory-schema.ts';
import type { DutyList } from '../duties/duty-schema.ts';
import type { PlaceShapes } from '../places/place-shapes.ts';
import type { Policy } from '../policy/policy-schema.ts';

/** A city's sources as their schemas read them: plain data that survives being written as JSON and read again. */
export interface CheckedCity {
  readonly directory: Directory;
  readonly catalogue: Catalogue;
  /** The pack with all it is laid upon. */
  readonly policy: Policy;
  readonly duties?: DutyList | undefined;
  /** Every calendar that a tier may name by its id. */
  readonly calendars: readonly CalendarData[];
  readonly outlines?: PlaceShapes | undefined;
}
