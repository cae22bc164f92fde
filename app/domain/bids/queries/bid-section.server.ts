import { z } from 'zod';
import { isPerson } from '../../actor';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { isOpenToChange } from '../bid';
import { mayEdit, mayRead } from '../bid-policy';
import { bidRecord } from '../bid-record.server';
import { gapsIn } from '../content/bid-gaps';
import { sectionOf, sectionsOf } from '../content/bid-sections';
import { sectionValues } from '../content/section-values';
import { readDraft } from '../sealing/draft-vault.server';
import { headOf } from './bid-page.server';

/** One section of a draft with what its fields hold, what is missing in it, and what comes next. */
export const bidSection = query({
  name: 'bids.section',
  input: z.strictObject({ reference: referenceInput, section: z.string().max(40) }),
  visibleTo: (actor) => isPerson(actor),
  read: async ({ db, actor, scope, input, now }) => {
    const bid = await bidRecord(db, input.reference);
    const section = bid && sectionOf(bid, input.section);
    if (!scope || !section || !isAllowed(mayRead(actor, bid))) return null;
    const { content } = readDraft(bid);
    const all = sectionsOf(bid);
    const { slug, title, hint, words, criterion } = section;
    return {
      ...headOf(bid, now),
      section: { slug, title, hint, words: words ?? null, weight: criterion?.weight ?? null },
      shown: section,
      values: sectionValues(content, section),
      content,
      gaps: gapsIn(content, bid).filter((gap) => gap.section === slug),
      choices: all.map((one) => ({ slug: one.slug, title: one.title })),
      next: all[all.findIndex((one) => one.slug === slug) + 1]?.slug ?? null,
      may: { edit: isAllowed(mayEdit(actor, bid)) && isOpenToChange(bid.state) },
    };
  },
});
