import { isoDay } from '../../uk-time';
import type { BidContent } from './bid-content';
import { answerId, type Section } from './bid-sections';
import type { SectionInput } from './section-input';

type Typed = Omit<SectionInput, 'reference' | 'section' | 'revision' | 'intent'>;

/** The content with one section as it was typed; rows left empty are dropped. */
export function withSection(content: BidContent, section: Section, typed: Typed): BidContent {
  const { quality, price } = content;
  const inQuality = (part: Partial<BidContent['quality']>) => ({ price, quality: { ...quality, ...part } });
  const answered = answerId(section);
  if (answered) return inQuality({ answers: { ...quality.answers, [answered]: typed.text } });
  switch (section.slug) {
    case 'summary':
      return inQuality({ summary: typed.text });
    case 'people':
      return inQuality({
        people: typed.people.filter(({ name, role, narrative }) => name || role || narrative),
      });
    case 'plan':
      return inQuality({ milestones: milestonesOf(typed) });
    case 'references':
      return inQuality({ references: typed.text });
    case 'confidential':
      return inQuality({ confidential: confidentialOf(typed) });
    case 'declaration':
      return inQuality({ otherBids: { some: declared(typed.otherBids), details: typed.text } });
    case 'price':
      return { quality, price: priceOf(typed) };
    default:
      return content;
  }
}

/** One section of `from` put into `to`: how a person chooses between two versions. */
export function copySection(to: BidContent, from: BidContent, section: Section): BidContent {
  const { quality } = from;
  const inQuality = (part: Partial<BidContent['quality']>) => ({
    ...to,
    quality: { ...to.quality, ...part },
  });
  const answered = answerId(section);
  if (answered)
    return inQuality({ answers: { ...to.quality.answers, [answered]: quality.answers[answered] ?? '' } });
  switch (section.slug) {
    case 'summary':
      return inQuality({ summary: quality.summary });
    case 'people':
      return inQuality({ people: quality.people });
    case 'plan':
      return inQuality({ milestones: quality.milestones });
    case 'references':
      return inQuality({ references: quality.references });
    case 'confidential':
      return inQuality({ confidential: quality.confidential });
    case 'declaration':
      return inQuality({ otherBids: quality.otherBids });
    case 'price':
      return { ...to, price: from.price };
    default:
      return to;
  }
}

const declared = (answer: Typed['otherBids']): boolean | null =>
  answer === undefined ? null : answer === 'some';

const milestonesOf = ({ milestones }: Typed) =>
  milestones
    .filter(({ title, weeks, share }) => title !== '' || weeks !== undefined || share !== undefined)
    .map(({ title, weeks, share }) => ({ title, weeks: weeks ?? null, share: share ?? null }));

const confidentialOf = ({ confidential }: Typed) =>
  confidential
    .filter(({ section, reason, until }) => section !== '' || reason !== '' || until !== undefined)
    .map(({ section, reason, until }) => ({ section, reason, until: until ? isoDay(until) : null }));

const priceOf = ({ lines, otherCosts, overheads, fullEconomicCost }: Typed) => ({
  lines: lines
    .filter(({ role, dayRate, days }) => role !== '' || dayRate !== undefined || days !== undefined)
    .map(({ role, dayRate, days }) => ({ role, dayRate: dayRate ?? null, days: days ?? null })),
  otherCosts: otherCosts
    .filter(({ title, amount }) => title !== '' || amount !== undefined)
    .map(({ title, amount }) => ({ title, amount: amount ?? null })),
  overheads: overheads ?? 0,
  fullEconomicCost: fullEconomicCost ?? null,
});
