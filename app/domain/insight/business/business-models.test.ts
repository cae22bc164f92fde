import { describe, expect, test } from 'vitest';
import { stageHarmFields, wrongInStageHarm } from '../../understanding/business/stage-harm';
import { z } from 'zod';
import { businessTitle, cellAt, searchOf, showCell, type BusinessCell } from './business-models';

const areas = ['fraud', 'drugs', 'guns'].map((slug) => ({ slug, name: slug.toUpperCase() }));
const launder = { slug: 'launder', name: 'Launder' };
const cell = (area: string, question = 1, finding = 0, stage = 'launder'): BusinessCell => ({
  ...{ area, stage, question, finding },
});

describe('how the business works, in a sentence', () => {
  test.each<[BusinessCell[], string]>([
    [[], '3 of 3 threat areas have nothing on how the business works'],
    [[cell('fraud'), cell('drugs', 0, 2)], '1 of 3 threat areas has nothing on how the business works'],
    [[cell('fraud', 0, 0)], '3 of 3 threat areas have nothing on how the business works'],
    [areas.map(({ slug }) => cell(slug)), 'Every threat area has something on how its business works'],
  ])('%j: %s', (cells, said) => expect(businessTitle(undefined, areas, cells)).toBe(said));

  test('of one stage', () => {
    expect(businessTitle(launder, areas, [cell('fraud'), cell('fraud', 1, 1, 'move')])).toBe(
      'Launder: asked or known in 1 of 3 threat areas',
    );
    expect(businessTitle(launder, areas.slice(0, 1), [])).toBe(
      'Launder: asked or known in 0 of 1 threat area',
    );
  });

  test.each([
    [cell('a', 0, 0), 'Nothing'],
    [cell('a', 1, 0), '1 question, 0 findings'],
    [cell('a', 2, 1), '2 questions, 1 finding'],
  ])('%j is “%s”', (counts, said) => expect(showCell(counts)).toBe(said));

  test('a cell that nobody counted has nothing, and each cell is of its own stage', () => {
    const cells = [cell('fraud', 2, 3), cell('fraud', 9, 9, 'move')];
    expect(cellAt(cells, 'fraud', 'launder')).toMatchObject({ question: 2, finding: 3 });
    expect(cellAt(cells, 'drugs', 'launder')).toEqual({ question: 0, finding: 0 });
  });

  test.each([
    [{}, ''],
    [{ stage: 'launder' }, 'stage:launder'],
    [{ area: 'fraud', stage: 'launder', position: 'street' }, 'threat:fraud stage:launder position:street'],
  ])('%j is searched as “%s”', (about, said) => expect(searchOf(about)).toBe(said));
});

describe('how harmful a stage is, as typed', () => {
  const form = z.strictObject(stageHarmFields);
  const typed = { area: 'fraud', stage: 'launder', score: '4', source: 'Table 3', sourceDate: '2026-01-31' };
  const errors = (over: object) => {
    const result = form.safeParse({ ...typed, ...over });
    return result.success ? {} : z.flattenError(result.error).fieldErrors;
  };

  test.each([
    [{}, {}],
    [{ score: '0' }, { score: ['Choose a score from 1 to 5'] }],
    [{ score: '6' }, { score: ['Choose a score from 1 to 5'] }],
    [{ score: '2.5' }, { score: ['Choose a score from 1 to 5'] }],
    [{ score: 'severe' }, { score: ['Choose a score from 1 to 5'] }],
    [{ source: ' ' }, { source: ['Enter the source: no score is kept without one'] }],
    [{ area: '' }, { area: ['Choose the threat area'] }],
    [{ stage: undefined }, { stage: ['Choose the stage'] }],
    [{ sourceDate: '' }, { sourceDate: ['Enter the date of the source'] }],
  ])('%j', (over, expected) => expect(errors(over)).toEqual(expected));

  test('a source of tomorrow is none', () => {
    const today = new Date('2026-11-23');
    expect(wrongInStageHarm({ sourceDate: today }, today)).toBeNull();
    expect(wrongInStageHarm({ sourceDate: new Date('2026-11-24') }, today)?.name).toBe('DayIsToCome');
  });
});
