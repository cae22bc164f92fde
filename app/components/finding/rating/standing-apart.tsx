import { showValue } from '~/domain/ratings/rating';
import type { ShownRating } from '~/domain/ratings/queries/finding-ratings.server';
import { paths } from '~/paths';
import { InsetText } from '~/ui/content/inset-text';

interface Props {
  reference: string;
  priority: string;
  ratings: ShownRating[];
}

/** Whoever stands far from the others: what they say of it, and for themselves the way to say it. */
export function StandingApart({ reference, priority, ratings }: Props) {
  const apart = ratings.flatMap((rating) => (rating.apart ? [{ ...rating, apart: rating.apart }] : []));
  return apart
    .filter(({ apart: { note }, isOwn }) => note !== null || isOwn)
    .map(({ rater, isOwn, value, apart: { value: then, note } }) => (
      <InsetText key={rater}>
        <p className="govuk-body">
          {isOwn ? 'Your rating stands apart from the others' : `${rater} stands apart from the others`}:{' '}
          {showValue(then)}
          {value !== then && ', since changed'}.
        </p>
        {note !== null && <p className="govuk-body whitespace-pre-line">“{note}”</p>}
        {isOwn && (
          <a className="govuk-link" href={paths.explainRating(reference, priority)}>
            {note === null ? 'Say why you see it differently' : 'Change what you said'}
          </a>
        )}
      </InsetText>
    ));
}
