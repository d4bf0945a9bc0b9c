import * as z from 'zod';
import { sourced } from '../provenance.ts';
import { duration, lasting } from './duration.ts';

const classLimits = z.record(z.string().min(1), sourced(duration));

/** How a request enters. */
export const intakePolicy = z.strictObject({
  /** Clocks run from the citizen's call when it reached us within this long of it, else from its receipt. */
  lateMax: sourced(duration),
  /** The tier of a request flagged as a danger, unrest or a threat to public health; `item`: as its item says. */
  urgentTier: sourced(z.string().min(1)),
  /** A ticket merged into an elder one (并单) looks at the elder this often. */
  elderCheck: sourced(lasting),
});

/** Who a request goes to (派单), and how fast it must go. */
export const dispatchPolicy = z.strictObject({
  /** `subdistrict`: straight to the subdistrict of the place (直派街乡); `catalogue`: as the item says. */
  routing: sourced(z.enum(['subdistrict', 'catalogue'])),
  /** The dispatch clock per dispatch class of the catalogue. */
  limits: classLimits,
});

/** A unit says "not mine" (派单异议), and somebody decides. */
export const disputePolicy = z.strictObject({
  timesMax: sourced(z.int().min(0).max(20)),
  /** A dispute must be raised within this long of the dispatch. */
  window: sourced(duration),
  arbitrationLimit: sourced(duration),
  handlingClock: sourced(z.enum(['runs', 'pauses'])),
  /** Who decides: the lead's district, or the city. */
  arbiter: sourced(z.enum(['district', 'city'])),
});
