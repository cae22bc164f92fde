import { describe, expect, test } from 'vitest';
import { MOST_ASKED_IN_A_YEAR, MOST_WAITING, NOT_ASKED } from '~/domain/questions/inviting/asking-limit';
import { paths } from '~/paths';
import { draw, rowsIn, textOf, words } from '../../../../tests/support/drawn';
import { drawOnPage, refused } from '../../../../tests/support/drawn-form';
import { InviteButton } from './invite-button';
import { InviteOrganisation } from './invite-organisation';
import { InvitedList } from './invited-list';
import { SuggestedExperts } from './suggested-experts';

const HOSTILE = '<script>alert(1)</script>';
const person = {
  ...{ reference: 'H7K4QXM2', name: 'Rosa Kelp', organisation: 'Tidal College' as string | null },
  ...{ reasons: ['Threat area: Fraud', 'Method: Survey'], workWords: ['fake medicin', 'ports'] },
  works: [
    { title: 'Fake medicines', year: 2021 as number | null, share: 70 },
    { title: 'Ports', year: null, share: 30 },
  ],
  ...{ ruledOut: [] as string[], invited: false, asked: NOT_ASKED },
};
type Suggested = typeof person;
const suggested = (over: Partial<Suggested> = {}, missing: string[] = []) =>
  drawOnPage(<SuggestedExperts people={[{ ...person, ...over }]} missing={missing} />);
const said = (over: Partial<Suggested> = {}) => words(suggested(over)('li').first().text());

describe('somebody who is suggested', () => {
  test('stands with name, organisation, reasons and how often they were asked', () => {
    const $ = suggested();
    expect($('h3 a').attr('href')).toBe(paths.expert('H7K4QXM2'));
    expect($('h3').text()).toBe('Rosa Kelp');
    expect(said()).toContain('Tidal College');
    expect(said()).toContain('Threat area: Fraud; Method: Survey');
    expect(said()).toContain('Not asked in the last 12 months');
    expect(said({ organisation: null })).not.toContain('Tidal College');
  });

  test('shows the works that brought them, with the words and how much each counts', () => {
    const $ = suggested();
    expect(words($('summary').text())).toBe('Works near to this question: fake medicin, ports');
    expect(
      $('details li')
        .toArray()
        .map((node) => $(node).text()),
    ).toEqual(['Fake medicines (2021), 70% of what their works add', 'Ports, 30% of what their works add']);
    const [one] = person.works;
    expect(words(suggested({ works: one ? [one] : [] })('summary').text())).toMatch(/^A work near to/);
    expect(suggested({ works: [] })('details').length).toBe(0);
  });

  test('is invited by one click, with the reasons they are told', () => {
    const $ = suggested();
    expect($('form').attr('method')).toBe('post');
    expect($('input[name=person]').attr('value')).toBe('H7K4QXM2');
    expect($('input[name=reason]').attr('value')).toBe(
      'Threat area: Fraud; Method: Survey; Your work: Fake medicines',
    );
    expect(words($('button').text())).toBe('Invite Rosa Kelp');
  });

  test.each([
    [{ works: [] }, 'Threat area: Fraud; Method: Survey'],
    [{ reasons: [] }, 'Your work: Fake medicines'],
    [{ reasons: [], works: [] }, undefined],
    [{ reasons: ['x'.repeat(400)] }, 'x'.repeat(300)],
  ])('is told no more than is known, and not too much (%#)', (over, reason) => {
    expect(suggested(over)('input[name=reason]').attr('value')).toBe(reason);
  });

  test.each([
    [
      { ruledOut: ['Not available', 'Is on the panel of this question'] },
      'Not now: Not available; Is on the panel',
    ],
    [
      { asked: { inYear: 0, waiting: MOST_WAITING } },
      `Not now: ${MOST_WAITING} questions wait for their answer`,
    ],
    [
      { asked: { inYear: MOST_ASKED_IN_A_YEAR, waiting: 0 } },
      `Not now: they were asked ${MOST_ASKED_IN_A_YEAR} times in the last 12 months`,
    ],
    [
      { ruledOut: ['Not available'], asked: { inYear: 99, waiting: 99 } },
      'Not now: Not available; 99 questions wait for their answer already',
    ],
    [{ invited: true, ruledOut: ['Not available'] }, 'Invited'],
  ])('has no button where something stands in the way (%#)', (over, says) => {
    const $ = suggested(over);
    expect($('button').length).toBe(0);
    expect(words($('li').first().children().last().text())).toContain(says);
  });

  test('is still invited one below the limits', () => {
    const asked = { inYear: MOST_ASKED_IN_A_YEAR - 1, waiting: MOST_WAITING - 1 };
    expect(suggested({ asked })('button').length).toBe(1);
    expect(said({ asked })).toContain(`Asked ${MOST_ASKED_IN_A_YEAR - 1} times in the last 12 months`);
    expect(said({ asked: { inYear: 1, waiting: 0 } })).toContain('Asked once in the last 12 months');
  });

  test('has a name that stays text', () => {
    const $ = suggested({ name: HOSTILE, reasons: [HOSTILE], workWords: [HOSTILE] });
    expect($('script').length).toBe(0);
    expect($('h3').text()).toBe(HOSTILE);
    expect($('input[name=reason]').attr('value')).toContain(HOSTILE);
  });
});

describe('the list of those who are suggested', () => {
  test('teaches what brings somebody onto it where it is empty', () => {
    const empty = textOf(<SuggestedExperts people={[]} missing={['Nobody works on ports.']} />);
    expect(empty).toContain('Nobody to suggest yet');
    expect(empty).toContain('their works and by shared threat areas, methods and words');
    expect(empty).not.toContain('Who is missing');
  });

  test('says who is missing, where anybody is', () => {
    const $ = suggested({}, ['Nobody works on ports.', 'None of them is early in a career.']);
    expect($('#missing').text()).toBe('Who is missing');
    expect(words($('#missing').next().text())).toBe(
      'Nobody works on ports.None of them is early in a career.',
    );
    expect(suggested()('#missing').length).toBe(0);
  });
});

test('a button without a reason carries the person alone', () => {
  const $ = drawOnPage(<InviteButton person={{ reference: 'H7K4QXM2', name: 'Rosa' }} />);
  expect(
    $('input[type=hidden]')
      .map((_, node) => $(node).attr('name'))
      .get(),
  ).toEqual(['person']);
});

describe('inviting an organisation', () => {
  const organisations = [{ reference: 'AAAA2222', name: 'Harbour Office' }];
  const form = (reply?: ReturnType<typeof refused>) =>
    drawOnPage(<InviteOrganisation reply={reply} organisations={organisations} />);

  test('begins with no choice made', () => {
    const $ = form();
    const options = $('option').toArray();
    expect(options.map((node) => [$(node).attr('value'), $(node).text()])).toEqual([
      ['', 'Choose'],
      ['AAAA2222', 'Harbour Office'],
    ]);
    expect($('select').attr('name')).toBe('organisation');
  });

  test('says what is wrong with it, and not what is wrong with another form of the page', () => {
    expect(words(form(refused({ organisation: ['Choose an organisation'] }))('body').text())).toContain(
      'Choose an organisation',
    );
    expect(words(form(refused({ person: ['Choose a person'] }))('body').text())).not.toContain(
      'Choose a person',
    );
  });
});

describe('those who are invited', () => {
  const invited = [
    {
      name: 'Rosa Kelp',
      invitedAt: new Date('2026-11-01T23:30:00Z'),
      answer: 'No answer yet',
      reason: 'Ports',
    },
    { name: HOSTILE, invitedAt: new Date('2026-07-01T23:30:00Z'), answer: 'Declined', reason: '' },
  ];

  test('stand with their UK day and their answer', () => {
    const $ = draw(<InvitedList invited={invited} visibility="network" />);
    expect(rowsIn($)).toEqual([
      ['Rosa Kelp', '1 November 2026', 'No answer yet'],
      [HOSTILE, '2 July 2026', 'Declined'],
    ]);
    expect($('script').length).toBe(0);
  });

  test.each([
    ['invited', 'Nobody is invited yet, so nobody outside your team can see this question.'],
    ['network', 'Nobody is invited yet.'],
  ])('are none yet, of a question for %s', (visibility, says) => {
    expect(textOf(<InvitedList invited={[]} visibility={visibility} />)).toBe(says);
  });
});
