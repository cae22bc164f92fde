import { goesOn } from '~/domain/succession/reorganisation';
import { showDate, showDay } from '~/domain/uk-time';
import { paths } from '~/paths';
import { InsetText } from '~/ui/content/inset-text';
import type { LineStep } from './line-step';

interface Props {
  closedAt: Date | string | null;
  steps: LineStep[];
}

/** Above all else on the page of an organisation: what it was called until when, and who follows it. */
export function Successors({ closedAt, steps }: Props) {
  const names = steps.filter(({ kind, completed }) => kind === 'rename' && completed);
  const ended = steps.find(
    ({ ending, kind, confirmed }) => isOfItself(ending) && kind !== 'rename' && !goesOn(kind) && confirmed,
  );
  if (names.length === 0 && !ended) return null;
  return (
    <InsetText>
      {names.map(({ reference, formerName, on }) => (
        <p key={reference} className="govuk-body">
          Known as {formerName} until {showDate(on)}.
        </p>
      ))}
      {ended && (
        <p className="govuk-body">
          {closedAt
            ? `Closed on ${showDay(closedAt)}. Followed by `
            : `Ends from ${showDate(ended.on)} on. Followed by `}
          {ended.following.map(({ reference, name }, place) => (
            <span key={reference}>
              {place > 0 && ', '}
              <a className="govuk-link" href={paths.organisation(reference)}>
                {name}
              </a>
            </span>
          ))}
          .
        </p>
      )}
    </InsetText>
  );
}

const isOfItself = (ending: LineStep['ending']): boolean => ending.some(({ itself }) => itself);
