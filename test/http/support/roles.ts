/** The claims of a verified token, as the gateway hands them over. */
export type TestRole = Readonly<Record<string, string>>;

/** A token for each kind of user; scopes as deployments give them. */
export const testRoles = {
  platform: {
    sub: 'platform-1',
    role: 'platform',
    scope: 'boards.read tickets.submit tickets.read tickets.callback tickets.triage early.read early.manage',
  },
  lead: {
    sub: 'staff-1',
    role: 'unit',
    unit: 'ent-water',
    scope: 'boards.read tickets.handle tickets.read sharing.use early.read',
  },
  subdistrict: {
    sub: 'staff-2',
    role: 'unit',
    unit: '110101017',
    scope: 'boards.read tickets.handle tickets.read findings.submit sharing.use early.read',
  },
  district: {
    sub: 'staff-3',
    role: 'district',
    unit: '110101',
    scope: 'boards.read boards.manage tickets.handle tickets.supervise tickets.read early.read early.manage',
  },
  city: {
    sub: 'staff-4',
    role: 'city',
    unit: '110000',
    scope: 'boards.read boards.manage tickets.handle tickets.supervise tickets.read early.read early.manage',
  },
  operator: { sub: 'operator-1', role: 'operator', scope: 'system.manage tickets.read' },
} as const satisfies Record<string, TestRole>;

export type TestRoleName = keyof typeof testRoles;
export const testRoleNames = Object.keys(testRoles) as readonly TestRoleName[];
