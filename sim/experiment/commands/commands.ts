import type { Command } from '../command.ts';

type Entry = { readonly help: string; readonly load: () => Promise<Command> };

/** What `npm run sim -- NAME` can do. A command's code is loaded when it is called. */
export const commands: Readonly<Record<string, Entry>> = {
  list: {
    help: 'the scenarios with what they rest on, and the packs',
    load: async () => (await import('./list-command.ts')).listCommand,
  },
  run: {
    help: 'one scenario under one pack: tables, JSON, CSV and a page, with 95 % intervals',
    load: async () => (await import('./run-command.ts')).runCommand,
  },
  compare: {
    help: 'two packs on the same luck: differences, who wins and loses, fairness, gaming, assumptions',
    load: async () => (await import('./compare-command.ts')).compareCommand,
  },
  story: {
    help: 'two emergencies under two packs: a timeline and a board of two rows',
    load: async () => ({ run: (await import('../../story/story-command.ts')).storyCommand }),
  },
};
