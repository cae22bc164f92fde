import { optionalTextInput } from '../../form-inputs';
import type { CriterionDraft } from '../criteria';
import { choiceInput, wholeNumberInput } from '../tasks/task';

/** The scores a band of guidance stands for, in the order of the list that is kept. */
export const BAND_VALUES = [0, 1, 2, 3, 4, 5] as const;

export const CRITERION_STAGES = [
  { value: 'written', label: 'From the written bid' },
  { value: 'interview', label: 'At interview' },
];

export const DETAIL_LABELS = {
  band: (row: string, value: number) => `What a ${value} means for criterion ${row}`,
  stage: (row: string) => `When criterion ${row} is scored`,
  words: (row: string) => `Most words in a bid’s answer to criterion ${row}`,
  reasonWords: (row: string) => `Most words in a reason for criterion ${row}`,
} as const;

/** What a criterion may say beyond name, guidance, weight and minimum. */
export const detailFields = (row: string) => ({
  [`stage${row}`]: choiceInput(CRITERION_STAGES),
  [`words${row}`]: wholeNumberInput(10, 50_000, DETAIL_LABELS.words(row)),
  [`reasonWords${row}`]: wholeNumberInput(10, 1000, DETAIL_LABELS.reasonWords(row)),
  ...Object.fromEntries(
    BAND_VALUES.map((value) => [
      `band${row}of${value}`,
      optionalTextInput(300, DETAIL_LABELS.band(row, value)),
    ]),
  ),
});

type Details = Pick<CriterionDraft, 'stage' | 'bands' | 'wordLimit' | 'reasonWords'>;
type Raw = Record<string, unknown>;

const numberIn = (value: unknown): number | null => (typeof value === 'number' ? value : null);
const bandsIn = (values: Raw, row: string): string[] =>
  BAND_VALUES.map((value) => {
    const text = values[`band${row}of${value}`];
    return typeof text === 'string' ? text : '';
  });

/** What was said, and nothing else; standard words stand where a band is empty. */
export function detailsFrom(values: Raw, row: string): Details {
  const bands = bandsIn(values, row);
  const [words, reasonWords] = [numberIn(values[`words${row}`]), numberIn(values[`reasonWords${row}`])];
  return {
    ...(values[`stage${row}`] === 'interview' ? { stage: 'interview' as const } : {}),
    ...(bands.some((band) => band !== '') ? { bands } : {}),
    ...(words === null ? {} : { wordLimit: words }),
    ...(reasonWords === null ? {} : { reasonWords }),
  };
}

export const detailValues = (row: string, found: CriterionDraft | undefined): Raw => ({
  [`stage${row}`]: found?.stage === 'interview' ? 'interview' : undefined,
  [`words${row}`]: found?.wordLimit ?? undefined,
  [`reasonWords${row}`]: found?.reasonWords ?? undefined,
  ...Object.fromEntries(BAND_VALUES.map((value) => [`band${row}of${value}`, found?.bands?.[value] ?? ''])),
});

export const hasDetails = (values: Raw, row: string): boolean =>
  Object.keys(detailsFrom(values, row)).length > 0;
