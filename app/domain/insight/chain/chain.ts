/** The links of the chain, in order. */
export const CHAIN_KEYS = [
  'priority',
  'question',
  'clarifications',
  'bids',
  'evaluation',
  'award',
  'deliverable',
  'finding',
  'rating',
  'impact',
] as const;

export type ChainKey = (typeof CHAIN_KEYS)[number];

/** The page of a step; null where there is none or the actor has no part in it. */
export interface ChainTarget {
  page: 'priority' | 'question' | 'evaluation' | 'award' | 'deliverable' | 'finding' | 'impactRecord';
  reference: string;
}

export interface ChainStep {
  key: ChainKey;
  label: string;
  state: 'done' | 'current' | 'ahead';
  target: ChainTarget | null;
}

export interface Chain {
  steps: ChainStep[];
}

/** What stands at one link, as far as the actor may know of it. */
export interface Linked {
  count: number;
  /** The first of them, to go to. */
  reference: string | null;
}

export interface ChainFacts {
  priorities: Linked & { name: string | null };
  /** Null for research that nobody commissioned. */
  question: {
    reference: string;
    published: boolean;
    takesBids: boolean;
    takesAdvice: boolean;
    opened: boolean;
    decided: boolean;
    /** Published clarifications. */
    clarifications: number;
  } | null;
  /** Awards whose notice was sent: from then on everybody who knows the question knows of them. */
  awards: Linked;
  /** Deliverables accepted. */
  deliverables: Linked;
  findings: Linked;
  ratings: number;
  impacts: Linked;
  may: { seeEvaluation: boolean; seeDeliverable: boolean };
}

const some = (count: number, one: string, many = `${one}s`): string =>
  count === 0 ? capital(one) : count === 1 ? `1 ${one}` : `${count} ${many}`;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const to = (page: ChainTarget['page'], reference: string | null): ChainTarget | null =>
  reference === null ? null : { page, reference };

interface Draft {
  key: ChainKey;
  label: string;
  done: boolean;
  target: ChainTarget | null;
}

function priorityStep({ priorities }: ChainFacts): Draft {
  const { count, name, reference } = priorities;
  const more = count > 1 ? ` and ${count - 1} more` : '';
  const label = name === null ? 'Priority' : `Priority: ${name}${more}`;
  return { key: 'priority', label, done: count > 0, target: to('priority', reference) };
}

/** Until bids are opened even their number is secret, so the step says only how they stand. */
function questionSteps(facts: ChainFacts): Draft[] {
  const { question, may } = facts;
  if (!question) return [];
  const { reference, takesBids, takesAdvice, clarifications, opened, decided, published } = question;
  const steps: Draft[] = [
    { key: 'question', label: 'Question', done: published, target: to('question', reference) },
    {
      key: 'clarifications',
      label: some(clarifications, 'clarification'),
      done: clarifications > 0,
      target: published ? to('question', reference) : null,
    },
  ];
  if (!takesBids)
    return takesAdvice
      ? [...steps, { key: 'bids', label: 'Answers', done: facts.findings.count > 0, target: null }]
      : steps;
  const evaluation = may.seeEvaluation && published ? to('evaluation', reference) : null;
  return [
    ...steps,
    { key: 'bids', label: opened ? 'Bids opened' : 'Bids sealed', done: opened, target: null },
    { key: 'evaluation', label: 'Evaluation', done: decided, target: evaluation },
    {
      key: 'award',
      label: some(facts.awards.count, 'award'),
      done: facts.awards.count > 0,
      target: to('award', facts.awards.reference),
    },
    {
      key: 'deliverable',
      label: some(facts.deliverables.count, 'deliverable'),
      done: facts.deliverables.count > 0,
      target: may.seeDeliverable ? to('deliverable', facts.deliverables.reference) : null,
    },
  ];
}

/** What lies ahead has no page yet, save the evaluation, which is worked on before it is done. */
const leadsNowhere = ({ key, state }: ChainStep): boolean => state === 'ahead' && key !== 'evaluation';

/** The chain of one question or finding, with the step of the page lit. */
export function chainFrom(facts: ChainFacts, here: ChainKey): Chain {
  const drafts: Draft[] = [
    priorityStep(facts),
    ...questionSteps(facts),
    {
      key: 'finding',
      label: some(facts.findings.count, 'finding'),
      done: facts.findings.count > 0,
      target: to('finding', facts.findings.reference),
    },
    {
      key: 'rating',
      label: some(facts.ratings, 'rating'),
      done: facts.ratings > 0,
      target: to('finding', facts.findings.reference),
    },
    {
      key: 'impact',
      label: facts.impacts.count === 0 ? 'Impact' : some(facts.impacts.count, 'impact record'),
      done: facts.impacts.count > 0,
      target: to('impactRecord', facts.impacts.reference),
    },
  ];
  const steps = drafts.map(({ done, ...step }): ChainStep => {
    if (step.key === here) return { ...step, state: 'current' };
    return { ...step, state: done ? 'done' : 'ahead' };
  });
  return { steps: steps.map((step) => (leadsNowhere(step) ? { ...step, target: null } : step)) };
}
