import type { Bug } from './bug.ts';
import { deliveryBugs } from './delivery-bugs.ts';
import { earlyBugs } from './early-bugs.ts';
import { functionBugs } from './function-bugs.ts';
import { intakeBugs } from './intake-bugs.ts';
import { storeBugs } from './store-bugs.ts';

/** Every planted bug: at least one for each checker. */
export const bugs: readonly Bug[] = [
  ...storeBugs,
  ...functionBugs,
  ...deliveryBugs,
  ...earlyBugs,
  ...intakeBugs,
];
