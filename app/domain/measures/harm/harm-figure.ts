import { z } from 'zod';
import { optionalTextInput, textInput } from '../../form-inputs';
import { refuseField, type Refusal } from '../../refusal';
import { numberInput } from '../measure-form';

/** What a threat does to people, and how the public sees it. */
export const HARM_KINDS = {
  deaths: 'Deaths in a year',
  people: 'People affected in a year',
  economy: 'Cost to the economy in a year, in pounds',
  attitude: 'What the public thinks, per cent',
} as const;
export type HarmKind = keyof typeof HARM_KINDS;
export const HARM_KIND_NAMES = Object.keys(HARM_KINDS) as [HarmKind, ...HarmKind[]];
export const HARM_HEADS: Record<HarmKind, string> = {
  deaths: 'Deaths',
  people: 'People affected',
  economy: 'Cost to the economy',
  attitude: 'Public attitude',
};

const YEAR = /^(19|20|21)\d\d$/;

export const harmFields = {
  kind: z.enum(HARM_KIND_NAMES, { error: 'Choose what the figure counts' }),
  area: optionalTextInput(100, 'Threat area'),
  otherThreat: optionalTextInput(100, 'Another threat'),
  value: numberInput('Enter the figure'),
  year: z
    .unknown()
    .transform((given, context): number => {
      const text = typeof given === 'string' || typeof given === 'number' ? String(given).trim() : '';
      if (YEAR.test(text)) return Number(text);
      context.addIssue({ code: 'custom', message: 'Enter the year that the figure is of, like 2024' });
      return z.NEVER;
    })
    .meta({ type: ['string', 'number'] }),
  source: textInput(
    'Enter where the figure comes from: no figure is kept without its source',
    1000,
    'Source',
  ),
  address: optionalTextInput(500, 'Address').refine(
    (text) => text === '' || /^https?:\/\/[^\s/]+\S*$/i.test(text),
    'Enter an address that begins with https://',
  ),
  estimate: z.boolean().optional(),
  note: optionalTextInput(1000, 'Note'),
};
type HarmInput = { [Field in keyof typeof harmFields]: z.output<(typeof harmFields)[Field]> };

/** What a field alone cannot say. */
export function wrongInHarm(
  { kind, area, otherThreat, value, note, year }: Omit<HarmInput, 'estimate' | 'source' | 'address'>,
  now: Date,
): Refusal | null {
  if ((area === '') === (otherThreat === ''))
    return refuseField(
      'ThreatIsUnclear',
      'area',
      'Choose a threat area or name another threat, one of the two',
    );
  if (value < 0) return refuseField('FigureIsNegative', 'value', 'Enter a figure of zero or more');
  if (kind === 'attitude' && value > 100)
    return refuseField('ShareIsTooLarge', 'value', 'Enter a share of at most 100 per cent');
  if (kind === 'attitude' && note === '')
    return refuseField('QuestionIsMissing', 'note', 'Say what people were asked, word for word');
  if (year > now.getUTCFullYear()) return refuseField('YearIsToCome', 'year', 'That year has not begun');
  return null;
}

const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });

/** `1,240`, `£37bn`, `62%`, each said to be an estimate where it is one. */
export function showHarm({
  kind,
  value,
  estimate,
}: {
  kind: HarmKind;
  value: number;
  estimate: boolean;
}): string {
  const shown =
    kind === 'economy' ? showPounds(value) : `${whole.format(value)}${kind === 'attitude' ? '%' : ''}`;
  return estimate ? `about ${shown}` : shown;
}

/** Pounds in words short enough for a cell. */
export function showPounds(pounds: number): string {
  const [size, letters] = pounds >= 1e9 ? [1e9, 'bn'] : pounds >= 1e6 ? [1e6, 'm'] : [1, ''];
  return `£${whole.format(pounds / size)}${letters}`;
}

export interface ThreatFigure {
  reference: string;
  threat: string;
  kind: HarmKind;
  value: number;
  year: number;
  source: string;
  address: string;
  estimate: boolean;
  note: string;
  invented: boolean;
  released: boolean;
}

export interface ThreatRow<Figure extends ThreatFigure> {
  threat: string;
  slug: string | null;
  figures: Figure[];
}

/** The threat areas in their order, then the other threats that anybody named; the latest year of each kind first. */
export function byThreat<Figure extends ThreatFigure & { slug: string | null }>(
  areas: readonly { slug: string; name: string }[],
  figures: readonly Figure[],
): ThreatRow<Figure>[] {
  const sorted = [...figures].sort((a, b) => b.year - a.year || a.source.localeCompare(b.source));
  const others = [...new Set(sorted.flatMap(({ slug, threat }) => (slug === null ? [threat] : [])))].sort();
  return [
    ...areas.map(({ slug, name }) => ({
      ...{ threat: name, slug },
      figures: sorted.filter((one) => one.slug === slug),
    })),
    ...others.map((threat) => ({
      ...{ threat, slug: null },
      figures: sorted.filter((one) => one.slug === null && one.threat === threat),
    })),
  ];
}
