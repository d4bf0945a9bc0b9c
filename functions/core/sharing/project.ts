import * as z from 'zod';
import { err, ok, type Result } from '../result.ts';
import type { EpochMs } from '../time.ts';

/** The two sides of a project: whose need it is, and whose resource. */
export const sides = ['need', 'resource'] as const;
export type Side = (typeof sides)[number];

/** Under which key something was asked, and the digest of all that was asked: another body of one key is another. */
const asked = z.object({ commandId: z.string(), digest: z.string() });

const rating = z.object({
  points: z.number().min(0).max(100),
  at: z.int(),
  asked: asked.exactOptional(),
});

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
  | { readonly type: 'rate'; readonly points: number; readonly asked?: z.infer<typeof asked> };

export type ProjectRefusal =
  | { readonly code: 'OUT_OF_TURN'; readonly reason: string }
  /** The key of a command came with another body. */
  | { readonly code: 'CONFLICT' };

/** The other side. */
const otherOf = (side: Side): Side => (side === 'need' ? 'resource' : 'need');

/**
 * What a side's command makes of a project. The side that did not offer agrees; either may decline until the work is done;
 * who had the need says that it is done; then each rates the other, once. A command already carried out changes nothing.
 * A rating whose key came with another body is a conflict.
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
      const isSameKey = before?.asked !== undefined && before.asked.commandId === command.asked?.commandId;
      if (isSameKey && before.asked?.digest !== command.asked?.digest) return err({ code: 'CONFLICT' });
      if (before?.points === command.points) return ok(given);
      if (before !== undefined) return no('it has been rated already');
      const { points, asked } = command;
      const rating = { points, at: now, ...(asked === undefined ? {} : { asked }) };
      const ratings = { ...given.ratings, [rated]: rating };
      return ok({ ...given, ratings, changedAt: now });
    }
  }
}

const no = (reason: string) => err({ code: 'OUT_OF_TURN', reason } as const);
