import { expect, it } from 'vitest';
import { type Stage, stages } from '../../infra/stacks/stage-settings.ts';
import { cityTemplate } from './support/city-template.ts';

/** Names of assets hang on their contents; everything else of the template is pinned. */
const steady = (template: object): string =>
  JSON.stringify(template, null, 2).replaceAll(/\b[0-9a-f]{64}\b/g, 'ASSET');

it.each(stages)('the template of stage %s is as it was last looked at', async (stage: Stage) => {
  const template = cityTemplate({ stage }).toJSON();

  await expect(steady(template)).toMatchFileSnapshot(`snapshots/${stage}.template.snap`);
});
