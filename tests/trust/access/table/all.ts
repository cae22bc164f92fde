import type { Row } from '../rule';
import { ABOUT } from './about';
import { API } from './api';
import { ADMINISTRATION, CURATION } from './administration';
import { ASSURANCE } from './assurance';
import { AWARDS } from './awards';
import { BIDS } from './bids';
import { ELICITATIONS } from './elicitations';
import { DIRECTION } from './direction';
import { DISCUSSION } from './discussion';
import { EVALUATION } from './evaluation';
import { GOVERNANCE } from './governance';
import { FINDINGS, IMPACT, LINKS } from './findings';
import { KEEPING } from './keeping';
import { MEASURES } from './measures';
import { ACCOUNT, PEOPLE } from './people';
import { ADVICE, QUESTIONS } from './questions';
import { REGISTERS } from './registers';
import { SPONSORING } from './sponsoring';
import { SCORING } from './scoring';
import { SUCCESSION } from './succession';
import { STRATEGY } from './strategy';

/** Who may open what, in which state: one row for every address of the product. */
export const TABLE: Row[] = [
  ...ABOUT,
  ...STRATEGY,
  ...GOVERNANCE,
  ...DIRECTION,
  ...QUESTIONS,
  ...ADVICE,
  ...SPONSORING,
  ...BIDS,
  ...EVALUATION,
  ...SCORING,
  ...AWARDS,
  ...ASSURANCE,
  ...FINDINGS,
  ...IMPACT,
  ...LINKS,
  ...KEEPING,
  ...REGISTERS,
  ...MEASURES,
  ...DISCUSSION,
  ...ELICITATIONS,
  ...PEOPLE,
  ...SUCCESSION,
  ...ACCOUNT,
  ...ADMINISTRATION,
  ...CURATION,
  ...API,
];
