import { describe, expect, it } from 'vitest';
import { runStory } from '../../../sim/story/run-story.ts';
import { beijing } from '../../support/beijing.ts';

describe('two emergencies played in virtual time', () => {
  it('puts a row for each lead on the board and keeps the late first answer visible', () => {
    const { board } = runStory(beijing('beijing-2019'));

    expect(board.map(({ unit, onTime }) => [unit, onTime.share])).toEqual([
      ['110101004', 1],
      ['110105001', 0],
    ]);
  });

  it('has other units answer for the same matters under another pack', () => {
    const { board } = runStory(beijing('beijing-2023'));

    expect(board.map(({ unit }) => unit).sort()).toEqual(['ent-gas', 'ent-water']);
  });

  it('finds two units in time and the one at 30 minutes and a second late, under both packs', () => {
    for (const pack of ['beijing-2019', 'beijing-2023'] as const) {
      const { tickets } = runStory(beijing(pack));

      expect(tickets[0]!.summonses.map(({ late }) => late)).toEqual([false, false, true]);
    }
  });

  it('happens the same way each time', () => {
    const city = beijing('beijing-2023');

    expect(runStory(city).lines).toEqual(runStory(city).lines);
  });
});
