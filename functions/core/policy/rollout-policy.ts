import * as z from 'zod';
import { unitCode } from '../directory/unit-code.ts';
import { unitKinds } from '../directory/unit-kinds.ts';
import { sourced } from '../provenance.ts';
import { rolloutFeatures } from './rollout-features.ts';
import { key } from './titled.ts';

const kind = z.enum(unitKinds);
/** Another seed is another draw; the same seed draws the same units of the same directory. */
const seed = z.string().min(1).max(60);

/**
 * The units of a phase; each stands for everything below it by area. A number or share of a kind is drawn by `seed`, and
 * development zones are never drawn: they are no subdistricts in law.
 */
const phaseUnits = z.union([
  z.literal('all'),
  z.array(unitCode).min(1).max(5_000),
  z.strictObject({ within: unitCode }),
  z.strictObject({ kind, count: z.int().min(1), seed }),
  z.strictObject({ kind, share: z.number().gt(0).max(1), seed }),
]);

/** A phase of the roll-out (试点, 分阶段推开): from a day on, some rules are in force for some units. */
const phase = z.strictObject({
  /** The first day, in the city's own time. */
  from: sourced(z.iso.date()),
  units: sourced(phaseUnits),
  rules: sourced(z.array(z.enum(rolloutFeatures)).min(1)),
});

/** Phases by key. What no phase names is in force everywhere from the start. */
export const rolloutPolicy = z.record(key, phase);

export type RolloutPolicy = z.infer<typeof rolloutPolicy>;
export type PhaseUnits = z.infer<typeof phaseUnits>;
