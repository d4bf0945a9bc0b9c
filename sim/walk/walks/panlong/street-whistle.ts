import { hourMs } from '../../../../functions/core/time.ts';
import { eachDoes, finishAndRelease, heldBy } from '../../steps/report-in.ts';
import { settle } from '../../steps/settle.ts';
import type { Walker } from '../../walker.ts';

const street = 'gulou';
const bodies = ['police', 'enforcement', 'market', 'environment', 'culture'].map((line) => `panlong-${line}`);

/** 街道吹哨、部门报到: the bars of 桃源街, seen by all and settled by nobody. */
export async function streetWhistle(w: Walker): Promise<void> {
  const asked = await w.hotline.submit({
    source: '12345',
    sourceKey: 'bars-taoyuan',
    kind: 'complaint',
    channel: 'phone',
    description: '桃源街酒吧夜里噪声大，占道经营。',
    itemCode: '0201-01',
    place: { address: '桃源街' },
  });
  w.expect('the place is found by its name', asked.leadUnit, street);
  await w.as(street).command(asked, 'sign');
  const blown = await w.as(street).command(asked, 'blowWhistle', { kind: 'street', unitCodes: bodies });
  await w.pass(3 * hourMs);
  await eachDoes(w, blown, heldBy(blown), 'arrive');
  const free = await finishAndRelease(w, blown, street);
  const closed = await settle(w, { ...free, status: 'signed' }, { text: '酒吧已整治。' });
  w.expect('joint enforcement, and it is closed (部门报到)', closed.outcome, 'resolved');
}
