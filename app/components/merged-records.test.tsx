import type { ComponentProps } from 'react';
import { describe, expect, test } from 'vitest';
import { draw, textOf, words } from '../../tests/support/drawn';
import { paths } from '~/paths';
import { MergedRecords } from './merged-records';

describe('records that were merged', () => {
  const merged: ComponentProps<typeof MergedRecords> = {
    ...{ of: 'finding', mergedInto: null, tookIn: [], pathOf: paths.finding },
  };

  test('any other record has no note', () => {
    expect(textOf(<MergedRecords {...merged} />)).toBe('');
  });

  test('one that was folded in leads to the one that is kept', () => {
    const $ = draw(<MergedRecords {...merged} mergedInto="AAAA2222" />);
    expect($('a').attr('href')).toBe(paths.finding('AAAA2222'));
    expect(words($('body').text())).toBe(
      'This finding was merged into the one that is kept. What was said of it stays here.',
    );
  });

  test('one that is kept leads to each that it took in, open to be read as it was', () => {
    const tookIn = [
      { reference: 'BBBB2222', title: 'Night <b>work</b>' },
      { reference: 'CCCC2222', title: 'Day work' },
    ];
    const $ = draw(<MergedRecords {...merged} tookIn={tookIn} />);
    expect($('p').length).toBe(2);
    expect($('a').first().attr('href')).toBe(`${paths.finding('BBBB2222')}?merged=shown`);
    expect(words($('p').first().text())).toBe(
      'Merged into this finding: Night <b>work</b>, with its ratings and impact records.',
    );
  });

  test('a question keeps what questions have', () => {
    const tookIn = [{ reference: 'BBBB2222', title: 'Who recruits?' }];
    const $ = draw(<MergedRecords {...merged} of="question" tookIn={tookIn} pathOf={paths.question} />);
    expect($('a').attr('href')).toBe(`${paths.question('BBBB2222')}?merged=shown`);
    expect($('p').text()).toBe('Merged into this question: Who recruits?, with its addenda and answers.');
  });
});
