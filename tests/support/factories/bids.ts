import type { Person } from '~/domain/actor';
import type { Outcome } from '~/domain/command.server';
import { openBids, openPrices } from '~/domain/bids/opening.server';
import type { BidContent } from '~/domain/bids/content/bid-content';
import { emptyContent } from '~/domain/bids/content/bid-content';
import { firstDraft } from '~/domain/bids/sealing/draft-vault.server';
import { signReceipt } from '~/domain/bids/sealing/receipt-signing.server';
import { makeSealKeys, publicKeysOf } from '~/domain/bids/sealing/seal-keys.server';
import { sealContent } from '~/domain/bids/sealing/sealed-content.server';
import { newReference } from '~/domain/new-reference.server';
import { soundingsNow } from '~/platform/clock.server';
import { database } from '~/platform/db.server';
import { newId } from '~/platform/ids.server';
import { actorFor, makeOrganisation, makePerson } from './people';

interface Asked {
  id: string;
  reference: string;
  closesAt: Date | null;
  route: { twoOpeners: boolean; priceAfterQuality: boolean };
  criteria: { id: string; name: string }[];
  lots?: { id: string; number: number }[];
}

/** A complete bid of £53,200, or one at the price given. `mark` is a word found in every section. */
export function makeContent(
  question: Pick<Asked, 'criteria'>,
  over: { mark?: string; pounds?: number } = {},
): BidContent {
  const mark = over.mark ?? 'harbour';
  const pence = (over.pounds ?? 53_200) * 100;
  return {
    quality: {
      summary: `We would interview people around each ${mark} and code what they say.`,
      answers: Object.fromEntries(
        question.criteria.map(({ id, name }) => [
          id,
          `On ${name.toLowerCase()}: ${mark} evidence, in three steps.`,
        ]),
      ),
      people: [
        { name: 'Rosa Lindqvist', role: 'Principal investigator', narrative: `I built the ${mark} archive.` },
      ],
      milestones: [
        { title: `Protocol for ${mark}`, weeks: 4, share: 20 },
        { title: 'Final report', weeks: 24, share: 80 },
      ],
      references: `Lindqvist (2024), The ${mark} papers.`,
      confidential: [{ section: 'price', reason: `Rates are ${mark} commercial`, until: '2028-01-31' }],
      otherBids: { some: false, details: '' },
    },
    price: {
      lines: [{ role: `Research fellow ${mark}`, dayRate: pence - 100_000, days: 1 }],
      otherCosts: [{ title: 'Travel', amount: 100_000 }],
      overheads: 0,
      fullEconomicCost: 80,
    },
  };
}

interface BidOver {
  question: Asked;
  leadId?: string;
  organisationId?: string;
  content?: BidContent;
  mark?: string;
  pounds?: number;
  /** The number of the lot that it is for. */
  lot?: number;
  /** False leaves it a draft. */
  submitted?: boolean;
}

/** A bid as its commands would have left it: encrypted draft and, unless told otherwise, a sealed submission. */
export async function makeBid({ question, ...over }: BidOver) {
  const db = database();
  const organisationId = over.organisationId ?? (await makeOrganisation()).id;
  const leadId = over.leadId ?? (await makePerson({ expert: true, organisationId })).id;
  const content = over.content ?? makeContent(question, over);
  const now = await soundingsNow(db);
  const closesAt = question.closesAt ?? now;
  const submittedAt = new Date(Math.min(now.getTime(), closesAt.getTime() - 60_000));
  const id = newId();
  await makeSealKeys(db, { id: question.id, twoOpeners: question.route.twoOpeners }, submittedAt);
  const bid = await db.bid.create({
    data: {
      id,
      reference: newReference(),
      questionId: question.id,
      leadId,
      organisationId,
      lotId: question.lots?.find(({ number }) => number === over.lot)?.id ?? null,
      lotOrder: over.lot ?? null,
      ...firstDraft(id, content),
      savedById: leadId,
      createdAt: submittedAt,
      updatedAt: submittedAt,
      members: {
        create: { personId: leadId, role: 'lead', invitedAt: submittedAt, acceptedAt: submittedAt },
      },
    },
  });
  if (over.submitted ?? true) await makeSubmission(question, bid, content, submittedAt);
  return { ...bid, content };
}

async function makeSubmission(
  question: Asked,
  bid: { id: string; reference: string; leadId: string },
  content: BidContent,
  submittedAt: Date,
): Promise<void> {
  const db = database();
  const about = { question: question.reference, bid: bid.reference, submission: 1, submittedAt };
  const sealed = sealContent(
    await publicKeysOf(db, question.id),
    { questionId: question.id, bidId: bid.id, number: 1 },
    content,
  );
  await db.bidSubmission.create({
    data: {
      id: newId(),
      bidId: bid.id,
      number: 1,
      ...sealed,
      ...signReceipt(about, content),
      submittedById: bid.leadId,
      submittedAt,
    },
  });
}

/** An empty draft, where nothing has been written yet. */
export const makeEmptyBid = (over: Omit<BidOver, 'content'>) =>
  makeBid({ ...over, content: emptyContent(), submitted: false });

/** Opens a closed question as its two openers would have. */
export async function openQuestion(
  question: Asked & { asking: { moderatorId: string; budgetHolderId: string } },
  over: { pricesToo?: boolean } = {},
): Promise<void> {
  const { id, asking, route } = question;
  await database().$transaction(async (tx) => {
    const now = await soundingsNow(tx);
    const confirmations = [
      { questionId: id, personId: asking.moderatorId, capacity: 'moderator', confirmedAt: now },
      { questionId: id, personId: asking.budgetHolderId, capacity: 'budgetHolder', confirmedAt: now },
    ];
    await tx.openingConfirmation.createMany({
      data: route.twoOpeners ? confirmations : confirmations.slice(0, 1),
    });
    await openBids(tx, { id, priceAfterQuality: route.priceAfterQuality }, now);
    if (!over.pricesToo || !route.priceAfterQuality) return;
    await tx.question.update({ where: { id }, data: { qualityAgreedAt: now } });
    await openPrices(tx, id, now);
  });
}

/** A verified expert with an organisation, as the actor of a request. */
export async function makeExpert(over: { name?: string } = {}): Promise<Person> {
  const organisationId = (await makeOrganisation()).id;
  return actorFor((await makePerson({ expert: true, organisationId, ...over })).id);
}

/** The value of a command that a test expects to succeed. */
export function doneValue<Value>(outcome: Outcome<Value>): Value {
  if (outcome.kind === 'done') return outcome.value;
  throw new Error(`expected done, got ${JSON.stringify(outcome)}`);
}

/** Another person in a bid: asked, and unless told otherwise they said yes. */
export async function joinBid(
  bidId: string,
  over: { personId?: string; role?: 'editor' | 'partner'; answer?: 'accepted' | 'asked' | 'declined' } = {},
): Promise<string> {
  const personId = over.personId ?? (await makeExpert()).id;
  const now = await soundingsNow(database());
  const answer = over.answer ?? 'accepted';
  await database().bidMember.create({
    data: {
      bidId,
      personId,
      role: over.role ?? 'editor',
      invitedAt: now,
      acceptedAt: answer === 'accepted' ? now : null,
      declinedAt: answer === 'declined' ? now : null,
    },
  });
  return personId;
}
