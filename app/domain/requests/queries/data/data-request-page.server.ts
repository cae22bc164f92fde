import { z } from 'zod';
import type { Db } from '~/platform/db.server';
import type { Actor } from '../../../actor';
import { isAllowed } from '../../../policy';
import { query } from '../../../query.server';
import { questionsVisibleTo } from '../../../questions/question-visibility.server';
import { referenceInput } from '../../../reference-input';
import { ukDay } from '../../../uk-time';
import {
  followsOf,
  mayCloseData,
  mayConfirmReturn,
  mayDecideData,
  mayGiveOpinion,
  mayNoteOnData,
  maySeeDataRequest,
  mayWithdrawData,
  seesPanel,
} from '../../data/data-policy';
import { missingFor, standsAs } from '../../data/data-request';
import { loadDataRequest, type LoadedDataRequest } from '../../data/loaded-data-request.server';

/** One request with everything its reader may know of it. */
export const dataRequestPage = query({
  name: 'requests.data-request-page',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => actor,
  read: async ({ db, scope: actor, input, now }) => {
    const loaded = await loadDataRequest(db, input.reference);
    if (!loaded || !isAllowed(maySeeDataRequest(actor, loaded.standing))) return null;
    const { request, dataset, standing, tally } = loaded;
    const panel = seesPanel(actor, standing);
    const said = await wordsOf(db, actor, loaded, panel);
    const { id: _, decidedById: __, confirmedById: ___, datasetId: ____, earlier: _____, ...shown } = request;
    const renewed = said.after.some(({ kind, state }) => kind === 'renewal' && state === 'approved');
    return {
      ...shown,
      ...said,
      dataset: { reference: dataset.reference, name: dataset.name },
      stands: standsAs({ ...request, state: standing.state, renewed }, ukDay(now)),
      tally: panel ? tally : null,
      seats: standing.seats.length,
      /** Whether a decision of this person would be refused still. */
      early: missingFor(tally) > 0 || isAppealAgainst(actor, request),
      spoke: said.opinions.some(({ personId }) => actor.kind === 'person' && personId === actor.id),
      follows: followsOf(actor, standing),
      may: {
        panel,
        opinion: isAllowed(mayGiveOpinion(actor, standing)),
        decide: isAllowed(mayDecideData(actor, standing)),
        note: isAllowed(mayNoteOnData(actor, standing)),
        withdraw: isAllowed(mayWithdrawData(actor, standing)),
        close: isAllowed(mayCloseData(actor, standing)),
        confirm: isAllowed(mayConfirmReturn(actor, standing)),
      },
    };
  },
});
export type DataRequestView = NonNullable<Awaited<ReturnType<typeof dataRequestPage.read>>>;

const isAppealAgainst = (actor: Actor, { kind, earlier }: LoadedDataRequest['request']): boolean =>
  kind === 'appeal' && actor.kind === 'person' && earlier?.decidedById === actor.id;

async function wordsOf(db: Db, actor: Actor, { request, standing }: LoadedDataRequest, panel: boolean) {
  const people = await db.person.findMany({
    where: {
      id: { in: [request.askedById, request.decidedById, request.confirmedById].filter((id) => id !== null) },
    },
    select: { id: true, name: true, reference: true },
  });
  const nameOf = (id: string | null) => people.find((person) => person.id === id)?.name ?? null;
  const about = request.questionId
    ? await db.question.findFirst({
        where: { AND: [{ id: request.questionId }, questionsVisibleTo(actor)] },
        select: { reference: true, title: true },
      })
    : null;
  const around = await db.dataRequest.findMany({
    where: { OR: [{ earlierId: request.id }, { id: request.earlierId ?? request.id }] },
    select: { id: true, reference: true, kind: true, state: true, earlierId: true },
    orderBy: { askedAt: 'asc' },
  });
  const notes = await db.dataRequestNote.findMany({
    where: { requestId: request.id, ...(panel ? {} : { panelOnly: false }) },
    select: { id: true, text: true, at: true, panelOnly: true, person: { select: { name: true } } },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  });
  const opinions = panel
    ? await db.dataOpinion.findMany({
        where: { requestId: request.id, personId: { in: [...standing.seats] } },
        select: {
          ...{ opinion: true, reason: true, conflict: true, at: true, personId: true },
          person: { select: { name: true } },
        },
        orderBy: [{ at: 'asc' }, { personId: 'asc' }],
      })
    : [];
  return {
    ...{ askedBy: nameOf(request.askedById), decidedBy: panel ? nameOf(request.decidedById) : null },
    ...{ confirmedBy: nameOf(request.confirmedById), question: about, notes, opinions },
    before: around.find(({ id }) => id === request.earlierId) ?? null,
    after: around.filter(({ earlierId }) => earlierId === request.id),
  };
}
