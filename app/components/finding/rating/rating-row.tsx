import { Form } from '~/components/form';
import { CERTAINTIES, RATER_ROLES, showValue, STALE_WORDS, type Certainty } from '~/domain/ratings/rating';
import type { ShownRating } from '~/domain/ratings/queries/finding-ratings.server';
import { showDay } from '~/domain/uk-time';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';

interface Props {
  rating: ShownRating;
  reference: string;
  priority: string;
  /** The name of the priority, where the row stands alone. */
  about?: string;
}

/** One person's rating with its reason; one's own can be changed, or reaffirmed once it is stale. */
export function RatingRow({ rating, reference, priority, about }: Props) {
  const { rater, isOwn, value, certainty, reason, role, interest, stale, changedAt } = rating;
  const notes = [
    RATER_ROLES[role],
    CERTAINTIES[certainty as Certainty],
    interest && 'has an interest, not counted',
    stale && STALE_WORDS[stale],
  ];
  return (
    <li className="govuk-!-margin-bottom-3">
      <strong>{showValue(value)}</strong>
      {about && ` for ${about}`}, {isOwn ? 'you' : rater}, {showDay(changedAt)}
      <br />
      {reason && `${reason} `}
      <span className="govuk-hint">{notes.filter(Boolean).join(', ')}</span>
      {isOwn && (
        <a className="govuk-link" href={paths.rateFinding(reference, priority)}>
          Change your rating
        </a>
      )}
      {isOwn && stale && (
        <Form
          id={`${about ? 'still' : 'reaffirm'}-${priority}`}
          action={paths.reaffirmRating(reference, priority)}
        >
          {() => <Button variant="secondary">It still holds</Button>}
        </Form>
      )}
    </li>
  );
}
