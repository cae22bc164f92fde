import { describe, expect, test } from 'vitest';
import { harmInBrief, inBrief, type SummaryFigures } from './summary';

const none: SummaryFigures = { asked: 0, bought: 0, pence: 0, findings: 0, sound: 0 };
const said = (over: Partial<SummaryFigures>) => inBrief({ ...none, ...over }).join(' ');

describe('what is asked, bought and known', () => {
  test('nothing is said to be nothing', () => {
    expect(inBrief(none)).toEqual([
      'No open question has been made public.',
      'No research has been bought in public.',
      'No finding has been made public yet.',
    ]);
  });

  test.each<[Partial<SummaryFigures>, string]>([
    [{ asked: 1 }, '1 question is open.'],
    [{ asked: 1200 }, '1,200 questions are open.'],
    [{ bought: 1, pence: 12_000_000 }, '1 study was bought for £120k.'],
    [{ bought: 3, pence: 240_000_000 }, '3 studies were bought for £2.4m.'],
    [{ findings: 1 }, '1 finding is public. None has been checked and found sound so far.'],
    [{ findings: 1, sound: 1 }, 'It was checked and found sound.'],
    [{ findings: 4, sound: 4 }, 'All were checked and found sound.'],
    [{ findings: 4, sound: 1 }, '4 findings are public. We checked 1 of them and found it sound.'],
    [{ findings: 4000, sound: 1500 }, 'We checked 1,500 of them and found them sound.'],
  ])('%j: %s', (figures, words) => expect(said(figures)).toContain(words));
});

test.each([
  [{ kind: 'deaths', value: 1240, estimate: false }, 'People who died: 1,240 in 2023.'],
  [{ kind: 'economy', value: 37e9, estimate: true }, 'Cost to the country: about £37bn in 2023.'],
  [{ kind: 'attitude', value: 62, estimate: false }, 'What people think: 62% in 2023.'],
] as const)('harm %j', (figure, words) =>
  expect(harmInBrief({ ...figure, year: 2023, source: 'Return' })).toBe(words),
);
