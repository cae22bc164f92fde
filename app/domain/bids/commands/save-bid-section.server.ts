import { command } from '../../command.server';
import { canonicalJson } from '../../fact-hash.server';
import { refuse } from '../../refusal';
import { isOpenToChange } from '../bid';
import { mayEdit } from '../bid-policy';
import { lockedBid } from '../bid-record.server';
import { sectionOf } from '../content/bid-sections';
import { copySection, withSection } from '../content/section-content';
import { sectionInput } from '../content/section-input';
import { encryptDraft, readDraft } from '../sealing/draft-vault.server';
import { keepStaleSave } from '../sealing/stale-saves.server';
import { voidSignature } from '../sign-off/void-signature.server';

/**
 * Saves one section as far as it got. What was typed on top of a section that somebody else has changed
 * since is kept aside, encrypted, until its writer has compared the two.
 */
export const saveBidSection = command({
  name: 'bids.saveSection',
  input: sectionInput,
  load: async ({ tx, input }) => {
    const bid = await lockedBid(tx, input.reference);
    return bid && { bid, draft: readDraft(bid) };
  },
  authorise: (actor, { bid }) => mayEdit(actor, bid),
  subject: ({ bid }) => ({ noun: 'bid', nounId: bid.id }),
  decide: ({ input, loaded: { bid, draft }, actor }) => {
    const section = sectionOf(bid, input.section);
    if (!section) return refuse('SectionIsUnknown', 'This bid has no such section.');
    if (!isOpenToChange(bid.state))
      return refuse(
        'BidIsOpened',
        'Bids for this question have been opened, so yours cannot change any more.',
      );
    const typed = withSection(draft.content, section, input);
    const same = canonicalJson(typed) === canonicalJson(draft.content);
    const stale = !same && (draft.changed[section.slug] ?? 0) > input.revision;
    const autosaved = input.intent === 'autosave';
    const name = stale ? 'StaleBidSaveWasKept' : 'BidWasSaved';
    const data = { section: section.slug, revision: stale || same ? bid.revision : bid.revision + 1 };
    return {
      change: {
        bid,
        draft,
        section,
        typed,
        same,
        stale,
        base: input.revision,
        by: actor.kind === 'person' ? actor.id : '',
      },
      facts: autosaved || same ? [] : [{ name, noun: 'bid', nounId: bid.id, data }],
    };
  },
  save: async (saving, { bid, draft, section, typed, same, stale, base, by }) => {
    const { tx, now } = saving;
    const done = (revision: number) => ({ reference: bid.reference, section: section.slug, revision, stale });
    if (same) return done(bid.revision);
    if (stale) {
      await keepStaleSave(tx, bid, { personId: by, section: section.slug, typed, base }, now);
      return done(bid.revision);
    }
    const revision = bid.revision + 1;
    const next = {
      content: copySection(draft.content, typed, section),
      changed: { ...draft.changed, [section.slug]: revision },
    };
    await tx.bid.update({
      where: { id: bid.id },
      data: { draft: encryptDraft(bid, next, revision), revision, savedById: by, updatedAt: now },
    });
    await voidSignature(saving, bid.id, next.content);
    return done(revision);
  },
});
