import { z } from 'zod';
import { query } from '../../query.server';
import { isMember } from '../../actor';
import { referenceInput } from '../../reference-input';
import { terms } from '../../questions/tasks/terms';
import type { DraftRow } from '../../questions/tasks/task';
import {
  draftedLetter,
  isLive,
  LETTER_STATES,
  LETTER_STEPS,
  type LetterState,
} from '../agreement/agreement-letter';
import { historyOf } from '../steps/history.server';
import { partsOf } from '../steps/part';
import { headOf, seenDelivery } from '../steps/seen-delivery.server';
import { stepsFor } from '../steps/step';
import { stateOf } from '../award';

/** The agreement letter on its way, those before it, and what the reader can do. Until it is sent it is the team’s. */
export const agreementPage = query({
  name: 'awards.agreement',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => (isMember(actor) ? actor : null),
  read: async ({ db, scope: actor, input, now }) => {
    const award = actor && (await seenDelivery(db, actor, input.reference));
    if (!actor || !award) return null;
    const parts = partsOf(actor, award);
    const won = award.winners.some(({ personId }) => personId === actor.id);
    const letters = await db.agreementLetter.findMany({
      where: { awardId: award.id, ...(won ? { textHash: { not: null } } : {}) },
      orderBy: { number: 'desc' },
    });
    const [letter] = letters;
    const people = await db.person.findMany({
      where: { id: { in: award.winners.map(({ personId }) => personId) } },
      select: { id: true, reference: true, name: true },
    });
    const own = letter ? partsOf(actor, award, letter.signatoryId) : parts;
    const leads = new Set(
      award.winners.filter(({ role }) => role === 'lead').map(({ personId }) => personId),
    );
    const state = stateOf(award, now);
    return {
      ...headOf(award),
      letter: letter
        ? {
            ...shown(letter),
            signatory: people.find(({ id }) => id === letter.signatoryId)?.name ?? null,
            steps: stepsFor(LETTER_STEPS, letter.state, own).filter(
              ({ key }) =>
                key !== 'approve' || letter.signatoryId === null || letter.state === 'countersigned',
            ),
            history: await historyOf(db, letter.id),
          }
        : null,
      older: letters.slice(1).map(shown),
      canPrepare:
        parts.includes('team') &&
        ['standstill', 'extended', 'readyToContract'].includes(state) &&
        !(letter && isLive(letter.state)),
      signatories: people
        .filter(({ id }) => !leads.has(id))
        .map(({ reference, name }) => ({ reference, name })),
      drafted: draftedLetter({
        bidder: award.bidder,
        title: award.question.title,
        amount: award.amount,
        milestones: award.milestones,
        terms: terms.answers(award.question as unknown as DraftRow),
      }),
    };
  },
});

type Letter = Parameters<typeof shown>[0];

const shown = (letter: {
  reference: string;
  number: number;
  state: string;
  text: string;
  textHash: string | null;
  contractReference: string;
  startsOn: Date;
  endsOn: Date;
  preparedAt: Date;
}) => {
  const { reference, number, text, textHash, contractReference, startsOn, endsOn, preparedAt } = letter;
  const state = letter.state as LetterState;
  return {
    reference,
    number,
    state,
    stateName: LETTER_STATES[state],
    text,
    textHash,
    contractReference,
    startsOn,
    endsOn,
    preparedAt,
  };
};

export type ShownLetter = ReturnType<typeof shown> & Pick<Letter, 'text'>;
