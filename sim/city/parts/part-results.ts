import type { City } from '../city.ts';
import type { PartResult } from './part-result.ts';

/** What the parts that the scenario switches on have counted, in the order in which they are shown. */
export const partResults = ({ skills, help, seats }: City): readonly PartResult[] =>
  [skills, help, seats].flatMap((part) => (part === undefined ? [] : [part.result()]));
