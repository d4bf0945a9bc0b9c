import type { Facts, Telemetry } from '../../../functions/http/observability.ts';

interface Line {
  readonly level: 'info' | 'warn' | 'error';
  readonly message: string;
  readonly facts: Facts;
  readonly cause?: unknown;
}

/** Telemetry that keeps what it is told. */
export function recordedTelemetry() {
  const lines: Line[] = [];
  const metrics: { name: string; value: number; code: string | undefined }[] = [];
  const telemetry: Telemetry = {
    info: (message, facts) => lines.push({ level: 'info', message, facts }),
    warn: (message, facts, cause) => lines.push({ level: 'warn', message, facts, cause }),
    error: (message, facts, cause) => lines.push({ level: 'error', message, facts, cause }),
    measure: (name, value, code) => metrics.push({ name, value, code }),
    flush: () => {},
  };
  return { telemetry, lines, metrics };
}
