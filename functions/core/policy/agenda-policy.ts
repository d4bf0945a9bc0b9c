import * as z from 'zod';
import { sourced } from '../provenance.ts';
import { agendaKinds, agendaOrders } from './agenda-kinds.ts';
import { duration } from './duration.ts';

const distinct = (values: readonly string[]) => new Set(values).size === values.length;
const twice = { message: 'named twice' };

/** The agenda of a joint meeting: which matters it takes, in which order and groups, and by when it has decided them. */
export const agendaPolicy = z.strictObject({
  takes: sourced(z.array(z.enum(agendaKinds)).min(1).refine(distinct, twice)),
  /** An overdue ticket comes to the meeting this long after its deadline. */
  overdueAfter: sourced(duration),
  groupBy: sourced(z.enum(['kind', 'item', 'unit', 'district', 'none'])),
  /** The first that tells two rows apart decides. */
  orderBy: sourced(z.array(z.enum(agendaOrders)).min(1).refine(distinct, twice)),
  /** The longest agenda; what presses least is left for the next. */
  rowsMax: sourced(z.int().min(1).max(200)),
  /** How long after it was called every row must be decided; then whoever called it is told. */
  decideWithin: sourced(duration),
});

export type AgendaPolicy = z.infer<typeof agendaPolicy>;
