import type { Project } from '../core/sharing/project.ts';
import type { Share, ShareList } from '../core/sharing/share.ts';
import type { Page, PageRequest } from './page.ts';

/** A line of one of the three lists (资源, 需求, 项目). */
export type Shared = Share | Project;
export type StoredShared<One extends Shared = Shared> = One & { readonly rev: number };

/** Which lines: of one list, in a district, or in one place of it. */
export interface SharedQuery {
  readonly list: ShareList | 'project';
  readonly district: string;
  readonly place?: string;
}

/** Where resources, needs and projects live. */
export interface ShareStore {
  /** Writes a line if its id is new, or (with `expectedRev`) if its revision is still that. */
  putShared(shared: StoredShared, expectedRev?: number): Promise<'saved' | 'stale'>;
  /** Strongly consistent. */
  loadShared(id: string): Promise<StoredShared | undefined>;
  /** Lines by place, then by id. Eventually consistent. */
  listShared(query: SharedQuery, page: PageRequest): Promise<Page<StoredShared>>;
}
