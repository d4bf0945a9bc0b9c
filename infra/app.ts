import { join } from 'node:path';
import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { routes } from '../functions/http/routes.ts';
import { createCityApp } from './city-app.ts';

const root = join(import.meta.dirname, '..');

const app = new App();
Validations.of(app).addPlugins(
  new AwsSolutionsChecks(app, { verbose: true }),
  new ServerlessChecks(app, { verbose: true }),
);
await createCityApp({
  app,
  routes,
  handlersDir: join(root, 'functions/handlers'),
  dataDirs: { cities: join(root, 'functions/cities'), policies: join(root, 'functions/policies') },
  outRoot: join(root, '.local/build'),
});
app.synth();
