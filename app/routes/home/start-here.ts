import { hasRole, type Person } from '~/domain/actor';
import { paths } from '~/paths';

export interface Start {
  text: string;
  href: string;
  what: string;
}

const start = (text: string, href: string, what: string): Start => ({ text, href, what });

const FOR_AUTHORS = [
  start('Find the right route', paths.whichRoute(), 'how much process your question needs'),
  start('See what is known already', paths.search(), 'findings, questions and people in one search'),
];
const FOR_EXPERTS = [
  start('Open questions', paths.questionsAbout({ state: 'open' }), 'what teams ask now'),
  start('Your bids and awards', paths.bids(), 'what you offered, and how it fared'),
];
const FOR_COORDINATORS = [
  start('The desk', paths.desk(), 'what waits for a coordinator, the oldest first'),
  start('How commissioning performs', paths.performance(), 'what is answered in time for its decision'),
];
const FOR_AUDITORS = [
  start('The audit trail', paths.audit(), 'every fact in order, with proof that none was changed'),
  start('Money', paths.money(), 'who pays for what, each figure with its lines'),
  start('Scorecards', paths.scorecards(), 'effort, impact and threat reduction, as issued'),
];
const FOR_COMMITTEES = [
  start('Asked, bought and known, in brief', paths.publicSummary(), 'every threat area in plain words'),
  start('Scorecards', paths.scorecards(), 'effort, impact and threat reduction, as issued'),
  start('Evidence and demand map', paths.map(), 'what is asked and known of what was released'),
];
const FOR_ADMINISTRATORS = [
  start('Administration', paths.administration(), 'people, invitations and kept mail'),
];

/** Where each kind of reader begins, whatever waits for them. */
export const startsFor = (person: Person): Start[] => [
  ...(hasRole(person, 'coordinator') ? FOR_COORDINATORS : []),
  ...(hasRole(person, 'auditor') ? FOR_AUDITORS : []),
  ...(hasRole(person, 'committeeReader') ? FOR_COMMITTEES : []),
  ...(hasRole(person, 'administrator') ? FOR_ADMINISTRATORS : []),
  ...(person.teams.some(({ roles }) => roles.includes('author')) ? FOR_AUTHORS : []),
  ...(person.expert ? FOR_EXPERTS : []),
  start(
    'Where everything stands',
    paths.progress(),
    'what you have under way, with the next step and its day',
  ),
];
