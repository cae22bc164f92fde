import type { Db } from '~/platform/db.server';
import type { SealedFact } from '../../reactions.server';
import { pages } from '../addresses';
import { findingOf } from './finding-notices.server';
import { rulesAbout, textOf } from './rule.server';

const about = rulesAbout(async (db: Db, fact: SealedFact) => {
  const finding = await findingOf(db, fact.nounId);
  const step = await db.uptakeStep.findUnique({
    where: { id: textOf(fact, 'stepId') ?? '' },
    select: { kind: true, text: true, follows: { select: { recordedById: true } } },
  });
  return finding && step ? { finding, step } : null;
});

const SAID = {
  recommendation: 'Somebody recommends something because of your finding.',
  decision: 'Something was decided because of your finding.',
  action: 'Something was done because of your finding.',
  outcome: 'Something came of your finding.',
} as const;

export const uptakeNotices = [
  about('UptakeStepWasRecorded', ({ thing: { finding, step } }) =>
    Promise.resolve({
      personIds: finding.credited,
      subject: `${step.kind.charAt(0).toUpperCase()}${step.kind.slice(1)}: ${finding.version.title}`,
      body: `${SAID[step.kind]}\n${step.text}`,
      path: pages.finding(finding.reference),
    }),
  ),
  about(
    'UptakeStepWasRecorded',
    ({ thing: { finding, step } }) =>
      Promise.resolve({
        personIds: step.follows ? [step.follows.recordedById] : [],
        subject: `It went on: ${finding.version.title}`,
        body: `A step that you recorded is followed by the next, the ${step.kind}.\n${step.text}`,
        path: pages.finding(finding.reference),
      }),
    'before',
  ),
];
