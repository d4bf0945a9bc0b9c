import type * as z from 'zod';
import type { matterView, memberView } from '../../../functions/http/contracts/matter-views.ts';
import { operationMessages } from '../../../functions/messages/operation-messages.ts';
import type { Speaker } from '../speaker.ts';
import type { Walker } from '../walker.ts';

export type Matter = z.infer<typeof matterView>;
export type Member = z.infer<typeof memberView>;

type Move =
  | 'addMatterMembers'
  | 'removeMatterMembers'
  | 'layMatterPlan'
  | 'finishMatterStep'
  | 'tellMatterProgress'
  | 'answerMatter'
  | 'closeMatter';

const paths: Readonly<Record<Move, string>> = {
  addMatterMembers: 'add-members',
  removeMatterMembers: 'remove-members',
  layMatterPlan: 'lay-plan',
  finishMatterStep: 'finish-step',
  tellMatterProgress: 'tell-progress',
  answerMatter: 'answer',
  closeMatter: 'close',
};

const line = ({ status, members, refused }: Matter): string =>
  `${status}, ${members} members${refused === 0 ? '' : `, ${refused} refused`}`;

/** Opens a matter (并案立项). */
export const openMatter = (by: Speaker, body: object): Promise<Matter> =>
  by.post<Matter>('/matters', body, { what: operationMessages.openMatter.zh, expect: 201, fact: line });

/** Asks something of a matter. */
export const askMatter = (
  by: Speaker,
  { undertakingId }: Matter,
  move: Move,
  body: object = {},
): Promise<Matter> =>
  by.post<Matter>(`/matters/${undertakingId}/${paths[move]}`, body, {
    what: operationMessages[move].zh,
    fact: line,
  });

export const readMatter = (by: Speaker, { undertakingId }: Matter): Promise<Matter> =>
  by.get<Matter>(`/matters/${undertakingId}`, { what: operationMessages.readMatter.zh, fact: line });

/** All members of a matter, page by page, without telling of it. */
export const membersOf = (w: Walker, { undertakingId }: Matter): Promise<Member[]> =>
  w.quietly(async () => {
    const all: Member[] = [];
    let cursor: string | undefined;
    do {
      const after = cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`;
      const page = await w.hotline.get<{ rows: Member[]; cursor?: string }>(
        `/matters/${undertakingId}/members?limit=100${after}`,
      );
      all.push(...page.rows);
      cursor = page.cursor;
    } while (cursor !== undefined);
    return all;
  });

/** How many of a list have each value, in the order of the values. */
export function tally(values: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const value of values.toSorted()) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}
