import { readFileSync } from 'node:fs';
import type { Plugin } from 'esbuild';

/** Lambda hands a function its credentials in these variables; profiles, sign-on and instance metadata are for others. */
const credentials = `export const defaultProvider = () => async () => {
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey, AWS_SESSION_TOKEN: sessionToken } = process.env;
  if (!accessKeyId || !secretAccessKey) throw new Error('AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are not set');
  return { accessKeyId, secretAccessKey, ...(sessionToken ? { sessionToken } : {}) };
};`;

/** DynamoDB is never asked for other endpoints unless that is switched on; endpoints come by configuration here. */
const endpointDiscovery = `export const resolveEndpointDiscoveryConfig = (config) => config;
export const getEndpointDiscoveryPlugin = () => ({ applyToStack() {} });
export const NODE_ENDPOINT_DISCOVERY_CONFIG_OPTIONS = {
  environmentVariableSelector: () => undefined, configFileSelector: () => undefined, default: undefined,
};`;

const standIns: Readonly<Record<string, string>> = {
  '@aws-sdk/credential-provider-node': credentials,
  '@aws-sdk/middleware-endpoint-discovery': endpointDiscovery,
};

/** Makes JSON schemas of schemas: called by `toJSONSchema` alone, but every schema refers to it. */
const jsonSchemaFiles = /zod\/v4\/core\/(to-json-schema|json-schema-processors)\.js$/;

/** A client reads its own version from here, to say it in each request. */
const clientPackages = /@aws-sdk\/client-[a-z]+\/package\.json$/;

const namespace = 'left-out';

/**
 * Leaves out of a bundle what no function needs but libraries bring along. A stand-in does what the part would do here,
 * or throws. `jsonSchemas` keeps what describes schemas.
 */
export const leaveOut = ({ jsonSchemas }: { readonly jsonSchemas: boolean }): Plugin => ({
  name: namespace,
  setup(build) {
    const names = Object.keys(standIns).join('|');
    build.onResolve({ filter: new RegExp(`^(${names})$`) }, ({ path }) => ({ path, namespace }));
    build.onLoad({ filter: /.*/, namespace }, ({ path }) => ({ contents: standIns[path] ?? '' }));
    build.onLoad({ filter: clientPackages }, ({ path }) => ({ contents: versionOf(path), loader: 'json' }));
    if (jsonSchemas) return;
    build.onLoad({ filter: jsonSchemaFiles }, ({ path }) => ({
      contents: standInOf(readFileSync(path, 'utf8')),
    }));
  },
});

const versionOf = (path: string): string => {
  const { version } = JSON.parse(readFileSync(path, 'utf8')) as { version: string };
  return JSON.stringify({ version });
};

/** A module with the same names, each of which throws when it is called. */
function standInOf(source: string): string {
  const declared = [...source.matchAll(/^export (?:async )?(?:const|function) (\w+)/gm)].map(
    (found) => found[1],
  );
  const renamed = [...source.matchAll(/^export \{ (\w+) as (\w+) \};/gm)].map((found) => found[2]);
  return [
    "const leftOut = () => { throw new Error('JSON schemas are left out of this bundle'); };",
    ...[...declared, ...renamed].map((name) => `export { leftOut as ${name} };`),
  ].join('\n');
}
