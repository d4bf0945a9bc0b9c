import fc from 'fast-check';
import type { City } from '../../../../functions/core/city/city.ts';
import type { Command } from '../../../../functions/core/ticket/command.ts';
import type { EpochMs } from '../../../../functions/core/time.ts';
import { type Asked, asked, commandOf, openingOf, type Step, start, steps, timeOf } from './steps.ts';
import { TicketLife } from './ticket-life.ts';

/** `FC_SEED` replays a run or explores another. */
export const seed = Number(process.env.FC_SEED ?? 20_261_116);
export const numRuns = Number(process.env.FC_RUNS ?? 150);

/** A command as it was asked in a life. */
export type Said = { readonly at: EpochMs; readonly command: Command | undefined };

export const openLife = (city: City, from: Asked): TicketLife =>
  new TicketLife(city, openingOf(from, city.rules, start), start);

/** What the next step of a life is, as things stand: when, and who asks what. */
function nextOf(life: TicketLife, s: Step): Said {
  const at = timeOf(s, life.ticket, life.now);
  return { at, command: commandOf(s, life.ticket, life.rules, at) };
}

/** Leads one life to its last step; `onStep` does each (by default: decides it). */
export function lead(life: TicketLife, plan: readonly Step[], onStep = perform): Said[] {
  return plan.map((s) => {
    const said = nextOf(life, s);
    onStep(life, said);
    return said;
  });
}

export function perform(life: TicketLife, { at, command }: Said): void {
  if (command === undefined) life.advance(at);
  else life.decide(command, at);
}

/** Holds a law over random lives: what is asked first, then the steps. */
export function holdsInEveryLife(law: (from: Asked, plan: Step[]) => void): void {
  fc.assert(fc.property(asked, steps, law), { seed, numRuns });
}
