import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { CharacterCount } from './character-count';
import { Checkboxes } from './checkboxes';
import { DateInput } from './date-input';
import { Radios } from './radios';
import { Select } from './select';
import { TextInput } from './text-input';
import { Textarea } from './textarea';

describe('every field', () => {
  test('has its name for an id, and its label points there', () => {
    const html = renderToStaticMarkup(<TextInput name="title" label="Title" />);
    expect(html).toContain('for="title"');
    expect(html).toContain('id="title" name="title"');
  });

  test('is described by its hint and then its error', () => {
    const html = renderToStaticMarkup(<Textarea name="why" label="Why" hint="Briefly" error="Say why" />);
    expect(html).toContain('aria-describedby="why-hint why-error"');
    expect(html).toContain('govuk-form-group--error');
    expect(html).toContain('<span class="govuk-visually-hidden">Error:</span> Say why');
  });

  test('shows no error group while there is none', () => {
    const html = renderToStaticMarkup(<TextInput name="title" label="Title" error={undefined} />);
    expect(html).not.toContain('error');
    expect(html).not.toContain('aria-describedby');
  });

  test('keeps what was typed', () => {
    expect(renderToStaticMarkup(<TextInput name="a" label="A" defaultValue="typed" />)).toContain(
      'value="typed"',
    );
    expect(renderToStaticMarkup(<Textarea name="a" label="A" defaultValue="typed" />)).toContain(
      '>typed</textarea>',
    );
    const select = (
      <Select
        name="a"
        label="A"
        defaultValue="2"
        options={[
          { text: 'One', value: '1' },
          { text: 'Two', value: '2' },
        ]}
      />
    );
    expect(renderToStaticMarkup(select)).toContain('<option value="2" selected="">Two</option>');
  });
});

describe('a group of choices', () => {
  const items = [
    { value: 'call', label: 'Call for experts' },
    { value: 'study', label: 'Study', reveal: <p>Who pays?</p> },
  ];

  test('has its label as legend, and the bare id on its first choice for the error summary', () => {
    const html = renderToStaticMarkup(
      <Radios name="route" label="Route" items={items} error="Choose a route" />,
    );
    expect(html).toContain('<legend class="govuk-fieldset__legend">Route</legend>');
    expect(html).toContain('id="route" name="route" type="radio" value="call"');
    expect(html).toContain('id="route-2"');
    expect(html).toContain('<fieldset class="govuk-fieldset" aria-describedby="route-error">');
  });

  test('renders what a choice reveals even while it is not chosen', () => {
    expect(renderToStaticMarkup(<Radios name="route" label="Route" items={items} />)).toContain(
      '<p>Who pays?</p>',
    );
  });

  test('ticks exactly the given values', () => {
    const html = renderToStaticMarkup(
      <Checkboxes name="route" label="Route" items={items} defaultValue={['study']} />,
    );
    expect(html.match(/checked=""/g)).toHaveLength(1);
    expect(html).toMatch(/checked="" value="study"/);
  });
});

describe('a date', () => {
  test('is three boxes named after the field', () => {
    const html = renderToStaticMarkup(
      <DateInput name="deadline" label="Deadline" defaultValue={{ day: 3, month: 12, year: 2026 }} />,
    );
    for (const [part, value] of [
      ['day', 3],
      ['month', 12],
      ['year', 2026],
    ]) {
      expect(html).toContain(`id="deadline-${part}" name="deadline-${part}"`);
      expect(html).toContain(`value="${value}"`);
    }
  });

  test('reddens only the box that is wrong when one is named', () => {
    const parts = [
      { name: 'day', width: 2 as const },
      { name: 'month', width: 2 as const, wrong: true },
    ];
    const html = renderToStaticMarkup(
      <DateInput name="d" label="D" error="There is no month 13" parts={parts} />,
    );
    expect(html.match(/govuk-input--error/g)).toHaveLength(1);
    expect(html).toMatch(/govuk-input--error"[^>]*id="d-month"/);
  });
});

test('a limit is said in words without any script', () => {
  const html = renderToStaticMarkup(<CharacterCount name="why" label="Why" maxWords={200} />);
  expect(html).toContain('You can enter up to 200 words');
  expect(html).toContain('aria-describedby="why-info"');
});
