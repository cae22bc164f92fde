import { describe, expect, test } from 'vitest';
import { draw, rowsIn, textOf, words } from '../../../tests/support/drawn';
import { paths } from '~/paths';
import { TwoAccounts } from './two-accounts';
import { WorkList } from './work-list';

type Side = Parameters<typeof TwoAccounts>[0]['kept'];
const bare: Side = {
  ...{ reference: 'AAAA2222', name: 'L Moyle', title: '', orcid: null, verified: false },
  ...{ createdAt: '2026-11-20T09:00:00Z', addresses: [], posts: [], works: [] },
};
const full: Side = {
  ...{ reference: 'H7K4QXM2', name: 'Leah Moyle', title: 'Dr', orcid: '0000-0002-1825-0097', verified: true },
  ...{ createdAt: '2025-01-02T09:00:00Z', addresses: ['a@example.org', 'b@example.org'] },
  ...{ posts: ['Lecturer, Leeds', 'Adviser, Ports'], works: ['Night work', 'Day work'] },
};

describe('two accounts that may be one person’s', () => {
  test('stand side by side, the one that stays first', () => {
    const $ = draw(<TwoAccounts kept={full} merged={bare} />);
    expect($('thead').text()).toBe('AboutStaysEnds');
    expect(rowsIn($)).toEqual([
      ['Name', 'Leah Moyle', 'L Moyle'],
      ['Title', 'Dr', 'Not stated'],
      ['ORCID iD', '0000-0002-1825-0097', 'None'],
      ['Verified member', 'Yes', 'No'],
      ['Since', '2 January 2025', '20 November 2026'],
      ['Addresses', 'a@example.org, b@example.org', 'None'],
      ['Posts', 'Lecturer, Leeds; Adviser, Ports', 'None'],
      ['Works', 'Night work; Day work', 'None'],
    ]);
  });

  test('which one stays is what was said, not which is fuller', () => {
    expect(rowsIn(draw(<TwoAccounts kept={bare} merged={full} />))[0]).toEqual([
      'Name',
      'L Moyle',
      'Leah Moyle',
    ]);
  });

  test('it is said before deciding what would never be rewritten', () => {
    expect(textOf(<TwoAccounts kept={full} merged={bare} />)).toContain(
      'bids, scores and ratings are never rewritten',
    );
  });

  test('a name is text', () => {
    const $ = draw(<TwoAccounts kept={{ ...full, name: '<img src=x>' }} merged={bare} />);
    expect($('img').length).toBe(0);
    expect(rowsIn($)[0]?.[1]).toBe('<img src=x>');
  });
});

describe('the works of a person', () => {
  const work = { title: 'Night work', year: 2021, venue: 'Ports', finding: null };
  const line = (over: Partial<Omit<typeof work, 'year' | 'finding'>> & { year?: number | null }) =>
    words(draw(<WorkList works={[{ ...work, ...over }]} />)('li').text());

  test('none takes no room', () => {
    expect(textOf(<WorkList works={[]} />)).toBe('');
  });

  test('each says where and when it appeared, as far as that is known', () => {
    expect(line({})).toBe('Night work, Ports, 2021');
    expect(line({ venue: '' })).toBe('Night work, 2021');
    expect(line({ year: null })).toBe('Night work, Ports');
    expect(line({ venue: '', year: null })).toBe('Night work');
  });

  test('one that a finding reports leads there; the others lead nowhere', () => {
    const $ = draw(
      <WorkList
        works={[
          { ...work, finding: 'H7K4QXM2' },
          { ...work, title: '<i>Day</i>' },
        ]}
      />,
    );
    expect($('a').length).toBe(1);
    expect($('a').attr('href')).toBe(paths.finding('H7K4QXM2'));
    expect(words($('li').last().text())).toBe('<i>Day</i>, Ports, 2021');
  });
});
