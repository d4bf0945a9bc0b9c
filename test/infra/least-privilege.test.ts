import { describe, expect, it } from 'vitest';
import { functionNeeds } from '../../infra/needs/function-needs.ts';
import { type FunctionName, functionNames, functionSettings } from '../../infra/stacks/function-settings.ts';
import { deriveNeeds } from './needs/derive-needs.ts';
import { allowedTo, cityTemplate } from './support/city-template.ts';

const template = cityTemplate();

const consumes: Partial<Record<FunctionName, string>> = { wake: 'Wake', deliver: 'Effects', board: 'Boards' };
const queueIds = { wake: 'WakeQueue', effects: 'EffectsQueue', boards: 'BoardsQueue' } as const;

/** What a function has to be allowed: what its code does, what Lambda does for it, and to write its log. */
async function expectedOf(name: FunctionName): Promise<readonly string[]> {
  const { table, sendsTo, queueCommands } = await deriveNeeds(name);
  const consumed = consumes[name];
  const polled = ['ReceiveMessage', 'DeleteMessage', 'GetQueueAttributes'].map(
    (action) => `sqs:${action} on ${consumed}Queue`,
  );
  const own = queueCommands.map(
    (command) => `sqs:${command} on ${consumed === undefined ? 'EffectsDeadLetters' : `${consumed}Queue`}`,
  );
  return [
    ...table.map((need) => {
      const [action, index] = need.split(' ');
      return `dynamodb:${action} on ${index === undefined ? 'TicketsTable' : `index ${index}`}`;
    }),
    ...sendsTo.map((queue) => `sqs:SendMessage on ${queueIds[queue as keyof typeof queueIds]}`),
    ...own,
    ...(consumed === undefined ? [] : polled),
    ...['CreateLogStream', 'PutLogEvents'].map(
      (action) => `logs:${action} on ${name.charAt(0).toUpperCase()}${name.slice(1)}FunctionLogs`,
    ),
    ...['PutTelemetryRecords', 'PutTraceSegments'].map((action) => `xray:${action} on *`),
  ].sort();
}

describe.each(functionNames)('the function %s', (name) => {
  it('is allowed exactly what its code needs', async () => {
    const expected = await expectedOf(name);

    expect(allowedTo(template, name)).toEqual(expected);
  });

  it('has its needs declared as its code has them', async () => {
    const { table, sendsTo } = await deriveNeeds(name);

    expect([...functionNeeds[name]].sort()).toEqual(table);
    expect([...functionSettings[name].sendsTo].sort()).toEqual(sendsTo);
  });
});

describe('the derivation', () => {
  it('sees one more call in a function', async () => {
    const store =
      'declare const store: { eraseRequest(): void }; export const more = () => store.eraseRequest();';
    const before = await deriveNeeds('read');
    const after = await deriveNeeds('read', store);

    expect(before.table).not.toContain('UpdateItem');
    expect(after.table).toContain('UpdateItem');
  });

  it('does not count what a function brings along and never calls', async () => {
    const unused = "import { sweepDue } from '../usecases/sweep-due.ts';";

    const derived = await deriveNeeds('read', unused);

    expect(derived.table).not.toContain('Query wake');
  });
});

it('nobody may scan the table, and nobody may do anything to everything but write traces', () => {
  const all = functionNames.flatMap((name) => allowedTo(template, name));

  expect(all.filter((one) => /Scan|\*/.test(one.replace(/^xray:\w+ on \*$/, '')))).toEqual([]);
});
