import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'vitest';
import { thaw } from '../../../functions/core/record/freeze.ts';
import { ticketState } from '../../../functions/core/record/ticket-state.ts';
import { holdsInEveryLife, lead, numRuns, openLife, perform, seed } from './life/run.ts';
import { sampleCities } from './life/sample-cities.ts';
import { asked, steps } from './life/steps.ts';
import type { TicketLife } from './life/ticket-life.ts';

describe.each(sampleCities)(`a random life under %s (seed ${seed})`, (_, cityOf) => {
  const city = cityOf();

  it('comes to the same however late the messages that wake it', () => {
    const looks = fc.array(fc.nat(1_000), { maxLength: 60 });
    const law = fc.property(asked, steps, looks, (from, plan, lookAt) => {
      const late = openLife(city, from);
      const said = lead(late, plan);
      const prompt = openLife(city, from);

      said.forEach((one, i) => {
        const before = prompt.now;
        for (const share of lookAt.filter((_look, n) => n % said.length === i).sort((a, b) => a - b)) {
          prompt.advance(before + Math.floor(((one.at - before) * share) / 1_000));
        }
        perform(prompt, one);
      });

      assert.deepEqual(happened(prompt), happened(late));
    });

    fc.assert(law, { seed, numRuns });
  });

  it('changes nothing by a refusal but what was promised before', () => {
    holdsInEveryLife((from, plan) => {
      const life = openLife(city, from);

      lead(life, plan, (led, said) => {
        if (said.command === undefined) return led.advance(said.at);
        led.advance(said.at);
        const before = structuredClone(happened(led));
        const refusal = led.decide(said.command, said.at);

        if (refusal !== undefined) assert.deepEqual(happened(led), before, said.command.type);
        else assert.ok(led.entries.length > before.entries.length || said.command.type === 'elderSeen');
      });
    });
  });

  it('can be put into a store and taken out at any step', () => {
    holdsInEveryLife((from, plan) => {
      const kept = openLife(city, from);
      const said = lead(kept, plan);
      const stored = openLife(city, from);

      for (const one of said) {
        const state = stored.state();
        assert.deepEqual(ticketState.parse(JSON.parse(JSON.stringify(state))), state);
        const back = thaw(JSON.parse(JSON.stringify(state)), stored.rules);
        for (const name of ['nextAt', 'otherAt', 'openSummonses'] as const) {
          assert.equal(back[name], stored.ticket[name], `${name} of a ${state.status} ticket`);
        }
        stored.store();
        assert.deepEqual(stored.state(), state);
        perform(stored, one);
      }

      assert.deepEqual(happened(stored), happened(kept));
    });
  });
});

const happened = (life: TicketLife) => ({
  state: life.state(),
  entries: life.entries,
  effects: life.effects,
});
