import { hourMs } from '../../../../functions/core/time.ts';
import { eachDoes, finishAndRelease, heldBy } from '../../steps/report-in.ts';
import { settle } from '../../steps/settle.ts';
import type { Walker } from '../../walker.ts';

const community = 'zhuangyuanlou';

/** 社区吹哨、党员报到: a courtyard's bills, rubbish and upkeep, by party members of the neighbourhood. */
export async function communityWhistle(w: Walker): Promise<void> {
  const asked = await w.hotline.submit({
    source: '12345',
    sourceKey: 'courtyard-102',
    kind: 'help',
    channel: 'phone',
    description: '院里垃圾没人清理，水电缴费也没人管。',
    itemCode: '0101-02',
    place: { address: '拓东路102号院' },
  });
  await w.as('tuodong').command(asked, 'sign');
  const blown = await w.as(community).command(asked, 'blowWhistle', {
    kind: 'community',
    unitCodes: ['zhuangyuanlou-branch', 'zhuangyuanlou-volunteers'],
  });
  w.expect('the community whistles (社区吹哨)', blown.summonses[0]?.blower, community);
  await w.pass(9 * hourMs);
  await eachDoes(w, blown, heldBy(blown), 'arrive');
  const free = await finishAndRelease(w, blown, community);
  const closed = await settle(w, { ...free, status: 'signed' }, { text: '垃圾已清，缴费有人代办。' });
  w.expect('party members report, and it is closed (党员报到)', closed.outcome, 'resolved');
}
