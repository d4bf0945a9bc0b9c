import * as z from 'zod';
import { err, ok, type Result } from '../result.ts';
import type { EpochMs } from '../time.ts';

/** The two sides of a project: whose need it is, and whose resource. */
export const sides = ['need', 'resource'] as const;
export type Side = (typeof sides)[number];

const rating = z.object({ points: z.number().min(0).max(100), at: z.int() });

/** A need and a resource brought together (项目清单): offered by one side, agreed by the other, done, rated by both. */
export const project = z.object({
  id: z.string(),
  list: z.literal('project'),
  need: z.string(),
  resource: z.string(),
  /** The units of both sides. */
  owners: z.object({ need: z.string(), resource: z.string() }),
  place: z.string(),
  district: z.string(),
  kind: z.string(),
  quantity: z.int().min(1),
  status: z.enum(['offered', 'agreed', 'done', 'declined']),
  offeredBy: z.enum(sides),
  offeredAt: z.int(),
  changedAt: z.int(),
  /** What each side was given by the other (双向评价). */
  ratings: z.object({ need: rating.exactOptional(), resource: rating.exactOptional() }),
});

export type Project = z.infer<typeof project>;

export type ProjectCommand =
  | { readonly type: 'agree' | 'decline' | 'done' }
  | { readonly type: 'rate'; readonly points: number };

export type ProjectRefusal = { readonly code: 'OUT_OF_TURN'; readonly reason: string };

/** The other side. */
const otherOf = (side: Side): Side => (side === 'need' ? 'resource' : 'need');

/**
 * What a side's command makes of a project. The side that did not offer agrees; either may decline until the work is done;
 * who had the need says that it is done; then each rates the other, once. A command already carried out changes nothing.
 */
export function decideProject(
  given: Project,
  command: ProjectCommand,
  side: Side,
  now: EpochMs,
): Result<Project, ProjectRefusal> {
  const { status } = given;
  const moved = (to: Project['status']) => ok({ ...given, status: to, changedAt: now });
  switch (command.type) {
    case 'agree':
      if (status === 'agreed') return ok(given);
      if (status !== 'offered') return no(`the project is ${status} already`);
      return side === given.offeredBy ? no('the other side has to agree') : moved('agreed');
    case 'decline':
      if (status === 'declined') return ok(given);
      return status === 'done' ? no('the project is done already') : moved('declined');
    case 'done':
      if (status === 'done') return ok(given);
      if (status !== 'agreed') return no('the project is not agreed');
      return side === 'need' ? moved('done') : no('whose need it was says that it is done');
    case 'rate': {
      if (status !== 'done') return no('the project is not done');
      const rated = otherOf(side);
      const before = given.ratings[rated];
      if (before?.points === command.points) return ok(given);
      if (before !== undefined) return no('it has been rated already');
      const ratings = { ...given.ratings, [rated]: { points: command.points, at: now } };
      return ok({ ...given, ratings, changedAt: now });
    }
  }
}

const no = (reason: string) => err({ code: 'OUT_OF_TURN', reason } as const);
