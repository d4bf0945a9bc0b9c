import { hourMs } from '../../../functions/core/time.ts';
import { eachDoes, finishAndRelease, heldBy } from '../steps/report-in.ts';
import { settle } from '../steps/settle.ts';
import type { Walk } from '../walk.ts';

const street = '110102012';
const team = `${street}-joint`;
const district = '110102';
/** Bodies beyond the centre's own ten, so that 23 come. */
const others = [
  'development',
  'education',
  'civil',
  'justice',
  'labour',
  'environment',
  'urban',
  'water',
  'commerce',
  'health',
  'sport',
  'civil-defence',
  'insurance',
].map((line) => `${district}-${line}`);

/** One whistle calls the centre: the squad, five that post people there, four on call, and whoever else is needed. */
export const jointCentre: Walk = {
  number: 3,
  name: 'joint-centre',
  title: { zh: '综合执法中心 1+5+N', en: 'joint enforcement centre 1+5+N' },
  source: '调研报告 2018-12',
  city: 'beijing',
  pack: 'joint-centre',
  startAt: '2018-06-04T20:00:00+08:00',
  restsOn: ['whistleKinds.enforcement'],
  assumes: [
    'which 290 subdistricts have a centre is not published: those with the most communities',
    '什刹海 had 23 bodies: its ten by the pattern of 1+5+N, and thirteen more bureaus of 西城区',
  ],
  steps: async (w) => {
    const teams = [...w.units.values()].filter(({ kind }) => kind === 'team');
    w.expect('subdistricts with a centre', teams.length, 290);
    const { members = [] } = w.units.get(team)!;
    const of = (role: string) => members.filter((member) => member.role === role);
    w.expect(
      'its head is the subdistrict (执法中心主任)',
      of('head').map(({ unit }) => unit),
      [street],
    );
    w.expect('1+5: the squad and five departments (派驻)', of('resident').length, 6);
    w.expect(
      'each of the five posts one or two',
      of('resident').every(({ persons = 1 }) => persons >= 1 && persons <= 2),
      true,
    );
    w.expect('N: four on call (随叫随到)', of('onCall').length, 4);

    const ticket = await w.hotline.submit({
      source: '12345',
      sourceKey: 'bars-1',
      kind: 'complaint',
      channel: 'phone',
      description: '后海酒吧无照经营，夜里噪音扰民，还搭了违建。',
      itemCode: '0401-02',
      place: { unitCode: street },
    });
    const head = w.as(street);
    await head.command(ticket, 'sign');
    const blown = await head.command(ticket, 'blowWhistle', {
      kind: 'enforcement',
      unitCodes: [team, ...others],
      onCall: true,
    });
    const bodies = heldBy(blown).filter((code) => code !== team);
    w.expect('bodies called at once (什刹海)', bodies.length, 23);
    w.expect(
      'each is told once',
      bodies.every((code) => w.sentTo(code).filter(({ kind }) => kind === 'notice').length === 1),
      true,
    );
    await w.pass(hourMs);
    await eachDoes(w, ticket, heldBy(blown), 'arrive');
    w.say('the centre and all 23 are on the spot (到场)');
    const held = await head.refused(ticket, 'answer', { text: '已整治。' }, 409);
    w.expect('an open summons blocks the answer', held.code, 'SUMMONS_OPEN');
    const stranger = await w.as('110102001').attempt(ticket, 'release', { unitCode: team });
    w.expect('to another subdistrict the ticket is not there', stranger.status, 404);
    const free = await finishAndRelease(w, blown, street);
    w.expect('the team is released (放行)', heldBy(free), []);
    const closed = await settle(w, { ...free, status: 'signed' }, { text: '酒吧已关停，违建已拆除。' });
    w.expect('closed', [closed.status, closed.outcome], ['closed', 'resolved']);
  },
};
