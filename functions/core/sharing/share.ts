import * as z from 'zod';

/** What a unit can give (资源清单) or wants (需求清单). */
export const shareLists = ['resource', 'need'] as const;
export type ShareList = (typeof shareLists)[number];

/** A part of a share that a project has taken. */
const commitment = z.object({ project: z.string(), quantity: z.int().min(1) });

/** A line of the list of resources or of needs. Its words are a unit's own, never a citizen's; closing it erases them. */
export const share = z.object({
  id: z.string(),
  list: z.enum(shareLists),
  /** The unit or organisation whose it is. */
  owner: z.string(),
  /** The subdistrict it is for (or the district), and the district it is listed in. */
  place: z.string(),
  district: z.string(),
  kind: z.string(),
  title: z.string().exactOptional(),
  /** How much there is, in the kind's own measure: persons, rooms, hours. */
  capacity: z.int().min(1),
  commitments: z.array(commitment),
  openedAt: z.int(),
  closedAt: z.int().exactOptional(),
});

export type Share = z.infer<typeof share>;

/** What is still free of a resource, or still missing of a need. */
export const freeOf = ({ capacity, commitments }: Pick<Share, 'capacity' | 'commitments'>): number =>
  capacity - commitments.reduce((sum, { quantity }) => sum + quantity, 0);

/**
 * A share with `quantity` of it taken by a project, or undefined where it is closed or has no more so much. A project
 * that has its part already keeps it: asked again, nothing changes.
 */
export function commit(given: Share, project: string, quantity: number): Share | undefined {
  if (given.commitments.some((one) => one.project === project)) return given;
  if (given.closedAt !== undefined || freeOf(given) < quantity) return undefined;
  return { ...given, commitments: [...given.commitments, { project, quantity }] };
}

/** A share without what a project had taken. */
export const release = (given: Share, project: string): Share => ({
  ...given,
  commitments: given.commitments.filter((one) => one.project !== project),
});
