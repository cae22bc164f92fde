import { load } from 'cheerio';
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import type { Fields } from '~/components/form';
import { areas } from '~/domain/questions/tasks/areas';
import { criteria, CRITERION_ROWS } from '~/domain/questions/tasks/criteria';
import { dates } from '~/domain/questions/tasks/dates';
import { ethics } from '~/domain/questions/tasks/ethics';
import { PRINCIPLES } from '~/domain/questions/tasks/ethics-choices';
import { need } from '~/domain/questions/tasks/need';
import { people } from '~/domain/questions/tasks/people';
import { procurement } from '~/domain/questions/tasks/procurement';
import { request } from '~/domain/questions/tasks/request';
import { scope } from '~/domain/questions/tasks/scope';
import type { TaskSlug } from '~/domain/questions/tasks/task-list';
import { terms } from '~/domain/questions/tasks/terms';
import { paths } from '~/paths';
import type { TaskAbout, TaskChoices } from './choices';
import { TaskFields } from './task-fields';

/** Fields as a form gives them: what they hold, and what was wrong with them. */
function fieldsOf(held: Record<string, unknown> = {}, wrong: Record<string, string> = {}): Fields {
  return new Proxy(
    {},
    {
      get: (_target, name) => ({
        name: String(name),
        id: `form-${String(name)}`,
        errors: wrong[String(name)] ? [wrong[String(name)]] : undefined,
        initialValue: held[String(name)],
      }),
    },
  );
}

const CHOICES: TaskChoices = {
  terms: [
    { scheme: 'threatArea', slug: 'drugs', name: 'Illegal drugs', parentName: null },
    { scheme: 'threatArea', slug: 'county-lines', name: 'County lines', parentName: 'Illegal drugs' },
    { scheme: 'strand', slug: 'pursue', name: 'Pursue', parentName: null },
    { scheme: 'enabler', slug: 'insiders', name: 'Insiders', parentName: null },
    { scheme: 'level', slug: 'border', name: 'Border', parentName: null },
    { scheme: 'questionType', slug: 'why', name: 'Why it happens', parentName: null },
    { scheme: 'businessModelStage', slug: 'launder', name: 'Launder', parentName: null },
    { scheme: 'chainPosition', slug: 'street', name: 'Street', parentName: null },
  ],
  prioritySets: [
    {
      document: 'The strategy',
      when: '2023 to 2028',
      current: true,
      priorities: [{ reference: '22222222', name: 'Fewer victims' }],
    },
    {
      document: 'The old strategy',
      when: '2018 to 2023',
      current: false,
      priorities: [{ reference: '2222223E', name: 'An old aim' }],
    },
  ],
  owners: [{ value: '2222224G', label: 'Olive Owner' }],
  budgetHolders: [{ value: '2222225J', label: 'Henry Holder' }],
};
const ABOUT: TaskAbout = {
  takesBids: true,
  priceScored: true,
  severalAwards: false,
  biddingWorkingDays: 20,
  routeName: 'Commissioned study',
  warnings: [],
};

interface Over {
  fields?: Fields;
  choices?: Partial<TaskChoices>;
  about?: Partial<TaskAbout>;
}

function shown(task: TaskSlug, over: Over = {}) {
  const page: ReactElement = (
    <TaskFields
      task={task}
      fields={over.fields ?? fieldsOf()}
      choices={{ ...CHOICES, ...over.choices }}
      about={{ ...ABOUT, ...over.about }}
    />
  );
  const $ = load(renderToStaticMarkup(page));
  const names = new Set(
    $('[name]')
      .toArray()
      .map((node) => ($(node).attr('name') ?? '').split('.')[0] ?? ''),
  );
  return { $, names, text: $('body').text().replace(/\s+/g, ' ').trim() };
}

const SHAPES: [TaskSlug, Record<string, unknown>][] = [
  ['need', need.fields],
  ['areas', areas.fields],
  ['scope', scope.fields],
  ['ethics', ethics.fields],
  ['terms', terms.fields],
  ['procurement', procurement.fields],
  ['criteria', criteria.fields],
  ['dates', dates.fields],
  ['people', people.fields],
  ['request', request.fields],
];

describe('the form of every task', () => {
  test.each(SHAPES)('%s asks for everything that the task can hold, and for nothing else', (task, fields) => {
    expect([...shown(task).names].sort()).toEqual(Object.keys(fields).sort());
  });

  test.each(SHAPES)('%s gives every field a label of its own, and no id twice', (task) => {
    const { $ } = shown(task);
    const ids = $('[id]')
      .toArray()
      .map((node) => $(node).attr('id'));
    expect(new Set(ids).size).toBe(ids.length);
    for (const node of $('input:not([type="hidden"]), textarea, select').toArray())
      expect([$(node).attr('name'), $(`label[for="${$(node).attr('id') ?? ''}"]`).length]).toEqual([
        $(node).attr('name'),
        1,
      ]);
    const labels = $('label, legend')
      .toArray()
      .map((node) => $(node).text().trim());
    const texts = $('textarea, input[type="text"]').length;
    expect(new Set(labels).size).toBeGreaterThanOrEqual(texts / 3);
  });

  test.each(SHAPES)('%s shows a message beside each field that is wrong', (task, fields) => {
    const wrong = Object.fromEntries(Object.keys(fields).map((field) => [field, `Mend ${field}`]));
    const { $ } = shown(task, { fields: fieldsOf({}, wrong) });
    const messages = $('.govuk-error-message')
      .toArray()
      .map((node) => $(node).text().replace('Error:', '').trim());
    expect(messages.sort()).toEqual(Object.values(wrong).sort());
  });
});

describe('what a page holds already', () => {
  test('is ticked, chosen or typed', () => {
    const { $ } = shown('areas', {
      fields: fieldsOf({ threats: ['county-lines'], illicitFinance: 'yes', illicitFinanceReason: 'Cash' }),
    });
    expect(
      $('input[name="threats"]:checked')
        .map((_, node) => $(node).attr('value'))
        .get(),
    ).toEqual(['county-lines']);
    expect($('input[name="illicitFinance"]:checked').attr('value')).toBe('yes');
    expect($('textarea[name="illicitFinanceReason"]').text().trim()).toBe('Cash');
  });

  test('a day stands in its three boxes', () => {
    const { $ } = shown('need', { fields: fieldsOf({ neededBy: { day: '1', month: '5', year: '2027' } }) });
    expect(['day', 'month', 'year'].map((part) => $(`[name="neededBy.${part}"]`).attr('value'))).toEqual([
      '1',
      '5',
      '2027',
    ]);
  });
});

describe('areas', () => {
  test('a narrower term says what it is part of', () => {
    expect(shown('areas').text).toContain('Illegal drugs: County lines');
  });

  test('priorities say of which document they are; those of earlier sets are folded away unless chosen', () => {
    const folded = shown('areas');
    expect(folded.text).toContain('The strategy, 2023 to 2028');
    expect(folded.$('details').attr('open')).toBeUndefined();
    const chosen = shown('areas', { fields: fieldsOf({ priorities: ['2222223E'] }) });
    expect(chosen.$('details').attr('open')).toBeDefined();
    expect(chosen.$('input[value="2222223E"]').attr('checked')).toBeDefined();
  });

  test.each([
    ['questionType', 'types'],
    ['businessModelStage', 'stages'],
    ['chainPosition', 'positions'],
  ])('%s is asked for only where the taxonomy has it', (scheme, field) => {
    const terms = CHOICES.terms.filter((term) => term.scheme !== scheme);
    expect(shown('areas', { choices: { terms } }).names).not.toContain(field);
  });

  test('without earlier sets there is nothing to unfold', () => {
    const prioritySets = CHOICES.prioritySets.filter(({ current }) => current);
    expect(shown('areas', { choices: { prioritySets } }).$('details').length).toBe(0);
  });
});

describe('what a route changes', () => {
  test('where price is not scored, quality has all of it and nobody is asked', () => {
    const { $ } = shown('criteria', { about: { priceScored: false } });
    expect($('[name="qualityWeight"]').attr('type')).toBe('hidden');
    expect($('[name="qualityWeight"]').attr('value')).toBe('100');
  });

  test('one award is said where there is one, and not where there are several', () => {
    expect(shown('terms').text).toContain('This route has one award.');
    expect(shown('terms', { about: { severalAwards: true } }).text).not.toContain(
      'This route has one award.',
    );
  });

  test('dates say how long the route usually gives', () => {
    const { text } = shown('dates', {
      about: { biddingWorkingDays: 15, routeName: 'Rapid evidence assessment' },
    });
    expect(text).toContain('Rapid evidence assessment usually gives 15 working days.');
  });

  test('a route without bids has no budget holder', () => {
    expect([...shown('people', { about: { takesBids: false } }).names]).toEqual(['owner']);
  });

  test('warnings stand on the page they are about', () => {
    for (const task of ['procurement', 'dates', 'request'] as const)
      expect(shown(task, { about: { warnings: ['A bank holiday'] } }).text).toContain('A bank holiday');
    expect(shown('need', { about: { warnings: ['A bank holiday'] } }).text).not.toContain('A bank holiday');
  });

  test('procurement names the route and leads to another', () => {
    const { $, text } = shown('procurement');
    expect(text).toContain('Route: Commissioned study.');
    expect($(`a[href="${paths.whichRoute()}"]`).length).toBe(1);
  });
});

describe('people', () => {
  test('a team without owner or budget holder is told what to do', () => {
    const { text, names } = shown('people', { choices: { owners: [], budgetHolders: [] } });
    expect(names.size).toBe(0);
    expect(text).toContain(
      'Ask your team to give somebody that role: the author of a question can never approve it.',
    );
    expect(text).toContain('Nobody in your team is a budget holder yet.');
  });

  test('it is said what each of them will do', () => {
    const { text } = shown('people');
    expect(text).toContain('They approve it. The author never does.');
    expect(text).toContain('They open the bids together with the moderator.');
  });
});

describe('ethics and criteria', () => {
  test('the six principles are asked one by one, in words and never by colour alone', () => {
    const { $, text } = shown('ethics');
    for (const [index, { name }] of PRINCIPLES.entries()) expect(text).toContain(`${index + 1}. ${name}`);
    const labels = $('input[name="benefitRating"]')
      .toArray()
      .map((node) =>
        $(`label[for="${$(node).attr('id') ?? ''}"]`)
          .text()
          .trim(),
      );
    expect(labels).toEqual(['Green', 'Amber', 'Red']);
  });

  test('every row of criteria is its own group, with labels that say which', () => {
    const { $ } = shown('criteria');
    for (const row of CRITERION_ROWS) {
      const group = $('fieldset').filter((_, node) => $(node).find(`[name="name${row}"]`).length > 0);
      expect(group.find('legend').first().text().trim()).toBe(`Criterion ${row}`);
      expect($(`label[for="form-weight${row}"]`).text().trim()).toBe(`Weight of criterion ${row}`);
    }
  });
});
