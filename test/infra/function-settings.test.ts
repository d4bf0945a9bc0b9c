import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { functionNames } from '../../infra/stacks/function-settings.ts';
import { allowedTo, cityTemplate } from './support/city-template.ts';

const template = cityTemplate();
const statementsOf = (name: string) => allowedTo(template, name);

describe('the functions', () => {
  it('run on Node 24 on arm64, each from its own file with the settings the handlers read', () => {
    const functions = Object.values(template.findResources('AWS::Lambda::Function'));

    expect(functions.map(({ Properties }) => Properties.Handler).sort()).toEqual(
      functionNames.map((name) => `${name}.handler`).sort(),
    );
    for (const { Properties } of functions) {
      expect(Properties).toMatchObject({ Runtime: 'nodejs24.x', Architectures: ['arm64'] });
      expect(Properties.Environment.Variables).toMatchObject({
        TABLE_NAME: expect.anything(),
        WAKE_QUEUE_URL: expect.anything(),
        EFFECT_QUEUE_URL: expect.anything(),
        BOARD_QUEUE_URL: expect.anything(),
        CITY: 'beijing',
        PACK: 'beijing-2023',
        TIME_SPEED: '1',
        POWERTOOLS_SERVICE_NAME: expect.stringMatching(/^citywhistle-/),
      });
    }
  });

  it('own their log groups, which age out, later in production', () => {
    template.resourceCountIs('AWS::Logs::LogGroup', functionNames.length + 1);
    template.allResourcesProperties('AWS::Logs::LogGroup', { RetentionInDays: 180 });
    cityTemplate({ stage: 'dev' }).allResourcesProperties('AWS::Logs::LogGroup', { RetentionInDays: 14 });
  });

  it('are traced', () => {
    template.allResourcesProperties('AWS::Lambda::Function', { TracingConfig: { Mode: 'Active' } });
  });

  it('have in production each their own share of instances, no more together than an account has to give', () => {
    const functions = Object.values(template.findResources('AWS::Lambda::Function'));
    const reserved = functions.map(({ Properties }) => Number(Properties.ReservedConcurrentExecutions));

    // An account begins with 1,000, of which 100 cannot be reserved.
    expect(reserved.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(900);
    for (const { Properties } of Object.values(template.findResources('AWS::Lambda::EventSourceMapping'))) {
      const id = Properties.FunctionName.Ref as string;
      const consumer = template.findResources('AWS::Lambda::Function')[id];
      expect(Properties.ScalingConfig.MaximumConcurrency).toBeLessThanOrEqual(
        consumer?.Properties.ReservedConcurrentExecutions,
      );
    }
    cityTemplate({ stage: 'dev' }).allResourcesProperties('AWS::Lambda::Function', {
      ReservedConcurrentExecutions: Match.absent(),
    });
  });

  it('let the redrive read dead letters and nobody else', () => {
    for (const name of functionNames) {
      expect(statementsOf(name).includes('sqs:ReceiveMessage on EffectsDeadLetters')).toBe(name === 'manage');
    }
    template.hasResourceProperties('AWS::Lambda::Function', {
      Handler: 'manage.handler',
      Environment: { Variables: { EFFECT_DLQ_URL: Match.anyValue() } },
    });
  });

  it('compute boards one message at a time, on a whole core, and send themselves what is left', () => {
    template.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
      BatchSize: 1,
      ScalingConfig: { MaximumConcurrency: 2 },
    });
    template.hasResourceProperties('AWS::Lambda::Function', {
      Handler: 'board.handler',
      Timeout: 300,
      MemorySize: 1_769,
    });
  });

  it('sweep once a minute', () => {
    template.hasResourceProperties('AWS::Scheduler::Schedule', {
      ScheduleExpression: 'rate(1 minute)',
      State: 'ENABLED',
    });
  });
});
