import { run } from '~/domain/command.server';
import { addAnnexReader } from '~/domain/knowledge/commands/add-annex-reader.server';
import { addToCollection } from '~/domain/knowledge/commands/add-to-collection.server';
import { makeFileLink } from '~/domain/knowledge/commands/make-file-link.server';
import { setFileAccess } from '~/domain/knowledge/commands/set-file-access.server';
import { writeAnnex } from '~/domain/knowledge/commands/write-annex.server';
import { showReference } from '~/domain/reference';
import { askRequest } from '~/domain/requests/commands/ask-request.server';
import { database } from '~/platform/db.server';
import { makeCollection } from '../../../support/factories/collections';
import { attachText } from '../../../support/factories/files';
import { makeFinding } from '../../../support/factories/findings';
import { actorInSession } from '../../../support/factories/people';
import { done } from '../../../support/outcome';
import type { Cast } from './cast';
import type { Things } from './things';

/** What the researcher keeps apart from the records of their findings, and what the rival asks of it. */
export async function makeKeeping({ people }: Cast, things: Things): Promise<void> {
  const keeper = people.researcher.id;
  const rival = people['rival bidder'].id;
  await makeRequests(keeper, rival, things);
  await makeFileLinks(keeper, things);
  await makeAnnexes(keeper, rival, things);
  await makeCollections(keeper, things);
}

async function makeRequests(keeper: string, rival: string, things: Things): Promise<void> {
  const open = await findingWithFile(keeper);
  things.keep('files to ask for', 'open', { reference: showReference(open.reference), kind: 'access' });
  for (const step of ['accept', 'cancel']) {
    const { reference } = await findingWithFile(keeper);
    const rule = { reference, level: 'restricted', reason: 'It names informants.' };
    done(await run(setFileAccess, await actorInSession(keeper), rule));
    things.keep('files to ask for', 'restricted', { reference: showReference(reference), kind: 'access' });
    const asked = { kind: 'access', reference, reason: 'For a review of evidence.' };
    const made = done(await run(askRequest, await actorInSession(rival), asked));
    things.keep('request', `to ${step}`, { reference: showReference(made.reference), step });
  }
}

async function findingWithFile(keeper: string) {
  const finding = await makeFinding({ submittedById: keeper });
  return { reference: finding.reference, file: await attachText(finding.versionId, keeper) };
}

async function makeFileLinks(keeper: string, things: Things): Promise<void> {
  for (const state of ['in force', 'revoked']) {
    const { reference, file } = await findingWithFile(keeper);
    const asked = { reference, purpose: 'For the inspectorate.', days: 30 };
    const { token } = done(await run(makeFileLink, await actorInSession(keeper), asked));
    things.keep('file link', state, { token, file: showReference(file) });
    if (state === 'revoked')
      await database().fileLink.updateMany({
        where: { finding: { reference } },
        data: { revokedAt: new Date(), revokedById: keeper },
      });
  }
}

async function makeAnnexes(keeper: string, rival: string, things: Things): Promise<void> {
  const actor = await actorInSession(keeper);
  for (const [state, announced] of [
    ['announced', 'yes'],
    ['silent', 'no'],
  ] as const) {
    const { reference } = await makeFinding({ submittedById: keeper });
    const named = { noun: 'finding', reference };
    const written = { text: 'Names of informants.', marking: 'OFFICIAL', announced, revision: 0 };
    done(await run(writeAnnex, actor, { ...named, ...written }));
    done(await run(addAnnexReader, actor, { ...named, personId: rival }));
    things.keep('annex', state, { noun: 'finding', reference: showReference(reference) });
  }
}

async function makeCollections(keeper: string, things: Things): Promise<void> {
  for (const state of ['open', 'closed']) {
    const { id, slug } = await makeCollection(keeper);
    const { reference } = await makeFinding({ submittedById: keeper });
    done(await run(addToCollection, await actorInSession(keeper), { slug, reference }));
    if (state === 'closed')
      await database().collection.update({ where: { id }, data: { closedAt: new Date() } });
    things.keep('collection', state, { slug, finding: showReference(reference) });
  }
}
