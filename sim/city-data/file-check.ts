import type { DataProblem } from '../../functions/core/directory/data-problem.ts';

/** What a check found: `problems` make the file unusable, `notes` are worth knowing, `summary` says what it holds. */
export type Checked = {
  readonly problems: readonly DataProblem[];
  readonly notes: readonly string[];
  readonly summary: string;
};

/**
 * Checks a parsed file; `file` is its path, for the files beside it. `city` is the shipped city that a policy pack
 * is meant for, where one was named.
 */
export type FileCheck = (content: unknown, file: string, city?: string) => Checked;

export const unusable = (problems: readonly DataProblem[]): Checked => ({ problems, notes: [], summary: '' });
