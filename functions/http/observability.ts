import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import { causesOf } from './thrown.ts';

/** All that a log line may say. Bodies, texts, contacts, tokens and query strings have no field here. */
export interface Facts {
  readonly correlationId?: string;
  readonly requestId?: string;
  readonly operationId?: string;
  readonly status?: number;
  readonly code?: string;
  readonly durationMs?: number;
  readonly ticketId?: string;
  readonly effectId?: string;
  readonly messageId?: string;
  readonly jobId?: string;
  readonly entries?: number;
  readonly receives?: number;
  readonly sent?: number;
  readonly woken?: number;
  readonly failed?: number;
  readonly complete?: boolean;
  readonly hours?: number;
  readonly warnings?: number;
  readonly measured?: number;
  readonly late?: number;
}

/** What is counted, in the unit it is counted in. */
const metricUnits = {
  Requests: MetricUnit.Count,
  RequestMs: MetricUnit.Milliseconds,
  TicketsSubmitted: MetricUnit.Count,
  RepeatsNotLookedUp: MetricUnit.Count,
  CommandsAccepted: MetricUnit.Count,
  CommandsRefused: MetricUnit.Count,
  PromisesKept: MetricUnit.Count,
  TimerLatenessMs: MetricUnit.Milliseconds,
  OldestPromiseLateMs: MetricUnit.Milliseconds,
  SweepsCutShort: MetricUnit.Count,
  HoursWatched: MetricUnit.Count,
  WarningsRaised: MetricUnit.Count,
  SightingsLate: MetricUnit.Count,
  EffectsDelivered: MetricUnit.Count,
  EffectsDeferred: MetricUnit.Count,
  MessagesFailed: MetricUnit.Count,
  BoardEntries: MetricUnit.Count,
  Failures: MetricUnit.Count,
  RulesNotTaken: MetricUnit.Count,
} as const;

type MetricName = keyof typeof metricUnits;

/** Where the service says what it did: structured lines and metrics in CloudWatch's embedded format. */
export interface Telemetry {
  info(message: string, facts: Facts): void;
  warn(message: string, facts: Facts, cause?: unknown): void;
  error(message: string, facts: Facts, cause: unknown): void;
  /** Adds to a metric; with `code` it is counted by that code as well. */
  measure(name: MetricName, value: number, code?: string): void;
  /** Writes the metrics of this invocation, if it has any. */
  flush(): void;
}

/** Telemetry on Powertools. Service name and namespace come from its environment variables. */
export function openTelemetry(): Telemetry {
  const logger = new Logger();
  const metrics = new Metrics();
  return {
    info: (message, facts) => logger.info(message, { ...facts }),
    warn: (message, facts, cause) => logger.warn(message, { ...facts, ...exception(cause) }),
    error: (message, facts, cause) => logger.error(message, { ...facts, ...exception(cause) }),
    measure: (name, value, code) => {
      // Alarms look at the whole; a metric with one more dimension is another metric to CloudWatch.
      metrics.addMetric(name, metricUnits[name], value);
      if (code !== undefined)
        metrics.singleMetric().addDimension('code', code).addMetric(name, metricUnits[name], value);
    },
    flush: () => {
      // Asked to write none, it warns; an invocation with nothing to measure is nothing to warn of.
      if (metrics.hasStoredMetrics()) metrics.publishStoredMetrics();
    },
  };
}

/**
 * An exception as names and places in the code. Its message stays out: those of parsers, validators and stores quote
 * what they were given.
 */
export function exception(cause: unknown): { exception?: readonly { name: string; frames: string[] }[] } {
  if (cause === undefined) return {};
  const causes = causesOf(cause);
  if (causes.length === 0) return { exception: [{ name: typeof cause, frames: [] }] };
  return {
    exception: causes.map(({ name, stack = '' }) => ({
      name,
      frames: stack.split('\n').flatMap((line) => /^\s+at (.*)$/.exec(line)?.[1] ?? []),
    })),
  };
}
