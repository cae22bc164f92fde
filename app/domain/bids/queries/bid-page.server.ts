import { z } from 'zod';
import { isPerson } from '../../actor';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { isOpenToChange } from '../bid';
import { mayEdit, mayLead, mayRead, placeIn } from '../bid-policy';
import { bidRecord, type BidRecord } from '../bid-record.server';
import { sectionStates, gapsIn } from '../content/bid-gaps';
import { totalOf } from '../content/bid-price';
import { sectionsOf } from '../content/bid-sections';
import { isOpenForBids } from '../deadline';
import { keepingOf } from '../keeping/keeping-rows.server';
import { readDraft } from '../sealing/draft-vault.server';
import { openSignOff } from '../sign-off/open-sign-off.server';
import { signOffLine } from '../sign-off/sign-off';
import { staleSections } from '../sealing/stale-saves.server';

/** What the pages of a bid say of it and of its question, whatever else they show. */
export const headOf = (bid: BidRecord, now: Date) => ({
  reference: bid.reference,
  revision: bid.revision,
  state: bid.state,
  question: bid.questionReference,
  title: bid.questionTitle,
  lot: bid.lot,
  team: bid.teamName,
  organisation: bid.organisationName,
  closesAt: bid.closesAt,
  millisecondsLeft: bid.closesAt ? bid.closesAt.getTime() - now.getTime() : 0,
  open: isOpenForBids({ ...bid, withdrawnAt: bid.questionWithdrawnAt }, now),
  questionWithdrawn: bid.questionWithdrawnAt !== null,
  submission: bid.liveNumber,
  submittedAt: bid.submittedAt,
});

export type BidHead = ReturnType<typeof headOf>;

/** One bid as those who make it see it: its tasks, its people, and what can be done. */
export const bidPage = query({
  name: 'bids.page',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => (isPerson(actor) ? actor.id : null),
  read: async ({ db, actor, scope, input: { reference }, now }) => {
    const bid = await bidRecord(db, reference);
    if (!bid || !scope || !isAllowed(mayRead(actor, bid))) return null;
    const { content } = readDraft(bid);
    const stale = await staleSections(db, bid, scope);
    const head = headOf(bid, now);
    const signOff = signOffLine(bid, await openSignOff(db, bid.id));
    const states = sectionStates(content, bid);
    return {
      ...head,
      signOff,
      lotOrder: bid.lotOrder,
      keeping: await keepingOf(db, bid.id),
      sections: sectionsOf(bid).map(({ slug, title, words }) => ({
        slug,
        title,
        words: words ?? null,
        state: states[slug] ?? 'toDo',
      })),
      gaps: gapsIn(content, bid).length,
      total: totalOf(content.price),
      people: bid.members.map(({ name, role, acceptedAt, declinedAt }) => ({
        name,
        role,
        answer: declinedAt ? 'declined' : acceptedAt ? 'accepted' : 'asked',
      })),
      partners: bid.partners.map(({ name }) => name),
      savedBy: bid.savedByName,
      savedAt: bid.updatedAt,
      excludedReason: bid.excludedReason,
      fromPanel: bid.fromPanel,
      stale: Object.keys(stale).length > 0,
      may: {
        edit: isAllowed(mayEdit(actor, bid)) && isOpenToChange(bid.state),
        leads: isAllowed(mayLead(actor, bid)),
        submit: isAllowed(mayLead(actor, bid)) && head.open,
        withdraw: isAllowed(mayLead(actor, bid)) && head.open && bid.liveId !== null,
        discard: isAllowed(mayLead(actor, bid)) && bid.submissions === 0,
        orderLots:
          isAllowed(mayLead(actor, bid)) && head.open && bid.lot !== null && bid.lotRule === 'preference',
        changeTeam: isAllowed(mayLead(actor, bid)) && head.open,
        leave: placeIn(actor, bid) !== 'lead' && head.open,
      },
    };
  },
});
