import { patrolOperationMessages } from './patrol-messages.ts';
import type { Text } from './text.ts';
import { topicOperationMessages } from './topic-messages.ts';
import { warningOperationMessages } from './warning-messages.ts';

/** What each operation of acting early does, in one line for the API's description. */
export const earlyOperationMessages = {
  listUndertakings: {
    zh: '查看督办事项清单',
    en: 'List undertakings of a kind, of a unit or a month, latest first',
  },
  readUndertaking: { zh: '查看督办事项及其经过', en: 'Read an undertaking with its history' },
  listUndertakingNotes: { zh: '查看督办事项说明', en: 'List what was said about an undertaking' },
  ...patrolOperationMessages,
  ...topicOperationMessages,
  ...warningOperationMessages,
  openMatter: { zh: '并案立项', en: 'Open a matter over tickets with one cause' },
  readMatter: { zh: '查看并案', en: 'Read a matter' },
  listMatterMembers: { zh: '查看并案工单', en: 'List a matter’s tickets, each as it stands now' },
  addMatterMembers: { zh: '追加并案工单', en: 'Let a batch of tickets join a matter' },
  removeMatterMembers: { zh: '移出并案工单', en: 'Let tickets leave a matter' },
  layMatterPlan: { zh: '制定处置方案', en: 'Lay down a matter’s plan' },
  finishMatterStep: { zh: '完成方案步骤', en: 'Say that a step of the plan is done' },
  tellMatterProgress: { zh: '逐件告知进展', en: 'Tell every citizen of a matter how it stands' },
  answerMatter: { zh: '逐件答复', en: 'Answer every ticket of a matter, or of some batches' },
  closeMatter: { zh: '并案结案', en: 'Close a matter whose tickets have all ended' },
} as const satisfies Readonly<Record<string, Text>>;
