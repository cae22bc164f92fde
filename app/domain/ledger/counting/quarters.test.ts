import { expect, test } from 'vitest';
import { quartersOf } from './quarters';

const said = (from?: string, to?: string) => {
  const { whole, edges } = quartersOf({ from, to });
  const words = ({ from, before }: { from: string | null; before: string | null }) => `${from} – ${before}`;
  return [whole && words(whole), ...edges.map(words)];
};

test.each([
  [undefined, undefined, ['null – null']],
  ['2024-04-01', '2025-03-31', ['2024-04-01 – 2025-04-01']],
  ['2024-04-02', undefined, ['2024-07-01 – null', '2024-04-02 – 2024-07-01']],
  [undefined, '2024-12-30', ['null – 2024-10-01', '2024-10-01 – 2024-12-31']],
  [
    '2024-02-07',
    '2025-05-12',
    ['2024-04-01 – 2025-04-01', '2024-02-07 – 2024-04-01', '2025-04-01 – 2025-05-13'],
  ],
  ['2024-05-02', '2024-05-20', [null, '2024-05-02 – 2024-05-21']],
  ['2024-02-10', '2024-05-20', [null, '2024-02-10 – 2024-05-21']],
  ['2024-12-31', '2024-12-31', [null, '2024-12-31 – 2025-01-01']],
  ['2024-05-20', '2024-05-02', [null, '2024-05-20 – 2024-05-03']],
  ['2024-10-01', '2024-12-31', ['2024-10-01 – 2025-01-01']],
])('%s to %s', (from, to, parts) => {
  expect(said(from, to)).toEqual(parts);
});
