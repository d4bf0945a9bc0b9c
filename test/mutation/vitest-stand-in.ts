/** What a test file gets for `vitest` while the rules are mutated: its `expect`, and the collector's `describe` and `it`. */
import { describe, it } from './collect.ts';

export { expect } from 'vitest';
export { describe, it };
