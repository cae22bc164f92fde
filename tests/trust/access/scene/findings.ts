import { run } from '~/domain/command.server';
import { readBibliographyIn } from '~/domain/knowledge/commands/read-bibliography-in.server';
import { newReference } from '~/domain/new-reference.server';
import { recordImpact } from '~/domain/ratings/commands/record-impact.server';
import { showReference } from '~/domain/reference';
import { soundingsNow } from '~/platform/clock.server';
import { database } from '~/platform/db.server';
import { keepFile } from '~/platform/files.server';
import { newId } from '~/platform/ids.server';
import { makeFinding } from '../../../support/factories/findings';
import { actorInSession } from '../../../support/factories/people';
import { makePriority } from '../../../support/factories/priorities';
import { done } from '../../../support/outcome';
import type { Cast } from './cast';
import type { Things } from './things';

type Over = Parameters<typeof makeFinding>[0];

/** Findings of the researcher in every state, each with a file, what links two, and what three of them changed. */
export async function makeFindings({ people }: Cast, things: Things): Promise<void> {
  const priority = await makePriority();
  const submittedById = people.researcher.id;
  const states: Record<string, Over> = {
    draft: { state: 'draft' },
    'in review': { state: 'submitted' },
    returned: { state: 'returned' },
    published: { state: 'published' },
    released: { state: 'published', released: true },
    superseded: { state: 'superseded' },
    retracted: { state: 'retracted' },
  };
  for (const [state, over] of Object.entries(states)) {
    const { id, reference, versionId } = await makeFinding({ ...over, submittedById });
    if (state === 'published')
      things.keep('priority', 'always', {
        reference: showReference(priority.reference),
        finding: showReference(reference),
      });
    things.keep('finding', state, {
      reference: showReference(reference),
      number: '1',
      format: 'bibtex',
      file: showReference(await attach(versionId, submittedById)),
      priority: showReference(priority.reference),
      about: await sayOf(id, submittedById),
    });
  }
  await makeLinks(submittedById, things);
  await readSomethingIn(people.coordinator.id, things);
  await makeImpact(submittedById, things);
  await makeSteps(submittedById, things);
}

/** A file that a coordinator read in, of which nothing was made yet. */
async function readSomethingIn(coordinatorId: string, things: Things): Promise<void> {
  const pasted = 'Title\nA work that is read in';
  const { reference } = done(await run(readBibliographyIn, await actorInSession(coordinatorId), { pasted }));
  things.keep('bibliography import', 'always', { reference: showReference(reference) });
}

/** What the finding says of an intervention; gives the reference of the intervention. */
async function sayOf(findingId: string, recordedById: string): Promise<string> {
  const term = await database().term.findFirstOrThrow({ where: { scheme: 'interventionType' } });
  const said = {
    direction: 'helps' as const,
    note: 'It says so.',
    recordedAt: await soundingsNow(database()),
  };
  await database().findingDirection.create({
    data: { id: newId(), findingId, termId: term.id, recordedById, ...said },
  });
  return showReference(term.reference);
}

async function attach(versionId: string, uploadedById: string): Promise<string> {
  const bytes = Buffer.from('What we found, in plain text.');
  const at = await soundingsNow(database());
  const stored = await keepFile(bytes);
  const { id, reference } = await database().storedFile.create({
    data: {
      id: newId(),
      reference: newReference(),
      name: 'report.txt',
      mediaType: 'text/plain',
      size: bytes.length,
      uploadedById,
      uploadedAt: at,
      scannedAt: at,
      ...stored,
    },
  });
  await database().findingFile.create({ data: { versionId, fileId: id } });
  return reference;
}

async function makeImpact(recorderId: string, things: Things): Promise<void> {
  const recorder = await actorInSession(recorderId);
  const now = await soundingsNow(database());
  const states = {
    published: {},
    released: { releasedAt: now },
    withdrawn: { withdrawnAt: now, withdrawnReason: 'Recorded twice.' },
  };
  const organisation = await database().organisation.findFirstOrThrow({
    where: { id: { in: recorder.organisationIds } },
  });
  for (const [state, data] of Object.entries(states)) {
    const { reference } = await makeFinding({ released: state === 'released', submittedById: recorderId });
    const asked = {
      reference,
      organisation: organisation.reference,
      decision: 'Vetting moved to night shifts',
      decidedOn: { day: '1', month: '3', year: '2026' },
      effect: 'It showed when recruiting happens.',
      evidence: 'Minutes of the board.',
      evidenceAddress: '',
    };
    const made = done(await run(recordImpact, recorder, asked));
    await database().impactRecord.update({ where: { reference: made.reference }, data });
    things.keep('impact record', state, { reference: showReference(made.reference) });
  }
}

/** Proposed by the researcher between two published findings, and one that is confirmed. */
async function makeLinks(proposedById: string, things: Things): Promise<void> {
  const now = await soundingsNow(database());
  for (const [state, confirmed] of Object.entries({
    proposed: {},
    confirmed: { confirmedAt: now, confirmedById: proposedById },
  })) {
    const [from, to] = await Promise.all([makeFinding(), makeFinding()]);
    const reference = newReference();
    const said = { kind: 'supports' as const, note: 'Other data, the same answer.', proposedAt: now };
    await database().findingLink.create({
      data: { id: newId(), reference, fromId: from.id, toId: to.id, proposedById, ...said, ...confirmed },
    });
    things.keep('finding link', state, { reference: showReference(reference) });
  }
}

/** A recommendation in force, and one that was withdrawn. */
async function makeSteps(recordedById: string, things: Things): Promise<void> {
  const now = await soundingsNow(database());
  const organisation = await database().organisation.findFirstOrThrow();
  for (const [state, over] of Object.entries({
    recorded: {},
    withdrawn: { withdrawnAt: now, withdrawnReason: 'Recorded twice.' },
  })) {
    const { id: findingId } = await makeFinding();
    const reference = newReference();
    const said = {
      kind: 'recommendation' as const,
      text: 'Move vetting to night shifts',
      owner: 'Head of vetting',
    };
    await database().uptakeStep.create({
      data: {
        ...{ id: newId(), reference, findingId, recordedById, organisationId: organisation.id },
        ...{ ...said, happenedOn: now, recordedAt: now, ...over },
      },
    });
    things.keep('uptake step', state, { reference: showReference(reference) });
  }
}
