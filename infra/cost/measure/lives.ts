import { dayMs, hourMs, minuteMs } from '../../../functions/core/time.ts';
import type { LifeName } from '../load.ts';
import type { Asker } from './api-event.ts';
import type { Life } from './life.ts';

const description =
  '本月水费比上月多出一倍，抄表员未上门，账单显示为估抄，请核实水表读数并退还多收部分。'.repeat(4);
const street = '110101017';

/** What a life begins with: a request of common size, two hundred characters. */
const request = (sourceKey: string, more: object = {}) => ({
  source: '12345',
  sourceKey,
  channel: 'phone',
  kind: 'complaint',
  itemCode: '0101-05',
  place: { unitCode: street },
  description,
  contact: { phone: '13000000000' },
  ...more,
});

/** Somebody looks at the list of work and the case before taking it on, as staff do. */
async function takeOn(life: Life, ticketId: string, unit: string): Promise<Asker> {
  const by = { unit };
  await life.pass(10 * minuteMs);
  await life.ask('readWorklist', { by, path: { owner: unit }, query: { limit: '25' } });
  await life.ask('sign', { by, path: { ticketId }, body: {} });
  await life.ask('readTicket', { by, path: { ticketId } });
  await life.pass(90 * minuteMs);
  await life.ask('contact', { by, path: { ticketId }, body: {} });
  return by;
}

const submit = async (life: Life, key: string, more: object = {}) => {
  const view = await life.ask('submitTicket', { by: 'hotline', body: request(key, more) });
  return { ticketId: String(view.ticketId), unit: String(view.leadUnit) };
};

const answer = (life: Life, by: Asker, ticketId: string) =>
  life.ask('answer', { by, path: { ticketId }, body: { text: '已核实读数，多收部分次日退还，市民认可。' } });

async function callBack(life: Life, ticketId: string, resolved: boolean): Promise<void> {
  await life.passUntilCallback();
  await life.ask('readTicket', { by: 'hotline', path: { ticketId } });
  const grade = resolved ? 'satisfied' : 'dissatisfied';
  const body = { reached: true, responded: true, resolved, grade };
  await life.ask('recordCallback', { by: 'hotline', path: { ticketId }, body });
  await life.pass(10 * minuteMs);
}

/** The lives that a year is made of. Each ends with a ticket that has ended. */
export const lives: Readonly<Record<LifeName, (life: Life, key: string) => Promise<void>>> = {
  consult: async (life, key) => {
    await submit(life, key, { kind: 'consult', answeredOnTheSpot: '按阶梯水价第二档计费，已说明。' });
    await life.pass(10 * minuteMs);
  },
  plain: async (life, key) => {
    const { ticketId, unit } = await submit(life, key);
    const by = await takeOn(life, ticketId, unit);
    await life.pass(dayMs);
    await answer(life, by, ticketId);
    await callBack(life, ticketId, true);
  },
  helped: async (life, key) => {
    const { ticketId, unit } = await submit(life, key, { itemCode: '0101-02' });
    const by = await takeOn(life, ticketId, unit);
    const { ticket } = await life.ask('readTicket', { by, path: { ticketId } });
    const { helpers } = ticket as { readonly helpers: readonly { readonly unitCode: string }[] };
    for (const helper of helpers) {
      await life.ask('helperDone', { by: { unit: helper.unitCode }, path: { ticketId }, body: {} });
    }
    await answer(life, by, ticketId);
    await callBack(life, ticketId, true);
  },
  reopened: async (life, key) => {
    const { ticketId, unit } = await submit(life, key);
    const by = await takeOn(life, ticketId, unit);
    await answer(life, by, ticketId);
    await callBack(life, ticketId, false);
    await life.pass(dayMs);
    await answer(life, by, ticketId);
    await callBack(life, ticketId, true);
  },
  overdue: async (life, key) => {
    const { ticketId, unit } = await submit(life, key);
    const by = await takeOn(life, ticketId, unit);
    await life.pass(18 * dayMs);
    await answer(life, by, ticketId);
    await callBack(life, ticketId, true);
  },
  whistled: async (life, key) => {
    const { ticketId, unit } = await submit(life, key, { itemCode: '0303-01' });
    const by = await takeOn(life, ticketId, unit);
    const called = ['110101-urban', '110101-planning'];
    const kind = { kind: 'enforcement', unitCodes: called };
    await life.ask('blowWhistle', { by, path: { ticketId }, body: kind });
    await life.pass(hourMs);
    for (const one of called) {
      await life.ask('arrive', { by: { unit: one }, path: { ticketId }, body: {} });
      await life.ask('finishTask', { by: { unit: one }, path: { ticketId }, body: {} });
      await life.ask('release', { by, path: { ticketId }, body: { unitCode: one } });
    }
    await answer(life, by, ticketId);
    await callBack(life, ticketId, true);
  },
};
