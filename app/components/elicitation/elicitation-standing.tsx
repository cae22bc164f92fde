import type { ElicitationView } from '~/domain/elicitation/queries/elicitation-page.server';
import { ENOUGH_EXPERTS } from '~/domain/elicitation/aggregate';
import { showInstant } from '~/domain/uk-time';
import { paths } from '~/paths';
import { InsetText } from '~/ui/content/inset-text';
import { WarningText } from '~/ui/content/warning-text';
import { Button } from '~/ui/forms/button';

type View = ElicitationView;

const people = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`;

/** How far it has come, in the words of whoever has to wait. */
function howFar({ stage, counts, firstClosesAt, secondClosesAt, withdrawnReason }: View): string {
  const { invited, first, second } = counts;
  const asked = people(invited, 'expert');
  switch (stage) {
    case 'first':
      return `First estimates close on ${showInstant(firstClosesAt)}. ${first} of ${asked} invited ${first === 1 ? 'has' : 'have'} given theirs. Until then nobody can read anybody else’s, whoever they are.`;
    case 'second':
      return `First estimates are closed: ${first} of ${asked} gave one. Those who did can read all of them without names, discuss, and estimate again until ${showInstant(secondClosesAt)}. ${second} second ${second === 1 ? 'estimate is' : 'estimates are'} in, and nobody can read them yet.`;
    case 'closed':
      return `Closed on ${showInstant(secondClosesAt)}. ${first} of ${asked} invited gave a first estimate, ${second} a second.`;
    case 'tooFew':
      return `Only ${first} of ${asked} gave a first estimate in time and stayed. Fewer than ${ENOUGH_EXPERTS} are no judgement of a group and would show who said what, so nothing is shown and nothing is computed.`;
    case 'withdrawn':
      return `Withdrawn: ${withdrawnReason ?? ''} No estimate that was given is shown to anybody.`;
  }
}

function OwnPlace({ view }: { view: View }) {
  const { own, stage, may, reference } = view;
  if (!own) return null;
  if (own.hasLeft) return <InsetText>You left, so what you gave is not counted and not shown.</InsetText>;
  if (stage === 'second' && !own.gaveFirst)
    return (
      <WarningText>
        Your first estimate did not come in time, so you take no part in the second. You can read the result
        once it is closed.
      </WarningText>
    );
  if (!may.estimate) return null;
  const which = stage === 'first' ? 'first' : 'second';
  return (
    <>
      <p className="govuk-body">
        {own.isIn
          ? `Your ${which} estimate is in. You can change it until it closes.`
          : `You are asked for your ${which} estimate.${stage === 'second' ? ' Without one, your first counts.' : ''}`}
        {stage === 'second' && own.letter && ` You are Expert ${own.letter}; nobody is told so.`}
      </p>
      <Button href={paths.giveEstimates(reference)}>
        {own.isIn ? `Change your ${which} estimate` : `Give your ${which} estimate`}
      </Button>
    </>
  );
}

/** The state of an elicitation, and the one thing for the reader to do. */
export function ElicitationStanding({ view }: { view: View }) {
  const { counts, stage, may, left } = view;
  return (
    <>
      <p className="govuk-body-l">{howFar(view)}</p>
      {left > 0 && (
        <p className="govuk-body">
          {people(left, 'expert')} left. What they gave is not counted and not shown.
        </p>
      )}
      {may.run && stage === 'first' && counts.invited < ENOUGH_EXPERTS && (
        <WarningText>
          {`Fewer than ${ENOUGH_EXPERTS} experts are invited. With fewer than ${ENOUGH_EXPERTS} first estimates nothing will be shown.`}
        </WarningText>
      )}
      <OwnPlace view={view} />
    </>
  );
}
