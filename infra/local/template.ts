import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

const resource = z.object({
  Type: z.string(),
  Properties: z.record(z.string(), z.unknown()).default({}),
});

const schema = z.object({ Resources: z.record(z.string(), resource) });

/** A synthesized CloudFormation template, as far as the local host reads it. */
export type Template = z.infer<typeof schema>;

/** The issuer the template is synthesized for; the host puts its own URL here once it knows its port. */
export const placeholderIssuer = 'https://issuer.local.invalid';

/** Reads the one template of a CDK output directory, with `issuer` in place of the placeholder. */
export function readTemplate(props: { outDir: string; issuer: string }): Template {
  const text = readFileSync(join(props.outDir, 'CityWhistle.template.json'), 'utf8');
  return schema.parse(JSON.parse(text.replaceAll(placeholderIssuer, props.issuer)));
}

/** The resources of one type, each with its logical id and its unresolved properties. */
export function resourcesOf(template: Template, type: string): { id: string; properties: unknown }[] {
  return Object.entries(template.Resources)
    .filter(([, { Type }]) => Type === type)
    .map(([id, { Properties }]) => ({ id, properties: Properties }));
}
