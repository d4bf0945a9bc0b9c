import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'vitest';
import { thaw } from '../../functions/core/record/freeze.ts';
import { ticketRecord } from '../../functions/core/record/ticket-record.ts';
import { ownerOf } from '../../functions/core/ticket/owner.ts';
import { wakeAt } from '../../functions/core/ticket/promises.ts';
import { dayMs, hourMs, NEVER } from '../../functions/core/time.ts';
import { type CommandRequest, commandTicket } from '../../functions/usecases/command-ticket.ts';
import { wakeTicket } from '../../functions/usecases/wake-ticket.ts';
import type { WireCommand } from '../../functions/usecases/wire-command.ts';
import { hotline, staffOf, Town } from './town.ts';

const seed = Number(process.env.FC_SEED ?? 20_261_116);
const [lead, water, district] = ['110101017', 'water', '110101'].map((unit) => staffOf(unit));
const text = '说明';

const orders: readonly (readonly [WireCommand, typeof hotline])[] = [
  [{ type: 'sign', body: {} }, lead!],
  [{ type: 'contact', body: { text } }, lead!],
  [{ type: 'dispute', body: { text } }, lead!],
  [{ type: 'arbitrate', body: { leadUnit: '110101017' } }, district!],
  [{ type: 'addHelper', body: { unitCode: 'water' } }, lead!],
  [{ type: 'helperDone', body: {} }, water!],
  [{ type: 'blowWhistle', body: { kind: 'emergency', unitCodes: ['water'] } }, lead!],
  [{ type: 'arrive', body: {} }, water!],
  [{ type: 'declineSummons', body: { text } }, water!],
  [{ type: 'ruleOnSummons', body: { unitCode: 'water', excused: false, text } }, district!],
  [{ type: 'finishTask', body: {} }, water!],
  [{ type: 'release', body: { unitCode: 'water' } }, lead!],
  [{ type: 'rateSummons', body: { unitCode: 'water', points: 70 } }, lead!],
  [{ type: 'failSummons', body: { unitCode: 'water', text } }, district!],
  [{ type: 'suspend', body: { text } }, district!],
  [{ type: 'resume', body: {} }, lead!],
  [{ type: 'answer', body: { text } }, lead!],
  [{ type: 'recordCallback', body: { reached: true, resolved: false } }, hotline],
  [{ type: 'recordCallback', body: { reached: true, resolved: true } }, hotline],
  [{ type: 'reopen', body: { text } }, district!],
];

const step = fc.record({
  waitMs: fc.oneof(fc.nat(hourMs), fc.nat(3 * dayMs)),
  order: fc.nat(orders.length - 1),
  /** The message is delivered twice, or an old one comes again. */
  again: fc.option(fc.nat(40)),
  wakes: fc.boolean(),
  effectsDown: fc.boolean(),
});

describe(`a ticket that lives in a store (seed ${seed})`, () => {
  it('does a command once however often it comes, owes nothing that was sent, and is in the index while it is open', async () => {
    const law = fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      const town = new Town();
      const ticketId = await town.submit();
      const done: CommandRequest[] = [];
      for (const [n, { waitMs, order, again, wakes, effectsDown }] of steps.entries()) {
        town.now += waitMs;
        town.effectsDown = effectsDown;
        if (wakes) await wakeTicket(town.deps, ticketId);
        const [command, caller] = orders[order]!;
        const request = { ticketId, command, caller, commandId: `key-${n}` };
        const { ok } = await commandTicket(town.deps, request);
        if (ok) done.push(request);
        const record = await town.record(ticketId);
        if (ok && !effectsDown) assert.deepEqual(record.owed, []);
        const old = again === null ? undefined : done[again % Math.max(1, done.length)];
        if (old !== undefined) {
          const repeated = await commandTicket(town.deps, old);
          assert.ok(repeated.ok && repeated.value.repeated);
          assert.deepEqual(await town.record(ticketId), record);
        }
        holds(town, record);
      }
    });

    await fc.assert(law, { seed, numRuns: 150 });
  });
});

function holds(town: Town, record: Awaited<ReturnType<Town['record']>>): void {
  const { rules } = town.deps.city;
  const t = thaw(record.state, rules);
  assert.deepEqual(ticketRecord.parse(record), record);
  assert.equal(record.history.length, record.state.entries);
  assert.equal(record.owner !== undefined, ownerOf(t, rules) !== undefined);
  if (record.owed.length === 0) assert.equal(record.wakeAt ?? NEVER, wakeAt(t));
  else assert.ok(record.wakeAt! <= town.now + 60_000 && record.wakeAt! <= wakeAt(t));
}
