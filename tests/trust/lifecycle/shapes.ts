import { isNoticed, type Model, type Route } from './model/model';

/** A situation in which random steps begin, and the steps that it is there for. */
export interface Shape {
  name: string;
  /** How many of the sequences, beside those of the others. */
  share: number;
  suits: (route: Route) => boolean;
  begins: (model: Model) => boolean;
  favours: RegExp;
  /** What would lead on past it, and is left to chance. */
  avoids?: RegExp;
}

const any = (): boolean => true;
const NONE = /^$/;
const isClaimable = ({ award }: Model): boolean =>
  award?.milestones.some(({ delivered }) => delivered === 'accepted') ?? false;

/** Every part of the life has sequences that begin just before it; the rarest steps are at home in one of them. */
export const SHAPES: Shape[] = [
  { name: 'from the draft on', share: 3, suits: any, begins: any, favours: NONE },
  {
    name: 'on its way to publication',
    ...{ share: 3, suits: any, favours: /^(return the draft|approve the question|hand in)/ },
    begins: ({ submitted }) => submitted,
  },
  {
    name: 'while bids are written',
    ...{ share: 2, suits: any },
    begins: ({ bids }) => bids.A.live,
    favours: /^(start|submit|withdraw) bid|what is meant|what was asked|clarifications|later deadline/,
  },
  {
    name: 'while bids are taken back',
    ...{ share: 3, suits: any, begins: ({ bids }) => bids.A.live, favours: /^withdraw bid .$/ },
  },
  {
    name: 'once bids are open',
    ...{ share: 2, suits: any, begins: ({ opened }) => opened },
    favours: /^(exclude|agree on quality|minute)/,
  },
  {
    name: 'once quality is agreed',
    ...{ share: 2, suits: any, begins: ({ qualityAgreed }) => qualityAgreed },
    favours: /^(exclude|recommend|return the recommendation|put it on hold|take it off hold)/,
  },
  {
    name: 'from the decision on',
    ...{ share: 2, suits: any, begins: ({ outcome }) => outcome !== null },
    favours: /^(withdraw the award|decline|keep a reserve|release the reserve|send|give)/,
  },
  {
    name: 'in the standstill',
    ...{ share: 9, suits: ({ standstillDays }) => standstillDays > 0 },
    begins: isNoticed,
    favours: /^(challenge|decide that|sign the contract)/,
  },
  {
    name: 'in delivery',
    ...{ share: 4, suits: any, begins: ({ deliveryStarted }) => deliveryStarted },
    favours: /^(review|return|accept) what|^close/,
  },
  {
    name: 'while expressions are asked for',
    ...{ share: 6, suits: ({ expressions }: Route) => expressions },
    begins: ({ publishedAt }) => publishedAt !== null,
    favours: /expression|^tell|^the panel declares|^start bid/,
  },
  {
    name: 'while expressions are turned down',
    ...{ share: 3, suits: ({ expressions }: Route) => expressions },
    begins: ({ publishedAt }) => publishedAt !== null,
    avoids: /^judge expression .: invited$/,
    favours: /^(send expression|judge expression .: not invited|tell)/,
  },
  {
    name: 'before interviews',
    ...{ share: 3, suits: ({ interviews }: Route) => interviews },
    begins: ({ qualityAgreed }) => qualityAgreed,
    avoids: /^record the interview/,
    favours: /interview|^choose a time|chosen no more|^exclude|^recommend/,
  },
  {
    name: 'while interests are declared',
    ...{ share: 6, suits: any, begins: ({ opened }) => opened },
    favours: /declare an interest|what was declared|^score the bids$/,
  },
  {
    name: 'while claims are made',
    ...{ share: 6, suits: any, begins: isClaimable },
    avoids: /^pay milestone/,
    favours: /claim|^pay|^close the award/,
  },
  {
    name: 'while claims are asked about',
    ...{ share: 3, suits: any, begins: isClaimable },
    avoids: /^(pay milestone|approve claim|close the award)/,
    favours: /^(claim|submit claim|ask about claim|answer about claim|take claim)/,
  },
];

/** The shapes, each as often as its share. */
export const LOTS: Shape[] = SHAPES.flatMap((shape) => Array.from({ length: shape.share }, () => shape));
