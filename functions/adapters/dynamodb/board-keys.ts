import type { BoardKey, JobKind } from '../../ports/board-store.ts';
import { keyNumber, keyPart } from './key-part.ts';
import type { ItemKey } from './keys.ts';

const ofBoard = ({ kind, period }: BoardKey) => `B#${kind}#${keyPart(period)}`;
const ofJob = (jobId: string) => `BJ#${keyPart(jobId)}`;

/** Sort keys of a board's versions, and of the rulings on it, begin with these. */
export const versionPrefix = 'V#';
export const rulingPrefix = 'RULING#';
/** Sort keys of the units a job has done begin with this. */
export const unitPrefix = 'UNIT#';

export const boardPartition = ofBoard;
export const jobPartition = ofJob;

export const versionKey = (board: BoardKey, version: number): ItemKey => ({
  pk: ofBoard(board),
  sk: `${versionPrefix}${keyNumber(version)}`,
});

/** Partition and key of a version in the registry index. */
export const boardRegistry = (kind: JobKind) => `BOARDS#${kind}`;
export const boardRegistryKey = (board: BoardKey, version: number) =>
  `${keyPart(board.period)}#${keyNumber(version)}`;

export const liveKey = (board: BoardKey): ItemKey => ({ pk: ofBoard(board), sk: 'LIVE' });

export const claimKey = (board: BoardKey): ItemKey => ({ pk: ofBoard(board), sk: 'CLAIM' });

export const rulingKey = (board: BoardKey, id: string): ItemKey => ({
  pk: ofBoard(board),
  sk: `${rulingPrefix}${keyPart(id)}`,
});

export const jobKey = (jobId: string): ItemKey => ({ pk: ofJob(jobId), sk: 'JOB' });

export const unitPartKey = (jobId: string, unit: string): ItemKey => ({
  pk: ofJob(jobId),
  sk: `${unitPrefix}${keyPart(unit)}`,
});

/** One of the items that hold a part: a text too long for one item is spread over several. */
export const partKey = (jobId: string, name: string, n: number): ItemKey => ({
  pk: `BP#${keyPart(jobId)}#${keyPart(name)}`,
  sk: keyNumber(n),
});

/** All rules ever noted stand in one partition: a city changes its rules a few times a year. */
export const notedRulesPartition = 'NOTED-RULES';

export const notedRulesKey = (hash: string): ItemKey => ({ pk: notedRulesPartition, sk: keyPart(hash) });
