import type { EpochMs } from '../core/time.ts';
import type { BoardJob } from './board-job.ts';
import type { Page, PageRequest } from './page.ts';

/** Three boards that are never mixed: the month's (月度考评), the annual appraisal (年度考核), the special check (专项检查). */
export const boardKinds = ['month', 'annual', 'special'] as const;
export type BoardKind = (typeof boardKinds)[number];

/** What jobs compute: boards, and a month's counts by matter (事项底数), which topics are chosen by and measured with. */
export const jobKinds = [...boardKinds, 'matters'] as const;
export type JobKind = (typeof jobKinds)[number];

/** Which board: `period` is `2026-11` for a month's and for counts by matter, `2026` for the others. */
export interface BoardKey {
  readonly kind: JobKind;
  readonly period: string;
}

/** A published board as a later one refers to it. */
export interface BoardBefore {
  readonly period: string;
  readonly version: number;
}

/** The rows of one board, wherever they stand: computed by the job whose parts hold them. */
export interface BoardContent {
  readonly board: BoardKey;
  /** The job that computed it: its parts hold rows, units and frozen entries. */
  readonly jobId: string;
  /** When the job began to read the ledger, and when all was read. */
  readonly startedAt: EpochMs;
  readonly at: EpochMs;
  /** Whether the period had ended when the reading began. */
  readonly complete: boolean;
  readonly rulesHash: string;
  readonly policyId: string;
  readonly digest: string;
  /** Units with entries, and the entries counted. */
  readonly units: number;
  readonly entries: number;
  readonly groups: readonly { readonly group: string; readonly rows: number }[];
  /** Published boards of the periods before, latest first, whose ranks gave movement (升降) and classes. */
  readonly before: readonly BoardBefore[];
}

/** A published board (发布): never changed. A correction is the next version. */
export interface BoardVersion extends BoardContent {
  /** 1, 2, 3 without gaps. */
  readonly version: number;
  /** Unit that published it. */
  readonly by: string;
  /** The version it corrects (更正), and why: a key of the correction reasons and a text. */
  readonly replaces?: {
    readonly version: number;
    readonly digest: string;
    readonly reason: string;
    readonly text: string;
  };
}

/** What one unit brings to the board a job works on: written once by that job. */
export interface UnitPart {
  readonly jobId: string;
  readonly unit: string;
  /** Entries, their digest, and the parts that hold them where they are frozen. */
  readonly entries: number;
  readonly digest: string;
  readonly parts: number;
  /** The unit's tallies (JSON). */
  readonly tallies: string;
  readonly expiresAt: EpochMs;
}

/** A text that belongs to a job: frozen entries, rows. The name says what it is; two different texts never share one. */
export interface BoardPart {
  readonly jobId: string;
  readonly name: string;
  readonly text: string;
  /** When the store may drop it by itself; absent: kept for ever. */
  readonly expiresAt?: EpochMs;
}

/** What somebody decided about a case or a unit, kept beside the ledger for the audit (留痕). */
export interface Ruling {
  readonly id: string;
  readonly board: BoardKey;
  readonly at: EpochMs;
  readonly type: 'exclusion' | 'inclusion' | 'appeal' | 'appealRefused' | 'points' | 'rating';
  readonly unit: string;
  /** Unit that decided (or `hotline`), and the subject of its token. */
  readonly by: string;
  readonly actor: string;
  readonly reason: string;
  readonly text: string;
  /** The case's id in the ledger of its unit and month, and its ticket. */
  readonly of?: string;
  readonly ticketId?: string;
  readonly points?: number;
}

/** Rules that were in force, so that a month's board finds the pack of that month. */
export interface NotedRules {
  readonly hash: string;
  readonly policyId: string;
  /** First day of the pack: `2026-10-01`. */
  readonly validFrom: string;
  readonly notedAt: EpochMs;
}

/** Where boards live. What is published is never changed: versions and parts are put once. */
export interface BoardStore {
  /** Publishes a version if its number is free: the one write that makes a board visible. */
  publish(version: BoardVersion): Promise<'published' | 'exists'>;
  loadVersion(board: BoardKey, version: number): Promise<BoardVersion | undefined>;
  /** The versions of a board, latest first. Strongly consistent: the first is what stands. */
  versions(board: BoardKey, page: PageRequest): Promise<Page<BoardVersion>>;
  /** All versions of all boards of a kind, by period and version. Eventually consistent. */
  listVersions(kind: JobKind, page: PageRequest): Promise<Page<BoardVersion>>;
  /** Puts the live board in the place of an older one. */
  putLive(content: BoardContent): Promise<'stored' | 'older'>;
  loadLive(board: BoardKey): Promise<BoardContent | undefined>;

  putPart(part: BoardPart): Promise<void>;
  /** Throws when a part that is there is not whole. */
  loadPart(jobId: string, name: string): Promise<string | undefined>;
  putUnit(unit: UnitPart): Promise<'stored' | 'exists'>;
  /** The units a job has done, by code. Strongly consistent. */
  units(jobId: string, page: PageRequest): Promise<Page<UnitPart>>;

  createJob(job: BoardJob): Promise<'created' | 'exists'>;
  /** Strongly consistent. */
  loadJob(jobId: string): Promise<BoardJob | undefined>;
  /** Writes the job if its stored revision is still `expectedRev`. */
  saveJob(job: BoardJob, expectedRev: number): Promise<'saved' | 'stale'>;
  /** One worker a board: takes the board until `until`, unless another holds it at `now`. */
  claim(board: BoardKey, token: string, now: EpochMs, until: EpochMs): Promise<'claimed' | 'held'>;
  release(board: BoardKey, token: string): Promise<void>;

  /** Puts a ruling once. */
  putRuling(ruling: Ruling): Promise<'stored' | 'exists'>;
  loadRuling(board: BoardKey, id: string): Promise<Ruling | undefined>;
  /** The rulings on a board, by id. Strongly consistent. */
  rulings(board: BoardKey, page: PageRequest): Promise<Page<Ruling>>;

  /** Notes rules once; their sources are kept beside the tickets. */
  noteRules(rules: NotedRules): Promise<void>;
  notedRules(page: PageRequest): Promise<Page<NotedRules>>;
}
