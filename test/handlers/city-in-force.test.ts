import { expect, it } from 'vitest';
import { memoryRulesRegister } from '../../functions/adapters/memory/memory-rules-register.ts';
import { memoryTicketStore } from '../../functions/adapters/memory/memory-ticket-store.ts';
import { cityInForce } from '../../functions/handlers/wiring/city-in-force.ts';
import { publishRules, rollBackRules } from '../../functions/usecases/rules/publish-rules.ts';
import { beijing } from '../support/beijing.ts';

const deployed = beijing('beijing-2019');
const published = beijing('beijing-2023');
const order = { city: 'beijing', by: 'planner', reason: 'by catalogue' };
const minute = 60_000;

/** A function that has started, a clock and a register to play with, and what it was told. */
function start({ speed = 1 } = {}) {
  const clock = { at: 1_793_577_600_000, now: () => clock.at };
  const store = memoryTicketStore();
  const register = memoryRulesRegister();
  const state = { isDown: false, asked: 0, refused: 0 };
  const present = cityInForce({
    deployed,
    city: 'beijing',
    speed,
    register: {
      publications: async (...given) => {
        state.asked += 1;
        if (state.isDown) throw new Error('throttled');
        return register.publications(...given);
      },
    },
    store,
    clock,
    refused: () => {
      state.refused += 1;
    },
  });
  const hashNow = async () => (await present()).rules.hash;
  return { clock, state, hashNow, present, deps: { store, register, clock } };
}

it('a function runs by what was deployed until something is published, and asks once a minute', async () => {
  const { state, hashNow, clock } = start();

  for (let second = 0; second < 120; second += 1) {
    expect(await hashNow()).toBe(deployed.rules.hash);
    clock.at += 1_000;
  }

  expect(state.asked).toBe(2);
});

it('a publication is taken over within a minute, compiled once', async () => {
  const { clock, hashNow, present, deps } = start();
  await hashNow();
  await publishRules(deps, published, order);

  clock.at += minute - 1;
  const before = await hashNow();
  clock.at += 1;
  const first = await present();
  const again = await present();

  expect(before).toBe(deployed.rules.hash);
  expect(first.rules.hash).toBe(published.rules.hash);
  expect(first.sources).toBe(published.sources);
  expect(again).toBe(first);
});

it('a publication for later is taken at its very instant, though nobody asks then', async () => {
  const { clock, state, hashNow, deps } = start();
  const from = clock.at + 30_500;
  await publishRules(deps, published, { ...order, from });
  await hashNow();
  const asked = state.asked;

  clock.at = from - 1;
  const before = await hashNow();
  clock.at = from;
  const after = await hashNow();

  expect(before).toBe(deployed.rules.hash);
  expect(after).toBe(published.rules.hash);
  expect(state.asked).toBe(asked);
});

it('a rollback is taken over as well', async () => {
  const { clock, hashNow, deps } = start();
  await publishRules(deps, deployed, order);
  await publishRules(deps, published, order);
  expect(await hashNow()).toBe(published.rules.hash);
  await rollBackRules(deps, 1, order);
  clock.at += minute;

  expect(await hashNow()).toBe(deployed.rules.hash);
});

it('a function that cannot ask at its start does nothing; one that has asked within two minutes goes on', async () => {
  const { clock, state, hashNow, deps } = start();
  await publishRules(deps, published, order);
  state.isDown = true;

  await expect(hashNow()).rejects.toThrow('throttled');
  state.isDown = false;
  expect(await hashNow()).toBe(published.rules.hash);
  state.isDown = true;
  clock.at += 2 * minute - 1;

  expect(await hashNow()).toBe(published.rules.hash);
  expect(state.refused).toBe(1);
});

it('a function that was idle does not go by what it knew, while it cannot ask', async () => {
  const { clock, state, hashNow, deps } = start();
  await hashNow();
  await publishRules(deps, published, order);
  state.isDown = true;
  clock.at += 2 * minute;

  await expect(hashNow()).rejects.toThrow('throttled');
  state.isDown = false;
  expect(await hashNow()).toBe(published.rules.hash);
});

it('rules this code cannot run, or of another speed, are not taken, and somebody is told once a minute', async () => {
  const { clock, state, hashNow, deps } = start({ speed: 60 });
  await publishRules(deps, published, order);

  expect(await hashNow()).toBe(deployed.rules.hash);
  await hashNow();
  expect(state.refused).toBe(1);
  clock.at += minute;
  await hashNow();

  expect(state.refused).toBe(2);
});

it('the rules in force stay so, however many publications wait for their time', async () => {
  const { clock, hashNow, deps } = start();
  await publishRules(deps, published, order);
  const { hash, policyId } = deployed.rules;
  const { at } = clock;
  for (let version = 2; version <= 30; version += 1) {
    const from = at + 86_400_000 - version;
    await deps.register.publish({ ...order, version, hash, policyId, from, publishedAt: at });
  }

  expect(await hashNow()).toBe(published.rules.hash);
});
