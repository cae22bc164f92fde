import type { BidContent, BidPrice, BidQuality } from './bid-content';
import { totalOf } from './bid-price';
import {
  CV_WORDS,
  answerId,
  criterionSlug,
  EVIDENCE_WORDS,
  OTHER_BIDS_WORDS,
  requirementSlug,
  sectionsOf,
  SUMMARY_WORDS,
  wordsFor,
  type Outline,
} from './bid-sections';
import { countWords, showWords } from '../../words';

/** Something that has to be put right before a bid can be submitted. */
export interface Gap {
  section: string;
  message: string;
}

/** Everything that stands between this draft and a submission, in reading order. Limits bind here, not on saving. */
export function gapsIn(content: BidContent, outline: Outline): Gap[] {
  const { quality, price } = content;
  return [
    ...textGap('summary', 'summary', quality.summary, SUMMARY_WORDS),
    ...(outline.requirements ?? []).flatMap((requirement) =>
      textGap(
        requirementSlug(requirement),
        `evidence for essential requirement ${requirement.position}`,
        quality.answers[requirement.id] ?? '',
        EVIDENCE_WORDS,
      ),
    ),
    ...outline.criteria.flatMap((criterion) =>
      textGap(
        criterionSlug(criterion),
        `answer on “${criterion.name}”`,
        quality.answers[criterion.id] ?? '',
        wordsFor(criterion, outline),
      ),
    ),
    ...peopleGaps(quality),
    ...planGaps(quality),
    ...confidentialGaps(quality),
    ...declarationGaps(quality),
    ...priceGaps(price),
  ];
}

function textGap(section: string, what: string, text: string, limit: number): Gap[] {
  const words = countWords(text);
  if (words === 0) return [{ section, message: `Write your ${what}` }];
  if (words <= limit) return [];
  const over = showWords(words - limit);
  return [{ section, message: `Shorten your ${what} by ${over}: the limit is ${showWords(limit)}` }];
}

function peopleGaps({ people }: BidQuality): Gap[] {
  const section = 'people';
  if (people.length === 0) return [{ section, message: 'Add at least one person who would do the work' }];
  return people.flatMap(({ name, role, narrative }, index) => {
    const who = name === '' ? `person ${index + 1}` : name;
    if (name === '' || role === '' || countWords(narrative) === 0)
      return [{ section, message: `Give the name, part and narrative CV of ${who}` }];
    const over = countWords(narrative) - CV_WORDS;
    return over > 0 ? [{ section, message: `Shorten the narrative CV of ${who} by ${showWords(over)}` }] : [];
  });
}

function planGaps({ milestones }: BidQuality): Gap[] {
  const section = 'plan';
  if (milestones.length === 0) return [{ section, message: 'Add at least one milestone' }];
  if (milestones.some(({ title, weeks, share }) => title === '' || weeks === null || share === null))
    return [{ section, message: 'Give every milestone a title, a week and a share of the price' }];
  const shares = milestones.reduce((all, { share }) => all + (share ?? 0), 0);
  return shares === 100
    ? []
    : [{ section, message: `Make the shares of the price add up to 100%: they make ${shares}%` }];
}

function confidentialGaps({ confidential }: BidQuality): Gap[] {
  const section = 'confidential';
  if (confidential.some((part) => part.section === ''))
    return [{ section, message: 'Say which part is confidential, why, and until when' }];
  const incomplete = confidential.some(({ reason, until }) => reason === '' || until === null);
  return incomplete
    ? [{ section, message: 'Say why each confidential part is confidential, and until when' }]
    : [];
}

function declarationGaps({ otherBids }: BidQuality): Gap[] {
  const section = 'declaration';
  if (otherBids.some === null)
    return [{ section, message: 'Say whether anybody stands in another bid for this question' }];
  if (!otherBids.some) return [];
  return textGap(section, 'account of the other bids', otherBids.details, OTHER_BIDS_WORDS);
}

function priceGaps(price: BidPrice): Gap[] {
  const section = 'price';
  const incomplete =
    price.lines.some(({ role, dayRate, days }) => role === '' || dayRate === null || days === null) ||
    price.otherCosts.some(({ title, amount }) => title === '' || amount === null);
  if (incomplete) return [{ section, message: 'Complete every line of the price, or clear it' }];
  if (totalOf(price) === 0) return [{ section, message: 'Enter a price: it cannot be £0' }];
  return price.fullEconomicCost === null
    ? [{ section, message: 'Say what share of the full economic cost the price covers' }]
    : [];
}

export type SectionState = 'toDo' | 'started' | 'done' | 'optional';

/** How far each section is: done when nothing stands in the way, to do while nothing was written. */
export function sectionStates(content: BidContent, outline: Outline): Record<string, SectionState> {
  const missing = new Set(gapsIn(content, outline).map((gap) => gap.section));
  return Object.fromEntries(
    sectionsOf(outline).map((section) => {
      const { slug } = section;
      if (!missing.has(slug)) return [slug, isUnused(content, slug) ? 'optional' : 'done'];
      return [slug, hasWords(content, slug, answerId(section)) ? 'started' : 'toDo'];
    }),
  );
}

/** Sections that a bid may leave empty. */
const isUnused = ({ quality }: BidContent, slug: string): boolean =>
  (slug === 'references' && quality.references === '') ||
  (slug === 'confidential' && quality.confidential.length === 0);

function hasWords({ quality, price }: BidContent, slug: string, answer: string | undefined): boolean {
  if (answer) return (quality.answers[answer] ?? '') !== '';
  if (slug === 'summary') return quality.summary !== '';
  if (slug === 'people') return quality.people.length > 0;
  if (slug === 'plan') return quality.milestones.length > 0;
  if (slug === 'declaration') return quality.otherBids.some !== null;
  return slug === 'price' && (price.lines.length > 0 || price.otherCosts.length > 0 || price.overheads > 0);
}
