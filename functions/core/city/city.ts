import type { Places } from '../places/compile-places.ts';
import type { Rules } from '../rules/rules.ts';
import type { Triage } from '../triage/compile-triage.ts';

/** A city ready to run: rules to decide by, places and words to understand requests with. */
export interface City {
  readonly rules: Rules;
  readonly places: Places;
  readonly triage: Triage;
}
