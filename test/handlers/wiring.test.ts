import { describe, expect, it } from 'vitest';
import { readEnvironment } from '../../functions/handlers/wiring/environment.ts';
import { isLocal } from '../../functions/handlers/wiring/is-local.ts';
import { loadCity } from '../../functions/handlers/wiring/load-city.ts';
import { manageOf } from '../../functions/handlers/wiring/manage-of.ts';
import { makeRulesOf } from '../../functions/handlers/wiring/rules-of.ts';
import { openService } from '../../functions/handlers/wiring/service.ts';
import { testCity } from '../http/support/test-city.ts';

const variables = {
  TABLE_NAME: 'tickets',
  WAKE_QUEUE_URL: 'https://sqs.example.org/1/wake',
  EFFECT_QUEUE_URL: 'https://sqs.example.org/1/effects',
  BOARD_QUEUE_URL: 'https://sqs.example.org/1/boards',
  CITY: 'beijing',
  PACK: 'beijing-2023',
  TIME_SPEED: '1',
};

describe('the environment', () => {
  it('is read once, as what it means', () => {
    expect(readEnvironment(variables)).toEqual({ ...variables, TIME_SPEED: 1 });
  });

  it('names every variable that is missing or unfit, never its value', () => {
    const { TABLE_NAME: _, ...rest } = variables;
    const unfit = { ...rest, CITY: '../../etc', TIME_SPEED: '0', EFFECT_DLQ_URL: 'secret-value' };

    const read = () => readEnvironment(unfit);

    expect(read).toThrow(/TABLE_NAME.*EFFECT_DLQ_URL.*CITY.*TIME_SPEED/);
    expect(read).not.toThrow(/etc|secret-value/);
  });
});

describe('the wiring', () => {
  it('makes every part a function needs from its environment', async () => {
    const { deployed } = await openService(readEnvironment(variables));
    const manage = manageOf(deployed);

    expect(deployed.settings.CITY).toBe('beijing');
    expect(manage.tickets.city.rules.policyId).toBe('beijing-2023');
    expect(manage.urlFault('https://platform.example.org/hooks')).toBeUndefined();
    expect(manage.urlFault('http://127.0.0.1/')).toBeTypeOf('string');
  });

  it('names the known cities where it is to run another', async () => {
    await expect(loadCity(readEnvironment({ ...variables, CITY: 'atlantis' }))).rejects.toThrow(
      /atlantis.*known cities: baltimore, beijing/,
    );
    await expect(loadCity(readEnvironment({ ...variables, PACK: 'no-such' }))).rejects.toThrow(
      /beijing-2019/,
    );
  });

  it.each([
    ['http://127.0.0.1:9324', true],
    ['http://localhost:9324', true],
    ['http://[::1]:9324', true],
    ['https://sqs.cn-north-1.amazonaws.com.cn', false],
    ['https://localhost.example.org', false],
    [undefined, false],
  ])('lets receivers of webhooks be on this machine only where its queues are: %s', (endpoint, local) => {
    expect(isLocal(endpoint)).toBe(local);
  });
});

describe('the rules of a ticket', () => {
  const now = testCity('beijing', 'beijing-2023');
  const former = testCity('beijing', 'beijing-2019');

  it('are those it was opened under, compiled once', async () => {
    let loads = 0;
    const load = async (hash: string) => {
      loads += 1;
      return hash === former.rules.hash ? former.sources : undefined;
    };
    const rulesOf = makeRulesOf({ loadRules: load }, now.rules);

    const [one, other, present] = await Promise.all([
      rulesOf(former.rules.hash),
      rulesOf(former.rules.hash),
      rulesOf(now.rules.hash),
    ]);

    expect(one.policyId).toBe('beijing-2019');
    expect(one.hash).toBe(former.rules.hash);
    expect(other).toBe(one);
    expect(present).toBe(now.rules);
    expect(loads).toBe(1);
  });

  it('are asked for again after a store that failed', async () => {
    let fails = true;
    const load = async () => {
      if (fails) throw new Error('throttled');
      return former.sources;
    };
    const rulesOf = makeRulesOf({ loadRules: load }, now.rules);
    await expect(rulesOf(former.rules.hash)).rejects.toThrow('throttled');
    fails = false;

    const rules = await rulesOf(former.rules.hash);

    expect(rules.policyId).toBe('beijing-2019');
  });

  it('are an error when nobody kept them', async () => {
    const rulesOf = makeRulesOf({ loadRules: async () => undefined }, now.rules);

    await expect(rulesOf('f'.repeat(32))).rejects.toThrow(/no rules are kept/);
  });
});
