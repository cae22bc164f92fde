import { describe, expect, test } from 'vitest';
import { draw, textOf, words } from '../../../tests/support/drawn';
import { drawFields, drawOnPage, refused } from '../../../tests/support/drawn-form';
import { paths } from '~/paths';
import { BodyField } from './body-field';
import { CommentShown, type DrawnComment } from './comment-shown';
import { Discussion, type DiscussionProps } from './discussion';
import { Threads, type DrawnThread } from './threads';
import { WatchForm } from './watch-form';

const comment: DrawnComment = {
  reference: 'H7K4QXM2',
  author: 'Leah Moyle',
  level: 'everybody',
  body: '<p>The sample is <strong>small</strong>.</p>',
  postedAt: '2026-11-20T09:30:00Z',
  edited: false,
  before: [],
  hiddenReason: null,
  may: { edit: false, hide: false },
};
const thread: DrawnThread = { ...comment, replies: [] };

const discussion: DiscussionProps = {
  title: 'Who recruits at ports?',
  threads: [],
  next: null,
  levels: ['everybody', 'government'],
  watch: null,
  may: { write: true, watch: true },
  blind: false,
  reply: undefined,
};

describe('a comment', () => {
  const shown = (over: Partial<DrawnComment> = {}) =>
    draw(<CommentShown comment={{ ...comment, ...over }} />);

  test('says who wrote it and when, in UK time, and can be linked to', () => {
    const $ = shown();
    expect(words($('p').first().text())).toBe('Leah Moyle, 20 November 2026 at 9:30am');
    expect($('article').attr('id')).toBe('comment-H7K4QXM2');
    expect($('article').attr('aria-label')).toBe('Comment by Leah Moyle, 20 November 2026 at 9:30am');
  });

  test('keeps its formatting, which was made safe before', () => {
    expect(shown()('strong').last().text()).toBe('small');
  });

  test('a name is text, whatever it holds', () => {
    const $ = shown({ author: '<img src=x onerror=alert(1)>' });
    expect($('img').length).toBe(0);
    expect($('strong').first().text()).toBe('<img src=x onerror=alert(1)>');
  });

  test('one that was changed says so and shows how it read before, each wording with its end', () => {
    const $ = shown({
      edited: true,
      before: [
        { body: '<p>Too small.</p>', replacedAt: '2026-11-20T09:40:00Z' },
        { body: '<p>Very small.</p>', replacedAt: '2026-11-20T09:50:00Z' },
      ],
    });
    expect(words($('p').first().text())).toContain('(edited)');
    expect($('summary').text()).toBe('How it read before');
    expect($('details section').first().text()).toBe('Until 20 November 2026 at 9:40amToo small.');
    expect($('details section').last().text()).toBe('Until 20 November 2026 at 9:50amVery small.');
  });

  test('one that never changed has nothing to open', () => {
    const $ = shown();
    expect($('details').length).toBe(0);
    expect($('body').text()).not.toContain('(edited)');
  });

  test('a hidden one leaves the reason and nothing of its text', () => {
    const $ = shown({ hiddenReason: 'It named a <victim>.' });
    expect($('body').text()).toContain('Hidden: It named a <victim>.');
    expect($('body').text()).not.toContain('sample');
  });

  test('nobody is offered what they may not do', () => {
    expect(shown()('a').length).toBe(0);
  });

  test('its author may change it and a coordinator hide it, each link saying whose it is', () => {
    const own = shown({ may: { edit: true, hide: false } });
    expect(own('a').attr('href')).toBe(paths.editComment('H7K4QXM2'));
    expect(own('a').text()).toBe('Change your comment of 20 November 2026 at 9:30am');
    const kept = shown({ may: { edit: false, hide: true } });
    expect(kept('a').attr('href')).toBe(paths.hideComment('H7K4QXM2'));
    expect(kept('a').text()).toBe('Hide the comment by Leah Moyle');
  });
});

describe('threads', () => {
  const shown = (threads: DrawnThread[], mayWrite = false) =>
    draw(<Threads threads={threads} mayWrite={mayWrite} />);

  test('none invites the first word', () => {
    const text = textOf(<Threads threads={[]} mayWrite />);
    expect(text).toContain('Nobody has said anything yet');
    expect(text).toContain('You choose who can read what you write.');
  });

  test.each([
    ['everybody', 'Read by: Everybody who sees this page'],
    ['government', 'Read by: Government teams only'],
    ['team', 'Read by: The asking team only'],
    ['coordinators', 'Read by: Coordinators only'],
  ] as const)('one for %s says “%s”', (level, line) => {
    expect(shown([{ ...thread, level }])('.govuk-hint').text()).toBe(line);
  });

  test('replies stand under their thread in their order, set in', () => {
    const replies = [
      { ...comment, reference: 'AAAA2222', author: 'Una User' },
      { ...comment, reference: 'BBBB2222', author: 'Ono Reader' },
    ];
    const $ = shown([{ ...thread, replies }]);
    const ids = $('section article').map((_, node) => $(node).attr('id'));
    expect(ids.get()).toEqual(['comment-H7K4QXM2', 'comment-AAAA2222', 'comment-BBBB2222']);
    expect($('article.ml-4').length).toBe(2);
    expect($('.govuk-hint').length).toBe(1);
  });

  test('who may write answers a thread, not a reply to it', () => {
    const $ = shown([{ ...thread, replies: [{ ...comment, reference: 'AAAA2222' }] }], true);
    expect($('a').length).toBe(1);
    expect($('a').attr('href')).toBe(paths.comment('H7K4QXM2'));
    expect($('a').text()).toBe('Reply to Leah Moyle');
  });

  test('who may only read is not asked to reply', () => {
    expect(shown([thread])('a').length).toBe(0);
  });
});

describe('the page of a discussion', () => {
  const shown = (over: Partial<DiscussionProps> = {}) => drawOnPage(<Discussion {...discussion} {...over} />);

  test('names what is discussed, as text', () => {
    const $ = shown({ title: 'Ports <script>alert(1)</script>' });
    expect($('.govuk-caption-l').text()).toBe('Ports <script>alert(1)</script>');
    expect($('h1').text()).toBe('Discussion');
    expect($('script').length).toBe(0);
  });

  test('offers the levels that its reader may write at, and no other', () => {
    const $ = shown();
    const offered = $('#comment input[name=level]').map((_, node) => $(node).attr('value'));
    expect(offered.get()).toEqual(['everybody', 'government']);
    expect($('#comment').text()).toContain('The public too, once it is released.');
    expect($('#comment').text()).not.toContain('Coordinators only');
    expect($('#comment button').text()).toBe('Post it');
    expect($('#comment input[name=_key]').attr('value')).toBe('page-key');
  });

  test('a reader who may neither write nor watch gets no form', () => {
    const $ = shown({ may: { write: false, watch: false }, levels: [] });
    expect($('form').length).toBe(0);
    expect($('body').text()).not.toContain('Start a thread');
  });

  test('a member who may not write may still watch', () => {
    const $ = shown({ may: { write: false, watch: true } });
    expect($('form').attr('id')).toBe('watch');
    expect($('form').length).toBe(1);
  });

  test('while bids may be there it says who talks, and otherwise does not speak of bids', () => {
    expect(shown({ blind: true })('.govuk-inset-text').text()).toContain('Until the award notice only');
    expect(shown()('body').text()).not.toContain('Bids');
  });

  test('older threads are a link away, its mark kept whole', () => {
    expect(shown({ next: '2026-11-20T09:30:00+00_a&b' })('.govuk-pagination a').attr('href')).toBe(
      '?after=2026-11-20T09%3A30%3A00%2B00_a%26b',
    );
    expect(shown()('.govuk-pagination').length).toBe(0);
  });

  test('a refused comment is said in its own form alone', () => {
    const $ = shown({ reply: refused({ body: ['Write something'] }) });
    expect($('#comment .govuk-error-summary a').attr('href')).toBe('#comment-body');
    expect($('#comment .govuk-error-message').text()).toContain('Write something');
    expect($('#watch .govuk-error-summary').length).toBe(0);
  });

  test('a refused watch is said in its own form alone', () => {
    const $ = shown({ reply: refused({ setting: ['Choose how much'] }) });
    expect($('#watch .govuk-error-summary').text()).toContain('Choose how much');
    expect($('#comment .govuk-error-summary').length).toBe(0);
  });
});

describe('the box for a comment', () => {
  const shown = (reply?: ReturnType<typeof refused>) =>
    drawFields((fields) => <BodyField label="Your comment" reply={reply} fields={fields} />, {
      ...(reply ? { reply } : {}),
    });

  test('says how to call somebody, for how long it can be changed, and what to leave out', () => {
    const hint = shown()('.govuk-hint').text();
    expect(hint).toContain('Write @ and a whole name');
    expect(hint).toContain('for 30 minutes');
    expect(hint).toContain('no personal data');
  });

  test('asks about personal data only where some was found', () => {
    const found = shown(refused({ body: ['This looks as if it holds a phone number. Take it out.'] }));
    expect(found('input[type=checkbox]').attr('name')).toBe('notPersonal');
    expect(found('label').last().text()).toBe('I checked: none of this is about a person');
    expect(shown(refused({ body: ['Write something'] }))('input[type=checkbox]').length).toBe(0);
    expect(shown()('input[type=checkbox]').length).toBe(0);
  });
});

describe('how much one hears', () => {
  const chosen = (watch: 'every' | 'daily' | null) => {
    const $ = drawOnPage(<WatchForm reply={undefined} watch={watch} />);
    return $('input:checked + label').text();
  };

  test('what was chosen stands ticked, and nothing until then', () => {
    expect(chosen('every')).toBe('Every comment, at once');
    expect(chosen('daily')).toBe('Once a day, all together');
    expect(chosen(null)).toBe('Nothing');
  });
});
