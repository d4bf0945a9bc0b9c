import { afterEach, describe, expect, it, vi } from 'vitest';
import { exception, openTelemetry } from '../../functions/http/observability.ts';

/** Runs `say` and gives the lines it wrote. */
function said(say: () => void): string[] {
  const chunks: string[] = [];
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, 'write').mockImplementation((chunk) => {
      chunks.push(String(chunk));
      return true;
    });
  }
  say();
  return chunks
    .join('')
    .split('\n')
    .filter((line) => line !== '');
}

/** Runs `say` and gives the JSON lines it wrote. */
const written = (say: () => void): Record<string, unknown>[] =>
  said(say)
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line));

afterEach(() => {
  vi.restoreAllMocks();
});

describe('telemetry', () => {
  it('writes a structured line with the facts it is given', () => {
    const [line] = written(() => openTelemetry().info('answered', { operationId: 'sign', status: 200 }));

    expect(line).toMatchObject({ level: 'INFO', message: 'answered', operationId: 'sign', status: 200 });
  });

  it('names an exception and where it arose, never what it says', () => {
    const cause = new RangeError('王女士 13800138000');
    const outer = new TypeError('13800138000\nmore', { cause });

    const lines = written(() => openTelemetry().error('failed', {}, outer));

    expect(lines[0]?.exception).toMatchObject([{ name: 'TypeError' }, { name: 'RangeError' }]);
    expect(JSON.stringify(lines)).toContain('observability.test.ts');
    expect(JSON.stringify(lines)).not.toMatch(/王女士|13800138000|more/);
  });

  it('says of what is thrown but no Error only its type', () => {
    expect(exception('13800138000')).toEqual({ exception: [{ name: 'string', frames: [] }] });
  });

  it('writes nothing, and no warning, where nothing was measured', () => {
    const lines = said(() => openTelemetry().flush());

    expect(lines).toEqual([]);
  });

  it('writes metrics in the embedded format, each in its unit, those with a code also by that code', () => {
    const lines = written(() => {
      const telemetry = openTelemetry();
      telemetry.measure('RequestMs', 12);
      telemetry.measure('CommandsRefused', 1, 'NOT_ACCEPTED');
      telemetry.flush();
    });

    const sets = lines.map((line) => (line._aws as { CloudWatchMetrics: unknown[] }).CloudWatchMetrics[0]);
    expect(sets).toMatchObject([
      {
        Metrics: [{ Name: 'CommandsRefused', Unit: 'Count' }],
        Dimensions: [expect.arrayContaining(['code'])],
      },
      {
        Metrics: [
          { Name: 'RequestMs', Unit: 'Milliseconds' },
          { Name: 'CommandsRefused', Unit: 'Count' },
        ],
      },
    ]);
    expect(lines[0]).toMatchObject({ code: 'NOT_ACCEPTED', CommandsRefused: 1 });
    expect(lines[1]).toMatchObject({ RequestMs: 12, CommandsRefused: 1 });
  });

  it('counts what fails under the service alone, as alarms look for it', () => {
    const lines = written(() => {
      const telemetry = openTelemetry();
      telemetry.measure('Failures', 1, 'INTERNAL');
      telemetry.flush();
    });

    const sets = lines.flatMap(
      (line) => (line._aws as { CloudWatchMetrics: { Dimensions: string[][] }[] }).CloudWatchMetrics,
    );
    expect(sets.map(({ Dimensions }) => Dimensions)).toContainEqual([['service']]);
  });
});
