import { App, Validations } from 'aws-cdk-lib';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { expect, it } from 'vitest';
import { standing } from '../../infra/acknowledge.ts';
import { stages } from '../../infra/stacks/stage-settings.ts';
import { cityStack } from './support/city-template.ts';

const regions = [undefined, 'cn-north-1'] as const;
const every = stages.flatMap((stage) => regions.map((region) => ({ stage, region })));

/** An app whose synthesis ends with an error on a finding, as that of the real one does. */
function checkedApp(): App {
  const app = new App();
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
  return app;
}

it.each(every)(
  'the stack of $stage in $region has no finding that is not acknowledged',
  ({ stage, region }) => {
    const app = checkedApp();
    cityStack({ scope: app, stage, region, ownKey: true });

    expect(() => app.synth()).not.toThrow();
  },
);

it('a finding ends the synthesis', () => {
  const app = checkedApp();
  const stack = cityStack({ scope: app });
  new Queue(stack, 'Careless');

  expect(() => app.synth()).toThrow(/AwsSolutions-SQS4/);
});

it('nothing is acknowledged that nobody finds, and each acknowledgement has a reason that says something', () => {
  const found = regions.flatMap((region) => {
    const stack = cityStack({ region });
    return [new AwsSolutionsChecks(), new ServerlessChecks()].flatMap((pack) =>
      pack.validateScope(stack).violations.map(({ ruleName }) => ruleName),
    );
  });

  expect([...new Set(found)].sort()).toEqual(
    Object.values(standing)
      .map(({ id }) => id.split('::').slice(1).join('::'))
      .sort(),
  );
  for (const { reason } of Object.values(standing)) expect(reason.split(' ').length).toBeGreaterThan(8);
});
