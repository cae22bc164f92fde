import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { ChainSteps } from './chain-steps';

const html = renderToStaticMarkup(
  <ChainSteps
    steps={[
      { label: 'Priority', href: '/priorities/1', state: 'done' },
      { label: 'Question', state: 'current' },
      { label: 'Award', state: 'ahead' },
    ]}
  />,
);

test('steps are an ordered list in a named landmark', () => {
  expect(html).toMatch(/^<nav class="chain-steps" aria-label="Where this stands"><ol/);
  expect(html.match(/<li/g)).toHaveLength(3);
});

test('exactly one step is the present one', () => {
  expect(html.match(/aria-current="step"/g)).toHaveLength(1);
  expect(html).toMatch(/chain-steps__step--current" aria-current="step"/);
});

test('what the colour says is also said in words', () => {
  expect(html).toContain('Done: </span><a class="chain-steps__link" href="/priorities/1">Priority</a>');
  expect(html).toContain('Still to come: </span><span class="chain-steps__text">Award</span>');
});
