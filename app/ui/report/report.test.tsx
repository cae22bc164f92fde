import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { EmptyState } from './empty-state';
import { Lede } from './lede';
import { MetaLine } from './meta-line';
import { StatStrip } from './stat-strip';
import { Timeline } from './timeline';

const text = (html: string) => html.replace(/<[^>]+>/g, '');

describe('the line over a title', () => {
  test('sets the state and then the facts apart', () => {
    const html = renderToStaticMarkup(
      <MetaLine state={{ text: 'Open', colour: 'green' }}>
        {'Commissioned study'}
        {'H7K-4QXM'}
        {'OFFICIAL'}
      </MetaLine>,
    );
    expect(text(html)).toBe('Open Commissioned study · H7K-4QXM · OFFICIAL');
    expect(html).toContain('govuk-tag--green');
  });

  test('leaves no stray dot where a fact is missing', () => {
    const html = renderToStaticMarkup(
      <MetaLine>
        {'Study'}
        {null}
        {''}
        {'OFFICIAL'}
      </MetaLine>,
    );
    expect(text(html).trim()).toBe('Study · OFFICIAL');
  });
});

test('an empty state says why and offers what to do', () => {
  const html = renderToStaticMarkup(
    <EmptyState title="No questions yet" action={<a href="/raise">Raise a question</a>}>
      <p>Nobody has asked.</p>
    </EmptyState>,
  );
  expect(html).toContain('<h2');
  expect(text(html)).toBe('No questions yetNobody has asked.Raise a question');
});

test('a figure with an address opens its list by its name', () => {
  const html = renderToStaticMarkup(
    <StatStrip stats={[{ value: 14, label: 'ratings', href: '/ratings' }]} />,
  );
  expect(html).toContain('href="/ratings">ratings</a>');
  expect(text(html)).toBe('14 ratings');
});

test('an event says what, when and by whom', () => {
  const event = {
    title: 'Published',
    when: '12 November 2026 at 9am',
    dateTime: '2026-11-12T09:00Z',
    by: 'Priya Nair',
  };
  const html = renderToStaticMarkup(
    <Timeline events={[event, { title: 'Closed', when: '3 December 2026' }]} />,
  );
  expect(html).toContain('<time dateTime="2026-11-12T09:00Z">12 November 2026 at 9am</time> by Priya Nair');
  expect(html).toContain('3 December 2026</time></p>');
});

test('a lede is one paragraph', () => {
  expect(renderToStaticMarkup(<Lede>Why it matters.</Lede>)).toBe('<p class="lede">Why it matters.</p>');
});
