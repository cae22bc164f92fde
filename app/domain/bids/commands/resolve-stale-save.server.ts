import { z } from 'zod';
import { command } from '../../command.server';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { isOpenToChange } from '../bid';
import { mayEdit } from '../bid-policy';
import { lockedBid } from '../bid-record.server';
import { sectionOf } from '../content/bid-sections';
import { copySection } from '../content/section-content';
import { encryptDraft, readDraft } from '../sealing/draft-vault.server';
import { forgetStaleSection, staleSections } from '../sealing/stale-saves.server';
import { voidSignature } from '../sign-off/void-signature.server';

const input = z.strictObject({
  reference: referenceInput,
  section: z.string().max(40),
  /** The revision compared with: a third save meanwhile asks to compare again. */
  revision: z.coerce.number().int().min(1),
  keep: z.enum(['mine', 'theirs'], { error: 'Choose which version to keep' }),
});

export const resolveStaleSave = command({
  name: 'bids.resolveStaleSave',
  input,
  load: async ({ tx, actor, input: { reference } }) => {
    const bid = await lockedBid(tx, reference);
    if (!bid || actor.kind !== 'person') return null;
    return { bid, personId: actor.id, draft: readDraft(bid), stale: await staleSections(tx, bid, actor.id) };
  },
  authorise: (actor, { bid }) => mayEdit(actor, bid),
  subject: ({ bid }) => ({ noun: 'bid', nounId: bid.id }),
  decide: ({ input: asked, loaded: { bid, personId, draft, stale } }) => {
    const section = sectionOf(bid, asked.section);
    const mine = stale[asked.section];
    if (!section || !mine)
      return refuse('NothingToChoose', 'There is nothing left to choose here.', { stale: true });
    if (!isOpenToChange(bid.state))
      return refuse(
        'BidIsOpened',
        'Bids for this question have been opened, so yours cannot change any more.',
      );
    if ((draft.changed[section.slug] ?? 0) > asked.revision)
      return refuse('ChangedAgain', 'This section changed again while you compared. Look at it once more.', {
        stale: true,
      });
    const data = { section: section.slug, kept: asked.keep };
    return {
      change: { bid, personId, draft, section, mine: asked.keep === 'mine' ? mine : null },
      facts: [{ name: 'StaleBidSaveWasResolved', noun: 'bid', nounId: bid.id, data }],
    };
  },
  save: async (saving, { bid, personId, draft, section, mine }) => {
    const { tx, now } = saving;
    await forgetStaleSection(tx, bid, personId, section.slug, now);
    if (mine) {
      const revision = bid.revision + 1;
      const next = {
        content: copySection(draft.content, mine, section),
        changed: { ...draft.changed, [section.slug]: revision },
      };
      const data = {
        draft: encryptDraft(bid, next, revision),
        revision,
        savedById: personId,
        updatedAt: now,
      };
      await tx.bid.update({ where: { id: bid.id }, data });
      await voidSignature(saving, bid.id, next.content);
    }
    return { reference: bid.reference, section: section.slug };
  },
});
