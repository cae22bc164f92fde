import type { Db } from '~/platform/db.server';
import type { SealedFact } from '../../reactions.server';
import { KIND_WORDS } from '../../requests/request';
import { showDay } from '../../uk-time';
import { pages } from '../addresses';
import { answeringPeople } from '../request-people.server';
import { rulesAbout, textOf } from './rule.server';

const about = rulesAbout(async (db: Db, { nounId }: SealedFact) => {
  const request = await db.request.findUnique({ where: { id: nounId } });
  return request && { ...request, name: KIND_WORDS[request.kind].name };
});
type Tell = Parameters<typeof about>[1];

/** What was said in the step that the fact is about; it never stands in the fact itself. */
async function saidIn(db: Db, fact: SealedFact): Promise<string> {
  const id = textOf(fact, 'eventId');
  const event = id ? await db.requestEvent.findUnique({ where: { id } }) : null;
  return event?.text ?? '';
}

const toAsker =
  (subject: string, otherwise: string): Tell =>
  async ({ db, fact, thing }) => ({
    personIds: [thing.askedById],
    subject: `${subject}: ${thing.name}`,
    body: (await saidIn(db, fact)) || otherwise,
    path: pages.request(thing.reference),
  });

export const requestNotices = [
  about('RequestWasMade', async ({ db, thing }) => ({
    personIds: await answeringPeople(db, thing),
    subject: `A request to answer: ${thing.name}`,
    body: `Answer it by ${showDay(thing.expiresAt)}; then it ends by itself.`,
    path: pages.request(thing.reference),
  })),
  about('RequestWasCommentedOn', async ({ db, fact, thing }) => ({
    personIds: [thing.askedById, ...(await answeringPeople(db, thing))],
    subject: `A comment on a request: ${thing.name}`,
    body: await saidIn(db, fact),
    path: pages.request(thing.reference),
  })),
  about('RequestWasHeld', toAsker('Your request is looked into', 'Somebody looks into it.')),
  about('RequestWasAccepted', toAsker('Your request was accepted', 'What you asked for is done.')),
  about('RequestWasDeclined', toAsker('Your request was declined', 'The reason stands on its page.')),
  about('RequestWasCancelled', async ({ db, thing }) => ({
    personIds: await answeringPeople(db, thing),
    subject: `A request was cancelled: ${thing.name}`,
    body: 'There is nothing to answer any more.',
    path: pages.request(thing.reference),
  })),
  about('RequestHasExpired', toAsker('Nobody answered your request', 'It has ended. You can ask again.')),
];

const aboutCollection = rulesAbout((db: Db, { nounId }: SealedFact) =>
  db.collection.findUnique({ where: { id: nounId }, select: { slug: true, title: true } }),
);

export const collectionNotices = [
  aboutCollection('CuratorWasAdded', ({ fact, thing }) =>
    Promise.resolve({
      personIds: [textOf(fact, 'personId') ?? ''],
      subject: `You keep a collection: ${thing.title}`,
      body: 'You answer what is proposed for it, and can take findings out.',
      path: pages.collection(thing.slug),
    }),
  ),
  aboutCollection('CuratorWasEnded', ({ fact, thing }) =>
    Promise.resolve({
      personIds: [textOf(fact, 'personId') ?? ''],
      subject: `You no longer keep a collection: ${thing.title}`,
      body: 'Others keep it from now on.',
      path: pages.collection(thing.slug),
    }),
  ),
];

/** The title of what the annex is beside is known to whoever may read the annex. */
const aboutAnnex = rulesAbout(async (db: Db, fact: SealedFact) => {
  const id = textOf(fact, 'readerId');
  if (!id) return null;
  const reader = await db.annexReader.findUnique({
    where: { id },
    select: {
      personId: true,
      teamId: true,
      annex: {
        select: { finding: { select: { reference: true } }, question: { select: { reference: true } } },
      },
    },
  });
  const finding = reader?.annex.finding?.reference;
  const question = reader?.annex.question?.reference;
  const path = finding ? pages.annexOfFinding(finding) : question ? pages.annexOfQuestion(question) : null;
  return reader && path ? { personId: reader.personId, teamId: reader.teamId, path } : null;
});

export const annexNotices = [
  aboutAnnex('AnnexReaderWasAdded', async ({ db, thing }) => {
    const members = thing.teamId
      ? await db.teamMembership.findMany({
          where: { teamId: thing.teamId, endsAt: null },
          select: { personId: true },
        })
      : [];
    const personIds = [
      ...members.map(({ personId }) => personId),
      ...(thing.personId ? [thing.personId] : []),
    ];
    return {
      personIds,
      subject: 'You can read a restricted annex',
      body: 'You are on its list. Each reading is recorded.',
      path: thing.path,
    };
  }),
];
