import type { BoardJob } from '../../ports/board-job.ts';
import type { BoardContent, BoardStore, BoardVersion, NotedRules, Ruling } from '../../ports/board-store.ts';
import { toNotedRulesItem, toRulingItem } from '../dynamodb/board-items.ts';
import { toJobItem } from '../dynamodb/board-job-item.ts';
import {
  boardPartition,
  boardRegistry,
  boardRegistryKey,
  claimKey,
  jobKey,
  liveKey,
  notedRulesPartition,
  rulingKey,
  rulingPrefix,
  versionKey,
  versionPrefix,
} from '../dynamodb/board-keys.ts';
import { MemoryAppendOnly } from './memory-append-only.ts';
import { memoryBoardParts } from './memory-board-parts.ts';
import { beginningWith } from './memory-index.ts';
import { pack, unpack } from './packed.ts';

/** Boards in memory. */
export function memoryBoardStore(): BoardStore {
  const versions = new MemoryAppendOnly<BoardVersion>();
  const registry = new MemoryAppendOnly<BoardVersion>();
  const rulings = new MemoryAppendOnly<Ruling>();
  const noted = new MemoryAppendOnly<NotedRules>();
  const live = new Map<string, { readonly at: number; readonly text: string }>();
  const jobs = new Map<string, { readonly rev: number; readonly text: string }>();
  const claims = new Map<string, { readonly token: string; readonly until: number }>();
  const stored = <Value>(kept: { readonly text: string } | undefined) =>
    kept === undefined ? undefined : unpack<Value>(kept.text);
  return {
    ...memoryBoardParts(),
    async publish(version) {
      const { board } = version;
      if (!versions.put(versionKey(board, version.version), version)) return 'exists';
      registry.put({ pk: boardRegistry(board.kind), sk: boardRegistryKey(board, version.version) }, version);
      return 'published';
    },
    loadVersion: async (board, version) => versions.get(versionKey(board, version)),
    versions: async (board, page) =>
      versions.page(boardPartition(board), { ...beginningWith(versionPrefix), latestFirst: true }, page),
    listVersions: async (kind, page) => registry.page(boardRegistry(kind), beginningWith(''), page),
    async putLive(content) {
      const { pk } = liveKey(content.board);
      if ((live.get(pk)?.at ?? Number.NEGATIVE_INFINITY) >= content.at) return 'older';
      live.set(pk, { at: content.at, text: pack(content) });
      return 'stored';
    },
    loadLive: async (board) => stored<BoardContent>(live.get(liveKey(board).pk)),
    async createJob(job) {
      const { pk } = jobKey(job.id);
      if (jobs.has(pk)) return 'exists';
      jobs.set(pk, { rev: job.rev, text: pack(job) });
      return 'created';
    },
    loadJob: async (jobId) => stored<BoardJob>(jobs.get(jobKey(jobId).pk)),
    async saveJob(job, expectedRev) {
      const { pk } = toJobItem(job);
      if (jobs.get(pk)?.rev !== expectedRev) return 'stale';
      jobs.set(pk, { rev: job.rev, text: pack(job) });
      return 'saved';
    },
    async claim(board, token, now, until) {
      const { pk } = claimKey(board);
      const claim = claims.get(pk);
      if (claim !== undefined && claim.until >= now && claim.token !== token) return 'held';
      claims.set(pk, { token, until });
      return 'claimed';
    },
    async release(board, token) {
      const { pk } = claimKey(board);
      if (claims.get(pk)?.token === token) claims.delete(pk);
    },
    putRuling: async (ruling) => (rulings.put(toRulingItem(ruling), ruling) ? 'stored' : 'exists'),
    loadRuling: async (board, id) => rulings.get(rulingKey(board, id)),
    rulings: async (board, page) => rulings.page(boardPartition(board), beginningWith(rulingPrefix), page),
    noteRules: async (rules) => void noted.put(toNotedRulesItem(rules), rules),
    notedRules: async (page) => noted.page(notedRulesPartition, beginningWith(''), page),
  };
}
