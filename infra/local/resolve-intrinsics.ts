import { accountId, arnOf, region } from './aws-names.ts';
import type { Template } from './template.ts';

const pseudo: Readonly<Record<string, string>> = {
  'AWS::Region': region,
  'AWS::AccountId': accountId,
  'AWS::Partition': 'aws',
  'AWS::URLSuffix': 'amazonaws.com',
  'AWS::StackName': 'CityWhistle',
  'AWS::NoValue': '',
};

/** Resolves the intrinsic functions in a part of the template to what the local resources are called. */
export type Resolve = (value: unknown) => unknown;

/**
 * A resolver for `template` whose queues live at `sqsEndpoint`. An intrinsic function it does not know throws with
 * its name: guessing would run something else than what deploys.
 */
export function createResolver(template: Template, sqsEndpoint: string): Resolve {
  const ref = (id: string): string => {
    const known = pseudo[id];
    if (known !== undefined) return known;
    return typeOf(template, id) === 'AWS::SQS::Queue' ? `${sqsEndpoint}/${accountId}/${id}` : id;
  };
  const attribute = (id: string, name: string): string => {
    const type = typeOf(template, id);
    if (name !== 'Arn') return id;
    if (type === 'AWS::SQS::Queue') return arnOf('sqs', id);
    if (type === 'AWS::Lambda::Function') return arnOf('lambda', `function:${id}`);
    if (type === 'AWS::DynamoDB::Table') return arnOf('dynamodb', `table/${id}`);
    return arnOf('cloudformation', `${type}/${id}`);
  };
  const resolve: Resolve = (value) => {
    if (Array.isArray(value)) return value.map(resolve);
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value);
    const [name, argument] = entries[0] ?? ['', undefined];
    if (entries.length !== 1 || !(name === 'Ref' || name.startsWith('Fn::'))) {
      return Object.fromEntries(entries.map(([key, part]) => [key, resolve(part)]));
    }
    if (name === 'Ref') return ref(String(argument));
    if (name === 'Fn::GetAtt' && Array.isArray(argument))
      return attribute(String(argument[0]), String(argument[1]));
    if (name === 'Fn::Join' && Array.isArray(argument)) {
      const [separator, parts] = argument;
      const resolved = resolve(parts);
      return Array.isArray(resolved) ? resolved.map(String).join(String(separator)) : '';
    }
    if (name === 'Fn::Sub' && typeof argument === 'string') {
      return argument.replace(/\$\{([^}]+)\}/g, (_, id: string) => ref(id));
    }
    throw new Error(`the local host does not know ${name} as it is used in the template`);
  };
  return resolve;
}

function typeOf(template: Template, id: string): string {
  const found = template.Resources[id];
  if (!found) throw new Error(`the template refers to ${id}, which it does not define`);
  return found.Type;
}
