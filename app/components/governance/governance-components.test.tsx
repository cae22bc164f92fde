import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { WhoDoesWhat } from '~/domain/governance/responsibilities/queries/who-does-what.server';
import { CountLines, countsAloud } from '~/ui/charts/count-lines';
import { showLikeness } from './alike-words';
import { mapTitle, marksInWords, WhoDoesWhatMap } from './who-does-what-map';

const map: WhoDoesWhat = {
  areas: [
    { slug: 'illegal-drugs', name: 'Illegal drugs' },
    { slug: 'fraud', name: 'Fraud' },
  ],
  rows: [
    {
      kind: 'organisation',
      reference: '22222222',
      name: 'Alpha Office',
      marks: { 'illegal-drugs': 'AR' },
    },
    {
      ...{ kind: 'governs', reference: '33333333', marks: { fraud: 'G' } },
      name: 'A board with a name that is far too long to be drawn in whole',
    },
  ],
};

test('the map says its finding, links every name and area, and shortens what does not fit', () => {
  const drawn = renderToStaticMarkup(<WhoDoesWhatMap map={map} />);
  expect(mapTitle(map)).toBe(
    '1 of 2 threat areas have a group that governs them, and 1 an organisation that is accountable',
  );
  expect(drawn).toContain(mapTitle(map));
  expect(drawn).toContain('href="/organisations/2222-2222"');
  expect(drawn).toContain('href="/governance/groups/3333-3333"');
  expect(drawn).toContain('aria-label="A board with a name that is far too long to be drawn in whole"');
  expect(drawn).toContain('>A board with a name that is far too long to be d…</a>');
  expect(drawn.match(/<rect/g)).toHaveLength(2);
  expect(marksInWords('AR')).toBe('accountable, responsible');
});

test('counts are drawn as steps and said in full', () => {
  const points = [
    { at: 0, label: '2020', counts: [3, 5] },
    { at: 10, label: '2021', counts: [2, 5] },
  ];
  const names = ['Govern', 'Discuss'];
  expect(countsAloud({ names, points })).toBe('2020: Govern 3, Discuss 5. 2021: Govern 2, Discuss 5.');
  const drawn = renderToStaticMarkup(<CountLines title="One fewer" names={names} points={points} />);
  expect(drawn).toMatch(/<path[^>]*d="M28 \d+ H312 V\d+"/);
  expect(drawn).not.toContain('NaN');
  const alone = renderToStaticMarkup(<CountLines title="One" names={names} points={points.slice(0, 1)} />);
  expect(alone).not.toContain('NaN');
});

test('likeness is said of a hundred', () => expect(showLikeness(0.256)).toBe('26 of 100'));
