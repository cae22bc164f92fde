import { setApprovalLevels } from '~/domain/approvals/commands/set-approval-levels.server';
import { openEnquiry } from '~/domain/enquiries/commands/open-enquiry.server';
import { promiseReply } from '~/domain/enquiries/commands/promise-reply.server';
import { writeToEnquiry } from '~/domain/enquiries/commands/write-to-enquiry.server';
import { approveQuestion } from '~/domain/questions/commands/approve-question.server';
import type { Play } from '../replay/play';
import type { Happening } from '../replay/timeline';

const WAITS_AT_A_LEVEL = 'local-contracts';

/** How a team answers for itself: its promise to reply, what it was asked, and who else approves what costs more. */
export function answeringHappenings(play: Play): Happening[] {
  const on = (daysAgo: number, what: string, run: Happening['run']): Happening => ({ daysAgo, what, run });
  const team = () => play.team('nca').reference;
  return [
    on(40, 'nca promises to reply', () =>
      play.does('shirin', promiseReply, { team: team(), workingDays: '5' }),
    ),
    on(20, 'marek asks nca, and is answered', () => askAndAnswer(play, team())),
    on(2, 'benedict asks nca', () =>
      play.does('benedict', openEnquiry, {
        team: team(),
        subject: 'A workshop on closed case files',
        text: 'Would somebody of your team speak for ten minutes about how long access takes?',
      }),
    ),
    on(8, 'nca asks for a second approval', () =>
      play.does('shirin', setApprovalLevels, {
        ...{ of: 'team', reference: team() },
        levels: [{ fromAmount: '£75000', role: 'budgetHolder', people: '' }],
      }),
    ),
    on(1, `${WAITS_AT_A_LEVEL}: first approval`, () =>
      play.does('shirin', approveQuestion, { reference: play.question(WAITS_AT_A_LEVEL) }),
    ),
  ];
}

async function askAndAnswer(play: Play, team: string): Promise<void> {
  const { reference } = await play.does('marek', openEnquiry, {
    team,
    subject: 'Counting plant that is never reported stolen',
    text: 'Do you hold a count of plant found abroad before anybody reported it? I would not need places.',
  });
  await play.does('colm', writeToEnquiry, {
    reference,
    text: 'We hold it for two years and can share totals by quarter. Write to us once you know which quarters.',
  });
}
