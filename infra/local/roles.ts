/** The people and programs who use the service, with what their tokens allow. */
export const roles = {
  platform: {
    who: 'the hotline platform (热线平台)',
    scopes: [
      'tickets.submit',
      'tickets.read',
      'tickets.callback',
      'tickets.triage',
      'boards.read',
      'early.read',
      'early.manage',
    ],
  },
  unit: {
    who: 'staff of a subdistrict (街道、乡镇)',
    scopes: ['tickets.handle', 'tickets.read', 'boards.read', 'findings.submit', 'sharing.use', 'early.read'],
  },
  department: {
    who: 'staff of a department or enterprise (委办局、公共服务企业)',
    scopes: ['tickets.handle', 'tickets.read', 'boards.read', 'findings.submit', 'sharing.use', 'early.read'],
  },
  district: {
    who: 'supervisor of a district (区)',
    scopes: [
      'tickets.handle',
      'tickets.supervise',
      'tickets.read',
      'boards.read',
      'boards.manage',
      'findings.submit',
      'sharing.use',
      'early.read',
      'early.manage',
    ],
  },
  city: {
    who: 'supervisor of the city (市)',
    scopes: [
      'tickets.supervise',
      'tickets.read',
      'tickets.handle',
      'boards.read',
      'boards.manage',
      'early.read',
      'early.manage',
    ],
  },
  operator: {
    who: 'operator of the service (运维)',
    scopes: ['system.manage', 'tickets.read'],
  },
} as const satisfies Record<string, { who: string; scopes: readonly string[] }>;

export type Role = keyof typeof roles;

export const roleNames = Object.keys(roles) as [Role, ...Role[]];

/** The unit a token of each role speaks for, where it speaks for one. */
export type UnitsOfRoles = Readonly<Partial<Record<Role, string>>>;
