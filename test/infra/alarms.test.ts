import { describe, expect, it } from 'vitest';
import { alarmText, runbook } from '../../infra/runbook.ts';
import { functionNames } from '../../infra/stacks/function-settings.ts';
import { allowedTo, cityTemplate } from './support/city-template.ts';

const template = cityTemplate();
const alarms = Object.values(template.findResources('AWS::CloudWatch::Alarm')).map(
  ({ Properties }) => Properties,
);

describe('the alarms', () => {
  it('and the entries of the runbook are the same, one to one', () => {
    expect(alarms.map(({ AlarmDescription }) => AlarmDescription).sort()).toEqual(
      (Object.keys(runbook) as (keyof typeof runbook)[]).map(alarmText).sort(),
    );
  });

  it.each(Object.entries(runbook))(
    'say of %s what it means, where to look and what mends it',
    (_id, entry) => {
      for (const text of Object.values(entry)) expect(text).toMatch(/^[A-Zn].*[.]$/s);
    },
  );

  it('tell a topic, also when all is well again', () => {
    for (const { AlarmActions, OKActions } of alarms) {
      expect(AlarmActions).toEqual([{ Ref: expect.stringMatching(/^AlarmsTopic/) }]);
      expect(OKActions).toEqual(AlarmActions);
    }
  });

  it('tell the topic that the context names, where it names one', () => {
    const arn = 'arn:aws:sns:us-east-1:123456789012:night-shift';

    const given = cityTemplate({ alarmTopicArn: arn });

    given.resourceCountIs('AWS::SNS::Topic', 0);
    given.allResourcesProperties('AWS::CloudWatch::Alarm', { AlarmActions: [arn] });
  });

  it('watch metrics that the functions measure, in the namespace they are told', () => {
    const told = Object.values(template.findResources('AWS::Lambda::Function')).map(
      ({ Properties }) => Properties.Environment.Variables.POWERTOOLS_METRICS_NAMESPACE,
    );
    const text = JSON.stringify(alarms);
    const services = [...text.matchAll(/"Value":"citywhistle-(\w+)"/g)].map((match) => match[1]);

    expect(new Set(told)).toEqual(new Set(['CityWhistle/beijing/prod']));
    expect(text).toContain('"Namespace":"CityWhistle/beijing/prod"');
    expect(functionNames).toEqual(expect.arrayContaining(services));
  });

  it('take silence of what runs each minute for an alarm, and silence elsewhere for peace', () => {
    const silent = alarms.filter(({ TreatMissingData }) => TreatMissingData === 'breaching');

    expect(silent.map(({ AlarmDescription }) => AlarmDescription)).toEqual([
      alarmText('sweepsMissing'),
      alarmText('watchesMissing'),
    ]);
  });
});

describe('the topic', () => {
  it('is encrypted with a key that CloudWatch may use, and takes nothing over plain HTTP', () => {
    const [topic] = Object.values(template.findResources('AWS::SNS::Topic'));
    const [key] = Object.values(template.findResources('AWS::KMS::Key'));

    expect(topic?.Properties.KmsMasterKeyId).toBeDefined();
    expect(JSON.stringify(key?.Properties.KeyPolicy)).toContain('cloudwatch.amazonaws.com');
    expect(JSON.stringify(template.findResources('AWS::SNS::TopicPolicy'))).toContain('aws:SecureTransport');
  });

  it('is none of the functions’ business', () => {
    const all = functionNames.flatMap((name) => allowedTo(template, name));

    expect(all.filter((one) => one.startsWith('sns:') || one.startsWith('kms:'))).toEqual([]);
  });
});

it('a dashboard shows each promise', () => {
  const [dashboard] = Object.values(template.findResources('AWS::CloudWatch::Dashboard'));
  const body = JSON.stringify(dashboard?.Properties.DashboardBody);

  for (const metric of [
    'TicketsSubmitted',
    'TimerLatenessMs',
    'OldestPromiseLateMs',
    'ApproximateAgeOfOldestMessage',
    'ApproximateNumberOfMessagesVisible',
    'Throttles',
    'WriteThrottleEvents',
  ]) {
    expect(body).toContain(metric);
  }
});
