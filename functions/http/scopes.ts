/** What a token may ask for at all. Which tickets it may touch is decided by the row rules behind the routes. */
export const scopes = {
  'tickets.submit': {
    zh: '提交、补充、催办、撤回诉求（热线平台）',
    en: 'Submit, supplement, urge and withdraw requests (the hotline platform)',
  },
  'findings.submit': {
    zh: '报送巡查发现、项目和政务服务事项（单位）',
    en: 'Submit findings, projects and service matters of one’s own area (units)',
  },
  'tickets.triage': { zh: '分类派单', en: 'Decide the matter of a request and dispatch it' },
  'tickets.callback': { zh: '登记回访', en: 'Record callbacks' },
  'tickets.read': { zh: '查询', en: 'Read tickets, worklists and counts' },
  'tickets.handle': { zh: '办理（承办单位）', en: 'Handle tickets as lead, helper or summoned unit' },
  'tickets.supervise': { zh: '督办、裁定', en: 'Supervise, arbitrate and decide on extensions' },
  'boards.read': { zh: '查看考评榜单', en: 'Read boards and what is behind their numbers' },
  'boards.manage': {
    zh: '发布、更正榜单，剔除与加扣分',
    en: 'Publish and correct boards, rule on cases and give points',
  },
  'early.read': { zh: '查看督办事项', en: 'Read matters, warnings, topics and patrols' },
  'early.manage': {
    zh: '并案、预警、专题的管理',
    en: 'Open and manage matters, warnings and topics (supervisors and the hotline)',
  },
  'sharing.use': {
    zh: '资源、需求、项目清单（单位和组织）',
    en: 'Register resources and needs, and carry out projects (units and organisations)',
  },
  'system.manage': {
    zh: '系统运维',
    en: 'Manage webhooks, dead letters and the erasure of personal data',
  },
} as const satisfies Record<string, { zh: string; en: string }>;

export type Scope = keyof typeof scopes;
