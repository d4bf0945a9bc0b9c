import { describe, expect, it } from 'vitest';
import { minuteMs } from '../../functions/core/time.ts';
import { askBoardJob } from '../../functions/usecases/boards/ask-board-job.ts';
import { runBoardJob } from '../../functions/usecases/boards/run-board-job.ts';
import { type CommandRequest, commandTicket } from '../../functions/usecases/command-ticket.ts';
import { eraseRequest } from '../../functions/usecases/erase-request.ts';
import { submitTicket } from '../../functions/usecases/submit-ticket.ts';
import { BoardTown, caseOf, cityStaff, november } from './boards/board-town.ts';
import { hotline, pipe, staffOf, Town } from './town.ts';

const lead = staffOf('110101017');
const district = staffOf('110101');

/** A disputed ticket, and the ruling that gives it to a unit of another district. */
async function arbitration(town: Town): Promise<CommandRequest> {
  const ticketId = await town.submit();
  await town.ask(ticketId, { type: 'dispute', body: { text: '不属于本街道。' } }, lead);
  return {
    ticketId,
    command: { type: 'arbitrate', body: { leadUnit: '110105001' } },
    commandId: 'ruling-1',
    caller: district,
  };
}

describe('a command whose answer was lost', () => {
  it('is told as done to whoever gave it, though it has nothing more to do with the ticket', async () => {
    const town = new Town();
    const ruling = await arbitration(town);
    const first = await commandTicket(town.deps, ruling);

    const again = await commandTicket(town.deps, ruling);
    const stranger = await commandTicket(town.deps, { ...ruling, caller: staffOf('110102') });

    expect(first).toMatchObject({ ok: true, value: { repeated: false, view: { leadUnit: '110105001' } } });
    expect(again).toMatchObject({ ok: true, value: { repeated: true, view: { leadUnit: '110105001' } } });
    expect(stranger).toEqual({ ok: false, error: { code: 'NOT_FOUND' } });
  });
});

describe('words that reach the store while the personal data is erased', () => {
  const supplement = (ticketId: string): CommandRequest => ({
    ticketId,
    command: { type: 'supplement', body: { text: '请打 13800000000。' } },
    commandId: 'key-1',
    caller: hotline,
  });
  const notesOf = async (town: Town, ticketId: string) =>
    (await town.store.notes(ticketId, { limit: 10 })).rows;

  it('go with it', async () => {
    const town = new Town();
    const ticketId = await town.submit();
    const slow = town.bent({
      addNote: async (note) => {
        await eraseRequest(town.deps, ticketId);
        await town.store.addNote(note);
      },
    });

    const done = await commandTicket(slow, supplement(ticketId));

    expect(done).toMatchObject({ ok: true });
    expect(await notesOf(town, ticketId)).toEqual([]);
  });

  it('are taken back by the retry where a crash has left them', async () => {
    const town = new Town();
    const ticketId = await town.submit();
    const cut = town.bent({
      addNote: async (note) => {
        await eraseRequest(town.deps, ticketId);
        await town.store.addNote(note);
        throw new Error('the function was killed');
      },
    });
    await expect(commandTicket(cut, supplement(ticketId))).rejects.toThrow('killed');

    await commandTicket(town.deps, supplement(ticketId));

    expect(await notesOf(town, ticketId)).toEqual([]);
  });

  it('are kept when they come later', async () => {
    const town = new Town();
    const ticketId = await town.submit();
    await eraseRequest(town.deps, ticketId);
    town.now += minuteMs;

    await commandTicket(town.deps, supplement(ticketId));

    expect(await notesOf(town, ticketId)).toMatchObject([{ text: '请打 13800000000。' }]);
  });

  it('are not put by a request that was erased before its ticket was made', async () => {
    const town = new Town();
    const body = pipe({ answeredOnTheSpot: '已当场答复王某。' });
    const cut = town.bent({
      addNote: async () => {
        throw new Error('the function was killed');
      },
    });
    await expect(submitTicket(cut, body, hotline)).rejects.toThrow('killed');
    const ticketId = town.deps.digest('beijing-12345\ncall-1').slice(0, 32);
    await eraseRequest(town.deps, ticketId);
    town.now += minuteMs;

    const again = await submitTicket(town.deps, body, hotline);

    expect(again).toMatchObject({ ok: true, value: { isNew: true } });
    expect(await notesOf(town, ticketId)).toEqual([]);
  });
});

describe('a request whose ticket a crash left out', () => {
  it('is opened as of its first receipt, also by an instance whose clock is behind', async () => {
    const town = new Town();
    const receivedAt = town.now;
    const cut = town.bent({
      create: async () => {
        throw new Error('the function was killed');
      },
    });
    await expect(submitTicket(cut, pipe(), hotline)).rejects.toThrow('killed');
    town.now -= 700;

    const ticketId = await town.submit();

    const { state, history } = await town.record(ticketId);
    expect([state.openedAt, history[0]?.at]).toEqual([receivedAt, receivedAt]);
  });
});

describe('the first write of a board job whose answer was lost', () => {
  it('sends the job again, so that it is not taken on for ever', async () => {
    const town = new BoardTown();
    await town.add(caseOf(1));
    await askBoardJob(
      town.deps,
      { board: november, wanted: { task: 'publish' }, commandId: 'job' },
      cityStaff,
    );
    town.queue.take();
    const lost = town.bent({
      // The client library sends the write again, and the second finds its own revision moved.
      saveJob: async (job, rev) => {
        await town.boards.saveJob(job, rev);
        return town.boards.saveJob(job, rev);
      },
    });

    await runBoardJob(lost, 'job', { stopAt: town.now + 240_000, heldUntil: town.now + 300_000 });

    expect(town.queue.take()).toEqual([{ body: '{"jobId":"job"}', delaySeconds: 0 }]);
    expect(await town.work('job')).toMatchObject({ state: 'done', published: 1 });
  });
});
