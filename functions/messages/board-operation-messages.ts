import type { Text } from './text.ts';

/** What each operation of boards does, in one line for the API's description. */
export const boardOperationMessages = {
  listBoards: { zh: '查看已发布的考评榜单', en: 'List the published boards of a kind' },
  readBoard: { zh: '查看榜单及待更正事项', en: 'Read a board’s head and what waits for its correction' },
  listBoardVersions: { zh: '查看榜单各版本', en: 'List the versions of a board, latest first' },
  readBoardRows: { zh: '查看分组排名', en: 'Read a group’s rows in the order of rank' },
  exportBoard: { zh: '导出分组排名（JSON）', en: 'Export a group as JSON' },
  exportBoardCsv: { zh: '导出分组排名（CSV）', en: 'Export a group as CSV' },
  compareBoards: { zh: '比较两个版本或两期榜单', en: 'What differs between two versions or two periods' },
  readBoardUnit: { zh: '查看单位排名', en: 'Read one unit’s row' },
  readUnitNow: { zh: '查看单位本月实时数据', en: 'Read a unit’s month from its own ledger, as of now' },
  listBoardCases: { zh: '查看数字背后的工单', en: 'Open a number down to its cases' },
  listBoardRatings: { zh: '查看得分背后的评价', en: 'Open a row of a board of ratings down to the ratings' },
  refreshBoard: { zh: '刷新实时榜单', en: 'Compute the live board' },
  publishBoard: { zh: '发布或更正榜单', en: 'Publish a board, or correct a published one' },
  verifyBoard: { zh: '复算榜单', en: 'Recompute a published board from its frozen entries' },
  readBoardJob: { zh: '查看榜单任务', en: 'Read how far a job on a board is' },
  listRulings: { zh: '查看剔除、申诉、加扣分记录', en: 'List who ruled what on a board, and why' },
  ruleOnCase: {
    zh: '剔除、恢复、申诉、驳回申诉',
    en: 'Exclude or include a case, appeal, or refuse an appeal',
  },
  givePoints: { zh: '加分、扣分', en: 'Give bonus or deduction points' },
  rateUnit: { zh: '评价单位', en: 'Rate a unit for a board of ratings' },
} as const satisfies Record<string, Text>;
