import { load, type CheerioAPI } from 'cheerio';
import { rowsIn, words } from '../drawn';

/** What a person can read and use on a page. */
export interface Page {
  status: number;
  /** The path a redirect leads to, without the host. */
  location: string | null;
  /** The sentence that the next page will show in its banner. */
  banner: string | null;
  headers: Headers;
  html: string;
  $: CheerioAPI;
  title: string;
  heading: string;
  /** The words of the main part, white space collapsed. */
  text: string;
  /** Messages of the error summary, in order. */
  errors: string[];
  /** Messages of the error summary whose link leads to nothing on the page. */
  lostErrors: string[];
  buttons: string[];
  links: { text: string; href: string }[];
  /** The value each named field of the main part holds; a list where several stand ticked. */
  fields: Record<string, string | string[]>;
  /** The message beside the field of that name. */
  messageBeside: (name: string) => string | null;
  /** Rows of the tables, a list of cells each. */
  rows: string[][];
}

export function pageOf(html: string): Omit<Page, 'status' | 'location' | 'banner' | 'headers'> {
  const $ = load(html);
  const main = $('main');
  const shown = main.clone();
  shown.find('script, style').remove();
  const textOf = (selector: string) =>
    main
      .find(selector)
      .toArray()
      .map((node) => words($(node).text()));
  return {
    html,
    $,
    title: words($('title').first().text()),
    heading: words($('h1').first().text()),
    text: words(shown.text()),
    errors: textOf('.govuk-error-summary__list li'),
    lostErrors: lostErrorsOf($),
    buttons: textOf('button'),
    links: main
      .find('a[href]')
      .toArray()
      .map((node) => ({ text: words($(node).text()), href: $(node).attr('href') ?? '' })),
    fields: fieldsOf($),
    messageBeside: (name) => messageBeside($, name),
    rows: rowsIn($, 'main'),
  };
}

const lostErrorsOf = ($: CheerioAPI): string[] =>
  $('.govuk-error-summary__list a')
    .toArray()
    .filter((node) => $(`[id="${($(node).attr('href') ?? '').slice(1)}"]`).length !== 1)
    .map((node) => words($(node).text()));

function fieldsOf($: CheerioAPI): Record<string, string | string[]> {
  const found: Record<string, string | string[]> = {};
  for (const node of $('main').find('input[name], textarea[name], select[name]').toArray()) {
    const field = $(node);
    const name = field.attr('name') ?? '';
    const type = field.attr('type') ?? '';
    if (name === '_key') continue;
    if (type !== 'checkbox' && type !== 'radio') {
      const value = field.val() ?? '';
      found[name] = Array.isArray(value) ? value.map(String) : String(value).replace(/^\n/, '');
      continue;
    }
    const ticked = field.attr('checked') === undefined ? [] : [field.attr('value') ?? 'on'];
    const before = found[name];
    if (type === 'radio') found[name] = ticked[0] ?? before ?? '';
    else found[name] = [...(Array.isArray(before) ? before : []), ...ticked];
  }
  return found;
}

function messageBeside($: CheerioAPI, name: string): string | null {
  const field = $('main').find(`[name="${name}"], [name^="${name}."]`).first();
  const message = field.closest('.govuk-form-group--error').find('.govuk-error-message').first();
  return message.length === 0 ? null : words(message.text()).replace(/^Error: /, '');
}

/** What is wrong with any page whatever it shows; a browser and axe find the rest in the journeys. */
export function flawsOf($: CheerioAPI): string[] {
  const ids = $('[id]')
    .toArray()
    .map((node) => $(node).attr('id') ?? '');
  const twice = ids.filter((id, place) => ids.indexOf(id) !== place);
  const nameless = $('main')
    .find('input:not([type=hidden]), textarea, select')
    .toArray()
    .filter(
      (node) =>
        !isLabelled($, $(node).attr('id')) && !$(node).attr('aria-label') && !$(node).attr('aria-labelledby'),
    )
    .map((node) => $(node).attr('name') ?? '?');
  const blank = $('a[href], button')
    .toArray()
    .filter(
      (node) =>
        words($(node).text()) === '' &&
        !$(node).attr('aria-label') &&
        $(node).find('img[alt], title').length === 0,
    )
    .map((node) => $.html(node));
  return [
    ...($('h1').length === 1 ? [] : [`${$('h1').length} first headings`]),
    ...(words($('title').text()) === '' ? ['no title'] : []),
    ...twice.map((id) => `two elements have the id ${id}`),
    ...lostErrorsOf($).map((message) => `the message “${message}” leads to nothing`),
    ...nameless.map((name) => `the field ${name} has no label`),
    ...blank.map((html) => `no words in ${html}`),
    ...($('[style]').length === 0 ? [] : ['a style of its own, which the security policy blocks']),
    ...($('[onclick], [onsubmit], [onchange]').length === 0 ? [] : ['a script of its own']),
  ];
}

const isLabelled = ($: CheerioAPI, id: string | undefined) =>
  id !== undefined && $(`label[for="${id}"]`).length > 0;
