import { dynamoRulesRegister } from '../../adapters/dynamodb/dynamo-rules-register.ts';
import { dynamoTicketStore } from '../../adapters/dynamodb/dynamo-ticket-store.ts';
import { makeDocumentClient } from '../../adapters/dynamodb/make-document-client.ts';
import type { Table } from '../../adapters/dynamodb/table.ts';
import type { LoadedCity } from '../../adapters/rules/read-city.ts';
import { systemClock } from '../../adapters/system.ts';
import { openTelemetry, type Telemetry } from '../../http/observability.ts';
import { cityInForce } from './city-in-force.ts';
import { type Environment, readEnvironment } from './environment.ts';
import { loadCity } from './load-city.ts';

/** What every function has: its settings, the table, and where it says what it did. */
export interface Service {
  readonly settings: Environment;
  readonly telemetry: Telemetry;
  readonly table: Table;
  /** The city as its rules stand: what the parts of a function are made from. */
  readonly city: LoadedCity;
}

/** The rules of a city that is open: the deployed ones until others are found to have been published. */
export interface OpenService {
  /** As deployed, without asking the table. */
  readonly deployed: Service;
  /** As published, looked up at most once a minute. The same object until the rules change. */
  present(): Promise<Service>;
}

/** Opens what every function needs. Throws when a setting or the city's files do not fit. */
export async function openService(
  settings: Environment = readEnvironment(process.env),
): Promise<OpenService> {
  const telemetry = openTelemetry();
  const table = { documents: makeDocumentClient(), name: settings.TABLE_NAME };
  const deployed: Service = { settings, telemetry, table, city: await loadCity(settings) };
  const known = new WeakMap<LoadedCity, Service>([[deployed.city, deployed]]);
  const lookUp = cityInForce({
    deployed: deployed.city,
    city: settings.CITY,
    speed: settings.TIME_SPEED,
    register: dynamoRulesRegister(table),
    store: dynamoTicketStore(table),
    clock: systemClock,
    refused: (cause) => {
      telemetry.error('published rules not taken', {}, cause);
      telemetry.measure('RulesNotTaken', 1);
      telemetry.flush();
    },
  });
  return {
    deployed,
    async present() {
      const city = await lookUp();
      const service = known.get(city) ?? { ...deployed, city };
      known.set(city, service);
      return service;
    },
  };
}
