import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Plays the whole demonstration: started last, it would keep one worker busy when the other has nothing left. */
const LONGEST = 'tests/unit/demonstration.test.ts';

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLongest = ({ moduleId }: TestSpecification) => moduleId.endsWith(LONGEST);
    return [...sorted.filter(isLongest), ...sorted.filter((file) => !isLongest(file))];
  }
}
