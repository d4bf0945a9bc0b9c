import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { CityStack, type CityStackProps } from '../../../infra/stacks/city-stack.ts';
import { fixtureRoutes } from '../fixtures/routes.ts';

const assetDir = mkdtempSync(join(tmpdir(), 'asset-'));
writeFileSync(join(assetDir, 'intake.mjs'), 'export const handler = () => {};');

/** The city's stack as it would be deployed, with an asset of one small file. */
export function cityStack(over: Partial<CityStackProps> = {}): CityStack {
  return new CityStack({
    scope: new App(),
    id: 'CityWhistle',
    stage: 'prod',
    assetDir,
    routes: fixtureRoutes,
    oidcIssuer: 'https://login.example.org',
    oidcAudience: 'citywhistle',
    city: 'beijing',
    pack: 'beijing-2023',
    speed: 1,
    ownKey: false,
    ...over,
  });
}

/** The template of the city's stack. */
export const cityTemplate = (over: Partial<CityStackProps> = {}): Template =>
  Template.fromStack(cityStack(over));

interface Statement {
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
}

/** What the policy of one function allows: `action on resource`, where the table is `table` and its indexes by name. */
export function allowedTo(template: Template, name: string): readonly string[] {
  const policies = Object.entries(template.findResources('AWS::IAM::Policy'));
  const own = policies.filter(([id]) => id.toLowerCase().startsWith(`${name}function`));
  const statements: readonly Statement[] = own.flatMap(
    ([, { Properties }]) => Properties.PolicyDocument.Statement,
  );
  return statements
    .flatMap(({ Action, Resource }) =>
      [Action]
        .flat()
        .flatMap((action) => [Resource].flat().map((resource) => `${action} on ${nameOf(resource)}`)),
    )
    .sort();
}

/** A resource of a policy in short: the logical id without its hash, the index of the table, or the text itself. */
function nameOf(resource: unknown): string {
  const text = JSON.stringify(resource);
  const index = /\/index\/(\w+)"/.exec(text)?.[1];
  if (index !== undefined) return `index ${index}`;
  const logicalId = /"Fn::GetAtt":\["(\w+?)[0-9A-F]{8}",/.exec(text)?.[1];
  return logicalId ?? String(resource);
}
