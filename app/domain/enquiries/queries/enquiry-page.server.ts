import { z } from 'zod';
import { isPerson } from '../../actor';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import type { EnquiryState } from '../enquiry';
import { enquiryStanding } from '../enquiry-loading.server';
import { mayClose, maySeeEnquiry, mayWrite, type EnquiryStanding } from '../enquiry-policy';

export interface EnquiryPage {
  reference: string;
  subject: string;
  state: EnquiryState;
  overdue: boolean;
  dueOn: Date | null;
  own: boolean;
  team: { reference: string; name: string; organisation: string };
  asker: { name: string; organisation: string };
  messages: { id: string; from: string; fromTeam: boolean; text: string; sentAt: Date }[];
  may: { write: boolean; close: boolean };
}

/** A thread, for whoever asked and those who speak for the team; a coordinator once it is late. */
export const enquiryPage = query({
  name: 'enquiries.page',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => (standing: EnquiryStanding) => isAllowed(maySeeEnquiry(actor, standing)),
  read: async ({ db, actor, scope, input, now }): Promise<EnquiryPage | null> => {
    const standing = await enquiryStanding(db, input.reference, now);
    if (!standing || !scope(standing)) return null;
    const { reference, subject, team, asker, messages } = await db.enquiry.findUniqueOrThrow({
      where: { id: standing.id },
      include: {
        team: { include: { organisation: { select: { name: true } } } },
        asker: {
          select: {
            name: true,
            affiliations: {
              where: { endsOn: null },
              orderBy: { startsOn: 'desc' },
              take: 1,
              select: { organisation: { select: { name: true } } },
            },
          },
        },
        messages: {
          include: { author: { select: { name: true } } },
          orderBy: [{ sentAt: 'asc' }, { id: 'asc' }],
        },
      },
    });
    return {
      ...{ reference, subject, state: standing.state, overdue: standing.overdue },
      dueOn: messages.find(({ dueOn, answeredAt }) => dueOn && !answeredAt)?.dueOn ?? null,
      own: isPerson(actor) && actor.id === standing.askerId,
      team: { reference: team.reference, name: team.name, organisation: team.organisation.name },
      asker: { name: asker.name, organisation: asker.affiliations[0]?.organisation.name ?? '' },
      messages: messages.map(({ id, author, fromTeam, text, sentAt }) => ({
        ...{ id, from: author.name, fromTeam, text, sentAt },
      })),
      may: { write: isAllowed(mayWrite(actor, standing)), close: isAllowed(mayClose(actor, standing)) },
    };
  },
});
