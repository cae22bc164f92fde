import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { ErrorSummary, type FieldError } from '~/ui/forms/error-summary';
import { TextInput } from '~/ui/forms/text-input';
import { HOSTILE } from '../../../tests/support/site/hostile';
import { withoutLostLinks } from './lost-links';

const page = (...errors: FieldError[]) =>
  withoutLostLinks(
    renderToStaticMarkup(
      <main id="content">
        <ErrorSummary errors={errors} />
        <input type="hidden" name="stage" value="opening" />
        <TextInput label="Title" name="title" />
        <button name="capacity" value="moderator">
          Open
        </button>
      </main>,
    ),
  );

describe('a message of the error summary', () => {
  test('leads to a control that the page shows', () => {
    expect(page({ field: 'title', message: 'Enter a title' })).toContain(
      '<li><a href="#title">Enter a title</a></li>',
    );
  });

  test.each(['stage', 'capacity', 'absent'])('about %s, which has no control, is plain text', (field) => {
    const html = page({ field, message: 'Choose another' }, { field: 'title', message: 'Enter a title' });
    expect(html).toContain('<li>Choose another</li>');
    expect(html).toContain('<a href="#title">Enter a title</a>');
  });

  test('about a row of a list is judged by the very row', () => {
    expect(page({ field: 'title[0].name', message: 'Enter a name' })).toContain('<li>Enter a name</li>');
  });

  test('that leads to another page does so still', () => {
    expect(page({ href: '/questions', message: 'See the questions' })).toContain(
      '<a href="/questions">See the questions</a>',
    );
  });

  test.each(HOSTILE)('shows %s as text, with a link or without', (_name, message) => {
    const withLink = page({ field: 'title', message });
    const without = page({ field: 'absent', message });
    expect(without).toBe(withLink.replace(/<a href="#title">(.*?)<\/a>/s, '$1'));
    expect(without).not.toMatch(/<script>alert|<img src=x|<input autofocus/);
  });
});

test('links elsewhere on a page are left alone', () => {
  const html = '<a href="#nowhere">Skip</a><ul class="govuk-list"><li><a href="#gone">Gone</a></li></ul>';
  expect(withoutLostLinks(html)).toBe(html);
});
