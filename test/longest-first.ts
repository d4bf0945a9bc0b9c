import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take longest, or wait longest: begun last, one of them would run on alone. */
const longest = [
  '/infra/deploy.test.ts',
  '/live/kill.test.ts',
  '/walk/walks.test.ts',
  '/faults/worlds.test.ts',
  '/experiment/every-scenario.test.ts',
  '/live/day.test.ts',
  '/soak/soak.test.ts',
];

/** Begins with the files that take longest, so that all cores are busy to the end. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const place = longest.findIndex((end) => moduleId.endsWith(end));
      return place === -1 ? longest.length : place;
    };
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}
