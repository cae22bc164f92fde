import { load, type CheerioAPI } from 'cheerio';
import fc from 'fast-check';
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { CharacterCount } from './character-count';
import { Checkboxes } from './checkboxes';
import { DateInput } from './date-input';
import { FileUpload } from './file-upload';
import { PasswordInput } from './password-input';
import { Radios } from './radios';
import { Select } from './select';
import { TextInput } from './text-input';
import { Textarea } from './textarea';

interface Said {
  label: string;
  hint: string | undefined;
  error: string | undefined;
}

const items = [
  { value: 'a', label: 'First', hint: 'One' },
  { value: 'b', label: 'Second', reveal: 'More' },
];
const controls: [string, (said: Said) => ReactElement][] = [
  ['a text input', (said) => <TextInput name="field" {...said} />],
  ['a text input with a prefix', (said) => <TextInput name="field" prefix="£" {...said} />],
  ['a password', (said) => <PasswordInput name="field" {...said} />],
  ['a text area', (said) => <Textarea name="field" {...said} />],
  ['a text with a limit', (said) => <CharacterCount name="field" maxCharacters={100} {...said} />],
  ['a select', (said) => <Select name="field" options={[{ text: 'One', value: '1' }]} {...said} />],
  ['a file', (said) => <FileUpload name="field" {...said} />],
  ['radios', (said) => <Radios name="field" items={items} {...said} />],
  ['checkboxes', (said) => <Checkboxes name="field" items={items} {...said} />],
  ['a date', (said) => <DateInput name="field" {...said} />],
];

const words = fc.stringMatching(/^[A-Z][a-z]{2,12}$/);
const saying = fc.record({
  label: words,
  hint: fc.option(words, { nil: undefined }),
  error: fc.option(words, { nil: undefined }),
});

const render = (element: ReactElement): CheerioAPI => load(renderToStaticMarkup(element));
const described = ($: CheerioAPI): string[] =>
  $('[aria-describedby]')
    .toArray()
    .flatMap((node) => ($(node).attr('aria-describedby') ?? '').split(/\s+/))
    .filter(Boolean);

describe.each(controls)('%s', (_what, control) => {
  test('has every part it is described by, each once', () => {
    fc.assert(
      fc.property(saying, (said) => {
        const $ = render(control(said));
        const ids = $('[id]')
          .toArray()
          .map((node) => $(node).attr('id'));
        expect(new Set(ids).size).toBe(ids.length);
        for (const id of described($)) expect(ids).toContain(id);
      }),
      { numRuns: 20 },
    );
  });

  test('says its label, hint and error to whoever hears the page', () => {
    const $ = render(control({ label: 'Name of it', hint: 'As you like', error: 'It is missing' }));
    const named = $('label, legend').text();
    expect(named).toContain('Name of it');
    const heard = described($)
      .map((id) => $(`[id="${id}"]`).text())
      .join(' ');
    expect(heard).toContain('As you like');
    expect(heard).toContain('It is missing');
    expect($('.govuk-form-group--error').length).toBe(1);
    expect($('.govuk-error-message').text()).toBe('Error: It is missing');
  });

  test('has a label for each of its controls', () => {
    const $ = render(control({ label: 'Name of it', hint: undefined, error: undefined }));
    for (const node of $('input, select, textarea').toArray()) {
      const id = $(node).attr('id') ?? '';
      expect($(`label[for="${id}"]`).length).toBe(1);
    }
    expect($('.govuk-form-group--error, .govuk-error-message').length).toBe(0);
  });

  test('carries no style and no script of its own, whatever it says', () => {
    const hostile = '<script>alert(1)</script>" onclick="alert(2)';
    const $ = render(control({ label: hostile, hint: hostile, error: hostile }));
    expect($('script, [onclick], [style]').length).toBe(0);
    expect($('label, legend').text()).toContain(hostile);
  });
});

describe('what was typed', () => {
  const typed = fc.string({ unit: 'grapheme', maxLength: 40 });

  test('comes back in a text input, a text area and a text with a limit', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const value = text.replaceAll(/[\r\n\0]/g, '');
        expect(render(<TextInput label="x" name="x" defaultValue={value} />)('input').attr('value')).toBe(
          value,
        );
        for (const element of [
          <Textarea key="a" label="x" name="x" defaultValue={value} />,
          <CharacterCount key="b" label="x" name="x" maxCharacters={5} defaultValue={value} />,
        ])
          expect(render(element)('textarea').text().replace(/^\n/, '')).toBe(value);
      }),
      { numRuns: 50 },
    );
  });

  test('never comes back in a password', () => {
    expect(render(<PasswordInput label="x" name="x" />)('input').attr('value')).toBeUndefined();
  });

  test('is chosen again in lists of choices', () => {
    const radios = render(<Radios label="x" name="x" items={items} defaultValue="b" />);
    expect(radios('input[checked]').attr('value')).toBe('b');
    const boxes = render(<Checkboxes label="x" name="x" items={items} defaultValue={['a', 'b']} />);
    expect(boxes('input[checked]').length).toBe(2);
    const options = [
      { text: 'One', value: '1' },
      { text: 'Two', value: '2' },
    ];
    const select = render(<Select label="x" name="x" options={options} defaultValue="2" />);
    expect(select('option[selected]').attr('value')).toBe('2');
    const none = render(<Select label="x" name="x" options={options} defaultValue="3" />);
    expect(none('option[selected]').length).toBe(0);
  });

  test('of a date comes back in its boxes, right or wrong', () => {
    const $ = render(
      <DateInput label="x" name="due" defaultValue={{ day: '31', month: '2', year: 'next' }} />,
    );
    const values = $('input')
      .toArray()
      .map((node) => [$(node).attr('name'), $(node).attr('value')]);
    expect(values).toEqual([
      ['due-day', '31'],
      ['due-month', '2'],
      ['due-year', 'next'],
    ]);
  });
});
