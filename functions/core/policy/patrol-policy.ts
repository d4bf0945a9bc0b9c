import * as z from 'zod';
import { sourced } from '../provenance.ts';
import { duration } from './duration.ts';
import { key, title } from './titled.ts';

/** The stretches of the civil calendar that a round may belong to. Weeks begin on Monday. */
const patrolPeriods = ['day', 'week', 'month'] as const;

/** A rhythm of rounds, such as 日巡、周查、月评: one round in each period that has time its calendar counts. */
const rhythm = z.strictObject({
  title,
  period: sourced(z.enum(patrolPeriods)),
  /** A round may be made from this long after its period begins, by the clock on the wall. */
  opensAfter: sourced(duration),
  /** It is missed when it was not made this long before its period ends. */
  closesBefore: sourced(duration),
  calendar: key,
});

/** Those who walk the streets (街巷长, 小巷管家, 网格员, …) and the rhythms each of them keeps. */
const role = z.strictObject({ title, rhythms: sourced(z.array(key).min(1).max(10)) });

/** Patrols (巡查): rhythms and roles by key. */
export const patrolPolicy = z.strictObject({
  rhythms: z.record(key, rhythm),
  roles: z.record(key, role),
});

export type PatrolPolicy = z.infer<typeof patrolPolicy>;
export type PatrolPeriod = (typeof patrolPeriods)[number];
