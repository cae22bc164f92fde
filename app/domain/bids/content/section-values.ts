import { showMoney } from '../../money';
import type { BidContent } from './bid-content';
import { answerId, type Section } from './bid-sections';

/** Rows a page offers beyond those that are filled. */
const SPARE = { people: 1, milestones: 2, confidential: 1, lines: 2, otherCosts: 1 } as const;

const spare = (count: number): Record<string, string>[] => Array.from({ length: count }, () => ({}));
const text = (number: number | null): string => (number === null ? '' : String(number));
/** Without the pound sign, which the field carries itself. */
const money = (pence: number | null): string => (pence === null ? '' : showMoney(pence).slice(1));

function dayParts(iso: string | null): Record<string, string> | undefined {
  if (iso === null) return undefined;
  const [year = '', month = '', day = ''] = iso.split('-');
  return { day: String(Number(day)), month: String(Number(month)), year };
}

/** What the fields of a section's page hold; the names are those of `sectionInput`. */
export function sectionValues({ quality, price }: BidContent, section: Section): Record<string, unknown> {
  const answered = answerId(section);
  if (answered) return { text: quality.answers[answered] ?? '' };
  switch (section.slug) {
    case 'summary':
      return { text: quality.summary };
    case 'people':
      return { people: [...quality.people, ...spare(SPARE.people)] };
    case 'plan':
      return {
        milestones: [
          ...quality.milestones.map(({ title, weeks, share }) => ({
            title,
            weeks: text(weeks),
            share: text(share),
          })),
          ...spare(SPARE.milestones),
        ],
      };
    case 'references':
      return { text: quality.references };
    case 'confidential':
      return {
        confidential: [
          ...quality.confidential.map(({ until, ...rest }) => ({ ...rest, until: dayParts(until) })),
          ...spare(SPARE.confidential),
        ],
      };
    case 'declaration':
      return { otherBids: otherBids(quality.otherBids.some), text: quality.otherBids.details };
    case 'price':
      return priceValues(price);
    default:
      return {};
  }
}

const otherBids = (some: boolean | null): string => (some === null ? '' : some ? 'some' : 'none');

const priceValues = (price: BidContent['price']) => ({
  lines: [
    ...price.lines.map(({ role, dayRate, days }) => ({ role, dayRate: money(dayRate), days: text(days) })),
    ...spare(SPARE.lines),
  ],
  otherCosts: [
    ...price.otherCosts.map(({ title, amount }) => ({ title, amount: money(amount) })),
    ...spare(SPARE.otherCosts),
  ],
  overheads: price.overheads === 0 ? '' : money(price.overheads),
  fullEconomicCost: text(price.fullEconomicCost),
});
