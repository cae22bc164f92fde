import { expect, test } from 'vitest';
import { commentLinesOf } from './comments';
import { cyclesIn, importsOf } from './imports';
import { violationsIn } from './zones';

const graphOf = (files: Record<string, string>) =>
  importsOf(Object.entries(files).map(([path, text]) => ({ path, text })));

test('a planted cycle is found, and one of types alone is none', () => {
  const a = "import { b } from './b';\n";
  expect(cyclesIn(graphOf({ 'app/a.ts': a, 'app/b.ts': "export { a } from '~/a';\n" }))).toHaveLength(1);
  expect(cyclesIn(graphOf({ 'app/a.ts': a, 'app/b.ts': "import type { A } from './a';\n" }))).toEqual([]);
});

test.each([
  ['app/routes/questions/list.tsx', "import { env } from '~/platform/env';", 'app/platform/env.ts'],
  ['app/domain/questions/question.ts', "import { x } from '~/domain/bids/bid';", 'app/domain/bids/bid.ts'],
  ['app/ui/button.tsx', "import { x } from '~/domain/actor';", 'app/domain/actor.ts'],
  [
    'app/routes/questions/list.tsx',
    "import {\n  a,\n  b,\n} from '~/routes/bids/list';",
    'app/routes/bids/list.tsx',
  ],
])('%s may not import %s', (path, text, to) => {
  expect(violationsIn(graphOf({ [path]: text, [to]: '' }))).toEqual([
    expect.stringContaining(`${path} → ${to}: `),
  ]);
});

test('tests keep the rule too', () => {
  const files = {
    'app/domain/questions/question.test.ts': "import { x } from '../bids/bid';",
    'app/domain/bids/bid.ts': '',
  };
  expect(violationsIn(graphOf(files))).toHaveLength(1);
});

test('what the rule allows is allowed', () => {
  const files = {
    'app/domain/bids/bid.ts': "import { x } from '../questions/question';",
    'app/domain/questions/question.ts': '',
  };
  expect(violationsIn(graphOf(files))).toEqual([]);
});

test('comment lines are those that hold nothing else', () => {
  expect(commentLinesOf('/** One\n * two */\nconst a = 1; // three\n  // four\n{/* five */}\n')).toBe(4);
});
