import { Duration } from 'aws-cdk-lib';

/** What a function is given: time, memory, and the directions in which it may touch table and queues. */
interface FunctionSettings {
  readonly description: string;
  readonly timeout: Duration;
  readonly memoryMb: number;
  readonly table: 'read' | 'readWrite';
  readonly sendsTo: readonly ('wake' | 'effects' | 'boards')[];
}

/** The functions of the service. Adding one without saying what it may touch does not compile. */
export const functionSettings = {
  intake: {
    description: 'Takes requests in from hotline platforms.',
    timeout: Duration.seconds(10),
    memoryMb: 512,
    table: 'readWrite',
    sendsTo: ['wake', 'effects'],
  },
  command: {
    description: 'Carries out what units, supervisors and the hotline ask of a ticket.',
    timeout: Duration.seconds(10),
    memoryMb: 512,
    table: 'readWrite',
    sendsTo: ['wake', 'effects'],
  },
  read: {
    description: 'Answers case files, worklists, searches and counts.',
    timeout: Duration.seconds(10),
    memoryMb: 512,
    table: 'read',
    sendsTo: [],
  },
  manage: {
    description: 'Webhook registrations, erasure of contact data, redrive of dead letters.',
    timeout: Duration.seconds(25),
    memoryMb: 512,
    table: 'readWrite',
    sendsTo: ['wake', 'effects'],
  },
  boards: {
    description: 'Answers boards, takes on jobs to make them, and keeps rulings, points and ratings.',
    timeout: Duration.seconds(25),
    memoryMb: 512,
    table: 'readWrite',
    sendsTo: ['boards'],
  },
  board: {
    description: 'Computes a board unit by unit: live, published, or recomputed from its frozen entries.',
    timeout: Duration.minutes(5),
    // A whole core comes with so much memory.
    memoryMb: 1_769,
    table: 'readWrite',
    sendsTo: ['boards'],
  },
  early: {
    description: 'Acts before the request: matters, warnings, topics and patrols.',
    timeout: Duration.seconds(25),
    memoryMb: 512,
    table: 'readWrite',
    sendsTo: ['wake', 'effects'],
  },
  sweep: {
    description: 'Once a minute sends every promise about to fall due to the wake queue.',
    timeout: Duration.seconds(55),
    memoryMb: 512,
    table: 'readWrite',
    sendsTo: ['wake', 'effects'],
  },
  wake: {
    description: 'Applies the promises of a ticket that have fallen due.',
    timeout: Duration.seconds(30),
    memoryMb: 512,
    table: 'readWrite',
    sendsTo: ['wake', 'effects'],
  },
  deliver: {
    description: 'Delivers owed effects: webhooks, views of helpers, ledger entries.',
    timeout: Duration.seconds(60),
    memoryMb: 512,
    table: 'readWrite',
    sendsTo: ['effects'],
  },
} as const satisfies Record<string, FunctionSettings>;

/** A function of the service; its file in `functions/handlers` has the same name. */
export type FunctionName = keyof typeof functionSettings;

export const functionNames = Object.keys(functionSettings) as readonly FunctionName[];
