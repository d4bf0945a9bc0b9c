import type { Project } from '../../functions/core/sharing/project.ts';
import type { Share } from '../../functions/core/sharing/share.ts';
import type { StoredShared } from '../../functions/ports/share-store.ts';
import { isProject, isShare } from '../../functions/usecases/sharing/change-shared.ts';
import type { Facts } from './facts.ts';

type Shared = Pick<Facts, 'shared'>;

const now = ({ shared }: Shared): readonly StoredShared[] =>
  [...shared.values()].map((versions) => versions.at(-1)!);

/** The resources and needs (资源、需求) as they stand. */
export const sharesNow = (facts: Shared): readonly Share[] =>
  now(facts).flatMap((one) => (isShare(one) ? [one] : []));

/** The projects (项目) as they stand. */
export const projectsNow = (facts: Shared): readonly Project[] =>
  now(facts).flatMap((one) => (isProject(one) ? [one] : []));
