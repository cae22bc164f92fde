import type { Db } from '~/platform/db.server';
import { showDate } from '../../uk-time';
import { pages } from '../addresses';
import { teamOf, unwalled, winnersOf } from '../recipients.server';
import { rulesAbout, textOf } from './rule.server';

const about = rulesAbout((db: Db, { nounId }: { nounId: string }) =>
  db.award.findUnique({
    where: { id: nounId },
    select: {
      id: true,
      reference: true,
      bidId: true,
      question: { select: { id: true, title: true, teamId: true, budgetHolderId: true } },
    },
  }),
);
type Tell = Parameters<typeof about>[1];
type Telling = Parameters<Tell>[0];
type Whom = 'winners' | 'team' | 'budgetHolder';

async function peopleOf(
  { db, thing: { id, bidId, question } }: Telling,
  whom: readonly Whom[],
): Promise<string[]> {
  const team = whom.includes('team') ? await teamOf(db, question.id, 'author', 'seniorResponsibleOwner') : [];
  const holders = whom.includes('budgetHolder')
    ? [question.budgetHolderId, ...(await teamOf(db, question.id, 'budgetHolder'))]
    : [];
  const winners = whom.includes('winners') ? await winnersOf(db, id) : [];
  return [...new Set([...(await unwalled(db, question.id, [...team, ...holders], bidId)), ...winners])];
}

type Page = 'claim' | 'change' | 'monitoringReport' | 'obligation';

/** To the page of the thing that the fact names; without one, to that of the award. */
const toPage =
  (whom: readonly Whom[], page: Page, subject: string, body: string): Tell =>
  async (telling) => {
    const { fact, thing } = telling;
    const reference = textOf(fact, 'reference');
    return {
      personIds: await peopleOf(telling, whom),
      subject: `${subject}: ${thing.question.title}`,
      body: body.replace('{day}', showDate(textOf(fact, 'dueOn') ?? fact.at)),
      path: reference ? pages[page](reference) : pages.award(thing.reference),
    };
  };

type Own = 'agreementLetter' | 'monitoring' | 'obligations' | 'funding';

const toOwn =
  (whom: readonly Whom[], page: Own, subject: string, body: string): Tell =>
  async (telling) => ({
    personIds: await peopleOf(telling, whom),
    subject: `${subject}: ${telling.thing.question.title}`,
    body,
    path: pages[page](telling.thing.reference),
  });

/** A letter that was never sent is the team’s alone: nobody else is told that it is gone. */
const ifSent =
  (tell: Tell): Tell =>
  async (telling) => {
    const reference = textOf(telling.fact, 'reference') ?? '';
    const letter = await telling.db.agreementLetter.findUnique({ where: { reference } });
    return letter?.textHash ? tell(telling) : null;
  };

const letters = [
  about(
    'AgreementLetterWasSent',
    toOwn(
      ['winners'],
      'agreementLetter',
      'Agreement letter to sign',
      'The team sent the agreement letter. Read it, then sign or reject it.',
    ),
  ),
  about(
    'AgreementLetterWasSigned',
    toOwn(
      ['team', 'budgetHolder', 'winners'],
      'agreementLetter',
      'Agreement letter signed',
      'The lead signed. Where a signatory of the institution is named, they sign next; then the budget holder approves.',
    ),
  ),
  about(
    'AgreementLetterWasCountersigned',
    toOwn(
      ['team', 'budgetHolder', 'winners'],
      'agreementLetter',
      'Agreement letter signed for the institution',
      'Both have signed. The budget holder approves next.',
    ),
  ),
  about(
    'AgreementLetterWasRejected',
    toOwn(
      ['team', 'winners'],
      'agreementLetter',
      'Agreement letter rejected',
      'What has to change stands on its page. The team can prepare another.',
    ),
  ),
  about(
    'AgreementLetterWasReset',
    ifSent(
      toOwn(
        ['winners', 'budgetHolder'],
        'agreementLetter',
        'Agreement letter taken back',
        'The team took the letter back. Why stands on its page.',
      ),
    ),
  ),
];

const claims = [
  about(
    'PaymentClaimWasSubmitted',
    toPage(['team'], 'claim', 'Payment claimed', 'Approve the claim, or ask about it.'),
  ),
  about(
    'PaymentClaimWasQueried',
    toPage(['winners'], 'claim', 'A query about your claim', 'The team asks about it. Answer on its page.'),
  ),
  about(
    'PaymentClaimQueryWasAnswered',
    toPage(['team'], 'claim', 'Your query is answered', 'Approve the claim, or ask again.'),
  ),
  about(
    'PaymentClaimWasApproved',
    toPage(
      ['winners', 'budgetHolder'],
      'claim',
      'Claim approved',
      'The budget holder requests the payment next.',
    ),
  ),
  about(
    'PaymentWasRequested',
    toPage(['winners'], 'claim', 'Payment requested', 'The payment of your claim was requested.'),
  ),
  about(
    'PaymentClaimWasPaid',
    toPage(['winners', 'team'], 'claim', 'Claim paid', 'The payment was recorded.'),
  ),
  about(
    'PaymentClaimWasWithdrawn',
    toPage(['team'], 'claim', 'Claim withdrawn', 'Those who made the claim withdrew it.'),
  ),
];

const changes = [
  about(
    'ChangeWasRequested',
    toPage(
      ['winners', 'team'],
      'change',
      'A change is asked for',
      'One side asks for a change of the plan. The other accepts or declines.',
    ),
  ),
  about(
    'ChangeRequestWasAccepted',
    toPage(
      ['winners', 'team'],
      'change',
      'Change accepted',
      'The plan is changed. The one before stays readable.',
    ),
  ),
  about(
    'ChangeRequestWasDeclined',
    toPage(
      ['winners', 'team'],
      'change',
      'Change declined',
      'The plan stays as it is. Why stands on its page.',
    ),
  ),
  about(
    'ChangeRequestWasWithdrawn',
    toPage(['winners', 'team'], 'change', 'Change withdrawn', 'Whoever asked for the change withdrew it.'),
  ),
];

const monitoring = [
  about(
    'MonitoringWasScheduled',
    toOwn(
      ['winners'],
      'monitoring',
      'Reports are planned',
      'When a monitoring report is due stands on its page.',
    ),
  ),
  about(
    'MonitoringReportWasSubmitted',
    toPage(['team'], 'monitoringReport', 'Monitoring report', 'Approve it, or ask about it.'),
  ),
  about(
    'MonitoringReportWasApproved',
    toPage(['winners'], 'monitoringReport', 'Monitoring report approved', 'The team approved your report.'),
  ),
  about(
    'MonitoringReportWasQueried',
    toPage(['winners'], 'monitoringReport', 'A query about your report', 'Change it and submit it again.'),
  ),
  about(
    'MonitoringReportIsDue',
    toPage(['winners'], 'monitoringReport', 'Monitoring report due', 'It is due on {day}.'),
  ),
  about(
    'MonitoringReportIsOverdue',
    toPage(['winners', 'team'], 'monitoringReport', 'Monitoring report overdue', 'It was due on {day}.'),
  ),
];

const support = [
  about(
    'ObligationWasAdded',
    toOwn(
      ['winners'],
      'obligations',
      'The team owes you something more',
      'What it supplies and by when stands on its page.',
    ),
  ),
  about(
    'ObligationWasMet',
    toPage(
      ['winners'],
      'obligation',
      'An obligation is met',
      'The team says that it supplied what it owed. Dispute it if it did not.',
    ),
  ),
  about(
    'ObligationWasDisputed',
    toPage(
      ['team'],
      'obligation',
      'An obligation is disputed',
      'The experts say what is missing. Answer on its page.',
    ),
  ),
  about(
    'ObligationIsOverdue',
    toPage(
      ['winners', 'team'],
      'obligation',
      'An obligation is overdue',
      'The team was to supply it by {day}.',
    ),
  ),
  about(
    'FundingWasRecorded',
    toOwn(
      ['team', 'budgetHolder'],
      'funding',
      'A funder was recorded',
      'Its tranches stand on the page of the award’s funding.',
    ),
  ),
  about(
    'TrancheWasReceived',
    toOwn(
      ['team', 'budgetHolder'],
      'funding',
      'A tranche arrived',
      'When it came and how late it was stands in the ledger.',
    ),
  ),
  about(
    'TrancheIsLate',
    toOwn(
      ['team', 'budgetHolder'],
      'funding',
      'A tranche is late',
      'Its planned day has passed. How many days late it is stands in the ledger.',
    ),
  ),
];

export const deliveryNotices = [...letters, ...claims, ...changes, ...monitoring, ...support];
