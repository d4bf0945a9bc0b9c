import * as z from 'zod';
import { sourced } from '../provenance.ts';
import { key, title } from './titled.ts';

const points = sourced(z.number().min(0).max(100));

/**
 * Resources and needs of an area (双报到, 三个清单): which kinds there are, and what a resource's points are made of when a
 * need looks for one. Only resources of the need's own kind in its district are looked at.
 */
export const sharingPolicy = z.strictObject({
  kinds: z.record(key, title),
  points: z.strictObject({
    samePlace: points,
    sameDistrict: points,
    /** For a resource that covers the whole need; in proportion for less. */
    capacity: points,
  }),
});

export type SharingPolicy = z.infer<typeof sharingPolicy>;
