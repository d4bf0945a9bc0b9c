import type { EpochMs } from '../core/time.ts';
import type { Page, PageRequest } from './page.ts';

/** A ticket of a matter (并案成员), as a task of the matter left it. */
export interface MatterMember {
  readonly matterId: string;
  readonly ticketId: string;
  /** The batch it came in with. */
  readonly batch: number;
  readonly status: 'joined' | 'refused' | 'left';
  /** The task that wrote it: a later one wins, and the same one changes nothing. */
  readonly task: number;
  readonly at: EpochMs;
  /** Why the last task could not be done on it: a code of the service's errors. */
  readonly code?: string;
}

/** Members lie beside their matter, since thousands do not fit into one item. */
export interface MemberStore {
  /** Writes a member unless a later task, or the same one, has written it. */
  putMember(member: MatterMember): Promise<'written' | 'older'>;
  /** Strongly consistent. */
  loadMember(matterId: string, ticketId: string): Promise<MatterMember | undefined>;
  /** The members of a matter by ticket id. Strongly consistent. */
  members(matterId: string, page: PageRequest): Promise<Page<MatterMember>>;
}
