import type { UndertakingKindName } from '../../functions/core/undertaking/undertaking.ts';
import { kindOfId } from '../../functions/core/undertaking/undertaking-id.ts';
import type { UndertakingRecord } from '../../functions/core/undertaking/undertaking-record.ts';
import type { Facts } from './facts.ts';

/** The undertakings of a kind as they stand, in the order of their opening. */
export const undertakingsOf = (
  { undertakings }: Pick<Facts, 'undertakings'>,
  kind: UndertakingKindName,
): readonly UndertakingRecord[] =>
  [...undertakings].flatMap(([id, versions]) => (kindOfId(id) === kind ? [versions.at(-1)!.record] : []));
