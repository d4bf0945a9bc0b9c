import type { EpochMs } from '../../time.ts';
import type { MatterState, MatterTask } from './matter-state.ts';

/** Tasks waiting at once. */
const tasksMax = 20;
/** Ticket ids waiting at once: they stand on the matter's own item. */
const waitingMax = 4_000;

type NewTask = Pick<MatterTask, 'type' | 'ref' | 'by'> &
  Partial<Pick<MatterTask, 'text' | 'ticketIds' | 'lead' | 'selection' | 'only'>>;

/** Ticket ids that wait to be joined or to leave. */
export const waitingIn = ({ tasks }: MatterState): number =>
  tasks.reduce((sum, { ticketIds = [] }) => sum + ticketIds.length, 0);

/** Whether a matter can take another task, with so many ticket ids. */
export function hasRoomFor(state: MatterState, ticketIds: number): boolean {
  return state.tasks.length < tasksMax && waitingIn(state) + ticketIds <= waitingMax;
}

/** Puts a task behind those there are; the first is at work at once. */
export function addTask(state: MatterState, task: NewTask, now: EpochMs): MatterState {
  const n = state.tasksAsked + 1;
  return {
    ...state,
    tasksAsked: n,
    workAt: state.workAt ?? now,
    tasks: [...state.tasks, { ...task, n, done: 0, skipped: 0, refused: 0 }],
  };
}
