import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { placeholderIssuer } from '../local/template.ts';

type Json = { readonly [key: string]: unknown };

/** Roles that `cdk bootstrap` makes, which the emulator does not let reach its own bucket. */
const bootstrapRoles = new Set([
  'assumeRoleArn',
  'assumeRoleExternalId',
  'cloudFormationExecutionRoleArn',
  'lookupRole',
]);

/**
 * Copies what was synthesized to where it is deployed from, and changes no more than what differs here: the issuer, the
 * speed of the city, who deploys, and the alarms on sums of metrics, which the emulator does not know.
 *
 * @returns the logical ids of what was left out
 */
export function prepareAssembly(props: {
  readonly from: string;
  readonly to: string;
  readonly issuer: string;
  readonly speed: number;
}): readonly string[] {
  cpSync(props.from, props.to, { recursive: true });
  for (const name of ['manifest.json', 'CityWhistle.assets.json']) {
    const file = join(props.to, name);
    writeFileSync(file, JSON.stringify(without(JSON.parse(readFileSync(file, 'utf8')), bootstrapRoles)));
  }
  const file = join(props.to, 'CityWhistle.template.json');
  const text = readFileSync(file, 'utf8')
    .replaceAll(placeholderIssuer, props.issuer)
    .replaceAll(/"TIME_SPEED": "1"/g, `"TIME_SPEED": "${props.speed}"`);
  const template = JSON.parse(text) as {
    readonly Resources: Record<string, { Type: string; Properties: Json }>;
  };
  const leftOut = Object.entries(template.Resources)
    .filter(([, { Type, Properties }]) => Type === 'AWS::CloudWatch::Alarm' && 'Metrics' in Properties)
    .map(([id]) => id);
  for (const id of leftOut) delete template.Resources[id];
  writeFileSync(file, JSON.stringify(template));
  return leftOut;
}

function without(value: unknown, names: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) return value.map((one) => without(one, names));
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([name]) => !names.has(name));
  return Object.fromEntries(kept.map(([name, part]) => [name, without(part, names)]));
}
