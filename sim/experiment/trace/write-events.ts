import { closeSync, openSync, writeSync } from 'node:fs';
import { stringify } from 'csv-stringify/sync';
import { instantText } from '../../../functions/core/instant-text.ts';
import { noItem } from '../../../functions/core/rules/item-table.ts';
import { Actor } from '../../../functions/core/ticket/actor.ts';
import type { CitySetup } from '../../city/city-setup.ts';
import type { RunResult } from '../../city/run-result.ts';
import { traceRun } from '../../city/trace.ts';

const header = ['ticket', 'n', 'at', 'event', 'by', 'rule', 'unit', 'item'];

/** Rows that are written at once: a run may have hundreds of millions. */
const chunkRows = 20_000;

/**
 * Writes every history entry of a replication as CSV, a piece at a time: those of a ticket in order of time, but what a
 * ticket promised and nobody had to look at is written when somebody next does, behind later entries of other tickets.
 * Returns the run's result and the number of rows. Throws if the file cannot be written.
 */
export function writeEvents(
  setup: CitySetup,
  file: string,
): { readonly rows: number; readonly result: RunResult } {
  const { rules } = setup;
  const handle = openSync(file, 'w');
  let rows: unknown[][] = [];
  let written = 0;
  const flush = () => {
    writeSync(handle, stringify(rows));
    written += rows.length;
    rows = [];
  };
  const actor = (by: number) =>
    by === Actor.clock ? '' : by === Actor.hotline ? '12345' : rules.units.codes[by];
  const items = new Map<number, number>();
  try {
    writeSync(handle, `\uFEFF${stringify([header])}`);
    const result = traceRun(setup, {
      open: (ticket, _at, { item }) => items.set(ticket, item),
      command: () => undefined,
      effect: () => undefined,
      entry: (ticket, n, at, event, by, rule, unit) => {
        const item = items.get(ticket) ?? noItem;
        const time = instantText(at, rules.utcOffsetMs);
        rows.push([
          ticket,
          n,
          time,
          event,
          actor(by),
          rule,
          rules.units.codes[unit] ?? '',
          item === noItem ? '' : rules.items.codes[item],
        ]);
        if (event === 'closed') items.delete(ticket);
        if (rows.length >= chunkRows) flush();
      },
    });
    flush();
    return { rows: written, result };
  } finally {
    closeSync(handle);
  }
}
