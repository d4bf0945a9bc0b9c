import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from 'aws-cdk-lib';
import * as z from 'zod';
import { bundle } from './bundle.ts';
import type { GatewayRoute } from './constructs/http-gateway.ts';
import { CityStack } from './stacks/city-stack.ts';
import { functionNames } from './stacks/function-settings.ts';
import { stages } from './stacks/stage-settings.ts';
import { WrongSetting } from './wrong-setting.ts';

const context = z.object({
  oidcIssuer: z.url({
    protocol: /^https$/,
    error:
      'is missing or no https URL. Name the OpenID Connect issuer whose tokens the API accepts:\n' +
      '    npm run synth -- -c oidcIssuer=https://login.example.org\n' +
      'or set "oidcIssuer" under "context" in cdk.json. To run without a cloud use: npm start',
  }),
  oidcAudience: z.string().min(1),
  city: z.string().min(1),
  pack: z.string().min(1),
  stage: z
    .enum(stages, { error: `is one of ${stages.join(', ')}: npm run synth -- -c stage=prod` })
    .default('dev'),
  region: z.string().min(1).optional(),
  /** Another speed than life's: for demonstrations, never for a city. */
  speed: z.coerce.number().min(1).default(1),
  /** `aws`: the table's key is kept by AWS; `own`: by the city, in its account. */
  tableKey: z.enum(['aws', 'own'], { error: 'is aws or own' }).default('aws'),
  alarmTopicArn: z.string().startsWith('arn:').optional(),
});

/**
 * Puts the service into `app`: bundles the handlers and reads the settings from the app's context.
 * Throws with instructions when a setting or a handler's file is missing.
 */
export async function createCityApp(props: {
  app: App;
  routes: readonly GatewayRoute[];
  handlersDir: string;
  dataDirs: Readonly<Record<string, string>>;
  /** Data files made for the chosen city and pack; throws where these do not fit. */
  readyData?(chosen: { readonly city: string; readonly pack: string }): Readonly<Record<string, string>>;
  outRoot: string;
}): Promise<void> {
  const { app } = props;
  const settings = context.safeParse(
    Object.fromEntries(Object.keys(context.shape).map((key) => [key, app.node.tryGetContext(key)])),
  );
  if (!settings.success) {
    const [issue] = settings.error.issues;
    throw new WrongSetting(`CDK context ${issue?.path.join('.')}: ${issue?.message}`);
  }
  const { speed, tableKey, ...rest } = settings.data;
  if (rest.stage === 'prod' && speed !== 1)
    throw new WrongSetting('CDK context speed: a city lives at speed 1');
  const assetDir = await bundle({ ...props, madeData: props.readyData?.(rest) ?? {} });
  for (const name of functionNames) {
    if (existsSync(join(assetDir, `${name}.mjs`))) continue;
    throw new Error(`no handler for function "${name}": ${join(props.handlersDir, `${name}.ts`)} is missing`);
  }
  new CityStack({
    ...rest,
    speed,
    ownKey: tableKey === 'own',
    scope: app,
    id: 'CityWhistle',
    assetDir,
    routes: props.routes,
  });
}
