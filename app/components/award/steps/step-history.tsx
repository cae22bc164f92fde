import { stepName } from '~/domain/awards/steps/step-names';
import type { Subject } from '~/domain/awards/steps/step';
import { showMoney } from '~/domain/money';
import { showInstant } from '~/domain/uk-time';
import { Timeline } from '~/ui/report/timeline';
import { Lines } from '~/components/lines';

interface Taken {
  step: string;
  words: string;
  amount: number | null;
  at: Date;
  byName: string;
}

/** What was done with one thing of delivery, in order, by whom and in which words. */
export function StepHistory({ subject, steps }: { subject: Subject; steps: Taken[] }) {
  if (steps.length === 0) return null;
  return (
    <>
      <h2 className="govuk-heading-m">What happened</h2>
      <Timeline
        events={steps.map(({ step, words, amount, at, byName }) => ({
          title: `${stepName(subject, step)}${amount === null ? '' : `: ${showMoney(amount)}`}`,
          when: showInstant(at),
          dateTime: new Date(at).toISOString(),
          by: byName,
          ...(words ? { children: <Lines text={words} /> } : {}),
        }))}
      />
    </>
  );
}
