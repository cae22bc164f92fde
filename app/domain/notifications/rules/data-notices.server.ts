import type { Db } from '~/platform/db.server';
import { REFUSAL_CODES, type RefusalCode } from '../../requests/data/data-request';
import type { SealedFact } from '../../reactions.server';
import { showDate } from '../../uk-time';
import { pages } from '../addresses';
import type { NoticeRule } from '../notice-rule.server';
import { coordinators } from '../recipients.server';
import { rulesAbout, textOf } from './rule.server';

const find = (db: Db, { nounId }: SealedFact) =>
  db.dataRequest.findUnique({
    where: { id: nounId },
    include: {
      dataset: {
        select: {
          ...{ name: true, ownerId: true },
          panelSeats: { where: { endedAt: null }, select: { personId: true } },
        },
      },
      opinions: { where: { opinion: null }, select: { personId: true } },
    },
  });
type Thing = NonNullable<Awaited<ReturnType<typeof find>>>;
const about = rulesAbout(find);

/** Who decides, without those who have a conflict or ask themselves. */
const panelOf = ({ dataset, opinions, askedById }: Thing): string[] => {
  const apart = new Set([askedById, ...opinions.map(({ personId }) => personId)]);
  return dataset.panelSeats.map(({ personId }) => personId).filter((id) => !apart.has(id));
};

/** The panel; before there is one, who keeps the entry and the coordinators, so that it is named. */
const deciders = async (db: Db, thing: Thing): Promise<string[]> => {
  if (thing.dataset.panelSeats.length > 0) return panelOf(thing);
  return [thing.dataset.ownerId, ...(await coordinators(db))].filter((id) => id !== thing.askedById);
};

const told = (
  name: string,
  to: (db: Db, thing: Thing) => string[] | Promise<string[]>,
  subject: string,
  body: (thing: Thing) => string,
  part?: string,
): NoticeRule =>
  about(
    name,
    async ({ db, thing }) => ({
      personIds: await to(db, thing),
      subject: `${subject}: ${thing.dataset.name}`,
      body: body(thing),
      path: pages.dataRequest(thing.reference),
    }),
    part,
  );

const asker = (_db: Db, thing: Thing) => [thing.askedById];
const panel = (_db: Db, thing: Thing) => panelOf(thing);

const decided = ({ state, words, reasonCode, terms, expiresOn }: Thing): string =>
  state === 'refused'
    ? `Refused. ${REFUSAL_CODES[(reasonCode ?? 'other') as RefusalCode]}: ${words} You can ask again, or appeal.`
    : `Approved until ${expiresOn ? showDate(expiresOn) : ''}. Terms: ${terms}`;

async function saidIn(db: Db, fact: SealedFact): Promise<string> {
  const id = textOf(fact, 'noteId');
  const note = id ? await db.dataRequestNote.findUnique({ where: { id } }) : null;
  return note?.text ?? '';
}

const noted = (name: string, forAsker: boolean): NoticeRule =>
  about(name, async ({ db, fact, thing }) => ({
    personIds: [...(await deciders(db, thing)), ...(forAsker ? [thing.askedById] : [])],
    subject: `A comment on a request for data: ${thing.dataset.name}`,
    body: await saidIn(db, fact),
    path: pages.dataRequest(thing.reference),
  }));

const aboutPanel = rulesAbout((db: Db, { nounId }: SealedFact) =>
  db.dataset.findUnique({ where: { id: nounId }, select: { reference: true, name: true } }),
);

export const dataNotices = [
  told('DataWereAskedFor', deciders, 'A request for data', ({ dataset }) =>
    dataset.panelSeats.length > 0
      ? 'Say what you think, or that you have a conflict.'
      : 'Nobody decides about these data yet: name a panel.',
  ),
  told('DataRequestWasWithdrawn', deciders, 'A request for data was withdrawn', () => 'Nothing waits.'),
  told('DataConflictWasDeclared', panel, 'One of the panel has a conflict', () => 'They take no part.'),
  noted('DataRequestWasCommentedOn', true),
  noted('DataPanelWasNoted', false),
  told('DataRequestWasDecided', asker, 'Your request for data was decided', decided),
  told(
    'DataAccessIsEnding',
    asker,
    'Your access to data ends soon',
    ({ expiresOn }) =>
      `It ends on ${expiresOn ? showDate(expiresOn) : ''}. Ask for a renewal, or return or destroy the data by then.`,
  ),
  told(
    'DataAccessHasEnded',
    asker,
    'Your access to data has ended',
    () => 'Return or destroy the data and say so.',
  ),
  told(
    'DataAccessHasEnded',
    deciders,
    'Access to data has ended',
    () => 'Nobody has said yet what became of the data.',
    'holder',
  ),
  told(
    'DataWereGivenBack',
    async (db, thing) => [...new Set([thing.dataset.ownerId, ...(await deciders(db, thing))])],
    'Confirm what became of the data',
    () => 'Whoever had the access says that the data are back or gone.',
  ),
  told('DataReturnWasConfirmed', asker, 'The holder confirmed what became of the data', () => 'It is over.'),
  aboutPanel('DataPanelMemberWasNamed', ({ fact, thing }) =>
    Promise.resolve({
      personIds: [textOf(fact, 'personId') ?? ''],
      subject: `You decide who may use data: ${thing.name}`,
      body: 'You are told of each request. Declare a conflict if you have one.',
      path: pages.dataset(thing.reference),
    }),
  ),
];
