import { database } from '~/platform/db.server';
import { makeBid } from '../../support/factories/bids';
import { makeFinding } from '../../support/factories/findings';
import { makeOrganisation, makePerson } from '../../support/factories/people';
import { makeQuestion } from '../../support/factories/questions';
import { rateBy, type Searchable } from '../../support/factories/searchable';
import { termCalled } from '../../support/factories/terms';
import type { Stock } from './grammar-queries';
import { AWARD, BID, DRAFT, FINDING, PROFILE, RATING, WORD } from './hidden-stocks';

export interface Askers {
  visitor: null;
  unverified: string;
  /** A member of the network who has no part in anything. */
  member: string;
  /** A member who reads only what was released. */
  committee: string;
}

/** Two worlds that differ in one row, and a third in which somebody may know of it. */
export interface HiddenRow {
  name: string;
  /** Who may not know of the row. */
  askers: readonly (string | null)[];
  stock: Stock;
  hide: () => Promise<unknown>;
  /** Who has to find a difference once it is revealed: a comparison that never fails proves nothing. */
  finder: string;
  reveal?: () => Promise<unknown>;
  /** A query by which the finder finds it. */
  telling: string;
}

const db = () => database();
const everybody = ({ visitor, unverified, member }: Askers) => [visitor, unverified, member];
const outsiders = ({ visitor, unverified, committee }: Askers) => [visitor, unverified, committee];

/** People, teams and organisations are there in both worlds. */
export async function hiddenRows(world: Searchable, askers: Askers): Promise<HiddenRow[]> {
  const fraud = await termCalled('threatArea', 'fraud');
  const bidder = await makePerson({ expert: true, name: `${WORD} Bidder` });
  const organisation = await makeOrganisation({ name: 'Bidding College' });
  const owner = await makePerson({ name: `${WORD} Keller` });
  const rater = await makePerson({ name: `${WORD} Rater` });
  const author = await makePerson({ expert: true });
  const about = { questionId: world.weir.id, termIds: [fraud.id], authorId: author.id };
  return [
    draftQuestion(world, askers),
    inReview(askers, about),
    unreleased(askers, about),
    sealedBid(world, askers, { leadId: bidder.id, organisationId: organisation.id }),
    rating(world, askers, rater.id),
    profile(askers, owner.id),
    untoldAward(world, askers),
  ];
}

function draftQuestion({ quay }: Searchable, askers: Askers): HiddenRow {
  let id = '';
  return {
    name: 'a draft question of another team',
    askers: everybody(askers),
    stock: DRAFT,
    hide: async () => {
      const terms = [{ scheme: 'threatArea' as const, slug: 'fraud' }];
      const data = { budgetMinimum: 7_777_700, budgetMaximum: 7_777_700 };
      const content = { title: `${WORD} dredgers`, terms, data };
      ({ id } = await makeQuestion({ ...content, asking: quay.asking, state: 'draft' }));
    },
    finder: askers.member,
    reveal: () => {
      const at = new Date();
      const stages = { submittedAt: at, approvedAt: at, approvedById: quay.asking.ownerId, publishedAt: at };
      return db().question.update({ where: { id }, data: stages });
    },
    telling: 'budget:77777',
  };
}

interface About {
  questionId: string;
  termIds: string[];
  authorId: string;
}

/** High confidence, on a released question: it would count for gaps and answers if it counted at all. */
async function soundFinding(state: 'submitted' | 'published', { authorId, ...about }: About) {
  const authors = [{ name: `${WORD} Author`, personId: authorId }];
  const content = { title: `${WORD} dredgers`, year: 1999, studyType: 'process' as const, authors };
  const made = await makeFinding({ ...content, ...about, state, submittedById: authorId });
  const data = { confidence: 'high' as const, appraisedAt: new Date() };
  await db().finding.update({ where: { id: made.id }, data });
  return made;
}

function inReview(askers: Askers, about: About): HiddenRow {
  let made = { id: '', versionId: '' };
  return {
    name: 'a finding in review',
    askers: everybody(askers),
    stock: FINDING,
    hide: async () => (made = await soundFinding('submitted', about)),
    finder: askers.member,
    reveal: async () => {
      const publishedAt = new Date();
      await db().findingVersion.update({ where: { id: made.versionId }, data: { publishedAt } });
      await db().finding.update({ where: { id: made.id }, data: { publishedAt, currentNumber: 1 } });
    },
    telling: 'year:1999',
  };
}

function unreleased(askers: Askers, about: About): HiddenRow {
  let id = '';
  return {
    name: 'a finding that was not released',
    askers: outsiders(askers),
    stock: FINDING,
    hide: async () => ({ id } = await soundFinding('published', about)),
    finder: askers.committee,
    reveal: () => db().finding.update({ where: { id }, data: { releasedAt: new Date() } }),
    telling: 'year:1999',
  };
}

function sealedBid(
  { quay }: Searchable,
  askers: Askers,
  by: { leadId: string; organisationId: string },
): HiddenRow {
  const { ownerId, budgetHolderId } = quay.asking;
  return {
    name: 'a sealed bid',
    askers: [...everybody(askers), ownerId, budgetHolderId],
    stock: BID,
    hide: () => makeBid({ question: quay, ...by }),
    finder: by.leadId,
    telling: 'bid-by:me',
  };
}

function rating({ lamp, aim }: Searchable, askers: Askers, by: string): HiddenRow {
  const about = { findingId: lamp.id, versionId: lamp.versionId, priorityId: aim.id };
  return {
    name: 'a rating inside the network',
    askers: outsiders(askers),
    stock: RATING,
    hide: () => rateBy({ ...about, values: [5], by }),
    finder: askers.member,
    telling: `rated-by:${WORD}`,
  };
}

function profile(askers: Askers, personId: string): HiddenRow {
  return {
    name: 'a profile that its owner took off the list',
    askers: everybody(askers),
    stock: PROFILE,
    hide: () =>
      db().expertProfile.create({
        data: {
          ...{ personId, listed: false, confirmedAt: new Date('2020-01-01'), availability: 'available' },
          ...{ summary: `${WORD} dredging`, languages: ['Xhosa'], regions: ['Wales'] },
        },
      }),
    finder: askers.member,
    reveal: () => db().expertProfile.update({ where: { personId }, data: { listed: true } }),
    telling: 'language:xhosa',
  };
}

function untoldAward({ weir }: Searchable, askers: Askers): HiddenRow {
  const decided = { decidedAt: new Date(), outcome: 'awarded' as const };
  return {
    name: 'a decision of which no notice was given',
    askers: everybody(askers),
    stock: AWARD,
    hide: () => db().question.update({ where: { id: weir.id }, data: decided }),
    finder: weir.asking.ownerId,
    telling: 'state:decided',
  };
}
