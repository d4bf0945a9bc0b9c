import { Duration } from 'aws-cdk-lib';

/** What a function is given: time, memory, instances, and the queues it sends to. What it does to the table: `needs`. */
interface FunctionSettings {
  readonly description: string;
  readonly timeout: Duration;
  readonly memoryMb: number;
  /**
   * Instances kept for it where a stage reserves them, and the most it gets there: a rush of requests then leaves the
   * timers theirs, and a rush of timers the intake its own.
   */
  readonly reserved: number;
  readonly sendsTo: readonly ('wake' | 'effects' | 'boards')[];
}

/** The functions of the service. Adding one without saying what it needs does not compile. */
export const functionSettings = {
  intake: {
    description: 'Takes requests in from hotline platforms.',
    timeout: Duration.seconds(10),
    memoryMb: 512,
    reserved: 100,
    sendsTo: ['wake', 'effects'],
  },
  command: {
    description: 'Carries out what units, supervisors and the hotline ask of a ticket.',
    timeout: Duration.seconds(10),
    memoryMb: 512,
    reserved: 200,
    sendsTo: ['wake', 'effects'],
  },
  read: {
    description: 'Answers case files, worklists, searches and counts.',
    timeout: Duration.seconds(10),
    memoryMb: 512,
    reserved: 100,
    sendsTo: [],
  },
  manage: {
    description: 'Webhook registrations, erasure of contact data, redrive of dead letters.',
    timeout: Duration.seconds(25),
    memoryMb: 512,
    reserved: 5,
    sendsTo: ['effects'],
  },
  boards: {
    description: 'Answers boards, takes on jobs to make them, and keeps rulings, points and ratings.',
    timeout: Duration.seconds(25),
    memoryMb: 512,
    reserved: 20,
    sendsTo: ['boards'],
  },
  board: {
    description: 'Computes a board unit by unit: live, published, or recomputed from its frozen entries.',
    timeout: Duration.minutes(5),
    // A whole core comes with so much memory.
    memoryMb: 1_769,
    reserved: 4,
    sendsTo: ['boards'],
  },
  early: {
    description: 'Acts before the request: matters, warnings, topics and patrols.',
    timeout: Duration.seconds(25),
    memoryMb: 512,
    reserved: 20,
    sendsTo: ['wake', 'effects', 'boards'],
  },
  sweep: {
    description: 'Once a minute sends every promise about to fall due to the wake queue.',
    timeout: Duration.seconds(55),
    memoryMb: 512,
    reserved: 2,
    sendsTo: ['wake', 'effects', 'boards'],
  },
  watch: {
    description: 'Once a minute looks whether an hour is over, and watches it for more requests than usual.',
    timeout: Duration.seconds(55),
    memoryMb: 512,
    reserved: 2,
    sendsTo: ['wake', 'effects'],
  },
  wake: {
    description: 'Applies the promises of a ticket that have fallen due.',
    timeout: Duration.seconds(30),
    memoryMb: 512,
    reserved: 40,
    sendsTo: ['wake', 'effects', 'boards'],
  },
  deliver: {
    description: 'Delivers owed effects: webhooks, views of helpers, ledger entries.',
    timeout: Duration.seconds(60),
    memoryMb: 512,
    reserved: 40,
    sendsTo: ['effects'],
  },
} as const satisfies Record<string, FunctionSettings>;

/** A function of the service; its file in `functions/handlers` has the same name. */
export type FunctionName = keyof typeof functionSettings;

export const functionNames = Object.keys(functionSettings) as readonly FunctionName[];
