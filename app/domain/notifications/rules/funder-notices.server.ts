import type { Db } from '~/platform/db.server';
import type { SealedFact } from '../../reactions.server';
import { showMoney } from '../../money';
import { pages } from '../addresses';
import { teamOf, unwalled } from '../recipients.server';
import { rulesAbout, textOf } from './rule.server';

const about = rulesAbout(async (db: Db, fact: SealedFact) => {
  const id = textOf(fact, 'subjectId');
  return id
    ? db.funding.findUnique({
        where: { id },
        include: {
          organisation: { select: { name: true } },
          team: { select: { name: true } },
          question: {
            select: {
              id: true,
              reference: true,
              title: true,
              seniorResponsibleOwnerId: true,
              budgetHolderId: true,
            },
          },
        },
      })
    : null;
});
type Tell = Parameters<typeof about>[1];

/** Those who answer for the question and its money; the funder knows already. */
const toOwners =
  (subject: string, what: string): Tell =>
  async ({ db, thing: { question, team, organisation, amount } }) => ({
    personIds: await unwalled(db, question.id, [
      question.seniorResponsibleOwnerId,
      question.budgetHolderId,
      ...(await teamOf(db, question.id, 'author')),
    ]),
    subject: `${subject}: ${question.title}`,
    body: `${(team ?? organisation).name}, ${showMoney(amount)}: ${what}`,
    path: pages.questionFunders(question.reference),
  });

export const funderNotices = [
  about('FunderWasNamed', toOwners('A funder was named', 'named as a funder of your question.')),
  about(
    'FundingIsUndecided',
    toOwners('Money is still on a condition', 'the day by which that was to be known has passed.'),
  ),
  about('FundingWasMadeFirm', toOwners('Money became firm', 'its condition is met.')),
  about('FundingHasFallenAway', toOwners('Money has fallen away', 'look at what pays for it now.')),
];
