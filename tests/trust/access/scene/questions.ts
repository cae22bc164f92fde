import { showReference } from '~/domain/reference';
import { soundingsNow } from '~/platform/clock.server';
import { database } from '~/platform/db.server';
import { newId } from '~/platform/ids.server';
import { newReference } from '~/domain/new-reference.server';
import { makeFinding } from '../../../support/factories/findings';
import { declareNothing, makePanel, makeWall } from '../../../support/factories/panels';
import { makeCascade } from '../../../support/factories/cascades';
import { makePledge } from '../../../support/factories/pledges';
import { makeQuestion } from '../../../support/factories/questions';
import { makeSponsorship } from '../../../support/factories/sponsorships';
import type { Cast } from './cast';
import type { Things } from './things';

export type MadeQuestion = Awaited<ReturnType<typeof makeQuestion>>;

/** Puts the actors of the panel on it, one of them behind the wall of a confirmed conflict. */
export async function seatPanel({ people }: Cast, question: MadeQuestion): Promise<void> {
  const evaluatorIds = [people.evaluator.id, people['expert and evaluator'].id];
  await makePanel(question, { evaluatorIds });
  await seatConflicted(people, question);
}

export async function seatConflicted(people: Cast['people'], { id, asking }: MadeQuestion): Promise<void> {
  const personId = people['conflicted evaluator'].id;
  await database().panelMembership.create({
    data: {
      questionId: id,
      personId,
      role: 'evaluator',
      appointedById: asking.authorId,
      appointedAt: await soundingsNow(database()),
    },
  });
  await declareNothing(id, [personId], 'publication');
  await makeWall(id, personId);
}

/** Questions of the team in every state that needs no bids to be there. */
export async function makeQuestions(cast: Cast, things: Things) {
  const { asking, people } = cast;
  const keep = (state: string, { reference }: MadeQuestion) =>
    things.keep('question', state, {
      ...{ reference: showReference(reference), task: 'need' },
      what: 'assessors',
    });
  keep('draft', await makeQuestion({ asking, state: 'draft' }));
  keep('awaiting approval', await makeQuestion({ asking, state: 'awaitingApproval' }));
  const open = await makeQuestion({ asking });
  const invited = await makeQuestion({
    asking,
    visibility: 'invited',
    invited: [{ personId: people['invited expert'].id }],
  });
  const closed = await makeQuestion({ asking, state: 'closed' });
  const answered = await makeQuestion({ asking, state: 'answered' });
  const withdrawn = await makeQuestion({ asking, state: 'withdrawn' });
  const released = await makeQuestion({ asking, released: true });
  const all = { open, 'open to invited': invited, closed, answered, withdrawn, released };
  for (const [state, question] of Object.entries(all)) {
    await seatPanel(cast, question);
    keep(state, question);
  }
  await declareInterests(cast, closed, things);
  things.keep('place on the panel', 'closed', {
    reference: showReference(closed.reference),
    person: showReference(people.evaluator.reference),
  });
  await makeClarifications(cast, open, things);
  await makeSponsorships(cast, open, things);
  things.keep('performance figure', 'always', { measure: 'bids' });
  await nameFunder(open, things);
  await linkNotice(open, things);
  await makeComment(people.researcher.id, things);
  return { open, closed };
}

async function nameFunder({ id, reference, asking }: MadeQuestion, things: Things): Promise<void> {
  const funding = await makePledge({
    questionId: id,
    recordedById: asking.authorId,
    certainty: 'conditional',
  });
  things.keep('funder of a question', 'conditional', {
    reference: showReference(reference),
    funder: showReference(funding.reference ?? ''),
  });
}

async function linkNotice({ id, reference, asking }: MadeQuestion, things: Things): Promise<void> {
  const now = await soundingsNow(database());
  const notice = await database().procurementNotice.create({
    data: {
      id: newId(),
      reference: newReference(),
      questionId: id,
      kind: 'tender',
      address: 'https://notices.example/1',
      publishedOn: now,
      linkedAt: now,
      linkedById: asking.authorId,
    },
  });
  things.keep('notice of a question', 'linked', {
    reference: showReference(reference),
    notice: showReference(notice.reference),
  });
}

/** Two declared interests that wait for a decision: one the owner decides about, one of the owner's own. */
async function declareInterests({ people }: Cast, question: MadeQuestion, things: Things): Promise<void> {
  for (const name of ['budget holder', 'senior responsible owner'] as const) {
    await database().declaration.create({
      data: {
        id: newId(),
        questionId: question.id,
        personId: people[name].id,
        stage: 'publication',
        capacity: name === 'budget holder' ? 'budgetHolder' : 'seniorResponsibleOwner',
        hasInterest: true,
        details: 'Sat on a board with one of the bidders.',
        declaredAt: await soundingsNow(database()),
      },
    });
    things.keep('declaration', `the ${name}'s`, {
      reference: showReference(question.reference),
      person: showReference(people[name].reference),
      stage: 'publication',
    });
  }
}

async function makeClarifications({ people, asking }: Cast, question: MadeQuestion, things: Things) {
  const now = await soundingsNow(database());
  const answer = {
    answer: 'Both.',
    publishedText: 'Which ports?',
    answeredAt: now,
    answeredById: asking.authorId,
  };
  for (const [state, over] of Object.entries({ waiting: {}, answered: answer })) {
    const made = await database().clarification.create({
      data: {
        id: newId(),
        reference: newReference(),
        questionId: question.id,
        askerId: people['uninvolved expert'].id,
        asked: 'Which ports are meant?',
        askedAt: now,
        ...over,
      },
    });
    things.keep('clarification', state, {
      reference: showReference(made.reference),
      question: showReference(question.reference),
    });
  }
}

/** A request for advice with three answers: a draft, one sent, and one whose author agrees to publish it. */
export async function makeAdvice({ asking, people }: Cast, things: Things): Promise<void> {
  const request = await makeQuestion({ asking, routeSlug: 'expert-advice-request' });
  const now = await soundingsNow(database());
  const answers = [
    { state: 'draft', by: people['rival bidder'], over: {} },
    { state: 'submitted', by: people.researcher, over: { submittedAt: now } },
    {
      state: 'agreed',
      by: people['lead bidder'],
      over: {
        submittedAt: now,
        acknowledgedAt: now,
        publishAskedAt: now,
        consentedAt: now,
        consentNamed: true,
      },
    },
  ];
  for (const { state, by, over } of answers) {
    const made = await database().adviceAnswer.create({
      data: {
        id: newId(),
        reference: newReference(),
        questionId: request.id,
        personId: by.id,
        body: 'Mostly through family.',
        createdAt: now,
        ...over,
      },
    });
    const reference = showReference(made.reference);
    things.keep('advice answer', state, { reference, answer: reference });
  }
  things.keep('advice request', 'open', {
    reference: showReference(request.reference),
    researcher: things.find('advice answer', 'submitted')['answer'] ?? '',
    lead: things.find('advice answer', 'agreed')['answer'] ?? '',
  });
}

/** Said by the researcher just now of a published finding. */
async function makeComment(authorId: string, things: Things): Promise<void> {
  const finding = await makeFinding();
  const { reference } = await database().comment.create({
    data: {
      ...{ id: newId(), reference: newReference(), noun: 'finding', nounId: finding.id, authorId },
      ...{ level: 'everybody', body: 'Which ports?', postedAt: await soundingsNow(database()) },
    },
  });
  things.keep('comment', 'for everybody', { reference: showReference(reference) });
}

/** The other team's: a draft that could join or reuse, a request that waits, and one that was accepted. */
async function makeSponsorships({ people }: Cast, open: MadeQuestion, things: Things): Promise<void> {
  const authorId = people['civil servant of another team'].id;
  const ownerId = people['coordinator and author of another team'].id;
  const { teamId } = await database().teamMembership.findFirstOrThrow({
    where: { personId: authorId, endsAt: null },
  });
  const joining = { ...open.asking, teamId, authorId, ownerId, budgetHolderId: ownerId };
  const draft = await makeQuestion({ asking: joining, state: 'draft' });
  things.keep('draft of another team', 'draft', {
    reference: showReference(draft.reference),
    other: showReference(open.reference),
    finding: showReference((await makeFinding()).reference),
  });
  const cascade = await makeCascade({ questionId: open.id, teamId, sentById: open.asking.authorId });
  things.keep('cascade', 'waiting', { reference: showReference(cascade.reference) });
  for (const [state, accepted] of Object.entries({ waiting: false, accepted: true })) {
    const { id } = await makeQuestion({ asking: open.asking, visibility: 'team' });
    const made = await makeSponsorship({ joining, questionId: id, accepted });
    things.keep('sponsorship', state, { reference: showReference(made.reference) });
    things.keep('draft set aside', state, { reference: showReference(made.draft.reference) });
  }
}
