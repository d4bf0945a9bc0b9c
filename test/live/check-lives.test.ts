import { expect, it } from 'vitest';
import { isMessage } from '../../functions/core/record/is-message.ts';
import { hourMs, minuteMs } from '../../functions/core/time.ts';
import { commandTicket } from '../../functions/usecases/command-ticket.ts';
import { type CaseFile, readTicket } from '../../functions/usecases/read-ticket.ts';
import { wakeTicket } from '../../functions/usecases/wake-ticket.ts';
import { checkLives } from '../../sim/live/check-lives.ts';
import { commandIdOf, type SentCommand } from '../../sim/live/expected-life.ts';
import { beijing } from '../support/beijing.ts';
import { hotline, pipe, Town } from '../usecases/town.ts';

const city = beijing('beijing-2023');
const unit = 'ent-water';
const speaker = { role: 'department', unit } as const;

/** A ticket signed after ten minutes, whose lead then lets its deadline pass; as it is read three hours later. */
async function lived() {
  const town = new Town(city);
  const body = pipe();
  const ticketId = await town.submit(body);
  const commandId = commandIdOf(speaker, 'sign', 'once');
  const commands = new Map<string, SentCommand>([[commandId, { type: 'sign', body: {}, speaker }]]);
  town.now += 10 * minuteMs;
  const caller = { subject: `department:${unit}`, unit, hotline: false };
  await commandTicket(town.deps, { ticketId, command: { type: 'sign', body: {} }, commandId, caller });
  town.now += 3 * hourMs;
  const unkept = await fileOf(town, ticketId);
  await wakeTicket(town.deps, ticketId);
  const { source, sourceKey } = body;
  const check = (file: CaseFile, status = 200) =>
    checkLives(
      {
        client: { ask: async () => ({ status, body: file }) },
        city,
        clock: town.deps.clock,
        commands,
        patienceMs: -1,
      },
      [{ ticketId, source, sourceKey, body }],
    );
  return { town, check, unkept, file: await fileOf(town, ticketId) };
}

async function fileOf(town: Town, ticketId: string): Promise<CaseFile> {
  const read = await readTicket(town.deps, ticketId, hotline);
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
}

const changed = (file: CaseFile, event: string, change: (line: CaseFile['history'][number]) => object) => ({
  ...file,
  history: file.history.map((line) => (line.event === event ? { ...line, ...change(line) } : line)),
});

it('finds nothing wrong with a ticket that kept its promises, and knows every effect it owed', async () => {
  const { town, check, file } = await lived();

  const checked = await check(file);

  expect(checked).toMatchObject({ lost: [], wrong: [], early: [], unkept: [] });
  expect(checked.promisesKept).toBeGreaterThanOrEqual(4);
  const messages = checked.effects.filter(isMessage);
  expect(messages.map(({ id }) => id)).toEqual(town.sent().map(({ id }) => id));
});

it('notices a promise stamped with the time it was kept instead of its own', async () => {
  const { check, file } = await lived();

  const late = await check(changed(file, 'rungClimbed', ({ at }) => ({ at: at.replace(':00.', ':01.') })));

  expect(late.wrong).toHaveLength(1);
});

it('notices a promise kept twice, and one left out', async () => {
  const { check, file } = await lived();
  const { history } = file;
  const twice = { ...file, history: [...history, { ...history.at(-1)!, n: history.length + 1 }] };
  const leftOut = { ...file, history: history.filter(({ event }) => event !== 'rungClimbed') };

  expect((await check(twice)).wrong).toHaveLength(1);
  expect((await check(leftOut)).wrong).toHaveLength(1);
});

it('notices a promise that is due and not kept', async () => {
  const { check, unkept } = await lived();

  expect((await check(unkept)).unkept).toHaveLength(1);
});

it('notices an entry from the future, and a ticket that is not there', async () => {
  const { check, file } = await lived();
  const future = changed(file, 'submitted', () => ({ at: '2126-11-16T09:00:00.000+08:00' }));

  expect((await check(future)).early).toHaveLength(1);
  expect((await check(file, 404)).lost).toHaveLength(1);
});
