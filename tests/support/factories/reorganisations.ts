import { run } from '~/domain/command.server';
import { answerHandovers } from '~/domain/succession/commands/answer-handovers.server';
import { completeReorganisation } from '~/domain/succession/commands/complete-reorganisation.server';
import { confirmReorganisation } from '~/domain/succession/commands/confirm-reorganisation.server';
import { nameReorganisationPerson } from '~/domain/succession/commands/name-reorganisation-person.server';
import { offerItems } from '~/domain/succession/commands/offer-items.server';
import { proposeReorganisation } from '~/domain/succession/commands/propose-reorganisation.server';
import type { HeldKind } from '~/domain/succession/holding';
import type { ReorganisationKind } from '~/domain/succession/reorganisation';
import { ukDay } from '~/domain/uk-time';
import { soundingsNow } from '~/platform/clock.server';
import { database } from '~/platform/db.server';
import { done } from '../outcome';
import type { makeSuccessor } from './holdings';
import { actorFor, makePerson } from './people';

type Successor = Awaited<ReturnType<typeof makeSuccessor>>;

interface Over {
  kind: ReorganisationKind;
  ending: { id: string; reference: string }[];
  successors: Successor[];
  /** Which kinds go to which of several successors. */
  offers?: [HeldKind, Successor][];
}

/** Proposed by one coordinator and confirmed by another, with somebody named for each; in effect from today. */
export async function makeReorganisation({ kind, ending, successors, offers = [] }: Over) {
  const [proposer, confirmer] = [
    await actorFor((await makePerson({ roles: ['coordinator'] })).id),
    await actorFor((await makePerson({ roles: ['coordinator'] })).id),
  ];
  const [first, ...others] = ending.map((one) => one.reference);
  const { reference } = done(
    await run(proposeReorganisation, proposer, {
      ...{ organisation: first, others, successors: successors.map((one) => one.reference), kind },
      ...{ effectiveOn: ukDay(await soundingsNow(database())), basis: 'An order' },
    }),
  );
  const named = [
    ...successors.map((one) => ({ of: one.reference, person: one.owner.reference })),
    ...(await Promise.all(
      ending.map(async (one) => ({
        of: one.reference,
        person: (await makePerson({ organisationId: one.id })).reference,
      })),
    )),
  ];
  for (const { of, person } of named)
    done(
      await run(nameReorganisationPerson, proposer, { reorganisation: reference, organisation: of, person }),
    );
  for (const [held, to] of offers)
    done(await run(offerItems, proposer, { reorganisation: reference, kind: held, to: to.reference }));
  done(await run(confirmReorganisation, confirmer, { reorganisation: reference }));
  return { reference, proposer, confirmer };
}

/** Everything offered is accepted by those who answer, and what ends is closed. */
export async function takeOver(
  { reference, confirmer }: Awaited<ReturnType<typeof makeReorganisation>>,
  successors: Successor[],
): Promise<void> {
  const all = { reorganisation: reference, answer: 'accepted', which: 'all' };
  for (const { ownerId } of successors) await run(answerHandovers, await actorFor(ownerId), all);
  done(await run(completeReorganisation, confirmer, { reorganisation: reference }));
}
