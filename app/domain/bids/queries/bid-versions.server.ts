import { z } from 'zod';
import { isPerson } from '../../actor';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { mayEdit } from '../bid-policy';
import { bidRecord } from '../bid-record.server';
import { sectionsOf } from '../content/bid-sections';
import { readDraft } from '../sealing/draft-vault.server';
import { staleSections } from '../sealing/stale-saves.server';
import { headOf } from './bid-page.server';

/** The sections in which the asker's own typing waits beside what somebody else saved. */
export const bidVersions = query({
  name: 'bids.versions',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => (isPerson(actor) ? actor.id : null),
  read: async ({ db, actor, scope, input: { reference }, now }) => {
    const bid = await bidRecord(db, reference);
    if (!bid || !scope || !isAllowed(mayEdit(actor, bid))) return null;
    const stale = await staleSections(db, bid, scope);
    const { content } = readDraft(bid);
    const choices = sectionsOf(bid).flatMap((section) => {
      const mine = stale[section.slug];
      return mine ? [{ section, mine, theirs: content }] : [];
    });
    return { ...headOf(bid, now), savedBy: bid.savedByName, choices };
  },
});
