import { z } from 'zod';
import { isPerson } from '../../actor';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { mayEdit, mayLead, mayRead } from '../bid-policy';
import { bidRecord } from '../bid-record.server';
import { identityOf } from '../anonymous/identities.server';
import { whatGivesAway } from '../anonymous/identity';
import { gapsIn } from '../content/bid-gaps';
import { totalOf } from '../content/bid-price';
import { sectionsOf } from '../content/bid-sections';
import { keepingOf } from '../keeping/keeping-rows.server';
import { readDraft } from '../sealing/draft-vault.server';
import { openSignOff } from '../sign-off/open-sign-off.server';
import { signOffLine } from '../sign-off/sign-off';
import { headOf } from './bid-page.server';

/** The whole draft to be checked before it is submitted, with everything that stands in the way. */
export const bidCheck = query({
  name: 'bids.check',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => isPerson(actor),
  read: async ({ db, actor, scope, input: { reference }, now }) => {
    const bid = await bidRecord(db, reference);
    if (!bid || !scope || !isAllowed(mayRead(actor, bid))) return null;
    const { content } = readDraft(bid);
    const total = totalOf(content.price);
    const head = headOf(bid, now);
    const signOff = signOffLine(bid, await openSignOff(db, bid.id));
    return {
      ...head,
      signOff,
      keeping: await keepingOf(db, bid.id),
      content,
      sections: sectionsOf(bid),
      givenAway: bid.bidsAnonymous
        ? whatGivesAway(content, sectionsOf(bid), await identityOf(db, bid.id))
        : null,
      gaps: gapsIn(content, bid),
      total,
      overBudget: bid.budgetMaximum !== null && total > bid.budgetMaximum ? bid.budgetMaximum : null,
      waiting: bid.members.filter((one) => !one.acceptedAt && !one.declinedAt).map(({ name }) => name),
      may: {
        edit: isAllowed(mayEdit(actor, bid)) && head.open,
        submit: isAllowed(mayLead(actor, bid)) && head.open,
      },
    };
  },
});
