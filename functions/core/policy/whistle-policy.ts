import * as z from 'zod';
import { unitKinds } from '../directory/unit-kinds.ts';
import { sourced } from '../provenance.ts';
import { duration } from './duration.ts';

const kinds = z.array(z.enum(unitKinds)).min(1);

/** One kind of whistle (吹哨): who blows it, whom it summons, how fast they must be on the spot (报到). */
const whistleKind = z.strictObject({
  title: z.strictObject({ zh: z.string().min(1), en: z.string().min(1) }),
  blowers: sourced(kinds),
  summons: sourced(kinds),
  arriveWithin: sourced(duration),
  /** Whether the lead's clock runs while the summoned are on their way or at work. */
  leadClock: sourced(z.enum(['runs', 'pauses'])),
});

export const whistleKinds = z.record(z.string().regex(/^[a-z][a-zA-Z0-9-]{0,39}$/), whistleKind);
