import { run } from '~/domain/command.server';
import { answerField } from '~/domain/knowledge/appraisal/judgement-form';
import { itemsOf, schemeFor, type SchemeName } from '~/domain/knowledge/appraisal/scheme';
import { confirmAppraisal } from '~/domain/knowledge/commands/confirm-appraisal.server';
import { offerToAppraise } from '~/domain/knowledge/commands/offer-to-appraise.server';
import { proposeAppraisal } from '~/domain/knowledge/commands/propose-appraisal.server';
import { settleAppraisal } from '~/domain/knowledge/commands/settle-appraisal.server';
import { submitJudgement } from '~/domain/knowledge/commands/submit-judgement.server';
import { database } from '~/platform/db.server';
import { APPRAISAL_REASONS, TOGETHER } from '../content/appraisal-words';
import { EXPERTS } from '../content/experts';
import type { Play } from '../replay/play';
import type { Happening } from '../replay/timeline';
import type { FindingStory } from '../story';
import { seededFrom, type Chance } from './chance';

/** How far the appraisal of a finding has come by now, in turn. */
const COURSES = ['agreed', 'agreed', 'judging', 'agreed', 'comparing', 'settled', 'none'] as const;
const CONFIDENCES = ['low', 'moderate', 'moderate', 'high'] as const;
type Level = (typeof CONFIDENCES)[number];

/** Experts who had no part in a finding judge how sound it is, some weeks after it was published. */
export function appraisalHappenings(play: Play, findings: FindingStory[]): Happening[] {
  return findings.flatMap(({ key, published }, index) => {
    const course = COURSES[index % COURSES.length] ?? 'none';
    if (course === 'none' || published < 20) return [];
    return [
      {
        daysAgo: Math.max(3, published - 16),
        what: `appraisal of ${key}`,
        run: () => appraise(play, key, course),
      },
    ];
  });
}

async function appraise(play: Play, key: string, course: (typeof COURSES)[number]): Promise<void> {
  const reference = play.finding(key);
  const chance = seededFrom(`appraisal ${key}`);
  const scheme = await schemeOf(reference);
  const confidence = chance.pick([...CONFIDENCES]);
  const [first, second] = await twoWhoMay(play, reference, chance);
  const say = (level: Level, rationale: string) => ({
    ...{ reference, confidence: level, rationale },
    ...answersFor(scheme, level, chance),
  });
  const why = chance.pick(APPRAISAL_REASONS[confidence]);
  await play.does(first, submitJudgement, say(confidence, why));
  if (course === 'judging') return;
  const other = chance.next() < 0.5 ? confidence : 'moderate';
  await play.does(
    second,
    submitJudgement,
    say(other, chance.pick(APPRAISAL_REASONS[other].filter((one) => one !== why))),
  );
  if (course === 'comparing') return;
  const agreed = say(confidence, TOGETHER[confidence]);
  if (course === 'settled') return void (await play.does('eleanor', settleAppraisal, agreed));
  await play.does(first, proposeAppraisal, agreed);
  const { proposedAt } = await database().appraisal.findFirstOrThrow({
    where: { finding: { reference }, closedAt: null },
  });
  await play.does(second, confirmAppraisal, { reference, proposedAt: proposedAt?.toISOString() });
}

async function schemeOf(reference: string): Promise<SchemeName> {
  const version = await database().findingVersion.findFirstOrThrow({
    where: { finding: { reference }, publishedAt: { not: null } },
    orderBy: { number: 'desc' },
  });
  return schemeFor(version.studyType) ?? 'qualitative';
}

/** The first two of the experts whom the product lets appraise it. */
async function twoWhoMay(play: Play, reference: string, chance: Chance): Promise<[string, string]> {
  const taken: string[] = [];
  for (const { key } of chance.shuffled([...EXPERTS])) {
    const offer = { reference, noInterest: true, studyType: 'qualitative' };
    const outcome = await run(offerToAppraise, await play.as(key), offer);
    if (outcome.kind === 'done') taken.push(key);
    const [first, second] = taken;
    if (first && second) return [first, second];
  }
  throw new Error(`too few may appraise ${reference}`);
}

/** Answers that go with the word: the better the study, the nearer to the best answer of each item. */
function answersFor(scheme: SchemeName, level: Level, chance: Chance): Record<string, string> {
  const good = { low: 0.35, moderate: 0.65, high: 0.9 }[level];
  return Object.fromEntries(
    itemsOf(scheme).map(({ key, choices }) => {
      const fromBest = key === 'level' || key.endsWith('-quality') ? [...choices].reverse() : choices;
      const at = chance.next() < good ? 0 : 1;
      return [answerField(key), fromBest[Math.min(at, fromBest.length - 1)]?.value ?? ''];
    }),
  );
}
