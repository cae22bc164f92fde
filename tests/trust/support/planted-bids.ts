import { showReference } from '~/domain/reference';
import { database } from '~/platform/db.server';
import { makeOrganisation, makePerson } from '../../support/factories/people';
import type { makeQuestion } from '../../support/factories/questions';
import { cookieFor } from '../../support/journey/session';
import type { Canaries } from './canaries';
import { send, type Answer } from './http';

export type AskedQuestion = Awaited<ReturnType<typeof makeQuestion>>;

export interface PlantedBid {
  reference: string;
  lead: { id: string; cookie: string };
}

async function bidder() {
  const organisation = await makeOrganisation();
  const person = await makePerson({ expert: true, organisationId: organisation.id });
  return { id: person.id, reference: person.reference, cookie: await cookieFor(person.id), organisation };
}

type Fields = Record<string, string>;

/** Every field of every section, each holding a word of its own. */
function sectionsWithCanaries(question: AskedQuestion, canaries: Canaries): [string, Fields][] {
  const word = () => `We would ${canaries.next()} there`;
  return [
    ['summary', { text: word() }],
    ...question.criteria.map(({ position }): [string, Fields] => [`criterion-${position}`, { text: word() }]),
    ['people', { 'people[0].name': word(), 'people[0].role': word(), 'people[0].narrative': word() }],
    ['plan', { 'milestones[0].title': word(), 'milestones[0].weeks': '12', 'milestones[0].share': '100' }],
    ['references', { text: word() }],
    [
      'confidential',
      {
        'confidential[0].section': 'price',
        'confidential[0].reason': word(),
        'confidential[0].until.day': '1',
        'confidential[0].until.month': '2',
        'confidential[0].until.year': '2030',
      },
    ],
    ['declaration', { otherBids: 'some', text: word() }],
    [
      'price',
      {
        'lines[0].role': word(),
        'lines[0].dayRate': canaries.nextAmount(),
        'lines[0].days': '1',
        'otherCosts[0].title': word(),
        'otherCosts[0].amount': canaries.nextAmount(),
        overheads: '1000',
        fullEconomicCost: '80',
      },
    ],
  ];
}

function mustBe(status: number, answer: Answer, what: string): Answer {
  if (answer.status !== status)
    throw new Error(`${what}: ${answer.status} instead of ${status}\n${answer.body.slice(0, 2_000)}`);
  return answer;
}

/** Writes a bid through its pages, as a bidder would, and submits it unless told otherwise. */
export async function plantBid(
  address: string,
  question: AskedQuestion,
  canaries: Canaries,
  over: { submit: boolean },
): Promise<PlantedBid> {
  const lead = await bidder();
  const post = (path: string, form: Fields) => send(address, path, { cookie: lead.cookie, form });
  const started = await post(`/questions/${showReference(question.reference)}/bid`, {
    organisation: lead.organisation.reference,
    termsRead: 'on',
  });
  const path = mustBe(303, started, 'starting a bid').location ?? '';
  const reference = path.split('/').at(-1)?.replace('-', '') ?? '';
  for (const [section, fields] of sectionsWithCanaries(question, canaries)) {
    const { revision } = await database().bid.findUniqueOrThrow({
      where: { reference },
      select: { revision: true },
    });
    const form = { revision: String(revision), ...fields };
    mustBe(303, await post(`${path}/sections/${section}`, form), `saving ${section}`);
  }
  await collide(address, path, reference, lead.cookie, canaries);
  if (over.submit) {
    const { revision } = await database().bid.findUniqueOrThrow({
      where: { reference },
      select: { revision: true },
    });
    mustBe(303, await post(`${path}/check`, { revision: String(revision) }), 'submitting');
  }
  return { reference, lead };
}

/** A second editor saves on top of an old revision, so that a stale save is kept; an autosave follows. */
async function collide(
  address: string,
  path: string,
  reference: string,
  cookie: string,
  canaries: Canaries,
): Promise<void> {
  const editor = await bidder();
  const post = (from: string, to: string, form: Fields) => send(address, to, { cookie: from, form });
  mustBe(
    303,
    await post(cookie, `${path}/team`, { intent: 'invite', person: editor.reference, role: 'editor' }),
    'inviting',
  );
  mustBe(303, await post(editor.cookie, `${path}/invitation`, { answer: 'accept' }), 'joining');
  const stale = { revision: '1', text: `Never ${canaries.next()}` };
  const kept = mustBe(303, await post(editor.cookie, `${path}/sections/summary`, stale), 'a stale save');
  if (!kept.location?.endsWith('/versions')) throw new Error('the stale save was not kept aside');
  const { revision } = await database().bid.findUniqueOrThrow({
    where: { reference },
    select: { revision: true },
  });
  const form = {
    revision: String(revision),
    section: 'references',
    intent: 'autosave',
    text: `See ${canaries.next()}`,
  };
  mustBe(200, await post(cookie, `${path}/autosave`, form), 'an autosave');
}
