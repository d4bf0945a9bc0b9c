import { describe, expect, it } from 'vitest';
import { memoryRulesRegister } from '../../../functions/adapters/memory/memory-rules-register.ts';
import { memoryTicketStore } from '../../../functions/adapters/memory/memory-ticket-store.ts';
import { inForce } from '../../../functions/core/city/publication.ts';
import {
  publicationsOf,
  publishRules,
  rollBackRules,
} from '../../../functions/usecases/rules/publish-rules.ts';
import { beijing } from '../../support/beijing.ts';

const order = { city: 'beijing', by: '张三', reason: '按目录派单' };
const older = beijing('beijing-2019');
const newer = beijing('beijing-2023');

function open() {
  const clock = { at: 1_793_577_600_000, now: () => clock.at };
  return { store: memoryTicketStore(), register: memoryRulesRegister(), clock };
}

describe('publishing rules', () => {
  it('keeps the sources for ever, then puts the next version with who, when and why', async () => {
    const deps = open();

    const first = await publishRules(deps, older, order);
    deps.clock.at += 1_000;
    const second = await publishRules(deps, newer, { ...order, from: deps.clock.at + 60_000 });

    const [latest, before] = await publicationsOf(deps, 'beijing');
    expect([first.ok, second.ok]).toEqual([true, true]);
    expect(before).toMatchObject({ version: 1, hash: older.rules.hash, policyId: 'beijing-2019', ...order });
    expect(latest).toMatchObject({ version: 2, hash: newer.rules.hash, from: deps.clock.at + 60_000 });
    expect(await deps.store.loadRules(older.rules.hash)).toBe(older.sources);
    expect(await deps.store.loadRules(newer.rules.hash)).toBe(newer.sources);
  });

  it('has one winner of two who publish at once, and shows the other who won', async () => {
    const deps = open();

    const results = await Promise.all([
      publishRules(deps, older, { ...order, by: 'one' }),
      publishRules(deps, newer, { ...order, by: 'other' }),
    ]);

    const known = await publicationsOf(deps, 'beijing');
    const lost = results.find((result) => !result.ok);
    expect(known).toHaveLength(1);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(lost).toMatchObject({ error: { code: 'RACE_LOST', winner: known[0] } });
  });

  it('has been published also where the first answer of the store was lost and it was put again', async () => {
    const deps = open();
    const { publish, publications } = deps.register;
    const register = {
      publications,
      publish: async (...given: Parameters<typeof publish>) => {
        await publish(...given);
        return publish(...given);
      },
    };

    const published = await publishRules({ ...deps, register }, newer, order);

    expect(published).toMatchObject({ ok: true, value: { version: 1, hash: newer.rules.hash } });
  });

  it('refuses what does not compile and publishes nothing', async () => {
    const deps = open();
    const broken = { ...newer, sources: newer.sources.replace('"format":1', '"format":2') };

    const refused = await publishRules(deps, broken, order);

    expect(refused).toMatchObject({ ok: false, error: { code: 'DO_NOT_COMPILE' } });
    expect(await publicationsOf(deps, 'beijing')).toEqual([]);
    expect(await deps.store.loadRules(newer.rules.hash)).toBeUndefined();
  });

  it('refuses the same rules again unless they are to be in force sooner, and a time that is past', async () => {
    const deps = open();
    const { at } = deps.clock;
    await publishRules(deps, newer, { ...order, from: at + 60_000 });

    const later = await publishRules(deps, newer, { ...order, from: at + 90_000 });
    const sooner = await publishRules(deps, newer, { ...order, from: at + 30_000 });
    const past = await publishRules(deps, older, { ...order, from: at - 1 });

    expect(later).toMatchObject({ error: { code: 'SAME_RULES' } });
    expect(sooner).toMatchObject({ ok: true, value: { version: 2 } });
    expect(past).toMatchObject({ error: { code: 'FROM_PAST' } });
  });
});

describe('rolling back', () => {
  it('publishes the old rules as a new version and leaves every version where it was', async () => {
    const deps = open();
    await publishRules(deps, older, order);
    await publishRules(deps, newer, order);

    const back = await rollBackRules(deps, 1, { ...order, reason: '回退' });

    const known = await publicationsOf(deps, 'beijing');
    expect(back).toMatchObject({
      ok: true,
      value: { version: 3, hash: older.rules.hash, rollbackOf: 1, reason: '回退' },
    });
    expect(known.map(({ version, hash }) => [version, hash])).toEqual([
      [3, older.rules.hash],
      [2, newer.rules.hash],
      [1, older.rules.hash],
    ]);
  });

  it('names the latest version when there is no such one', async () => {
    const deps = open();
    await publishRules(deps, older, order);

    expect(await rollBackRules(deps, 7, order)).toMatchObject({
      error: { code: 'NO_VERSION', version: 7, latest: 1 },
    });
  });
});

it('the latest publication whose time has come is in force, and replaces one that still waits', () => {
  const version = (n: number, from: number) => ({
    ...order,
    version: n,
    hash: `h${n}`,
    policyId: 'p',
    from,
    publishedAt: 0,
  });
  const latestFirst = [version(3, 50), version(2, 100), version(1, 0)];

  expect(inForce(latestFirst, 49)?.version).toBe(1);
  expect(inForce(latestFirst, 50)?.version).toBe(3);
  expect(inForce(latestFirst, 100)?.version).toBe(3);
  expect(inForce([], 100)).toBeUndefined();
});
