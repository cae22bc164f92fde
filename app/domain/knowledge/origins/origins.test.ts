import { expect, test as it } from 'vitest';
import { useDatabase } from '../../../../tests/support/database';
import { makeAward } from '../../../../tests/support/factories/awards';
import { actorFor, makePerson } from '../../../../tests/support/factories/people';
import { makeQuestion } from '../../../../tests/support/factories/questions';
import { run } from '../../command.server';
import { newReference } from '../../new-reference.server';
import { ask } from '../../query.server';
import { newId } from '~/platform/ids.server';
import { publishFinding } from '../commands/publish-finding.server';
import { submitFinding } from '../commands/submit-finding.server';
import { draftFromAdvice } from '../commands/draft-from-advice.server';
import { draftFromDeliverable } from '../commands/draft-from-deliverable.server';
import { UNNAMED_AUTHOR } from '../finding';
import { adviceOrigin } from '../queries/finding-origins.server';
import { findingDraft } from '../queries/finding-draft.server';
import { findingPage } from '../queries/finding-page.server';

const test = useDatabase();
/** An award needs a whole competition behind it: bids, panel, scores. */
const SLOW_MS = 90_000;
const stranger = async () => actorFor((await makePerson({ expert: true })).id);

async function deliverable(accepted: boolean) {
  const contractTerms = { openLicence: 'ccBy' };
  const { award, question, first } = await makeAward({ state: 'inDelivery', contractTerms });
  const milestone = await test.db.milestone.findFirstOrThrow({ where: { awardId: award.id } });
  const at = new Date();
  const row = await test.db.deliverable.create({
    data: {
      id: newId(),
      reference: newReference(),
      milestoneId: milestone.id,
      title: 'Final report',
      summary: 'What was found',
      limits: 'One region',
      deliveredAt: at,
      deliveredById: first.leadId,
      acceptedAt: accepted ? at : null,
    },
  });
  return {
    row,
    question,
    lead: await actorFor(first.leadId),
    team: await actorFor(question.asking.authorId),
  };
}

async function answer(over: { consentedAt?: Date; consentNamed?: boolean }) {
  const question = await makeQuestion({ state: 'open', routeSlug: 'expert-advice-request' });
  const author = await makePerson({ expert: true, name: 'Ada Adviser' });
  const at = new Date();
  const row = await test.db.adviceAnswer.create({
    data: {
      ...{ id: newId(), reference: newReference(), questionId: question.id, personId: author.id },
      ...{ body: 'In short: no.', limits: 'From experience', createdAt: at, submittedAt: at },
      ...over,
      publishAskedAt: over.consentedAt ?? null,
    },
  });
  return { row, author: await actorFor(author.id), team: await actorFor(question.asking.authorId) };
}

it(
  'starts a finding once from accepted work, filled in and tied to its question',
  async () => {
    const { row, question, lead, team } = await deliverable(true);
    expect(await run(draftFromDeliverable, await stranger(), { deliverable: row.reference })).toEqual({
      kind: 'hidden',
    });
    const outcome = await run(draftFromDeliverable, lead, { deliverable: row.reference });
    if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
    const draft = await ask(findingDraft, lead, outcome.value);
    expect(draft?.version).toMatchObject({
      title: 'Final report',
      summary: 'What was found',
      limits: 'One region',
      licence: 'CC BY 4.0',
    });
    expect(draft?.version.authors.map(({ name }) => name)).toContain(lead.name);
    const kept = await test.db.finding.findUniqueOrThrow({ where: outcome.value });
    expect(kept).toMatchObject({ questionId: question.id, deliverableId: row.id });
    expect(await run(draftFromDeliverable, team, { deliverable: row.reference })).toMatchObject({
      refusal: { name: 'FindingIsStarted' },
    });
  },
  SLOW_MS,
);

it(
  'waits until the team has accepted the work',
  async () => {
    const { row, lead } = await deliverable(false);
    expect(await run(draftFromDeliverable, lead, { deliverable: row.reference })).toMatchObject({
      kind: 'denied',
    });
  },
  SLOW_MS,
);

it('takes advice only as its author agreed', async () => {
  const refused = await answer({});
  expect(await run(draftFromAdvice, refused.team, { answer: refused.row.reference })).toMatchObject({
    kind: 'denied',
  });
  const named = await answer({ consentedAt: new Date(), consentNamed: true });
  const started = await run(draftFromAdvice, named.author, { answer: named.row.reference });
  if (started.kind !== 'done') throw new Error(JSON.stringify(started));
  expect((await ask(findingDraft, named.author, started.value))?.version.authors).toMatchObject([
    { name: 'Ada Adviser' },
  ]);
});

it('never tells who gave advice without a name', async () => {
  const { row, author, team } = await answer({ consentedAt: new Date(), consentNamed: false });
  expect(await run(draftFromAdvice, author, { answer: row.reference })).toMatchObject({ kind: 'denied' });
  expect(await ask(adviceOrigin, await stranger(), { reference: row.reference })).toMatchObject({
    verdict: { kind: 'hide' },
  });
  const started = await run(draftFromAdvice, team, { answer: row.reference });
  if (started.kind !== 'done') throw new Error(JSON.stringify(started));
  await run(submitFinding, team, started.value);
  const reviewer = await actorFor((await makePerson({ roles: ['coordinator'] })).id);
  expect(await run(publishFinding, reviewer, started.value)).toMatchObject({ kind: 'done' });
  const page = await ask(findingPage, await stranger(), started.value);
  expect(page?.version.authors).toEqual([{ name: UNNAMED_AUTHOR, orcid: null, roles: [] }]);
  expect(page?.sharedBy).toBeNull();
  expect(JSON.stringify(page)).not.toContain('Ada Adviser');
});
