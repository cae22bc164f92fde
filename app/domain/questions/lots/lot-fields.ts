import { optionalMoneyInput, optionalTextInput } from '../../form-inputs';
import { showMoney } from '../../money';
import { withVat } from '../route-choosing/thresholds';
import {
  choiceInput,
  messages,
  wholeNumberInput,
  YES_NO,
  type Answer,
  type DraftRow,
  type Missing,
} from '../tasks/task';
import {
  awardsOf,
  budgetOf,
  FEWEST_LOTS,
  LOT_RULE_WORDS,
  LOT_RULES,
  lotName,
  MOST_LOTS,
  showLotLimits,
  showLotMoney,
  type LotDraft,
  type LotLimits,
} from './lot';

export const LOT_ROWS = Array.from({ length: MOST_LOTS }, (_, index) => String(index + 1));

export const LOTS_LABELS = {
  divided: 'Is it bid for in lots?',
  undividedReason: 'Why it is not divided into lots',
  title: (row: string) => `Title of lot ${row}`,
  covers: (row: string) => `What lot ${row} covers`,
  budget: (row: string) => `Budget of lot ${row}, without VAT`,
  awards: (row: string) => `Number of awards in lot ${row}`,
  mostBids: 'For how many lots one person may lead a bid',
  mostAwards: 'How many lots one bidder may win',
  rule: 'What a bidder keeps who comes first in more lots than that',
} as const;

export const LOT_RULE_CHOICES = LOT_RULES.map((value) => ({ value, label: LOT_RULE_WORDS[value] }));

const rowFields = (row: string) => ({
  [`lotTitle${row}`]: optionalTextInput(120, LOTS_LABELS.title(row)),
  [`lotCovers${row}`]: optionalTextInput(1000, LOTS_LABELS.covers(row)),
  [`lotBudget${row}`]: optionalMoneyInput(LOTS_LABELS.budget(row)),
  [`lotAwards${row}`]: wholeNumberInput(1, 100, LOTS_LABELS.awards(row)),
});

const fixedFields = {
  divided: choiceInput(YES_NO),
  undividedReason: optionalTextInput(600, LOTS_LABELS.undividedReason),
  mostBids: wholeNumberInput(1, MOST_LOTS, LOTS_LABELS.mostBids),
  mostAwards: wholeNumberInput(1, MOST_LOTS, LOTS_LABELS.mostAwards),
  lotRule: choiceInput(LOT_RULE_CHOICES),
};

/** Whether it is bid for in lots, and in which. Those of the rows are read by their names. */
export const lotFields = {
  ...fixedFields,
  ...Object.assign({}, ...LOT_ROWS.map((row) => rowFields(row))),
} as typeof fixedFields;

type Values = Record<string, unknown>;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const number = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);

const isUsed = (values: Values, row: string): boolean =>
  text(values[`lotTitle${row}`]) !== '' ||
  text(values[`lotCovers${row}`]) !== '' ||
  number(values[`lotBudget${row}`]) !== undefined;

/** What stands in the rows, without the empty ones, which the others close up to; none where it is not divided. */
export const lotsFrom = (values: Values): LotDraft[] =>
  values['divided'] === 'yes'
    ? LOT_ROWS.filter((row) => isUsed(values, row)).map((row, index) => ({
        number: index + 1,
        title: text(values[`lotTitle${row}`]),
        covers: text(values[`lotCovers${row}`]),
        budget: number(values[`lotBudget${row}`]) ?? 0,
        awardsAvailable: number(values[`lotAwards${row}`]) ?? 1,
      }))
    : [];

/** A lot has a title before it is kept. */
export function untitledLot(values: Values): { field: string; message: string } | undefined {
  if (values['divided'] !== 'yes') return undefined;
  const row = LOT_ROWS.find((one) => isUsed(values, one) && text(values[`lotTitle${one}`]) === '');
  if (!row) return undefined;
  return { field: `lotTitle${row}`, message: `Give lot ${row} a title, or clear its row` };
}

export function limitsFrom(values: Values): LotLimits {
  if (values['divided'] !== 'yes') return { lotsMostBids: null, lotsMostAwards: null, lotRule: null };
  const mostAwards = number(values['mostAwards']) ?? null;
  return {
    lotsMostBids: number(values['mostBids']) ?? null,
    lotsMostAwards: mostAwards,
    lotRule: mostAwards === null ? null : (LOT_RULES.find((rule) => rule === values['lotRule']) ?? null),
  };
}

/** Procedures in which the law asks to consider lots (Procurement Act 2023, section 18). */
const TENDERED: ReadonlySet<unknown> = new Set(['open', 'competitiveFlexible']);

/** Whether the law asks why something of this basis and budget is not divided. */
export function needsReasonForNoLots({ basis, budgetMaximum }: Values, threshold: number | null): boolean {
  const budget = number(budgetMaximum);
  return budget !== undefined && threshold !== null && TENDERED.has(basis) && withVat(budget) >= threshold;
}

function missingInRows(values: Values, row: DraftRow): Missing {
  const found: Missing = {};
  const used = LOT_ROWS.filter((one) => isUsed(values, one));
  for (const one of used)
    Object.assign(
      found,
      messages({
        [`lotTitle${one}`]: text(values[`lotTitle${one}`]) === '' && `Enter the title of lot ${one}`,
        [`lotCovers${one}`]: text(values[`lotCovers${one}`]) === '' && `Say what lot ${one} covers`,
        [`lotBudget${one}`]: !number(values[`lotBudget${one}`]) && `Enter the budget of lot ${one}`,
        [`lotAwards${one}`]:
          !row.route.severalAwards &&
          (number(values[`lotAwards${one}`]) ?? 1) > 1 &&
          `A ${row.route.name.toLowerCase()} has one award in each lot`,
      }),
    );
  const lots = lotsFrom(values);
  if (used.length < FEWEST_LOTS) {
    const next = LOT_ROWS.find((one) => !used.includes(one)) ?? '1';
    found[`lotTitle${next}`] ??= 'Describe at least two lots, or say that it is not divided';
  }
  const total = budgetOf(lots);
  const budget = number(values['budgetMaximum']);
  if (budget !== undefined && total > budget)
    found[`lotBudget${used[0] ?? '1'}`] ??=
      `The budgets of the lots come to ${showMoney(total)}, more than the ${showMoney(budget)} of the question`;
  return { ...found, ...missingLimits(values, lots.length) };
}

const missingLimits = (values: Values, lots: number): Missing =>
  messages({
    mostBids: (number(values['mostBids']) ?? 0) > lots && `There are only ${lots} lots`,
    mostAwards: (number(values['mostAwards']) ?? 0) > lots && `There are only ${lots} lots`,
    lotRule:
      number(values['mostAwards']) !== undefined && !values['lotRule'] && 'Choose what such a bidder keeps',
  });

export function missingLots(values: Values, row: DraftRow): Missing {
  if (values['divided'] === 'yes') return missingInRows(values, row);
  return needsReasonForNoLots(values, row.threshold)
    ? messages({
        divided: !values['divided'] && 'Say whether it is bid for in lots',
        undividedReason:
          text(values['undividedReason']) === '' &&
          'Say why it is not divided. The law asks for a reason at this value',
      })
    : {};
}

export const lotValues = (row: DraftRow) => ({
  divided: row.divided === null ? undefined : row.divided ? 'yes' : 'no',
  undividedReason: row.undividedReason,
  ...Object.fromEntries(LOT_ROWS.flatMap((number) => rowValues(number, row))),
  mostBids: row.lotsMostBids ?? undefined,
  mostAwards: row.lotsMostAwards ?? undefined,
  lotRule: row.lotRule ?? undefined,
});

function rowValues(number: string, { lots }: DraftRow): [string, string | number | undefined][] {
  const lot = lots.find((held) => String(held.number) === number);
  return [
    [`lotTitle${number}`, lot?.title ?? ''],
    [`lotCovers${number}`, lot?.covers ?? ''],
    [`lotBudget${number}`, lot?.budget || undefined],
    [`lotAwards${number}`, lot?.awardsAvailable],
  ];
}

/** The lots as they are read back; nothing where nothing was said of them. */
export function lotAnswers(
  row: Pick<DraftRow, 'divided' | 'lots' | 'undividedReason'> & LotLimits,
): Answer[] {
  if (row.lots.length === 0)
    return row.undividedReason === ''
      ? []
      : [{ label: LOTS_LABELS.undividedReason, value: row.undividedReason }];
  const limits = showLotLimits(row);
  return [
    ...row.lots.map((lot) => ({ label: lotName(lot), value: `${lot.covers}\n${showLotMoney(lot)}` })),
    ...(limits ? [{ label: 'Limits for one bidder', value: limits }] : []),
  ];
}

/** Of a question: as its lots say, or as its terms do. */
export const awardsInAll = (drafted: readonly LotDraft[], stated: number): number =>
  drafted.length > 0 ? awardsOf(drafted) : stated;

/** What of a question its lots change. */
export function lotsInForm(values: Values, stated: number) {
  const drafted = lotsFrom(values);
  return {
    lots: drafted,
    data: {
      divided: values['divided'] === undefined ? null : values['divided'] === 'yes',
      undividedReason: values['divided'] === 'yes' ? '' : text(values['undividedReason']),
      ...limitsFrom(values),
      awardsAvailable: awardsInAll(drafted, stated),
    },
  };
}
