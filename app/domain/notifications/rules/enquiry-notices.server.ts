import type { Db } from '~/platform/db.server';
import type { SealedFact } from '../../reactions.server';
import { showDate } from '../../uk-time';
import { pages } from '../addresses';
import { coordinators, leadsOfTeam } from '../recipients.server';
import { rulesAbout } from './rule.server';

const about = rulesAbout((db: Db, fact: SealedFact) =>
  db.enquiry.findUnique({
    where: { id: fact.nounId },
    include: {
      team: { select: { id: true, name: true } },
      messages: { where: { dueOn: { not: null }, answeredAt: null }, select: { dueOn: true } },
    },
  }),
);

export const enquiryNotices = [
  about('EnquiryWasOpened', async ({ db, thing: { reference, subject, team, messages } }) => {
    const dueOn = messages[0]?.dueOn;
    return {
      personIds: await leadsOfTeam(db, team.id),
      subject: `Enquiry to ${team.name}: ${subject}`,
      body: dueOn ? `Your team promised an answer by ${showDate(dueOn)}.` : 'Your team has promised no day.',
      path: pages.enquiry(reference),
    };
  }),
  about('EnquiryWasFollowedUp', async ({ db, thing: { reference, subject, team } }) => ({
    personIds: await leadsOfTeam(db, team.id),
    subject: `More on an enquiry: ${subject}`,
    body: `Whoever wrote to ${team.name} wrote again.`,
    path: pages.enquiry(reference),
  })),
  about('EnquiryWasAnswered', ({ thing: { reference, subject, team, askerId } }) =>
    Promise.resolve({
      personIds: [askerId],
      subject: `${team.name} answered: ${subject}`,
      body: 'Read the answer, write again, or close the enquiry.',
      path: pages.enquiry(reference),
    }),
  ),
  about('EnquiryWasNotAnsweredInTime', async ({ db, thing: { reference, subject, team } }) => ({
    personIds: [...new Set([...(await coordinators(db)), ...(await leadsOfTeam(db, team.id))])],
    subject: `Not answered in time: ${subject}`,
    body: `${team.name} let the day pass by which it promised to answer. Until then no coordinator could read it.`,
    path: pages.enquiry(reference),
  })),
];
