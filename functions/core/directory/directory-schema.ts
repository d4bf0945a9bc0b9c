import * as z from 'zod';
import { utcOffset } from '../calendar/calendar-schema.ts';
import { provenance } from '../provenance.ts';
import { ownUnitCode, unitCode } from './unit-code.ts';
import { unitKinds } from './unit-kinds.ts';

const label = z.string().trim().min(1).max(120);
const provenanceKey = z.string().min(1).max(60);

/**
 * How a body belongs to a joint squad (综合执法中心): `head` leads it, `resident` has people posted there (派驻),
 * `onCall` names people who come when called (随叫随到).
 */
const memberRoles = ['head', 'resident', 'onCall'] as const;

const member = z.strictObject({
  unit: unitCode,
  role: z.enum(memberRoles),
  /** How many people it posts or names. */
  persons: z.int().min(1).max(1_000).optional(),
});

const unit = z.strictObject({
  code: ownUnitCode,
  kind: z.enum(unitKinds),
  name: z.strictObject({ zh: label, en: label.optional() }),
  /** Other names under which citizens and staff know the unit (别名). */
  aliases: z.array(label).max(20).optional(),
  /** The unit of the place it belongs to (块). */
  areaParent: unitCode.optional(),
  /** The unit of the trade it answers to (条). */
  lineParent: unitCode.optional(),
  /** True where no public name is known and the row only holds the unit's place. */
  placeholder: z.literal(true).optional(),
  /** True for a development zone or airport that is run like a subdistrict but is not one in law. */
  zone: z.literal(true).optional(),
  /** Size for shares and arrivals: residents of a district, communities of a subdistrict. */
  weight: z.number().nonnegative().optional(),
  /** Of a grid or community: its street or lane chief (街巷长), whose name and number are public by rule. */
  warden: z.strictObject({ name: label, phone: z.string().trim().min(3).max(30).optional() }).optional(),
  /** Of a team: the bodies it is made of. */
  members: z.array(member).min(1).max(60).optional(),
  from: provenanceKey,
});

const place = z.strictObject({
  name: label,
  aliases: z.array(label).max(20).optional(),
  unit: unitCode,
  from: provenanceKey,
});

/** The file of a city's units and named places (单位名录). Cross-checks are in `checkDirectory`. */
export const directory = z.strictObject({
  schema: z.literal('citywhistle/directory@1'),
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/),
  title: z.strictObject({ zh: label, en: label }),
  /** The city's fixed offset from UTC, such as `+08:00`. */
  utcOffset,
  provenance: z.record(provenanceKey, provenance),
  units: z.array(unit).min(1).max(20_000),
  places: z.array(place).max(50_000),
  /** A GeoJSON file beside this one whose features carry `id` = unit code. */
  shapes: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]*\.geojson$/)
    .optional(),
});

export type Directory = z.infer<typeof directory>;
export type Unit = Directory['units'][number];
export type MemberRole = (typeof memberRoles)[number];
