import { askForData } from '~/domain/requests/commands/data/ask-for-data.server';
import { decideDataRequest } from '~/domain/requests/commands/data/decide-data-request.server';
import { giveDataOpinion } from '~/domain/requests/commands/data/give-data-opinion.server';
import { noteOnDataRequest } from '~/domain/requests/commands/data/note-on-data-request.server';
import { seatOnDataPanel } from '~/domain/requests/commands/data/seat-on-data-panel.server';
import { setDataQuorum } from '~/domain/requests/commands/data/set-data-quorum.server';
import { addDays, isoDay } from '~/domain/uk-time';
import { database } from '~/platform/db.server';
import { DATA_ASKED, DATA_PANELS, type DataStory } from '../content/data-access';
import { todayOfMachine } from '../replay/clock';
import type { Play } from '../replay/play';
import type { Happening } from '../replay/timeline';

const NAMED = 30;

/** Holders name who decides; members ask for data by the five safes, are refused with a reason, appeal and are let in. */
export const dataAccessHappenings = (play: Play): Happening[] => [
  ...DATA_PANELS.map((panel) => ({
    daysAgo: NAMED,
    what: `panel of “${panel.dataset}”`,
    run: async () => {
      const reference = await datasetCalled(panel.dataset);
      for (const member of panel.members)
        await play.does(panel.by, seatOnDataPanel, { reference, address: await addressOf(play, member) });
      await play.does(panel.by, setDataQuorum, { reference, quorum: panel.quorum });
    },
  })),
  ...DATA_ASKED.flatMap((story) => askedFor(play, story)),
];

function askedFor(play: Play, story: DataStory): Happening[] {
  let reference = '';
  const { dataset, asked, notes, opinions, decision, next } = story;
  const happens = (daysAgo: number, what: string, run: () => Promise<void>): Happening => ({
    ...{ daysAgo, what: `data “${dataset}”: ${what}`, run },
  });
  const ask = async () => {
    reference = await askOnce(play, story);
    for (const [who, text] of notes) await play.does(who, noteOnDataRequest, { reference, text });
  };
  return [
    happens(asked, 'ask', ask),
    happens(asked - 4, 'opinions', () => hear(play, opinions, reference)),
    ...(decision ? [happens(asked - 9, 'decide', () => decide(play, reference, decision))] : []),
    ...(next ? [happens(asked - 12, 'appeal', () => appeal(play, story, reference, next))] : []),
  ];
}

async function askOnce(play: Play, story: DataStory, follows: Record<string, string> = {}): Promise<string> {
  const { dataset, by, question, wanted } = story;
  const today = await todayOfMachine();
  const made = await play.does(by, askForData, {
    ...{ reference: await datasetCalled(dataset), question: play.question(question), ...wanted, basisNote: '' },
    ...{ startsOn: isoDay(addDays(today, 10)), endsOn: isoDay(addDays(today, 375)), ...follows },
  });
  return made.reference;
}

async function hear(play: Play, said: DataStory['opinions'], reference: string): Promise<void> {
  for (const [member, opinion, reason] of said)
    await play.does(member, giveDataOpinion, { reference, opinion, reason, conflict: '' });
}

async function decide(play: Play, reference: string, { by, ...words }: NonNullable<DataStory['decision']>): Promise<void> {
  await play.does(by, decideDataRequest, { reference, ...words });
}

async function appeal(play: Play, story: DataStory, earlier: string, next: NonNullable<DataStory['next']>): Promise<void> {
  const { by, safeData, opinions, terms, conditions } = next;
  const reference = await askOnce(play, story, { earlier, kind: 'appeal', safeData });
  await hear(play, opinions, reference);
  const expiresOn = isoDay(addDays(await todayOfMachine(), 375));
  await play.does(by, decideDataRequest, { reference, outcome: 'conditions', terms, conditions, expiresOn });
}

const datasetCalled = async (name: string): Promise<string> =>
  (await database().dataset.findFirstOrThrow({ where: { name: { startsWith: name } } })).reference;

const addressOf = async (play: Play, key: string): Promise<string> =>
  (await database().personEmail.findFirstOrThrow({ where: { personId: play.person(key).id, verifiedAt: { not: null } } })).address;
