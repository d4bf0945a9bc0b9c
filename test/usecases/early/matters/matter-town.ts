import type { MatterCommand } from '../../../../functions/core/early/matter/matter-command.ts';
import { matterKind } from '../../../../functions/core/early/matter/matter-kind.ts';
import type { MatterState } from '../../../../functions/core/early/matter/matter-state.ts';
import type { NewMatter } from '../../../../functions/core/early/matter/open-matter.ts';
import type { TicketStore } from '../../../../functions/ports/ticket-store.ts';
import type { Caller } from '../../../../functions/usecases/caller.ts';
import type { Deps } from '../../../../functions/usecases/deps.ts';
import { openAMatter } from '../../../../functions/usecases/early/matters/open-a-matter.ts';
import { commandUndertaking } from '../../../../functions/usecases/early/undertakings/command-undertaking.ts';
import { wake } from '../../../../functions/usecases/wake.ts';
import { beijing } from '../../../support/beijing.ts';
import { hotline, pipe, staffOf, Town } from '../../town.ts';

/** The city: over whoever leads the tickets, and over the matter's lead. */
export const city = staffOf('110000');
export const street = '110101017';
/** Wakes of one matter: far more than its work needs. */
const wakesMax = 500;

/** A town with matters (同因并案): tickets of one cause, and the work on them done wake by wake. */
export class MatterTown extends Town {
  private keys = 0;

  constructor(store?: TicketStore) {
    super(beijing('beijing-2023'), store);
  }

  /** `count` tickets of one item and place. */
  async submitMany(count: number, prefix = 'call'): Promise<string[]> {
    const ids: string[] = [];
    for (let n = 0; n < count; n += 1) ids.push(await this.submit(pipe({ sourceKey: `${prefix}-${n}` })));
    return ids;
  }

  async open(matter: Partial<NewMatter>, caller: Caller = city, deps: Deps = this.deps): Promise<string> {
    this.keys += 1;
    const whole = { title: '同一处爆管', item: '0101-01', lead: street, ...matter };
    const opened = await openAMatter(deps, whole, { caller, commandId: `key-${this.keys}` });
    if (!opened.ok) throw new Error(JSON.stringify(opened.error));
    return opened.value.record.id;
  }

  askMatter(id: string, command: MatterCommand, caller: Caller, text?: string, deps: Deps = this.deps) {
    this.keys += 1;
    return commandUndertaking(deps, {
      kind: 'matter',
      id,
      command,
      caller,
      commandId: `key-${this.keys}`,
      text,
    });
  }

  async matter(id: string): Promise<MatterState> {
    return matterKind.state.parse((await this.store.loadUndertaking(id))!.state);
  }

  /** Wakes a matter until its work is done. Returns how many pieces that took. */
  async work(id: string, deps: Deps = this.deps): Promise<number> {
    for (let wakes = 0; wakes < wakesMax; wakes += 1) {
      if ((await this.matter(id)).workAt === undefined) return wakes;
      await wake(deps, id);
    }
    throw new Error(`the work of ${id} did not end`);
  }

  /** The citizen is called: resolved, or not. */
  callBack(ticketId: string, resolved = true) {
    const grade = resolved ? 'satisfied' : 'dissatisfied';
    const body = { reached: true, responded: true, resolved, grade };
    return this.ask(ticketId, { type: 'recordCallback', body }, hotline);
  }

  /** How often each event stands in the histories of tickets, summed up. */
  async eventsOf(ids: readonly string[], event: string): Promise<number[]> {
    const records = await Promise.all(ids.map((id) => this.record(id)));
    return records.map(({ history }) => history.filter((line) => line.event === event).length);
  }
}
