import { dayMs, hourMs, minuteMs } from '../../../../functions/core/time.ts';
import type { TicketView } from '../../../../functions/usecases/ticket-view.ts';
import { inParallel } from '../../steps/in-parallel.ts';
import { askMatter, type Matter, membersOf, openMatter, readMatter, tally } from '../../steps/matters.ts';
import { content } from '../../steps/settle.ts';
import { casesOf, dueCallbacks, toldOf } from '../../steps/told.ts';
import type { Walker } from '../../walker.ts';

const membersAll = 1_700;
/** Callers who named their own street, so that another bureau received them first. */
const elsewhere = 100;
/** Members who call on the second day. */
const late = 200;
const withdrawn = 3;
const discontent = 9;

const shopStreet = '110102010';
const otherStreet = '110105001';
const lead = '110102-commerce';
const item = '0801-01';
const shop = { unitCode: shopStreet, address: '西城区德胜街道“艺人美场”理发店' };
const unhappy = { reached: true, responded: true, resolved: false, grade: 'dissatisfied' };

/** A shop closes on 1,700 members; the callers are invited together, and another shop takes the cards. */
export async function closedShop(w: Walker): Promise<void> {
  const opened = new Date(w.now()).toISOString();
  const first = await w.hotline.submit(call(0));
  const second = await w.hotline.submit(call(1));
  w.expect('the second call is told of the first', repeatsOf(second), [first.ticketId]);
  const early = await submitMany(w, 2, membersAll - late);
  const city = w.as('110000');
  const matter = await openMatter(city, {
    title: '“艺人美场”理发店闭店',
    itemCode: item,
    leadUnit: lead,
    selection: { placeCodes: [shopStreet, otherStreet], openedFrom: opened, openedTo: iso(w.now() + hourMs) },
    text: '同一门店、同一原因，并案办理。',
  });
  await w.pass(minuteMs);
  w.expect('members after the first day', (await readMatter(city, matter)).members, membersAll - late);
  await handedOver(w, [first, second, ...early]);

  const bureau = w.as(lead);
  await askMatter(bureau, matter, 'layMatterPlan', {
    text: '先听意见，再找承接的企业。',
    steps: [
      { title: '邀请来电市民代表座谈', ownerUnit: lead, by: iso(w.now() + 2 * dayMs) },
      { title: '接洽区属国有企业、社会企业', ownerUnit: lead, by: iso(w.now() + 4 * dayMs) },
      { title: '由另一门店接收持卡会员', ownerUnit: lead, by: iso(w.now() + 6 * dayMs) },
    ],
  });
  await askMatter(bureau, matter, 'tellMatterProgress', { text: '邀请您参加明天下午的座谈。' });
  await w.pass(dayMs);
  const more = await submitMany(w, membersAll - late, membersAll);
  const ids = more.map(({ ticketId }) => ticketId);
  await askMatter(city, matter, 'addMatterMembers', { ticketIds: ids });
  await w.pass(minuteMs);
  const all = [first, second, ...early, ...more];
  w.expect('members after the second day', (await readMatter(city, matter)).members, membersAll);
  w.expect('citizens invited, each by his own ticket', toldOf(w, 'progressTold'), membersAll - late);
  for (const step of [1, 2]) await askMatter(bureau, matter, 'finishMatterStep', { step });
  await answerAll(w, matter, all);
}

/** The cards are taken; every open ticket is answered once, every citizen called, and the matter closed. */
async function answerAll(w: Walker, matter: Matter, all: readonly TicketView[]): Promise<void> {
  const bureau = w.as(lead);
  const gone = all.slice(0, withdrawn);
  await w.quietly(() => inParallel(gone, (ticket) => w.hotline.command(ticket, 'withdraw')));
  await askMatter(bureau, matter, 'finishMatterStep', { step: 3 });
  const text = '“木北造型”菜百店接收原门店会员卡，余额照用。';
  await askMatter(bureau, matter, 'answerMatter', { text });
  await w.pass(minuteMs);
  const [answer] = (await readMatter(bureau, matter)).answers;
  w.expect('answered, each by his own ticket', answer?.done, membersAll - withdrawn);
  w.expect('not answered, since they had withdrawn', answer?.skipped, withdrawn);

  const answered = all.slice(withdrawn);
  await w.pass(7 * dayMs);
  w.expect('citizens to be called back', dueCallbacks(w, answered), membersAll - withdrawn);
  const angry = new Set(answered.slice(0, discontent).map(({ ticketId }) => ticketId));
  await callBack(w, answered, (ticketId) => (angry.has(ticketId) ? unhappy : content));
  await askMatter(bureau, matter, 'closeMatter');
  await w.pass(minuteMs);
  const refused = await readMatter(bureau, matter);
  w.expect(
    'closing is refused while members are open',
    [refused.status, refused.openFound],
    ['atWork', discontent],
  );

  const again = answered.filter(({ ticketId }) => angry.has(ticketId));
  await askMatter(bureau, matter, 'answerMatter', { text: '已逐户上门说明，卡内余额当面核对。' });
  await w.pass(7 * dayMs);
  await callBack(w, again, () => content);
  await askMatter(bureau, matter, 'closeMatter');
  await w.pass(minuteMs);
  const closed = await readMatter(bureau, matter);
  w.expect('the matter in the end', [closed.status, closed.members], ['closed', membersAll]);
  await countedEach(w, matter, all);
}

async function countedEach(w: Walker, matter: Matter, all: readonly TicketView[]): Promise<void> {
  const rows = await membersOf(w, matter);
  w.expect('what became of the members', tally(rows.map(({ outcome }) => outcome ?? '')), {
    resolved: membersAll - withdrawn,
    withdrawn,
  });
  const files = await w.quietly(() => inParallel(all, (ticket) => w.read(ticket)));
  const answers = files.map(({ history }) => history.filter(({ event }) => event === 'answered').length);
  w.expect('answers by ticket: never, once, twice', tally(answers.map(String)), {
    0: withdrawn,
    1: membersAll - withdrawn - discontent,
    2: discontent,
  });
  w.expect(
    'cases on the lead’s ledger of the month, each ticket its own',
    await casesOf(w, lead, '2023-03'),
    membersAll,
  );
}

/** The first receiver (首接负责) hands over by name and rule. */
async function handedOver(w: Walker, all: readonly TicketView[]): Promise<void> {
  const moved = all.filter(({ leadUnit }) => leadUnit !== lead);
  w.expect('first received by another bureau', moved.length, elsewhere);
  const { history, ticket } = await w.read(moved[0]!);
  const line = history.find(({ event }) => event === 'joinedMatter');
  w.expect('handed over by the city, under the rule', [line?.by, line?.rule], ['110000', 'early.matter']);
  w.expect('its lead now', ticket.leadUnit, lead);
}

const submitMany = (w: Walker, from: number, to: number): Promise<TicketView[]> =>
  w.quietly(() =>
    inParallel(
      Array.from({ length: to - from }, (_, n) => from + n),
      (n) => w.hotline.submit(call(n)),
    ),
  );

const call = (n: number) => ({
  source: '12345',
  sourceKey: `shop-${n}`,
  kind: 'complaint',
  channel: 'phone',
  description: '理发店关门了，会员卡里的钱怎么办？',
  itemCode: item,
  place: n >= 2 && n < 2 + elsewhere ? { unitCode: otherStreet } : shop,
});

const callBack = (w: Walker, all: readonly TicketView[], said: (ticketId: string) => object) =>
  w.quietly(() =>
    inParallel(all, (ticket) => w.hotline.command(ticket, 'recordCallback', said(ticket.ticketId))),
  );

const repeatsOf = (view: TicketView) =>
  (view as TicketView & { possibleRepeats?: { ticketId: string }[] }).possibleRepeats?.map(
    ({ ticketId }) => ticketId,
  );

const iso = (at: number): string => new Date(at).toISOString();
