import type { WireCommandType } from '../../../functions/usecases/wire-command.ts';
import type { Acknowledged } from '../check-lives.ts';
import { commandIdOf, type SentCommand } from '../expected-life.ts';
import type { ServiceClient, Speaker } from '../service-client.ts';
import type { PlannedPost } from './plan-posts.ts';

/** What clients sent while the host was killed under them. */
export class PostRun {
  readonly acknowledged: Acknowledged[] = [];
  readonly commands = new Map<string, SentCommand>();
  inFlight = 0;
  /** Posts whose first answer was lost although the ticket was there: the retry found it. */
  foundByRetry = 0;
  commandsDone = 0;
  private readonly client: ServiceClient;

  constructor(client: ServiceClient) {
    this.client = client;
  }

  /** Posts everything with so many clients at once; each goes on until it is acknowledged. */
  async postAll(posts: readonly PlannedPost[], clients: number): Promise<void> {
    const left = posts.values();
    const followUps: Promise<void>[] = [];
    const postRest = async () => {
      for (const post of left) {
        this.inFlight += 1;
        const { view, isNew } = await this.client.submit(post.body);
        this.inFlight -= 1;
        if (!isNew) this.foundByRetry += 1;
        const { ticketId, leadUnit } = view;
        const { source, sourceKey } = post.body;
        this.acknowledged.push({ ticketId, source, sourceKey, body: post.body });
        if (post.goes !== 'unsigned' && leadUnit !== undefined) {
          followUps.push(this.handle(ticketId, leadUnit, post.goes === 'answered'));
        }
      }
    };
    await Promise.all(Array.from({ length: clients }, postRest));
    await Promise.all(followUps);
  }

  /** Sends a command until it is answered; a refusal is an answer too. */
  async command(ticketId: string, speaker: Speaker, type: WireCommandType, body: object): Promise<void> {
    const path = `/tickets/${ticketId}/${type === 'recordCallback' ? 'record-callback' : type}`;
    const key = `${ticketId}-${type}`;
    this.commands.set(commandIdOf(speaker, type, key), { type, body, speaker });
    const { status } = await this.client.ask(speaker, 'POST', path, { body, key });
    if (status === 200) this.commandsDone += 1;
  }

  private async handle(ticketId: string, unit: string, answers: boolean): Promise<void> {
    const staff: Speaker = { role: 'unit', unit };
    await this.command(ticketId, staff, 'sign', {});
    if (!answers) return;
    await this.command(ticketId, staff, 'contact', {});
    await this.command(ticketId, staff, 'answer', { text: '已处理。' });
  }
}
