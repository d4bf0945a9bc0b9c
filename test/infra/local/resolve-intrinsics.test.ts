import { expect, it } from 'vitest';
import { createResolver } from '../../../infra/local/resolve-intrinsics.ts';

const template = {
  Resources: {
    Jobs: { Type: 'AWS::SQS::Queue', Properties: {} },
    Items: { Type: 'AWS::DynamoDB::Table', Properties: {} },
    Run: { Type: 'AWS::Lambda::Function', Properties: {} },
  },
};
const resolve = createResolver(template, 'http://127.0.0.1:9324');

it.each([
  [{ Ref: 'Jobs' }, 'http://127.0.0.1:9324/000000000000/Jobs'],
  [{ Ref: 'Items' }, 'Items'],
  [{ 'Fn::GetAtt': ['Jobs', 'Arn'] }, 'arn:aws:sqs:us-east-1:000000000000:Jobs'],
  [{ 'Fn::Join': ['', ['integrations/', { Ref: 'Run' }]] }, 'integrations/Run'],
  [{ 'Fn::Sub': `a-$\{AWS::Region}-$\{Items}` }, 'a-us-east-1-Items'],
  [{ deep: [{ Ref: 'AWS::AccountId' }, 7, null] }, { deep: ['000000000000', 7, null] }],
])('resolves %j', (value, expected) => {
  expect(resolve(value)).toEqual(expected);
});

it.each([
  [{ 'Fn::ImportValue': 'x' }, 'Fn::ImportValue'],
  [{ Ref: 'Nothing' }, 'Nothing'],
])('stops at %j instead of guessing', (value, name) => {
  expect(() => resolve(value)).toThrow(name);
});
