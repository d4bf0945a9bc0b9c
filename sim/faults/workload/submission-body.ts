import type { EpochMs } from '../../../functions/core/time.ts';
import { minuteMs } from '../../../functions/core/time.ts';
import type { Op } from './op.ts';
import { privateMark, privatePhone, privateText } from './private-words.ts';

const items = ['0101-01', '0101-02', '0101-03', '0101-04', '0201-01'] as const;
const kinds = ['help', 'complaint', 'consult', 'report', 'project'] as const;
const places = ['daanshan', 'daanshan', 'village', 'fangshan'] as const;

/** The platform that posts requests. */
export const source = 'hotline-12345';

/** A request as the platform posts it: mostly with item and place, sometimes without, now and then settled on the spot. */
export function submissionBody({ n, a, b, pick, who }: Op, sourceKey: string, now: EpochMs) {
  const kind = kinds[b % kinds.length]!;
  return {
    source,
    sourceKey,
    channel: 'phone',
    kind,
    description: privateText(n),
    contact: { name: `${privateMark}某`, phone: privatePhone(n) },
    ...(a % 5 === 0 ? {} : { itemCode: items[a % items.length]! }),
    ...(pick % 5 === 0 ? {} : { place: { unitCode: places[pick % places.length]! } }),
    ...(who % 6 === 0 ? { requestedAt: new Date(now - (who % 60) * minuteMs).toISOString() } : {}),
    ...(who % 11 === 0 && kind !== 'report' ? { answeredOnTheSpot: privateText(n) } : {}),
  };
}
