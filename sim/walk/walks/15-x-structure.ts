import { hourMs, minuteMs } from '../../../functions/core/time.ts';
import { eachDoes, finishAndRelease, heldBy } from '../steps/report-in.ts';
import { settle } from '../steps/settle.ts';
import type { Walk } from '../walk.ts';

const street = '110105001';
const district = '110105';
const transport = `${district}-transport`;
const several = ['enforcement', 'police', 'market'].map((line) => `${district}-${line}`);

/** The subdistrict at the centre: one department it calls through the district's platform, several it calls at once. */
export const xStructure: Walk = {
  number: 15,
  name: 'x-structure',
  title: { zh: 'X 型结构', en: 'the X structure' },
  source: '光明日报 round table 2019',
  city: 'beijing',
  pack: 'x-structure',
  startAt: '2019-09-02T10:00:00+08:00',
  restsOn: ['whistleKinds.enforcement', 'whistleKinds.key-work'],
  assumes: [
    'a broken road that only the transport bureau can mend, and an unlawful market that needs three bodies',
  ],
  steps: async (w) => {
    const centre = w.as(street);
    const open = async (sourceKey: string, itemCode: string, description: string) => {
      const ticket = await w.hotline.submit({
        source: '12345',
        sourceKey,
        kind: 'complaint',
        channel: 'phone',
        description,
        itemCode,
        place: { unitCode: street },
      });
      await centre.command(ticket, 'sign');
      return ticket;
    };
    const road = await open('road', '0501-02', '路面坑洼，雨天积水。');
    const routed = await centre.command(road, 'blowWhistle', { kind: 'enforcement', unitCodes: [transport] });
    w.expect('one department: to the district first (区级平台)', routed.summonses[0]?.status, 'routed');
    w.expect(
      'the district is asked to drive it',
      w.sentTo(district).some(({ event }) => event === 'whistleRouted'),
      true,
    );
    w.expect('the department is not told yet', w.sentTo(transport).length, 0);
    await w.as(transport).refused(road, 'arrive', {}, 409);
    await w.pass(40 * minuteMs);
    const passed = await w.as(district).command(road, 'passOn', { unitCode: transport });
    w.expect('passed on to the responsible unit (主责单位)', passed.summonses[0]?.status, 'called');
    await w.pass(3 * hourMs);
    await w.as(transport).command(road, 'arrive');
    const mended = await finishAndRelease(w, road, street);
    const closed = await settle(w, { ...mended, status: 'signed' }, { text: '路面已修复。' });
    w.expect('closed', closed.outcome, 'resolved');

    const market = await open('market', '0303-01', '路口的马路市场占道，还卖过期食品。');
    const joint = await centre.command(market, 'blowWhistle', { kind: 'enforcement', unitCodes: several });
    w.expect(
      'several departments: joint action at once (联合行动)',
      joint.summonses.map(({ status }) => status),
      ['called', 'called', 'called'],
    );
    await eachDoes(w, market, heldBy(joint), 'arrive');
    const cleared = await finishAndRelease(w, market, street);
    const done = await settle(w, { ...cleared, status: 'signed' }, { text: '马路市场已取缔。' });
    w.expect('closed', done.outcome, 'resolved');

    const lamp = await open('road-2', '0501-02', '路口又塌了一块。');
    await centre.command(lamp, 'blowWhistle', { kind: 'key-work', unitCodes: [transport] });
    await w.pass(2 * hourMs + 1);
    const through = (await w.read(lamp)).ticket;
    w.expect('a silent district stops no whistle', through.summonses[0]?.status, 'called');
    w.expect(
      'and the city hears of it',
      w.sentTo('110000').some(({ event }) => event === 'passOverdue'),
      true,
    );
  },
};
