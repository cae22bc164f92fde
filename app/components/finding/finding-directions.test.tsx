import { describe, expect, test } from 'vitest';
import { draw, words } from '../../../tests/support/drawn';
import type { FindingView } from '~/domain/knowledge/queries/finding-page.server';
import { paths } from '~/paths';
import { FindingDirections } from './finding-directions';

const REFERENCE = 'H7K4QXM2';
type Said = FindingView['directions'][number];
const said: Said = {
  ...{ about: 'ZZZZ2222', name: 'Night vetting', slug: 'night-vetting', direction: 'helps' },
  note: 'Thefts fell.',
};
const shown = (directions: Said[], recordDirection = false) => {
  const finding = { reference: REFERENCE, directions, may: { recordDirection } } as FindingView;
  return draw(<FindingDirections finding={finding} />);
};

describe('what a finding says of interventions', () => {
  test('takes no room where nothing is recorded', () => {
    expect(shown([])('body').text()).toBe('');
  });

  test('is asked of whoever may record it', () => {
    const $ = shown([], true);
    expect($('body').text()).toContain('What it says of any intervention is not recorded yet.');
    expect($('a').attr('href')).toBe(paths.recordDirection(REFERENCE));
  });

  test('leads to the page of the intervention, or of the objective', () => {
    const $ = shown([said, { ...said, about: 'YYYY2222', slug: null, name: 'Fewer victims' }]);
    expect(words($('li').first().text())).toBe('Night vetting: Helps. Thefts fell.');
    expect($('a').first().attr('href')).toBe(paths.intervention('night-vetting'));
    expect($('a').last().attr('href')).toBe(paths.objective('YYYY2222'));
    expect($('a').length).toBe(2);
  });

  test('can be changed and removed by whoever may, each link naming what of', () => {
    const $ = shown([said], true);
    expect($('li a').eq(1).text()).toBe('Change what it says of Night vetting');
    expect($('li a').eq(1).attr('href')).toBe(paths.recordDirection(REFERENCE, 'ZZZZ2222'));
    expect($('li a').eq(2).text()).toBe('Remove what it says of Night vetting');
    expect($('li a').eq(2).attr('href')).toBe(paths.removeDirection(REFERENCE, 'ZZZZ2222'));
  });

  test('what was typed is text', () => {
    const $ = shown([{ ...said, name: '<i>Vetting</i>', note: '<b>fell</b>', direction: 'noClearEffect' }]);
    expect($('i, b').length).toBe(0);
    expect(words($('li').text())).toBe('<i>Vetting</i>: No clear effect. <b>fell</b>');
  });
});
