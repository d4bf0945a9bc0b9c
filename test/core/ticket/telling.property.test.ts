import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'vitest';
import type { EventName } from '../../../functions/core/ticket/out.ts';
import { lead, openLife, perform, seed } from './life/run.ts';
import { sampleCities } from './life/sample-cities.ts';
import { asked, steps } from './life/steps.ts';
import { tellings, toldBy } from './life/telling.ts';
import type { LifeEntry, TicketLife } from './life/ticket-life.ts';

/** Enough lives that every event of the table happens in one of the cities; the last test holds that. */
const lives = fc.sample(fc.tuple(asked, steps), { seed: 20_261_122, numRuns: 80 });
const met = new Set<EventName>();

function look(life: TicketLife, seen: number): number {
  for (const entry of life.entries.slice(seen)) {
    const row = tellings[entry.event];
    if (row === undefined) continue;
    const [rule, telling] = row;
    met.add(entry.event);
    assert.match(entry.rule, rule, `${entry.event} under ${entry.rule}`);
    const before: LifeEntry[] = life.entries.slice(0, entry.n - 1);
    assert.deepEqual(toldBy(entry, life).sort(), [...telling(entry, life, before)].sort(), entry.event);
  }
  return life.entries.length;
}

describe.each(sampleCities)(`what happens to a ticket under %s (seed ${seed})`, (_, cityOf) => {
  it('is entered under its rule and told to those it concerns, each once, and to nobody else', () => {
    const city = cityOf();

    for (const [from, plan] of lives) {
      const life = openLife(city, from);
      let seen = look(life, 0);
      lead(life, plan, (led, said) => {
        led.advance(said.at);
        seen = look(led, seen);
        perform(led, said);
        seen = look(led, seen);
      });
    }
  });
});

describe('the lives above', () => {
  it('meet every event that is told of there', () => {
    assert.deepEqual(
      Object.keys(tellings).filter((event) => !met.has(event as EventName)),
      [],
    );
  });
});
