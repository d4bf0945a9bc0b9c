import { join } from 'node:path';
import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { routes } from '../functions/http/routes.ts';
import { readyData } from './bundle/ready-data.ts';
import { createCityApp } from './city-app.ts';
import { WrongSetting } from './wrong-setting.ts';

const root = join(import.meta.dirname, '..');
const dataDir = join(root, 'functions');

const app = new App();
Validations.of(app).addPlugins(
  new AwsSolutionsChecks(app, { verbose: true }),
  new ServerlessChecks(app, { verbose: true }),
);
const creating = createCityApp({
  app,
  routes,
  handlersDir: join(root, 'functions/handlers'),
  dataDirs: { cities: join(dataDir, 'cities'), policies: join(dataDir, 'policies') },
  readyData: (chosen) => readyData({ dataDir, ...chosen }),
  outRoot: join(root, '.local/build'),
});
try {
  await creating;
} catch (cause) {
  if (!(cause instanceof WrongSetting)) throw cause;
  process.stderr.write(`${cause.message}\n`);
  process.exit(1);
}
app.synth();
