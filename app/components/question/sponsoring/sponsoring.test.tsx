import { describe, expect, test } from 'vitest';
import { draw, words } from '../../../../tests/support/drawn';
import { drawOnPage, refused } from '../../../../tests/support/drawn-form';
import type { SponsorshipPage } from '~/domain/questions/queries/sponsorship-page.server';
import type { QuestionSponsoring } from '~/domain/questions/sponsoring/question-sponsoring';
import { paths } from '~/paths';
import { AnswerForm } from './answer-form';
import { NearFindings } from './near-findings';
import { NearQuestions, type NearQuestion } from './near-questions';
import { SetAsideNote } from './set-aside-note';
import { Sponsors } from './sponsors';
import { SponsorshipAsked } from './sponsorship-asked';

const DRAFT = 'DDDD2222';
const HOSTILE = '<img src=x onerror=alert(1)>';

describe('findings that may answer a draft', () => {
  const near = { reference: 'H7K4QXM2', title: 'Night work', year: 2021, keyMessages: 'Vet at night.' };
  const shown = (findings: (Omit<typeof near, 'year'> & { year: number | null })[]) =>
    draw(<NearFindings draft={DRAFT} findings={findings} />);

  test('lead to the finding, and to saying that it answers', () => {
    const $ = shown([near]);
    expect(words($('h3').text())).toBe('Night work (2021)');
    expect($('h3 a').attr('href')).toBe(paths.finding('H7K4QXM2'));
    expect($('a.govuk-button').attr('href')).toBe(paths.reuseFinding(DRAFT, 'H7K4QXM2'));
    expect($('a.govuk-button').text()).toBe('This answers it: Night work');
    expect($('article p').text()).toBe('Vet at night.');
  });

  test('without year or key messages leave no gap, and without any there is no section', () => {
    const $ = shown([{ ...near, year: null, keyMessages: '', title: HOSTILE }]);
    expect($('h3').text()).toBe(HOSTILE);
    expect($('article p').length).toBe(0);
    expect(shown([])('body').text()).toBe('');
  });
});

describe('questions like one’s own', () => {
  const near: NearQuestion = {
    ...{ reference: 'AAAA2222', title: 'Who recruits?', summary: 'At ports.', state: 'Open', joinable: null },
  };
  const joinable = { team: 'Ports', organisation: 'Border Agency', neededBy: '2027-03-01' };
  const shown = (over: Partial<NearQuestion>) =>
    draw(<NearQuestions draft={DRAFT} questions={[{ ...near, ...over }]} />);

  test('one that can be joined says whose it is and by when', () => {
    const $ = shown({ joinable });
    expect($('.govuk-body-s').text()).toBe('Open · Ports, Border Agency · answer needed by 1 March 2027');
    expect($('a.govuk-button').attr('href')).toBe(paths.joinQuestion(DRAFT, 'AAAA2222'));
    expect($('a.govuk-button').text()).toBe('Join this question: Who recruits?');
  });

  test('one without a day says none', () => {
    expect(shown({ joinable: { ...joinable, neededBy: null } })('.govuk-body-s').text()).toBe(
      'Open · Ports, Border Agency',
    );
  });

  test('one that cannot be joined is still there to read, without its team', () => {
    const $ = shown({});
    expect($('.govuk-body-s').text()).toBe('Open');
    expect($('a').length).toBe(1);
    expect($('a').attr('href')).toBe(paths.question('AAAA2222'));
  });

  test('none takes no room', () => {
    expect(draw(<NearQuestions draft={DRAFT} questions={[]} />)('body').text()).toBe('');
  });
});

describe('a draft that was set aside', () => {
  const joined: NonNullable<QuestionSponsoring['setAside']> = {
    ...{ state: 'requested', question: { reference: 'AAAA2222', title: 'Who recruits?' }, finding: null },
    ...{ reason: '', sponsorship: 'SSSS2222', reopen: false },
  };
  const shown = (setAside: QuestionSponsoring['setAside']) =>
    draw(<SetAsideNote draft={DRAFT} setAside={setAside} />);

  test('any other draft has no note', () => {
    expect(shown(null)('body').text()).toBe('');
  });

  test.each([
    ['requested', 'Waiting for an answer'],
    ['declined', 'Declined'],
    ['lapsed', 'Lapsed without an answer'],
    ['left', 'No longer a sponsor'],
  ] as const)('one that was %s leads to the request, which its team can read', (state, label) => {
    const $ = shown({ ...joined, state });
    expect(words($('p').text())).toBe(
      `This draft is set aside. Your team asked to join Who recruits? (${label})`,
    );
    expect($('a').attr('href')).toBe(paths.sponsorship('SSSS2222'));
  });

  test('a sponsor is led to the question itself', () => {
    expect(shown({ ...joined, state: 'accepted' })('a').attr('href')).toBe(paths.question('AAAA2222'));
  });

  test('one that a finding answers leads to the finding', () => {
    const finding = { reference: 'H7K4QXM2', title: 'Night work' };
    const $ = shown({ ...joined, state: null, question: null, sponsorship: null, finding });
    expect(words($('p').text())).toBe('This draft is set aside. A finding answers it: Night work');
    expect($('a').attr('href')).toBe(paths.finding('H7K4QXM2'));
  });

  test('the reason is told as text, and the way back only to who may take it', () => {
    const $ = shown({ ...joined, state: 'declined', reason: HOSTILE, reopen: true });
    expect($('p').last().text()).toBe(HOSTILE);
    expect($('a.govuk-button').attr('href')).toBe(paths.reopenDraft(DRAFT));
    expect(shown(joined)('a.govuk-button').length).toBe(0);
  });
});

describe('the teams beside a question', () => {
  const sponsor: QuestionSponsoring['sponsors'][number] = {
    ...{ reference: null, neededFor: 'Vetting', neededBy: '2027-03-01' },
    team: { reference: 'TTTT2222', name: 'Ports', organisation: 'Border Agency' },
  };
  const shown = (over: Partial<Pick<QuestionSponsoring, 'sponsors' | 'requests'>>) =>
    draw(<Sponsors sponsors={[]} requests={[]} {...over} />);

  test('none takes no room', () => {
    expect(shown({})('body').text()).toBe('');
  });

  test('each says what it needs the answer for and by when', () => {
    const $ = shown({ sponsors: [sponsor] });
    expect(words($('li').text())).toBe('Ports, Border Agency: Vetting, by 1 March 2027');
    expect($('a').length).toBe(1);
    expect($('a').attr('href')).toBe(paths.team('TTTT2222'));
  });

  test('what they asked for is there for the two teams alone', () => {
    const $ = shown({ sponsors: [{ ...sponsor, reference: 'SSSS2222' }] });
    expect($('a').last().attr('href')).toBe(paths.sponsorship('SSSS2222'));
    expect($('a').last().text()).toBe('What they asked for: Ports');
  });

  test('a request says whether the reader is to answer it', () => {
    const request = { reference: 'SSSS2222', team: 'Ports', toAnswer: true };
    expect(shown({ requests: [request] })('a').text()).toBe('Ports asks to join: answer');
    expect(shown({ requests: [{ ...request, toAnswer: false }] })('a').text()).toBe('Ports asked to join');
  });
});

describe('what another team asked for', () => {
  const sponsorship: SponsorshipPage = {
    ...{ reference: 'SSSS2222', requestedBy: 'Una User', neededFor: 'Vetting', context: 'Twelve ports' },
    ...{ state: 'requested', reason: '', may: { answer: false, leave: false } },
    question: { reference: 'AAAA2222', title: 'Who recruits?', seen: true },
    team: { reference: 'TTTT2222', name: 'Ports', organisation: 'Border Agency' },
    requestedAt: new Date('2026-11-20T09:00:00Z'),
    neededBy: new Date('2027-03-01'),
    lapsesAt: new Date('2026-12-05T00:00:00Z'),
  };
  const shown = (over: Partial<SponsorshipPage> = {}) =>
    draw(<SponsorshipAsked sponsorship={{ ...sponsorship, ...over }} />);
  const facts = (over: Partial<SponsorshipPage> = {}) => {
    const $ = shown(over);
    const row = (_: number, node: Parameters<typeof $>[0]) =>
      `${$(node).find('dt').text()}: ${words($(node).find('dd').text())}`;
    return $('.govuk-summary-list__row').map(row).get();
  };

  test('stands in full, and waits until the end of the last day before it lapses', () => {
    expect(facts()).toEqual([
      'State: Waiting for an answer, until the end of 4 December 2026',
      'Question: Who recruits?',
      'Team: Ports, Border Agency',
      'Asked by: Una User, 20 November 2026',
      'Needed for: Vetting',
      'Their context: Twelve ports',
      'Needed by: 1 March 2027',
    ]);
  });

  test('one that was declined says why, and no day', () => {
    expect(facts({ state: 'declined', reason: HOSTILE }).slice(0, 2)).toEqual([
      'State: Declined',
      `Reason: ${HOSTILE}`,
    ]);
  });

  test('a question that its reader no longer sees keeps its name and loses its link', () => {
    expect(shown()('dd a').first().attr('href')).toBe(paths.question('AAAA2222'));
    const $ = shown({ question: { ...sponsorship.question, seen: false } });
    expect($('dd a').length).toBe(1);
    expect($('dd a').attr('href')).toBe(paths.team('TTTT2222'));
  });
});

describe('the answer of the asking team', () => {
  test('is yes or no, neither chosen, with what a sponsor may and may not', () => {
    const $ = drawOnPage(<AnswerForm reply={undefined} />);
    expect(
      $('input[type=radio]')
        .map((_, node) => node.attribs['value'])
        .get(),
    ).toEqual(['accept', 'decline']);
    expect($('input[checked]').length).toBe(0);
    expect($('form').text()).toContain('They decide nothing and read no bids.');
    expect($('button').attr('data-prevent-double-click')).toBe('true');
  });

  test('a decline without a reason is refused beside the box', () => {
    const $ = drawOnPage(<AnswerForm reply={refused({ reason: ['Say why you decline'] })} />);
    expect($('.govuk-error-summary').text()).toContain('Say why you decline');
    expect($('.govuk-error-message').text()).toContain('Say why you decline');
  });
});
