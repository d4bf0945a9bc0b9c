import { type EpochMs, NEVER } from '../../functions/core/time.ts';
import { undertakingKind } from '../../functions/core/undertaking/undertaking-kinds.ts';
import type { UndertakingRecord } from '../../functions/core/undertaking/undertaking-record.ts';

/** When an undertaking has to be looked at: the ms after its next limit, or when its work is due. */
export function dueAt({ kind: name, state }: UndertakingRecord): EpochMs {
  const kind = undertakingKind(name);
  const read = kind.state.parse(state);
  return Math.min(kind.nextPromiseAt(read) + 1, kind.workAt?.(read) ?? NEVER);
}
