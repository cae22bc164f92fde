import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { paths } from '~/paths';
import { HOSTILE } from '../../../tests/support/site/hostile';
import { withKeptDay } from './kept-day';

const ON = '2026-03-05';

const page = (...hrefs: string[]) =>
  `<header><a href="/map">Map</a></header>${renderToStaticMarkup(
    <main>
      {hrefs.map((href) => (
        <a key={href} className="govuk-link" href={href}>
          there
        </a>
      ))}
    </main>,
  )}<footer><a href="/map">Map</a></footer>`;
const kept = (href: string, at = `${paths.strategy()}?on=${ON}`) => {
  const html = withKeptDay(page(href), new URL(at, 'https://soundings.example'));
  return /<main><a class="govuk-link" href="([^"]*)"/.exec(html)?.[1];
};

describe('on a page as of a day', () => {
  test.each([
    [paths.strategy(), `/strategy?on=${ON}`],
    [paths.threatArea('fraud'), `/threat-areas/fraud?on=${ON}`],
    [paths.prioritySet('new-ports'), `/priority-sets/new-ports?on=${ON}`],
    [paths.term('H7K4QXM2'), `/terms/H7K4-QXM2?on=${ON}`],
    [`${paths.term('H7K4QXM2')}?merged=shown`, `/terms/H7K4-QXM2?merged=shown&amp;on=${ON}`],
    [paths.map({ columns: 'level', view: 'released' }), `/map?columns=level&amp;view=released&amp;on=${ON}`],
    [`${paths.priority('H7K4QXM2')}#used`, `/priorities/H7K4-QXM2?on=${ON}#used`],
  ])('%s is of that day too', (href, shown) => expect(kept(href)).toBe(shown));

  test.each([
    ['#used'],
    ['https://example.org/strategy'],
    [paths.question('H7K4QXM2')],
    [paths.search('fraud')],
    [paths.newPrioritySet()],
    [paths.newInterimSet()],
    [paths.newTerm()],
    [paths.proposeTerm()],
    [paths.editTerm('H7K4QXM2')],
    [paths.strategy('2020-01-01')],
    [paths.map({ on: '2020-01-01' })],
  ])('%s stays as it is', (href) => expect(kept(href)).toBe(href));

  test('a day among other parameters stays as it is', () => {
    const href = paths.map({ columns: 'level', on: '2020-01-01' });
    expect(kept(href)).toBe(href.replace('&', '&amp;'));
  });

  test('a link back to today stays one', () => {
    const html = `<header></header><main>${renderToStaticMarkup(
      <a data-no-day href={paths.strategy()}>
        Back to today
      </a>,
    )}</main><footer></footer>`;
    expect(withKeptDay(html, new URL(`https://soundings.example/strategy?on=${ON}`))).toBe(html);
  });

  test('header and footer lead to today', () => {
    const html = withKeptDay(page(paths.terms()), new URL(`https://soundings.example/strategy?on=${ON}`));
    expect(html.match(/href="\/map"/g)).toHaveLength(2);
  });
});

test.each([`/Strategy?on=${ON}`, `/strategy/?on=${ON}`, `/strategy?on=&on=${ON}`])(
  '%s is the same page as of the same day',
  (at) => expect(kept(paths.terms(), at)).toBe(`/terms?on=${ON}`),
);

test.each(['/strategy', '/strategy?on=', '/strategy?on=tomorrow', `/questions?on=${ON}`])(
  '%s is of today, and so are its links',
  (at) => expect(kept(paths.terms(), at)).toBe(paths.terms()),
);

test.each(HOSTILE)('%s is no day to keep', (_, text) =>
  expect(kept(paths.terms(), `/strategy?on=${encodeURIComponent(text)}`)).toBe(paths.terms()),
);
