import { type Submission, submission } from '../../../functions/usecases/submission.ts';

/** A request of common size: an item without helpers, a place, some two hundred characters. */
export const sampleRequest = (sourceKey: string, itemCode = '0101-05'): Submission =>
  submission.parse({
    source: '12345',
    sourceKey,
    channel: 'phone',
    kind: 'complaint',
    itemCode,
    place: { unitCode: '110101017' },
    description:
      '本月水费比上月多出一倍，抄表员未上门，账单显示为估抄，请核实水表读数并退还多收部分。'.repeat(4),
    contact: { phone: '13000000000' },
  });

export const platform = { subject: 'platform', hotline: true } as const;
