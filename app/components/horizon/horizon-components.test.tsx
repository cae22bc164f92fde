import { describe, expect, test } from 'vitest';
import type { ShownJudgement, SignalPage } from '~/domain/elicitation/queries/signal-page.server';
import type { Likelihood } from '~/domain/elicitation/horizon/yardstick';
import type { TermChoice } from '~/domain/taxonomy/queries/term-choices.server';
import { paths } from '~/paths';
import { draw, rowsIn, textOf, words } from '../../../tests/support/drawn';
import { drawFields, drawOnPage, refused } from '../../../tests/support/drawn-form';
import { JudgementHistory } from './judgement-history';
import { SignalEvidence } from './signal-evidence';
import { SignalFields } from './signal-fields';

describe('how likely it was judged to be', () => {
  const judged = (number: number, likelihood: Likelihood): ShownJudgement => ({
    ...{ number, likelihood, confidence: 'moderate', reason: `Count ${number}`, by: 'Mel Member' },
    at: `2026-0${number}-01T12:00:00Z`,
  });

  test('the newest first, each beside the one before it in time', () => {
    const $ = draw(
      <JudgementHistory
        judgements={[
          judged(4, 'unlikely'),
          judged(3, 'likely'),
          judged(2, 'likely'),
          judged(1, 'remoteChance'),
        ]}
      />,
    );
    expect(rowsIn($).map(([when, , moved]) => [when, moved])).toEqual([
      ['1 April 2026', 'Less likely, by 2 steps'],
      ['1 March 2026', 'As before'],
      ['1 February 2026', 'More likely, by 4 steps'],
      ['1 January 2026', 'First judgement'],
    ]);
  });

  test('likelihood with its range, and confidence apart from it', () => {
    const [row] = rowsIn(draw(<JudgementHistory judgements={[judged(1, 'almostCertain')]} />));
    expect(row).toEqual([
      ...['1 January 2026', 'Almost certain (95 to 100%)', 'First judgement', 'Moderate'],
      ...['Count 1', 'Mel Member'],
    ]);
  });

  test('before anybody judged there is no empty table', () => {
    expect(textOf(<JudgementHistory judgements={[]} />)).toBe('Nobody has judged yet how likely it is.');
  });
});

describe('evidence', () => {
  const piece = (over: Partial<SignalPage['evidence'][number]>) => ({
    ...{ id: 'piece', says: 'Ten in a month', address: null, finding: null },
    ...over,
  });
  const shown = (evidence: ReturnType<typeof piece>[], keep = false) => {
    const signal = { reference: '22222222', evidence, may: { keep } } as unknown as SignalPage;
    return drawOnPage(<SignalEvidence signal={signal} />);
  };
  const web = piece({ address: 'https://news.example/drones' });
  const own = piece({ id: 'other', finding: { reference: '2222223E', title: 'Parcels counted' } });

  test('leads to the finding by its title, and out of the site without telling from where', () => {
    const $ = shown([web, own]);
    expect($('a[href="https://news.example/drones"]').attr('rel')).toBe('noreferrer');
    expect($(`a[href="${paths.finding('2222223E')}"]`).text()).toBe('Parcels counted');
    expect($('a[href=""]').length).toBe(0);
    expect($('form').length).toBe(0);
  });

  test('is added and taken away by those who keep it, each piece by a button that names it', () => {
    const $ = shown([web, own], true);
    expect(
      $('form')
        .toArray()
        .map((node) => [
          $(node).find('input[name="evidence"]').attr('value'),
          $(node).find('button').attr('value'),
        ]),
    ).toEqual([
      ['piece', 'remove'],
      ['other', 'remove'],
    ]);
    expect(words($('button').first().text())).toBe('Take it away: Ten in a month');
    expect($(`a[href="${paths.signalEvidence('22222222')}"]`).length).toBe(1);
  });

  test('that there is none is said', () => {
    expect(words(shown([]).text())).toContain('There is none yet that you can read.');
    expect(words(shown([web]).text())).not.toContain('There is none');
  });
});

test('the fields of a signal keep what was entered, with the message beside its field', () => {
  const areas = [{ slug: 'fraud', name: 'Fraud' }] as TermChoice[];
  const $ = drawFields((fields) => <SignalFields fields={fields} areas={areas} />, {
    values: { title: 'Drones', changing: 'They drop parcels.', threatAreas: ['fraud'] },
    reply: refused({ questions: ['Enter references of questions'] }),
  });
  expect($('input[name="title"]').attr('value')).toBe('Drones');
  expect($('textarea[name="changing"]').text()).toBe('They drop parcels.');
  expect($('input[value="fraud"][checked]').length).toBe(1);
  const group = $('input[name="questions"]').closest('.govuk-form-group');
  expect(words(group.find('.govuk-error-message').text())).toContain('Enter references of questions');
  expect($('.govuk-form-group .govuk-error-message').length).toBe(1);
});
