import { minuteMs } from '../../functions/core/time.ts';
import { beijing } from './beijing.ts';
import { Case, monday } from './case.ts';

const { rules } = beijing('beijing-2019');

/** A signed ticket of a tier at 东华门 under `beijing-2019`, and the district above it. */
export function signedTicket(tier: string, at = monday) {
  const opening = { itemCode: '0101-01', placeCode: '110101017', tier: rules.tierByKey.get(tier)! };
  const one = new Case(beijing('beijing-2019'), opening, at);
  one.ask({ type: 'sign' }, at + minuteMs);
  return { one, district: one.unit('110101') };
}
