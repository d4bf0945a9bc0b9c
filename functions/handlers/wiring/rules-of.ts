import type { Rules } from '../../core/rules/rules.ts';
import type { TicketStore } from '../../ports/ticket-store.ts';

/** Sets of rules kept compiled in one instance; a city changes its rules a few times a year. */
const compiledMax = 8;

/**
 * The rules by their hash: the present ones at once, former ones from the store, compiled once an instance. Throws for
 * a hash nobody kept: a ticket never lives under rules it was not opened under.
 */
export function makeRulesOf(
  store: Pick<TicketStore, 'loadRules'>,
  present: Rules,
): (hash: string) => Promise<Rules> {
  const compiled = new Map<string, Promise<Rules>>([[present.hash, Promise.resolve(present)]]);
  return (hash) => {
    const known = compiled.get(hash);
    if (known !== undefined) return known;
    if (compiled.size >= compiledMax) compiled.clear();
    const compiling = compileFormer(store, hash);
    compiled.set(hash, compiling);
    // A failed load must be tried again by the next request.
    compiling.catch(() => compiled.delete(hash));
    return compiling;
  };
}

async function compileFormer(store: Pick<TicketStore, 'loadRules'>, hash: string): Promise<Rules> {
  const sources = await store.loadRules(hash);
  if (sources === undefined) throw new Error(`no rules are kept under ${hash}`);
  const { compileKept } = await import('./compile-kept.ts');
  const city = compileKept(hash, sources);
  if (city === undefined) throw new Error(`the rules kept under ${hash} do not compile any more`);
  return city.rules;
}
