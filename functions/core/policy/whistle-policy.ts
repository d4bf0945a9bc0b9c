import * as z from 'zod';
import { unitKinds } from '../directory/unit-kinds.ts';
import { sourced } from '../provenance.ts';
import { duration } from './duration.ts';
import { key, title } from './titled.ts';

const unitKindList = z.array(z.enum(unitKinds)).min(1);

/** What a whistle may be about: `citizen`, whatever a citizen asked; a finding, project or service matter otherwise. */
const matters = ['citizen', 'patrol', 'project', 'service'] as const;
export type Matter = (typeof matters)[number];

/**
 * How a blower stands to the matter: `lead` answers for it; `area` is the subdistrict of the place, its communities and
 * grids, or a body seated in that area, such as a district's bureau or an alliance of resident bodies.
 */
const blowerRelations = ['lead', 'area'] as const;
export type BlowerRelation = (typeof blowerRelations)[number];

/** Who may let a summoned unit go. `area`: the subdistrict of the place. */
const releasers = ['blower', 'lead', 'area', 'supervisor'] as const;
export type Releaser = (typeof releasers)[number];

/** Something that must be on file before the last unit may leave (盘龙: 一流程一函告一通知五清单). */
const output = z.strictObject({
  key,
  title,
  count: z.int().min(1).max(20),
});

/** Ratings from 0 to 100 after the release: by the blower alone or by both sides (双向评价), for one board. */
const rating = z.strictObject({
  by: sourced(z.enum(['blower', 'both'])),
  board: sourced(z.enum(['annual', 'mutual'])),
});

/** One kind of whistle (吹哨): who blows it about what, whom it summons, by which path, and what ends it. */
const whistleKind = z
  .strictObject({
    title,
    about: sourced(z.array(z.enum(matters)).min(1)),
    blowers: sourced(unitKindList),
    relations: sourced(z.array(z.enum(blowerRelations)).min(1)),
    summons: sourced(unitKindList),
    /** How fast the summoned must be on the spot (报到), from the call. */
    arriveWithin: sourced(z.union([z.literal('none'), duration])),
    /** The city is told of a unit that has not come this long after its limit. Absent: nobody beyond the first time. */
    missedAfter: sourced(duration).optional(),
    /**
     * How a whistle for one unit goes: `direct`, or through the platform of the place's district, which drives it (X 型
     * 结构). One for several units always goes directly.
     */
    single: sourced(z.enum(['direct', 'district'])),
    /** How long the district has to pass it on. */
    passWithin: sourced(duration).optional(),
    /** Whether the lead's clock runs while the summoned are on their way or at work. */
    leadClock: sourced(z.enum(['runs', 'pauses'])),
    /** Whom a case that became late after a late arrival is charged to. */
    delayTo: sourced(z.enum(['lead', 'summoned'])),
    release: sourced(z.array(z.enum(releasers)).min(1)),
    /** `allTasksDone`: nobody leaves before its task is done (事不完、人不撤); `released`: when the releaser says so. */
    endsWhen: sourced(z.enum(['allTasksDone', 'released'])),
    outputs: sourced(z.array(output).min(1).max(20)).optional(),
    rating: rating.optional(),
  })
  .refine(({ single, passWithin }) => single.value !== 'district' || passWithin !== undefined, {
    path: ['passWithin'],
    message: 'a whistle that goes through the district needs the time to pass it on',
  });

export const whistleKinds = z.record(key, whistleKind);

export type WhistlePolicy = z.infer<typeof whistleKinds>;
