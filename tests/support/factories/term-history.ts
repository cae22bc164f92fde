import { soundingsNow } from '~/platform/clock.server';
import { database } from '~/platform/db.server';
import { run } from '~/domain/command.server';
import { describeObjective } from '~/domain/strategy/commands/describe-objective.server';
import { bringBackTerm } from '~/domain/taxonomy/commands/bring-back-term.server';
import { mergeTerms } from '~/domain/taxonomy/commands/merge-terms.server';
import { retireTerm } from '~/domain/taxonomy/commands/retire-term.server';
import { reviseTerm } from '~/domain/taxonomy/commands/revise-term.server';
import { undoTermMerge } from '~/domain/taxonomy/commands/undo-term-merge.server';
import { addDays, isoDay } from '~/domain/uk-time';
import { done } from '../outcome';
import { makeAward } from './awards';
import { makeFinding } from './findings';
import { actorFor, makeOrganisation } from './people';
import { makeQuestion } from './questions';
import { makeTerm } from './terms';

const DAYS_AGO = 120;

/** Terms that are merged, retired and worded anew, and an asker that gets another name and another home, on five days. */
export async function makeTermHistory(keeper: string) {
  const db = database();
  const kept = await makeTerm({ scheme: 'threatArea', name: 'Kept area' });
  const old = await makeTerm({ scheme: 'threatArea', name: 'Old area' });
  const enabler = await makeTerm({ scheme: 'enabler', name: 'Old tools' });
  const part = await makeTerm({ scheme: 'enabler', name: 'Part of them', parentId: enabler.id });
  const tagged = [old, enabler].map(({ scheme, slug }) => ({ scheme, slug }));
  const question = await makeQuestion({ title: 'Asked long ago', terms: tagged });
  const publishedAt = addDays(await soundingsNow(db), -DAYS_AGO);
  // What was published is frozen; only time could have made it older.
  const publishedAs = (id: string, at: Date) =>
    db.$transaction([
      db.$executeRaw`SET LOCAL session_replication_role = replica`,
      db.$executeRaw`UPDATE question SET published_at = ${at} WHERE id = ${id}::uuid`,
    ]);
  await publishedAs(question.id, publishedAt);
  const { award } = await makeAward({ state: 'decided' });
  await db.$transaction([
    db.$executeRaw`SET LOCAL session_replication_role = replica`,
    db.questionTerm.create({ data: { questionId: award.questionId, termId: kept.id } }),
  ]);
  const item = await db.frameworkItem.findFirstOrThrow({
    where: { framework: { slug: 'soc-strategy-2023' } },
    orderBy: { position: 'asc' },
    skip: 1,
  });
  const coordinator = () => actorFor(keeper);
  const revision = async (id: string) => (await db.term.findUniqueOrThrow({ where: { id } })).revision;
  const retire = async (reason: string, successor: string) => {
    const { id, reference } = enabler;
    const asked = { reference, revision: await revision(id), reason, successor };
    done(await run(retireTerm, await coordinator(), asked));
  };
  const team = { where: { id: question.asking.teamId } };
  const { organisationId } = await db.team.findUniqueOrThrow(team);

  const steps = [
    async () => {
      const publishedNow = await soundingsNow(db);
      await makeFinding({ title: 'On old tools', termIds: [part.id, old.id], publishedAt: publishedNow });
      const covers = {
        areas: [kept.slug],
        owner: '',
        measure: '',
        costPounds: '',
        changeNote: 'It covers it',
      };
      done(
        await run(describeObjective, await coordinator(), {
          reference: item.reference,
          number: 0,
          ...covers,
        }),
      );
    },
    async () => {
      const asked = { title: 'Asked since', terms: [{ scheme: kept.scheme, slug: kept.slug }] };
      await publishedAs((await makeQuestion(asked)).id, await soundingsNow(db));
      await db.organisation.update({ where: { id: organisationId }, data: { name: 'Renamed Office' } });
      const { reference, definition, source } = kept;
      const words = { name: 'Wider area', definition, source, aliases: 'Wide', changeNote: 'Wider' };
      const reviewBy = isoDay(addDays(await soundingsNow(db), 300));
      const revised = { reference, revision: await revision(kept.id), reviewBy, ...words };
      done(await run(reviseTerm, await coordinator(), revised));
      await retire('Nobody says so', '');
    },
    async () => {
      await db.award.update({ where: { id: award.id }, data: { noticeAt: await soundingsNow(db) } });
      const merge = { reference: old.reference, into: kept.slug, reason: 'The same' };
      done(await run(mergeTerms, await coordinator(), merge));
    },
    async () => {
      const { id } = await makeOrganisation({ name: 'Successor Office' });
      await db.team.update({ ...team, data: { organisationId: id, name: 'Research, moved' } });
      done(await run(bringBackTerm, await coordinator(), { reference: enabler.reference }));
      await makeFinding({
        title: 'On tools',
        termIds: [enabler.id],
        publishedAt: await soundingsNow(db),
      });
    },
    async () => {
      done(await run(undoTermMerge, await coordinator(), { reference: old.reference }));
    },
  ];
  const month = `${isoDay(publishedAt).slice(0, 7)}-01`;
  return { steps, things: { asked: month, term: kept.reference, enabler: enabler.reference } };
}
