import type { PatrolEvent } from '../core/early/patrol/patrol-command.ts';
import type { Text } from './text.ts';

/** What can happen to a month of a patrol route. */
export const patrolEventMessages = {
  patrolOpened: { zh: '巡查月度任务下达', en: 'a month of rounds is due' },
  roundDone: { zh: '巡查完成', en: 'a round was made' },
  roundMissed: { zh: '漏巡', en: 'a round was missed' },
  findingLinked: { zh: '巡查发现问题', en: 'a round found something' },
  findingUnlinked: { zh: '问题已按另一轮巡查登记，本轮不计', en: 'a finding was taken for another round' },
  chiefNamed: { zh: '更换街巷长', en: 'another chief was named' },
  patrolRetired: { zh: '撤销巡查路线', en: 'the route was given up' },
  nextMonthOpened: { zh: '次月巡查任务已下达', en: 'the month after it is open' },
} as const satisfies Record<PatrolEvent, Text>;

/** What each operation on patrols does, in one line for the API's description. */
export const patrolOperationMessages = {
  openPatrolRoute: { zh: '设立巡查路线', en: 'Open a patrol route with its stops and public chief' },
  listPatrolRoutes: { zh: '查看辖区巡查路线', en: 'List the routes of an area in a month' },
  readPatrolRoute: { zh: '查看巡查路线及各次巡查', en: 'Read a route with its rounds of a month' },
  recordPatrolRound: { zh: '登记巡查', en: 'Record a round: the stops that were visited' },
  namePatrolChief: { zh: '更换并公示街巷长', en: 'Name another chief, in public' },
  retirePatrolRoute: { zh: '撤销巡查路线', en: 'Give a route up' },
  listStreetChiefs: {
    zh: '街巷长公示（无需令牌）',
    en: 'List who answers for the streets of an area; open to everybody',
  },
  reportPatrolCoverage: {
    zh: '巡查覆盖情况（应巡、已巡、漏巡、发现、点位）',
    en: 'Report rounds due, made and missed, findings and stops covered',
  },
} as const satisfies Readonly<Record<string, Text>>;

/** The headings of a coverage report's file, by its columns in order. */
export const patrolHeadings = {
  unitCode: '单位代码',
  role: '角色',
  rhythm: '频次',
  routes: '路线数',
  due: '应巡',
  done: '已巡',
  missed: '漏巡',
  open: '未到期',
  calledOff: '取消',
  findings: '发现问题',
  stops: '点位数',
  stopsCovered: '已覆盖点位',
} as const;
