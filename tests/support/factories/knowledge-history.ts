import { database } from '~/platform/db.server';
import { run } from '~/domain/command.server';
import { mergeRecords } from '~/domain/curation/commands/merge-records.server';
import { editFindingTags } from '~/domain/knowledge/commands/edit-finding-tags.server';
import { reaffirmFinding } from '~/domain/knowledge/commands/reaffirm-finding.server';
import { rateFinding } from '~/domain/ratings/commands/rate-finding.server';
import { recordImpact } from '~/domain/ratings/commands/record-impact.server';
import { recordStageHarm } from '~/domain/understanding/commands/record-stage-harm.server';
import { setBusinessModel } from '~/domain/understanding/commands/set-business-model.server';
import { setCountries } from '~/domain/understanding/commands/set-countries.server';
import { addDays, isoDay, ukDay } from '~/domain/uk-time';
import { done } from '../outcome';
import { makeAward } from './awards';
import { makeFinding } from './findings';
import { actorFor, makeOrganisation, makePerson } from './people';
import { makeQuestion } from './questions';
import { termCalled } from './terms';
import { visitorNow } from './visitor';

const FRAUD = { scheme: 'threatArea', slug: 'fraud' } as const;

async function firstOf(scheme: 'businessModelStage' | 'chainPosition'): Promise<string> {
  const term = await database().term.findFirstOrThrow({
    where: { scheme, retiredAt: null },
    orderBy: { slug: 'asc' },
  });
  return term.slug;
}

/** What comes to be asked, bought, known, tagged, rated and merged for one priority, on five days. */
export async function makeKnowledgeHistory(priority: { id: string; reference: string }, keeper: string) {
  const [stage, position] = [await firstOf('businessModelStage'), await firstOf('chainPosition')];
  const now = async () => (await visitorNow()).asOf;
  const priorityIds = [priority.id];
  const question = await makeQuestion({
    ...{ title: 'Who pays whom?', terms: [FRAUD], priorityIds, closesInDays: 200 },
    data: { illicitFinanceRelevant: true, illicitFinanceReason: 'It is' },
  });
  const award = await makeAward({ state: 'inDelivery' });
  await database().$transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL session_replication_role = replica`;
    await tx.questionPriority.create({ data: { questionId: award.question.id, priorityId: priority.id } });
  });
  const findings = new Map<string, { id: string; reference: string }>();
  const keep = async (title: string) => {
    const termIds = [(await termCalled('threatArea', 'fraud')).id];
    const finding = await makeFinding({ title, termIds, publishedAt: await now(), released: true });
    await database().priorityCase.create({
      data: { findingId: finding.id, priorityId: priority.id, text: 'It is.' },
    });
    findings.set(title, finding);
  };
  const of = (title: string) => findings.get(title) ?? { id: '', reference: '' };
  const raters = [keeper, (await makePerson()).id, (await makePerson()).id];
  const rate = async (rater: string, value: string) => {
    const rating = { priority: priority.reference, value, certainty: 2, reason: 'It fits', interest: false };
    done(await run(rateFinding, await actorFor(rater), { reference: of('First').reference, ...rating }));
  };
  const places = async (noun: 'question' | 'finding', reference: string, source: string) => {
    const said = { noun, reference, source, transit: '', destination: '' };
    done(await run(setCountries, await actorFor(keeper), said));
  };
  const appraise = async (confidence: 'low' | 'moderate' | null) =>
    database().finding.update({
      where: { id: of('First').id },
      data: { confidence, appraisedAt: confidence && (await now()) },
    });
  const harm = async (score: number) => {
    const sent = { area: 'fraud', stage, score, source: 'Example', sourceDate: '2026-01-01', note: '' };
    done(await run(recordStageHarm, await actorFor(keeper), sent));
  };

  let decides = { id: '', reference: '' };
  return [
    async () => {
      await keep('First');
      await keep('Second');
      await places('finding', of('First').reference, 'Spain');
    },
    async () => {
      for (const rater of raters) await rate(rater, '4');
      await appraise('moderate');
      const stages = { noun: 'question' as const, reference: question.reference, positions: [] };
      done(await run(setBusinessModel, await actorFor(keeper), { ...stages, stages: [stage] }));
    },
    async () => {
      const tags = { threatAreas: ['cyber-crime'], strands: [], enablers: [], levels: ['international'] };
      const { reference } = of('First');
      done(await run(editFindingTags, await actorFor(keeper), { reference, ...tags }));
      await places('finding', reference, 'France');
      await places('question', question.reference, 'Spain');
      await harm(2);
    },
    async () => {
      for (const rater of raters) await rate(rater, '1');
      const { reference } = of('First');
      const reviewBy = isoDay(addDays(ukDay(await now()), 2));
      done(await run(reaffirmFinding, await actorFor(keeper), { reference, reviewBy }));
      await appraise(null);
      decides = await makeOrganisation({ name: 'The Port Authority' });
      const decider = await makePerson({ organisationId: decides.id });
      const decided = {
        decision: 'To patrol',
        decidedOn: isoDay(ukDay(await now())),
        effect: 'It did',
        evidence: 'Minutes',
      };
      const about = { reference, organisation: decides.reference, priority: priority.reference };
      done(
        await run(recordImpact, await actorFor(decider.id), { ...about, ...decided, evidenceAddress: '' }),
      );
    },
    async () => {
      await database().organisation.update({ where: { id: decides.id }, data: { name: 'Ports, renamed' } });
      const into = { noun: 'finding' as const, into: of('First').reference, reason: 'The same' };
      done(await run(mergeRecords, await actorFor(keeper), { reference: of('Second').reference, ...into }));
      const staged = {
        noun: 'question' as const,
        reference: question.reference,
        stages: [],
        positions: [position],
      };
      done(await run(setBusinessModel, await actorFor(keeper), staged));
      await harm(4);
    },
  ];
}
