import { run } from '~/domain/command.server';
import { inviteToElicitation } from '~/domain/elicitation/commands/invite-to-elicitation.server';
import { openElicitation } from '~/domain/elicitation/commands/open-elicitation.server';
import { withdrawElicitation } from '~/domain/elicitation/commands/withdraw-elicitation.server';
import { showReference } from '~/domain/reference';
import { addDays, isoDay } from '~/domain/uk-time';
import { soundingsNow } from '~/platform/clock.server';
import { database } from '~/platform/db.server';
import { actorInSession } from '../../../support/factories/people';
import { done } from '../../../support/outcome';
import type { Cast } from './cast';
import type { MadeQuestion } from './questions';
import type { Things } from './things';

/** Two about an open question, each with one invited expert: one runs, one is withdrawn. */
export async function makeElicitations(
  { people }: Cast,
  question: MadeQuestion,
  things: Things,
): Promise<void> {
  const author = await actorInSession(people.author.id);
  const now = await soundingsNow(database());
  for (const state of ['running', 'withdrawn']) {
    const { reference } = done(
      await run(openElicitation, author, {
        ...{ question: question.reference, title: 'How often', background: '' },
        ...{
          'q1-1-asks': 'How many a month?',
          'q1-2-kind': 'quantity',
          'q1-3-unit': 'parcels',
          'q1-4-lower': '0',
          'q1-5-upper': '9',
        },
        firstClosesOn: isoDay(addDays(now, 30)),
        secondClosesOn: isoDay(addDays(now, 40)),
      }),
    );
    done(await run(inviteToElicitation, author, { reference, person: people['invited expert'].reference }));
    if (state === 'withdrawn')
      done(await run(withdrawElicitation, author, { reference, reason: 'The data came.' }));
    things.keep('elicitation', state, { reference: showReference(reference) });
  }
}
