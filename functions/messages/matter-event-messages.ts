import type { MatterEvent } from '../core/early/matter/matter-events.ts';
import type { Text } from './text.ts';

/** What can happen to a matter (同因并案). */
export const matterEventMessages = {
  opened: { zh: '并案立项', en: 'opened' },
  membersAdded: { zh: '追加工单', en: 'tickets to be joined' },
  membersJoined: { zh: '一批工单已并入', en: 'a batch of tickets joined' },
  membersRemoved: { zh: '移出工单', en: 'tickets to be let go' },
  membersLeft: { zh: '一批工单已移出', en: 'tickets have left' },
  planLaid: { zh: '制定处置方案', en: 'plan laid' },
  planChanged: { zh: '调整处置方案', en: 'plan changed' },
  planOverdue: { zh: '处置方案超时', en: 'plan overdue' },
  stepDone: { zh: '完成步骤', en: 'step done' },
  stepOverdue: { zh: '步骤超时', en: 'step overdue' },
  progressTold: { zh: '告知进展', en: 'progress told' },
  progressOverdue: { zh: '超期未告知进展', en: 'no word to the citizens in time' },
  answered: { zh: '统一答复', en: 'answered' },
  allTold: { zh: '已逐件告知', en: 'every citizen told' },
  allAnswered: { zh: '已逐件答复', en: 'every ticket answered' },
  closing: { zh: '申请结案', en: 'to be closed' },
  closingRefused: { zh: '尚有未结工单', en: 'not closed: tickets are open' },
  closed: { zh: '结案', en: 'closed' },
} as const satisfies Record<MatterEvent, Text>;
