import { z } from 'zod';
import type { Db } from '~/platform/db.server';
import { isMember } from '../../actor';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { questionForPolicyById } from '../../questions/question-stage.server';
import { referenceInput } from '../../reference-input';
import { mayLead, mayRead } from '../bid-policy';
import { bidRecord, type BidRecord } from '../bid-record.server';
import { gapsIn } from '../content/bid-gaps';
import { sectionsOf } from '../content/bid-sections';
import { readDraft } from '../sealing/draft-vault.server';
import { openSignOff, signerOfSubmission } from '../sign-off/open-sign-off.server';
import { approverShown, signOffState, type SignOff } from '../sign-off/sign-off';
import { maySign } from '../sign-off/sign-off-policy';
import { headOf } from './bid-page.server';

const MOST_FOUND = 10;

/** The signature of one bid: for its makers where it stands, for whoever is asked the whole bid to read and sign. */
export const bidSignOff = query({
  name: 'bids.signOff',
  input: z.strictObject({ reference: referenceInput, person: z.string().trim().max(100).optional() }),
  visibleTo: isMember,
  read: async ({ db, actor, scope, input, now }) => {
    const bid = scope ? await bidRecord(db, input.reference) : null;
    const question = bid && (await questionForPolicyById(db, bid.questionId));
    if (!bid || !question) return null;
    const signOff = await openSignOff(db, bid.id);
    const approves = isAllowed(maySign(actor, question, signOff));
    if (!approves && !isAllowed(mayRead(actor, bid))) return null;
    const { content } = readDraft(bid);
    const head = headOf(bid, now);
    const lead = isAllowed(mayLead(actor, bid)) && head.open;
    const canAsk = lead && bid.organisationId !== null;
    return {
      ...head,
      required: bid.signOffRequired,
      signOff: signOff && shown(signOff),
      submitted: bid.liveId ? await signerOfSubmission(db, bid.id) : null,
      lead: bid.members.find(({ role }) => role === 'lead')?.name ?? '',
      whole: approves ? { content, sections: sectionsOf(bid) } : null,
      complete: gapsIn(content, bid).length === 0,
      found: canAsk && input.person ? await colleagues(db, bid, input.person) : null,
      may: {
        ask: canAsk,
        takeBack: lead && signOff !== null,
        answer: approves && head.open && signOff?.signedAt === null && signOff.returnedAt === null,
      },
    };
  },
});

const shown = (signOff: SignOff) => ({
  state: signOffState(signOff),
  who: approverShown(signOff),
  askedAt: signOff.askedAt,
  answeredAt: signOff.signedAt ?? signOff.returnedAt,
  reason: signOff.returnedReason,
});

const like = (text: string) => `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;

/** Members of the organisation that bids who are not in the bid themselves. */
const colleagues = (db: Db, bid: BidRecord, name: string) => {
  const inBid = bid.members.filter((one) => !one.declinedAt).map(({ personId }) => personId);
  return db.$queryRaw<{ reference: string; name: string }[]>`
    SELECT p.reference, p.name FROM person p
    WHERE p.verified_at IS NOT NULL AND p.suspended_at IS NULL AND p.erased_at IS NULL AND p.merged_into_id IS NULL
      AND p.id <> ALL(${inBid}::uuid[]) AND p.name ILIKE ${like(name)} AND EXISTS (
        SELECT FROM affiliation a WHERE a.person_id = p.id AND a.organisation_id = ${bid.organisationId}::uuid
          AND a.verified_at IS NOT NULL AND a.ends_on IS NULL)
    ORDER BY p.name LIMIT ${MOST_FOUND}`;
};
