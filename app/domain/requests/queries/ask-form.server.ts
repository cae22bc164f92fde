import { z } from 'zod';
import type { Db } from '~/platform/db.server';
import { isMember, type Actor } from '../../actor';
import { ANNEX_NOUNS } from '../../knowledge/annexes/annex-standing.server';
import { mayProposeFor } from '../../knowledge/collections/collection-policy';
import { loadFiles } from '../../knowledge/file-access/files-standing.server';
import { isAllowed, type Verdict } from '../../policy';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { isRefusal } from '../../refusal';
import { namedTopic } from '../named-topic.server';
import { REQUEST_KINDS, type RequestKind } from '../request';
import { mayAsk, mayAskAbout } from '../request-policy';

const MOST_COLLECTIONS = 200;

interface Form {
  title: string;
  conditions: string;
  verdict: Verdict;
}

/** What a page needs to let somebody ask: what it is about, the conditions, the collections to choose from. */
export const askForm = query({
  name: 'requests.ask-form',
  input: z.strictObject({
    kind: z.enum(REQUEST_KINDS),
    noun: z.enum(ANNEX_NOUNS).default('finding'),
    reference: referenceInput,
  }),
  visibleTo: (actor: Actor) => actor,
  read: async ({ db, scope: actor, input }) => {
    const form =
      input.kind === 'inclusion' || input.kind === 'merge'
        ? await ofFinding(db, actor, input.reference)
        : await ofTopic(db, actor, input);
    if (!form || form.verdict.kind === 'hide') return null;
    if (form.verdict.kind === 'deny') return form.verdict;
    const { kind, noun, reference } = input;
    const { title, conditions } = form;
    const collections = kind === 'inclusion' ? await openTo(db, actor, reference) : [];
    return { ...{ kind, noun, reference, title, conditions, collections }, denied: null };
  },
});

async function ofTopic(
  db: Db,
  actor: Actor,
  named: { kind: RequestKind; noun: 'finding' | 'question'; reference: string },
): Promise<Form | null> {
  const about = await namedTopic(db, actor, named);
  if (!about || isRefusal(about)) return null;
  return { title: about.title, conditions: about.conditions, verdict: mayAsk(actor, about.topic) };
}

async function ofFinding(db: Db, actor: Actor, reference: string): Promise<Form | null> {
  const loaded = await loadFiles(db, reference, actor);
  if (!loaded) return null;
  const { finding } = loaded;
  return { title: finding.latest.title, conditions: '', verdict: mayAskAbout(actor, finding.standing) };
}

/** Collections that the actor may propose for and that do not hold the finding. */
async function openTo(db: Db, actor: Actor, reference: string) {
  if (!isMember(actor)) return [];
  const rows = await db.collection.findMany({
    where: { closedAt: null, entries: { none: { removedAt: null, finding: { reference } } } },
    orderBy: { title: 'asc' },
    take: MOST_COLLECTIONS,
    include: { curators: { where: { endedAt: null }, select: { personId: true } } },
  });
  return rows
    .filter(({ proposers, review, curators }) => {
      const curatorIds = curators.map(({ personId }) => personId);
      return isAllowed(mayProposeFor(actor, { proposers, review, closed: false, curatorIds }));
    })
    .map(({ slug, title }) => ({ slug, title }));
}
