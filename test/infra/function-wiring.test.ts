import { describe, expect, it } from 'vitest';
import { functionNames, functionSettings } from '../../infra/stacks/function-settings.ts';
import { functionId, resourcesOf } from './support/resources-of.ts';

describe('each function', () => {
  const functions = resourcesOf('AWS::Lambda::Function');

  it.each(functionNames)('%s has its own file, role, log, time, memory and instances', (name) => {
    const { timeout, memoryMb, reserved, description } = functionSettings[name];

    expect(functions.get(functionId(name))).toMatchObject({
      Handler: `${name}.handler`,
      Description: description,
      Role: `${functionId(name)}Role.Arn`,
      LoggingConfig: { LogFormat: 'Text', LogGroup: `${functionId(name)}Logs` },
      Timeout: timeout.toSeconds(),
      MemorySize: memoryMb,
      ReservedConcurrentExecutions: reserved,
    });
  });

  it.each(functionNames)('%s is told the table and the queues of this very stack', (name) => {
    const { Environment } = functions.get(functionId(name)) as { Environment: { Variables: object } };

    expect(Environment.Variables).toEqual({
      TABLE_NAME: 'TicketsTable',
      WAKE_QUEUE_URL: 'WakeQueue',
      EFFECT_QUEUE_URL: 'EffectsQueue',
      BOARD_QUEUE_URL: 'BoardsQueue',
      ...(name === 'manage' ? { EFFECT_DLQ_URL: 'EffectsDeadLetters' } : {}),
      CITY: 'beijing',
      PACK: 'beijing-2023',
      TIME_SPEED: '1',
      POWERTOOLS_SERVICE_NAME: `citywhistle-${name}`,
      POWERTOOLS_METRICS_NAMESPACE: 'CityWhistle/beijing/prod',
      POWERTOOLS_LOG_LEVEL: 'INFO',
    });
  });

  it('has the settings its work was measured with', () => {
    const settings = functionNames.map((name) => {
      const { Timeout, MemorySize, ReservedConcurrentExecutions } = functions.get(functionId(name)) ?? {};
      return [name, Timeout, MemorySize, ReservedConcurrentExecutions];
    });

    expect(settings).toEqual([
      ['intake', 10, 512, 100],
      ['command', 10, 512, 200],
      ['read', 10, 512, 100],
      ['manage', 25, 512, 5],
      ['boards', 25, 512, 20],
      ['board', 300, 1_769, 4],
      ['early', 25, 512, 20],
      ['sweep', 55, 512, 2],
      ['watch', 55, 512, 2],
      ['wake', 30, 512, 40],
      ['deliver', 60, 512, 40],
    ]);
  });
});

describe('roles and policies', () => {
  it('are taken by the service they are for alone, one for each function and schedule', () => {
    const takers = [...resourcesOf('AWS::IAM::Role')].map(([id, { AssumeRolePolicyDocument }]) => [
      id,
      AssumeRolePolicyDocument,
    ]);
    const takenBy = (Service: string) => ({
      Statement: [{ Action: 'sts:AssumeRole', Effect: 'Allow', Principal: { Service } }],
      Version: '2012-10-17',
    });

    expect(Object.fromEntries(takers)).toEqual({
      ...Object.fromEntries(
        functionNames.map((name) => [`${functionId(name)}Role`, takenBy('lambda.amazonaws.com')]),
      ),
      SweepRole: takenBy('scheduler.amazonaws.com'),
      WatchRole: takenBy('scheduler.amazonaws.com'),
    });
  });

  it('allow and never but to their own role', () => {
    for (const [id, { PolicyDocument, Roles }] of resourcesOf('AWS::IAM::Policy')) {
      const { Statement, Version } = PolicyDocument as { Statement: { Effect: string }[]; Version: string };
      expect(Roles).toEqual([id.replace(/DefaultPolicy$/, '')]);
      expect(Version).toBe('2012-10-17');
      expect(new Set(Statement.map(({ Effect }) => Effect))).toEqual(new Set(['Allow']));
    }
  });
});
