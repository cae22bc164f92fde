import type { Db } from '~/platform/db.server';
import type { SealedFact } from '../../reactions.server';
import { showDate, showDay } from '../../uk-time';
import { pages } from '../addresses';
import { leadsOfTeam, teamOf } from '../recipients.server';
import { rulesAbout, textOf } from './rule.server';

const about = rulesAbout(async (db: Db, fact: SealedFact) => {
  const id = textOf(fact, 'sponsorshipId');
  return id
    ? db.sponsorship.findUnique({
        where: { id },
        include: {
          question: { select: { id: true, reference: true, title: true } },
          draft: { select: { reference: true } },
          team: { select: { id: true, name: true } },
        },
      })
    : null;
});

const leads = ['author', 'seniorResponsibleOwner'] as const;

export const sponsorshipNotices = [
  about('SponsorshipWasRequested', async ({ db, thing }) => ({
    personIds: await teamOf(db, thing.question.id, ...leads),
    subject: `${thing.team.name} asks to join: ${thing.question.title}`,
    body: `They need the answer by ${showDate(thing.neededBy)}. Accept or decline by ${showDay(thing.lapsesAt)}.`,
    path: pages.sponsorship(thing.reference),
  })),
  about('SponsorshipWasAccepted', async ({ db, thing }) => ({
    personIds: await leadsOfTeam(db, thing.team.id),
    subject: `Your team is a sponsor: ${thing.question.title}`,
    body: 'Your team stands on the question and hears what its followers hear.',
    path: pages.question(thing.question.reference),
  })),
  about('SponsorshipWasDeclined', async ({ db, thing }) => ({
    personIds: await leadsOfTeam(db, thing.team.id),
    subject: `Your request was declined: ${thing.question.title}`,
    body: `The asking team says: ${thing.endedReason}\nYour draft is kept. You can reopen it.`,
    path: pages.question(thing.draft?.reference ?? thing.question.reference),
  })),
  about('SponsorshipRequestHasLapsed', async ({ db, thing }) => ({
    personIds: await leadsOfTeam(db, thing.team.id),
    subject: `Nobody answered your request: ${thing.question.title}`,
    body: 'Your request to join has lapsed. Your draft is kept. You can reopen it, or ask again.',
    path: pages.question(thing.draft?.reference ?? thing.question.reference),
  })),
  about('SponsorshipRequestWasWithdrawn', async ({ db, thing }) => ({
    personIds: await teamOf(db, thing.question.id, ...leads),
    subject: `${thing.team.name} no longer asks to join: ${thing.question.title}`,
    body: 'They took their request back. There is nothing to answer.',
    path: pages.question(thing.question.reference),
  })),
  about('SponsorHasLeft', async ({ db, thing }) => ({
    personIds: await teamOf(db, thing.question.id, ...leads),
    subject: `${thing.team.name} is no longer a sponsor: ${thing.question.title}`,
    body: `They say: ${thing.endedReason}`,
    path: pages.question(thing.question.reference),
  })),
];
