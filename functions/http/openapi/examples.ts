import type * as z from 'zod';
import type { wireCommands } from '../../usecases/wire-command.ts';
import type { BoardOperation } from '../board-routes.ts';
import type { ApiCommand } from '../command-routes.ts';
import type { EarlyOperation } from '../early-routes.ts';
import type { OperationId } from '../routes.ts';
import { boardExamples } from './board-examples.ts';
import { earlyExamples } from './early-examples.ts';
import {
  sampleCaseFile,
  sampleRow,
  sampleSubmission,
  sampleTicket,
  sampleTicketId,
} from './sample-ticket.ts';
import { sharingExamples } from './sharing-examples.ts';
import { supervisionExamples } from './supervision-examples.ts';

/** A request of an operation and an answer to it. Absent `answer`: the answer has no body. */
export interface Example {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly answer?: unknown;
}

/** A body for each command, with codes of the shipped Beijing. */
const commandBodies = {
  triage: { itemCode: '0101-01', tier: 'emergency', text: '市民补充说明后确认为爆管。' },
  reclassify: { itemCode: '0101-02' },
  sign: {},
  contact: { text: '已电话联系诉求人。' },
  dispute: { text: '该路段供水管线不属本单位。' },
  arbitrate: { leadUnit: '110101017', text: '由属地街道主责。' },
  askExtension: { by: 'PT4H', text: '需要调运管材。' },
  grantExtension: {},
  refuseExtension: { text: '现有时限可以完成。' },
  suspend: { reviewAt: '2026-12-20T09:00:00+08:00', text: '待管网改造立项。' },
  resume: {},
  addHelper: { unitCode: '110101017' },
  helperDone: { text: '交通疏导完毕。' },
  blowWhistle: { kind: 'emergency', unitCodes: ['ent-water'], text: '请到现场抢修。' },
  passOn: { unitCode: 'water', toUnit: 'ent-water', text: '由自来水集团处置。' },
  acknowledgeSummons: {},
  declineSummons: { text: '不属本单位管线。' },
  ruleOnSummons: { unitCode: 'ent-water', excused: false, text: '属该单位管线，请即到场。' },
  sendStandIn: { unitCode: 'water', text: '由就近队伍替补到场。' },
  urgeSummons: { unitCode: 'ent-water' },
  arrive: { placeCode: '110101017' },
  startTask: {},
  finishTask: { text: '已止水。' },
  release: { unitCode: 'ent-water' },
  fileOutput: { output: 'list', text: '问题清单：https://files.example.org/list-1' },
  failSummons: { unitCode: 'ent-water', text: '超时未到场。' },
  rateSummons: { unitCode: 'ent-water', points: 95, text: '到场及时。' },
  answer: { text: '管道已修复并恢复供水。' },
  answerOnTheSpot: { text: '已告知停水公告及恢复时间。' },
  recordCallback: { reached: true, responded: true, resolved: true, grade: 'satisfied' },
  reopen: { text: '现场仍有渗水。' },
  close: { text: '经核实已无法进一步处理。' },
  supervise: { text: '列入督办。' },
  urge: { text: '市民再次来电。' },
  supplement: { text: '积水已漫到单元门口。' },
  note: { text: '已通知物业。' },
  merge: { elderId: sampleTicketId },
  tellProgress: { text: '已排定今晚抢修，明早恢复供水。' },
  withdraw: { text: '市民表示问题已自行解决。' },
  refuseAsOutOfRemit: { text: '属诉讼事项，请向人民法院提出。' },
} as const satisfies { readonly [Type in ApiCommand]: z.input<(typeof wireCommands)[Type]> };

const path = { ticketId: sampleTicketId };
const page = { limit: '25' };
const webhookId = '7d9f2c4e-0000-4000-8000-1a2b3c4d5e6f';
const webhookPath = { webhookId };
const webhook = {
  id: webhookId,
  url: 'https://platform.example.org/hooks',
  owner: 'hotline',
  kinds: ['cn.citywhistle.ticket.status.v1'],
  disabled: false,
};
const secret = `whsec_${'A'.repeat(43)}=`;
const counts = { open: 12, dueToday: 5, overdue: 1, helping: 3 };

const fixedExamples = {
  submitTicket: { body: sampleSubmission, answer: sampleTicket },
  submitFinding: {
    body: {
      sourceKey: 'X-0001',
      channel: 'warden',
      kind: 'patrol',
      itemCode: '0303-01',
      description: '永定门西街口占道经营。',
      place: { unitCode: '110101017' },
    },
    answer: { ...sampleTicket, kind: 'patrol' },
  },
  importBacklog: {
    body: { tickets: [{ ...sampleSubmission, requestedAt: '2026-10-08T09:30:00+08:00' }] },
    answer: { results: [{ sourceKey: sampleSubmission.sourceKey, status: 201, ticketId: sampleTicketId }] },
  },
  findTickets: { query: { unit: '110101017', status: 'open', ...page }, answer: { rows: [sampleRow] } },
  readTicket: { path, answer: sampleCaseFile },
  listNotes: {
    path,
    query: page,
    answer: {
      rows: [
        {
          id: '9b1de0f4a7c34e1f8f0a6d2b5c7e9a01',
          at: '2026-11-22T08:40:00+08:00',
          by: 'ent-water',
          kind: 'note',
          text: '抢修队已出发。',
          attachments: [],
        },
      ],
    },
  },
  readWorklist: { path: { owner: 'ent-water' }, query: page, answer: { rows: [sampleRow] } },
  countTickets: {
    query: { unit: '110101' },
    answer: { unit: '110101', total: counts, byUnit: { '110101017': counts } },
  },
  erasePersonalData: { path },
  registerWebhook: {
    body: { url: webhook.url, owner: webhook.owner, kinds: webhook.kinds },
    answer: { webhook, secret },
  },
  listWebhooks: { query: page, answer: { rows: [webhook] } },
  removeWebhook: { path: webhookPath },
  rotateWebhook: { path: webhookPath, body: {}, answer: { webhook, secret } },
  testWebhook: { path: webhookPath, body: {}, answer: { delivered: true, status: 204 } },
  ...supervisionExamples,
  ...sharingExamples,
  redriveDeadLetters: { body: {}, answer: { redriven: 3 } },
  readOpenApi: { answer: { openapi: '3.1.1' } },
  readHealth: {
    answer: {
      status: 'ok',
      city: 'beijing',
      pack: 'beijing-2023',
      rulesHash: sampleTicket.policy.rulesHash,
      speed: 1,
    },
  },
} as const satisfies Record<Exclude<OperationId, ApiCommand | BoardOperation | EarlyOperation>, Example>;

/** An example of every operation. A route without one does not compile. */
export const examples: Readonly<Record<OperationId, Example>> = {
  ...fixedExamples,
  ...boardExamples,
  ...earlyExamples,
  ...(Object.fromEntries(
    Object.entries(commandBodies).map(([type, body]) => [type, { path, body, answer: sampleTicket }]),
  ) as unknown as Record<ApiCommand, Example>),
};
