/** The people and programs who use the service, with what their tokens allow. */
export const roles = {
  platform: {
    who: 'the hotline platform (热线平台)',
    scopes: ['tickets.submit', 'tickets.read', 'tickets.callback', 'tickets.triage'],
    unit: null,
  },
  unit: {
    who: 'staff of a subdistrict (街道, 乡镇)',
    scopes: ['tickets.handle', 'tickets.read'],
    unit: '110101017',
  },
  department: {
    who: 'staff of a department (委办局)',
    scopes: ['tickets.handle', 'tickets.read'],
    unit: 'bj-water',
  },
  district: {
    who: 'supervisor of a district (区)',
    scopes: ['tickets.handle', 'tickets.supervise', 'tickets.read'],
    unit: '110101',
  },
  city: {
    who: 'supervisor of the city (市)',
    scopes: ['tickets.supervise', 'tickets.read', 'tickets.handle'],
    unit: '110000',
  },
  operator: {
    who: 'operator of the service (运维)',
    scopes: ['system.manage', 'tickets.read'],
    unit: null,
  },
} as const satisfies Record<
  string,
  {
    who: string;
    scopes: readonly string[];
    /** The unit a token of this role speaks for unless another is asked for; null: for none. */
    unit: string | null;
  }
>;

export type Role = keyof typeof roles;

export const roleNames = Object.keys(roles) as [Role, ...Role[]];
