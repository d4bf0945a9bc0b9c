import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AgendaMatter } from '../../../../functions/core/early/agenda/agenda-row.ts';
import type { AgendaRules } from '../../../../functions/core/early/agenda/agenda-rules.ts';
import { buildAgenda } from '../../../../functions/core/early/agenda/build-agenda.ts';
import { agendaKinds, agendaOrders } from '../../../../functions/core/policy/agenda-kinds.ts';
import { dayMs } from '../../../../functions/core/time.ts';
import { at, rules } from '../topic/sample-topic.ts';

const now = at('2021-05-20T09:00:00');
const agendaRules = rules.early.agenda!;

const matter = (ref: string, but: Partial<AgendaMatter> = {}): AgendaMatter => ({
  ...{ kind: 'overdue', ref, unit: 'housing', district: '110000', tier: 'general' },
  ...{ since: now - 20 * dayMs, limitAt: now - 10 * dayMs },
  ...but,
});

const refs = (found: readonly AgendaMatter[], by: Partial<AgendaRules> = {}) =>
  buildAgenda(found, now, { ...agendaRules, ...by }, rules).rows.map(({ ref }) => ref);

describe('the agenda of a joint meeting', () => {
  it('puts disputes first, then missed milestones and delays, each the most urgent tier first', () => {
    const found = [
      matter('slow', { tier: 'complex', limitAt: now - 30 * dayMs }),
      matter('later', { limitAt: now - 5 * dayMs }),
      matter('sooner', { limitAt: now - 9 * dayMs }),
      matter('topic', { kind: 'missedMilestone', milestone: 'ledger' }),
      matter('dispute', { kind: 'disputed', limitAt: now + dayMs }),
    ];

    const { rows } = buildAgenda(found, now, agendaRules, rules);

    expect(rows.map(({ n, ref, group }) => [n, group, ref])).toEqual([
      [1, 'disputed', 'dispute'],
      [2, 'missedMilestone', 'topic'],
      [3, 'overdue', 'sooner'],
      [4, 'overdue', 'later'],
      [5, 'overdue', 'slow'],
    ]);
  });

  it('leaves a delay to the ladder for as long as the pack says', () => {
    const limitAt = now - agendaRules.overdueAfterMs;

    expect(refs([matter('at', { limitAt }), matter('past', { limitAt: limitAt - 1 })])).toEqual(['past']);
  });

  it('takes the kinds the pack names and groups as it says', () => {
    const found = [
      matter('a', { unit: 'water', item: '0101-01' }),
      matter('b', { unit: 'housing', item: '0201-01' }),
      matter('c', { unit: 'water', item: '0201-01' }),
      matter('d', { kind: 'disputed' }),
    ];

    expect(refs(found, { takes: ['disputed'] })).toEqual(['d']);
    expect(refs(found, { takes: ['overdue'], groupBy: 'unit' })).toEqual(['a', 'c', 'b']);
    expect(refs(found, { takes: ['overdue'], groupBy: 'item' })).toEqual(['a', 'b', 'c']);
  });

  it('names a group of its own what has no item, and one group all rows that stand in none', () => {
    const found = [matter('a', { item: '0101-01' }), matter('b')];
    const groups = (groupBy: AgendaRules['groupBy']) =>
      buildAgenda(found, now, { ...agendaRules, groupBy }, rules).rows.map(({ group }) => group);

    expect(groups('item')).toEqual(['0101-01', 'none']);
    expect(groups('none')).toEqual(['all', 'all']);
  });

  it('puts what has no tier behind every tier, and a topic by its milestones in their order', () => {
    const { tier: _, ...plain } = matter('a');
    const topic = matter('t', { kind: 'missedMilestone' });
    const milestones = ['', 'x', 'z'].map((milestone) => ({ ...topic, milestone }));

    expect(refs([plain, matter('b', { tier: 'complex' })], { orderBy: ['tier'] })).toEqual(['b', 'a']);
    expect(
      buildAgenda([topic, ...milestones.toReversed()], now, agendaRules, rules).rows.map(
        (row) => row.milestone,
      ),
    ).toEqual(['', 'x', 'z']);
  });

  it('keeps what presses most where there is no room for all, and says how many are left', () => {
    const found = Array.from({ length: 5 }, (_, n) => matter(`t-${n}`, { limitAt: now - (n + 4) * dayMs }));

    const { rows, left } = buildAgenda(found, now, { ...agendaRules, rowsMax: 2 }, rules);

    expect([rows.map(({ ref }) => ref), left]).toEqual([['t-4', 't-3'], 3]);
  });

  it('is a function of the set of matters: order and repetition change nothing (seed 5)', () => {
    const anyMatter = fc
      .record({
        kind: fc.constantFrom(...agendaKinds),
        ref: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
        days: fc.nat(9),
        age: fc.nat(3),
        tier: fc.constantFrom('general', 'complex', 'emergency'),
      })
      .map(({ kind, ref, days, age, tier }) =>
        matter(ref, { kind, tier, limitAt: now - days * dayMs, since: now - (20 + age) * dayMs }),
      );
    const anySet = fc.uniqueArray(anyMatter, {
      selector: ({ ref, kind }) => `${ref}/${kind}`,
      maxLength: 15,
    });
    const anyRules = fc.record({
      orderBy: fc.shuffledSubarray([...agendaOrders], { minLength: 1 }),
      groupBy: fc.constantFrom('kind', 'unit', 'none'),
      rowsMax: fc.integer({ min: 1, max: 12 }),
    });
    const cases = anySet.chain((all) =>
      fc.tuple(
        fc.constant(all),
        fc.shuffledSubarray([...all, ...all], { minLength: 2 * all.length, maxLength: 2 * all.length }),
        anyRules,
      ),
    );

    fc.assert(
      fc.property(cases, ([all, again, by]) => {
        const made = { ...agendaRules, ...by };

        expect(buildAgenda(again, now, made, rules)).toEqual(buildAgenda(all, now, made, rules));
      }),
      { seed: 5, numRuns: 200 },
    );
  });
});
