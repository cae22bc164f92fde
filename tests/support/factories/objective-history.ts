import { database } from '~/platform/db.server';
import { newId } from '~/platform/ids.server';
import { run } from '~/domain/command.server';
import { linkFindings } from '~/domain/knowledge/commands/link-findings.server';
import { recordDirection } from '~/domain/knowledge/commands/record-direction.server';
import { removeDirection } from '~/domain/knowledge/commands/remove-direction.server';
import { removeFindingLink } from '~/domain/knowledge/commands/remove-finding-link.server';
import { retractFinding } from '~/domain/knowledge/commands/retract-finding.server';
import { done } from '../outcome';
import { makeFinding } from './findings';
import { actorFor } from './people';
import { visitorNow } from './visitor';

/** What is found for and against an objective, appraised, contradicted, read anew and retracted, on five days. */
export async function makeObjectiveHistory(keeper: string) {
  const db = database();
  const first = { framework: { slug: 'soc-strategy-2023' } };
  const item = await db.frameworkItem.findFirstOrThrow({ where: first, orderBy: { position: 'asc' } });
  const coordinator = () => actorFor(keeper);
  const now = async () => (await visitorNow()).asOf;
  const made = { one: { reference: '', id: '', versionId: '' }, other: { reference: '', id: '' } };
  const point = async (reference: string, direction: string) =>
    done(
      await run(recordDirection, await coordinator(), {
        ...{ reference, about: item.reference, direction, note: `It ${direction}` },
      }),
    );
  const links = () => db.findingLink.findFirstOrThrow({ where: { kind: 'contradicts', removedAt: null } });

  const steps = [
    async () => {
      made.one = await makeFinding({ title: 'It helped', publishedAt: await now() });
      await point(made.one.reference, 'helps');
    },
    async () => {
      made.other = await makeFinding({ title: 'It harmed', publishedAt: await now() });
      await point(made.other.reference, 'harms');
      const at = await now();
      const { id: findingId, versionId } = made.one;
      const agreed = {
        proposedAt: at,
        proposedById: keeper,
        agreedAt: at,
        agreedById: keeper,
        settled: true,
      };
      await db.appraisal.create({
        data: {
          ...{ id: newId(), findingId, versionId, scheme: 'maryland', studyType: 'impact', openedAt: at },
          ...{ ...agreed, answers: { level: '4' }, confidence: 'moderate' },
        },
      });
    },
    async () => {
      const said = { reference: made.one.reference, to: made.other.reference, note: 'They differ' };
      done(await run(linkFindings, await coordinator(), { ...said, kind: 'contradicts' }));
      await point(made.one.reference, 'mixed');
    },
    async () => {
      const { reference } = await links();
      done(await run(removeFindingLink, await coordinator(), { reference, reason: 'Of another place' }));
      const about = { reference: made.one.reference, about: item.reference, reason: 'Of another thing' };
      done(await run(removeDirection, await coordinator(), about));
    },
    async () => {
      const { reference } = made.other;
      done(await run(retractFinding, await coordinator(), { reference, reason: 'Its data were wrong' }));
    },
  ];
  return { steps, things: { objective: item.reference } };
}
