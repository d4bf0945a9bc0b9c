import { join } from 'node:path';
import * as z from 'zod';
import { arnOf } from '../aws-names.ts';
import type { Resolve } from '../resolve-intrinsics.ts';
import { resourcesOf, type Template } from '../template.ts';

/** A function of the template, ready to be run from its asset. */
export interface LocalFunction {
  /** Its logical id in the template. */
  readonly name: string;
  readonly arn: string;
  /** The file it is made from, without extension, for instance `intake`. */
  readonly entry: string;
  readonly module: string;
  readonly exportName: string;
  readonly timeoutMs: number;
  readonly memoryMb: number;
  readonly environment: Readonly<Record<string, string>>;
}

const properties = z.object({
  Handler: z.string().regex(/^[\w-]+\.\w+$/),
  Timeout: z.number().default(3),
  MemorySize: z.number().default(128),
  Environment: z.object({ Variables: z.record(z.string(), z.string()) }).optional(),
  Code: z.object({ S3Key: z.string().regex(/^[0-9a-f]+\.zip$/) }),
});

/** Reads the functions of the template; `environment` is added to each one's own and wins over it. */
export function readFunctions(props: {
  template: Template;
  resolve: Resolve;
  outDir: string;
  environment: Readonly<Record<string, string>>;
}): LocalFunction[] {
  return resourcesOf(props.template, 'AWS::Lambda::Function').map(({ id, properties: raw }) => {
    const wanted = properties.parse(props.resolve(raw));
    const [entry = '', exportName = ''] = wanted.Handler.split('.');
    const root = join(props.outDir, `asset.${wanted.Code.S3Key.replace('.zip', '')}`);
    return {
      name: id,
      arn: arnOf('lambda', `function:${id}`),
      entry,
      module: join(root, `${entry}.mjs`),
      exportName,
      timeoutMs: wanted.Timeout * 1_000,
      memoryMb: wanted.MemorySize,
      environment: {
        AWS_LAMBDA_FUNCTION_NAME: id,
        AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
        AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(wanted.MemorySize),
        AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
        LAMBDA_TASK_ROOT: root,
        _HANDLER: wanted.Handler,
        TZ: ':UTC',
        ...wanted.Environment?.Variables,
        ...props.environment,
      },
    };
  });
}
