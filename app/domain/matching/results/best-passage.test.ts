import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HIT_END, HIT_START, snippetParts } from '../snippet';
import { bestPassage } from './best-passage';

const marked = (text: string) => snippetParts(text.replaceAll('[', HIT_START).replaceAll(']', HIT_END));
const shown = (text: string) =>
  bestPassage(marked(text))
    .map((part) => (part.hit ? `[${part.text}]` : part.text))
    .join('');
const FILLING = 'Nothing of any use stands here at all. '.repeat(12);

test('a short text is shown as it is', () => {
  expect(shown('Who buys [converters]?')).toBe('Who buys [converters]?');
  expect(shown('')).toBe('');
});

test('the passage with most different words is chosen, from the beginning of its sentence', () => {
  const text = `[Ports] and [ports] and [ports]. ${FILLING}Guards let in [insiders] at [ports] by night. ${FILLING}`;
  expect(shown(text)).toMatch(/^… Guards let in \[insiders\] at \[ports\] by night\. .* …$/);
});

test('of passages that hold as many words the first is chosen', () => {
  expect(shown(`One [port]. ${FILLING}Another [port].`)).toMatch(/^One \[port\]\. .* …$/);
});

test('forms of one word count once', () => {
  const text = `[Smuggler] [smuggling] [smugglers]. ${FILLING}A [smuggler] of [ivory].`;
  expect(shown(text)).toMatch(/^… A \[smuggler\] of \[ivory\]\.$/);
});

test('where nothing is marked, the beginning is shown, cut at a space', () => {
  const text = shown(FILLING);
  expect(text).toMatch(/^Nothing of any use .*\w …$/);
  expect(text.length).toBeLessThan(190);
});

test('whatever the text, what is shown is a part of it, not much too long, and cuts no character', () => {
  const piece = fc.oneof(
    fc.string({ maxLength: 400 }),
    fc.constant('🔥'.repeat(300)),
    fc.constant('word '.repeat(90)),
  );
  fc.assert(
    fc.property(fc.array(fc.record({ text: piece, hit: fc.boolean() }), { maxLength: 6 }), (parts) => {
      const whole = parts.map(({ text }) => text).join('');
      const passage = bestPassage(parts);
      const text = passage.map((part) => part.text).join('');
      expect(whole).toContain(text.replace(/^… /, '').replace(/ …$/, '').trimEnd());
      expect(text.length).toBeLessThan(310);
      if (!/\p{Surrogate}/u.test(whole)) expect(text).not.toMatch(/\p{Surrogate}/u);
    }),
  );
});
