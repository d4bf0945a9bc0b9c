import * as z from 'zod';
import type { UnitKind } from '../../functions/core/directory/unit-kinds.ts';
import { unitKinds } from '../../functions/core/directory/unit-kinds.ts';

const teamMember = z.object({ unit: z.string(), role: z.string(), persons: z.int().optional() });

const sources = z.object({
  directory: z.object({
    units: z.array(
      z.object({
        code: z.string(),
        kind: z.enum(unitKinds),
        name: z.object({ zh: z.string() }),
        areaParent: z.string().optional(),
        lineParent: z.string().optional(),
        members: z.array(teamMember).optional(),
        warden: z.object({ name: z.string() }).optional(),
        zone: z.literal(true).optional(),
      }),
    ),
  }),
});

/** A unit as a walk speaks of it. */
export interface NamedUnit {
  readonly code: string;
  readonly kind: UnitKind;
  readonly zh: string;
  /** A development zone or airport that is run like a subdistrict. */
  readonly zone: boolean;
  readonly areaParent: string | undefined;
  readonly lineParent: string | undefined;
  /** The chief of its streets or lanes (街巷长), whose name is public. */
  readonly warden: string | undefined;
  /** Of a team: the bodies it is made of. */
  readonly members: readonly z.infer<typeof teamMember>[] | undefined;
}

/** The units of a loaded city, by code, from its own sources. */
export function namedUnits(citySources: string): ReadonlyMap<string, NamedUnit> {
  const { directory } = sources.parse(JSON.parse(citySources));
  return new Map(
    directory.units.map(({ code, kind, name, areaParent, lineParent, members, warden, zone }) => [
      code,
      { code, kind, zh: name.zh, areaParent, lineParent, members, warden: warden?.name, zone: zone === true },
    ]),
  );
}
