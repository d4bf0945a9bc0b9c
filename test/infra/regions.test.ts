import { describe, expect, it } from 'vitest';
import { type Stage, stages } from '../../infra/stacks/stage-settings.ts';
import { cityTemplate } from './support/city-template.ts';

const regions = [undefined, 'us-east-1', 'cn-north-1'] as const;
const every = stages.flatMap((stage) => regions.map((region) => [stage, region] as const));

describe.each(every)('the stack of stage %s in region %s', (stage: Stage, region) => {
  const text = JSON.stringify(cityTemplate({ stage, region, ownKey: true }).toJSON());

  it('names no partition, no account and no endpoint itself', () => {
    expect(text).not.toMatch(/arn:aws(-cn)?:/);
    expect(text).not.toMatch(/amazonaws\.com(\.cn)?(?!")/);
    expect(text).not.toMatch(/\b\d{12}\b/);
  });

  it('names no region but its own', () => {
    const named = new Set(text.match(/\b(us|eu|ap|cn|sa|ca|me|af)-[a-z]+-\d\b/g));

    expect([...named].filter((one) => one !== region)).toEqual([]);
  });
});

describe('the principals', () => {
  // In the Chinese partition too, Lambda, Scheduler, CloudWatch and API Gateway are amazonaws.com to IAM.
  it.each(['us-east-1', 'cn-north-1'])('are services that IAM knows in %s', (region) => {
    const text = JSON.stringify(cityTemplate({ region }).toJSON());
    const services = new Set([...text.matchAll(/"Service":"([^"]+)"/g)].map((match) => match[1]));

    expect([...services].sort()).toEqual([
      'cloudwatch.amazonaws.com',
      'lambda.amazonaws.com',
      'scheduler.amazonaws.com',
    ]);
  });
});

describe('in the Chinese regions', () => {
  const china = cityTemplate({ region: 'cn-north-1' });

  it('functions run on x86_64 and are not traced, since X-Ray does not work with Lambda there', () => {
    china.allResourcesProperties('AWS::Lambda::Function', { Architectures: ['x86_64'] });
    expect(JSON.stringify(china.toJSON())).not.toMatch(/xray|TracingConfig/);
  });

  it('elsewhere they run on arm64 and are traced', () => {
    cityTemplate({ region: 'us-east-1' }).allResourcesProperties('AWS::Lambda::Function', {
      Architectures: ['arm64'],
      TracingConfig: { Mode: 'Active' },
    });
  });

  it('dead letters are moved by our own function, since SQS does not redrive there', () => {
    expect(JSON.stringify(china.toJSON())).not.toMatch(/StartMessageMoveTask|RedriveAllowPolicy/);
  });
});
