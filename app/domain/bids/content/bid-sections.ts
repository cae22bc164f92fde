/** The pages of a bid. Each criterion of the question has one of its own, `criterion-3` for the third. */
export interface OutlineCriterion {
  id: string;
  position: number;
  name: string;
  guidance: string;
  weight: number;
  /** The most words of the answer; a share of the limit by weight where none is given. */
  wordLimit?: number | null;
}

/** What every bid has to show, by evidence. */
export interface OutlineRequirement {
  id: string;
  position: number;
  text: string;
  evidence: string;
}

/** What a question asks of every bid. */
export interface Outline {
  wordLimit: number;
  criteria: OutlineCriterion[];
  /** None where not given. */
  requirements?: OutlineRequirement[];
}

export interface Section {
  slug: string;
  title: string;
  hint: string;
  /** The answers to criteria only. */
  criterion?: OutlineCriterion;
  /** The evidence for essential requirements only. */
  requirement?: OutlineRequirement;
  words?: number;
}

export const SUMMARY_WORDS = 250;
export const CV_WORDS = 400;
export const OTHER_BIDS_WORDS = 200;
export const EVIDENCE_WORDS = 100;

const NEAREST = 10;

/** A criterion's own limit, else its share of the question's by its weight, to the nearest ten words. */
export const wordsFor = (
  criterion: { weight: number; wordLimit?: number | null },
  outline: { wordLimit: number },
): number =>
  criterion.wordLimit ??
  Math.max(NEAREST, Math.round((outline.wordLimit * criterion.weight) / 100 / NEAREST) * NEAREST);

export const requirementSlug = (requirement: { position: number }): string =>
  `requirement-${requirement.position}`;

/** The identifier under which a section's text stands among a bid's answers, where it is one. */
export const answerId = ({ criterion, requirement }: Pick<Section, 'criterion' | 'requirement'>) =>
  criterion?.id ?? requirement?.id;

export const criterionSlug = (criterion: { position: number }): string => `criterion-${criterion.position}`;

const before: Section[] = [
  {
    slug: 'summary',
    title: 'Summary',
    hint: 'What you would do and what the team would have at the end, for somebody who reads nothing else.',
    words: SUMMARY_WORDS,
  },
];

const after: Section[] = [
  {
    slug: 'people',
    title: 'People',
    hint: 'A narrative CV for each person who would do the work. Career stage and breaks are never scored.',
    words: CV_WORDS,
  },
  { slug: 'plan', title: 'Milestones', hint: 'What arrives when, and which share of the price it carries.' },
  {
    slug: 'references',
    title: 'References',
    hint: 'Sources you rely on. They do not count towards the word limit.',
  },
  {
    slug: 'confidential',
    title: 'Confidential parts',
    hint: 'Parts to be kept confidential after the award, why, and until when.',
  },
  {
    slug: 'declaration',
    title: 'Other bids by the same people',
    hint: 'Whether anybody named in this bid stands in another bid for this question.',
  },
  {
    slug: 'price',
    title: 'Price',
    hint: 'Day rates, other costs and overheads, without VAT. Sealed apart from the rest.',
  },
];

/** Every section of a bid for this question, in the order in which it is read. */
export function sectionsOf(outline: Outline): Section[] {
  const answers = outline.criteria.map((criterion) => ({
    slug: criterionSlug(criterion),
    title: criterion.name,
    hint: criterion.guidance,
    criterion,
    words: wordsFor(criterion, outline),
  }));
  const evidence = (outline.requirements ?? []).map((requirement) => ({
    slug: requirementSlug(requirement),
    title: `Essential requirement ${requirement.position}`,
    hint: `${requirement.text}. Evidence asked for: ${requirement.evidence}`,
    requirement,
    words: EVIDENCE_WORDS,
  }));
  return [...before, ...evidence, ...answers, ...after];
}

export const sectionOf = (outline: Outline, slug: string): Section | undefined =>
  sectionsOf(outline).find((section) => section.slug === slug);
