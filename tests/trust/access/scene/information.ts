import { consultBidder } from '~/domain/assurance/commands/consult-bidder.server';
import { logRequest } from '~/domain/assurance/commands/log-request.server';
import { prepareRelease } from '~/domain/assurance/commands/prepare-release.server';
import { run } from '~/domain/command.server';
import { showReference } from '~/domain/reference';
import { addDays, isoDay, ukDay } from '~/domain/uk-time';
import { soundingsNow } from '~/platform/clock.server';
import { database } from '~/platform/db.server';
import { actorInSession } from '../../../support/factories/people';
import { done } from '../../../support/outcome';
import type { Cast } from './cast';
import type { Things } from './things';

/** A request for information about a decided question, with a bidder who is consulted and a release to check. */
export async function makeInformation({ people }: Cast, things: Things): Promise<void> {
  const actor = await actorInSession(people.coordinator.id);
  const question = things.find('question', 'decided')['reference'] ?? '';
  const bid = things.find('bid', 'decided')['reference'] ?? '';
  const today = ukDay(await soundingsNow(database()));
  const { reference } = done(
    await run(logRequest, actor, {
      words: 'All that was written of the decision.',
      requester: 'Robin Quill',
      contact: 'robin@press.example',
      receivedOn: isoDay(today),
      questions: question,
    }),
  );
  const asked = { reference, bid, words: 'Your scores.', answerBy: isoDay(addDays(today, 5)) };
  done(await run(consultBidder, actor, asked));
  const consultation = await database().informationConsultation.findFirstOrThrow();
  const release = done(await run(prepareRelease, actor, { reference, question }));
  const named = { reference: showReference(reference), question, set: 'question' };
  things.keep('information request', 'open', named);
  things.keep('consultation', 'waiting', { reference: showReference(consultation.reference) });
  things.keep('release', 'prepared', { reference: showReference(release.reference) });
}
