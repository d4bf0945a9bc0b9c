import { monthOf } from '../../functions/core/calendar/month-of.ts';
import type { City } from '../../functions/core/city/city.ts';
import type { BoardRow } from '../../functions/core/score/board.ts';
import { monthBoard } from '../../functions/core/score/month-board.ts';
import { emptyMonth } from '../../functions/core/score/month-tallies.ts';
import { addCase, type CaseFlags, emptyTally } from '../../functions/core/score/tally.ts';
import { Actor } from '../../functions/core/ticket/actor.ts';
import { type Command, keep } from '../../functions/core/ticket/command.ts';
import { advance, decide } from '../../functions/core/ticket/decide.ts';
import { Answer } from '../../functions/core/ticket/kinds.ts';
import { open } from '../../functions/core/ticket/open.ts';
import type { EventName, Out } from '../../functions/core/ticket/out.ts';
import { SummonsStatus, Ticket } from '../../functions/core/ticket/ticket.ts';
import { type EpochMs, NEVER } from '../../functions/core/time.ts';
import { Environment } from '../engine/environment.ts';
import { type Step, steps, storyItems, storyPlaces, storyStart, summoned } from './story-steps.ts';

export type StoryLine = {
  readonly at: EpochMs;
  readonly matter: number;
  readonly event: EventName;
  readonly rule: string;
  readonly unit: string;
};

const wake = 0;
const act = 1;

/**
 * Plays the two emergencies under one city's rules in virtual time: the same `decide` that serves the hotline, driven by
 * the event queue. Throws when the rules refuse a step, since the story is one both packs allow.
 */
export function runStory(city: City): { lines: StoryLine[]; board: BoardRow[]; tickets: Ticket[] } {
  const { rules } = city;
  const lines: StoryLine[] = [];
  const env = new Environment({ eventsMax: 10_000, startAt: storyStart });
  const tickets = storyPlaces.map(() => new Ticket());
  const codeOf = (unit: number) => rules.units.codes[unit] ?? (unit === Actor.hotline ? 'hotline' : '-');
  const out = tickets.map(
    (_, matter): Out => ({
      entry: (_n, at, event, _by, rule, unit) => lines.push({ at, matter, event, rule, unit: codeOf(unit) }),
      effect: () => {},
    }),
  );
  const wakeAgain = (matter: number) => {
    const { nextAt } = tickets[matter]!;
    if (nextAt !== NEVER) env.schedule(Math.max(nextAt + 1, env.now), wake, matter);
  };
  const command = (step: Step, by: number): Command[] => {
    const kind = rules.whistleByKey.get('emergency')!;
    const { ask } = step;
    const t = tickets[step.matter]!;
    if (ask === 'whistle') {
      return [
        { type: 'blowWhistle', by, kind, units: summoned.map((code) => rules.units.byCode.get(code)!) },
      ];
    }
    if (ask === 'releaseAll') {
      const open = t.summonses.filter(({ status }) => status === SummonsStatus.done);
      return open.map(({ unit }) => ({ type: 'release', by, unit }));
    }
    if (ask === 'callbackResolved' || ask === 'callbackUnresolved') {
      const said = ask === 'callbackResolved' ? Answer.yes : Answer.no;
      return [
        { type: 'recordCallback', by, reached: true, responded: Answer.yes, resolved: said, satisfied: said },
      ];
    }
    return [{ type: ask, by }];
  };
  const actorOf = ({ by, matter }: Step) =>
    typeof by === 'object' ? rules.units.byCode.get(by.unit)! : actors[by](tickets[matter]!);

  tickets.forEach((t, matter) => {
    const place = rules.units.byCode.get(storyPlaces[matter]!)!;
    const item = rules.items.byCode.get(storyItems[matter]!)!;
    const request = { kind: 1, item, place, tier: keep, guessed: false, backlog: false };
    open(t, { ...request, requestedAt: storyStart }, storyStart, rules, out[matter]!);
    wakeAgain(matter);
  });
  for (const [i, { afterMs }] of steps.entries()) env.schedule(storyStart + afterMs, act, i);
  env.runUntil(storyStart + 86_400_000, (kind, entity) => {
    const matter = kind === wake ? entity : steps[entity]!.matter;
    const t = tickets[matter]!;
    if (kind === wake) advance(t, env.now, rules, out[matter]!);
    else {
      for (const asked of command(steps[entity]!, actorOf(steps[entity]!))) {
        const refusal = decide(t, asked, env.now, rules, out[matter]!);
        if (refusal !== undefined) throw new Error(`${asked.type} was refused: ${JSON.stringify(refusal)}`);
      }
    }
    wakeAgain(matter);
  });
  return {
    lines,
    tickets,
    board: boardRows(tickets, city),
  };
}

const actors = {
  hotline: () => Actor.hotline,
  lead: (t: Ticket) => t.lead,
  place: (t: Ticket) => t.place,
};

/** The rows of the month's board on which the story's leads stand. */
function boardRows(tickets: readonly Ticket[], { rules }: City): BoardRow[] {
  const { units, score } = rules;
  const tallies = emptyMonth(units);
  for (const t of tickets) {
    tallies.own[t.lead] ??= emptyTally();
    addCase(tallies.own[t.lead]!, caseOf(t), score.month);
  }
  const month = monthOf(storyStart, rules.utcOffsetMs);
  const { groups } = monthBoard({ month, tallies, rules: score.month, units });
  const leads = new Set(tickets.map((t) => units.codes[t.lead]));
  return Object.values(groups).flatMap((rows) => rows.filter(({ unit }) => leads.has(unit)));
}

function caseOf(t: Ticket): CaseFlags {
  const { outcome, responded, resolved, satisfied } = t;
  const onTime = t.overdueAt === NEVER && !t.wasLate;
  return { outcome, onTime, responded, resolved, satisfied, merged: false, charged: false };
}
