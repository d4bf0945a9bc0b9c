import * as z from 'zod';
import { caseFileSchema } from '../../usecases/read-ticket.ts';
import { ticketViewSchema } from '../../usecases/ticket-view.ts';
import { contracts } from '../contracts/contracts.ts';
import { ledgerPage, notePage, worklistPage } from '../contracts/rows.ts';
import { problem } from '../problem-schema.ts';

/** A JSON Schema (draft 2020-12), as OpenAPI 3.1 takes it. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** The schemas many answers share, by name. */
const shared: readonly (readonly [string, z.ZodType])[] = [
  ['Ticket', ticketViewSchema],
  ['CaseFile', caseFileSchema],
  ['WorklistPage', worklistPage],
  ['LedgerPage', ledgerPage],
  ['NotePage', notePage],
  ['Problem', problem],
];

const nameOf = (operationId: string): string => operationId.charAt(0).toUpperCase() + operationId.slice(1);

/** Every named schema of the document: the shared ones, each operation's body, and answers of one operation only. */
function register(): z.core.$ZodRegistry<{ id: string }> {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of shared) registry.add(schema, { id });
  for (const [operationId, contract] of Object.entries(contracts)) {
    if ('body' in contract) registry.add(contract.body, { id: `${nameOf(operationId)}Request` });
    for (const schema of Object.values(contract.answers)) {
      if (schema !== null && !registry.has(schema))
        registry.add(schema, { id: `${nameOf(operationId)}Answer` });
    }
  }
  return registry;
}

const uri = (id: string): string => `#/components/schemas/${id}`;

/** The schemas of `components`, and how an operation refers to one. */
export function describeSchemas(): {
  readonly schemas: Readonly<Record<string, JsonSchema>>;
  readonly refOf: (schema: z.ZodType) => JsonSchema;
} {
  const registry = register();
  const { schemas } = z.toJSONSchema(registry, { uri, io: 'input' });
  const bare = Object.entries(schemas).map(([id, { $schema: _, $id: __, ...schema }]) => [id, schema]);
  return {
    schemas: Object.fromEntries(bare) as Record<string, JsonSchema>,
    refOf: (schema) => {
      const id = registry.get(schema)?.id;
      return id === undefined ? inline(schema) : { $ref: uri(id) };
    },
  };
}

/** A schema written where it is used. */
export function inline(schema: z.ZodType): JsonSchema {
  const { $schema: _, ...bare } = z.toJSONSchema(schema, { io: 'input' });
  return bare;
}

/** The parameters of a path or query: one schema each; required where every alternative of the query needs it. */
export function parametersOf(
  schema: z.ZodType,
): readonly { name: string; required: boolean; schema: JsonSchema }[] {
  const described = inline(schema) as { anyOf?: ObjectSchema[] } & ObjectSchema;
  const alternatives = described.anyOf ?? [described];
  const properties = Object.assign({}, ...alternatives.map((one) => one.properties ?? {})) as Record<
    string,
    JsonSchema
  >;
  return Object.entries(properties).map(([name, property]) => ({
    name,
    required: alternatives.every((one) => one.required?.includes(name)),
    schema: property,
  }));
}

type ObjectSchema = { properties?: Record<string, JsonSchema>; required?: string[] };
