import { runCity } from './run-city.ts';

process.exitCode = runCity(process.argv.slice(2), { out: console.log, error: console.error });
