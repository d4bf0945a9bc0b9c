import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { routes } from '../functions/http/routes.ts';
import { createCityApp } from './city-app.ts';

const root = join(import.meta.dirname, '..');

const app = new App();
await createCityApp({
  app,
  routes,
  handlersDir: join(root, 'functions/handlers'),
  dataDirs: { cities: join(root, 'functions/cities'), policies: join(root, 'functions/policies') },
  outRoot: join(root, '.local/build'),
});
app.synth();
