import type { AdjustedFigure } from '~/domain/ratings/queries/finding-ratings.server';
import { showDay } from '~/domain/uk-time';
import { paths } from '~/paths';

/** What the ratings say once it is allowed for who gave them, never without how sure that is. */
export function AdjustedWords({ figure, mayRate }: { figure: AdjustedFigure; mayRate: boolean }) {
  const { estimate, lower, upper, ratings, fittedAt } = figure;
  return (
    <p className="govuk-body">
      Allowing for how each person rates: <strong>{estimate.toFixed(1)}</strong> of 5, with nine chances in
      ten that it lies between {lower.toFixed(1)} and {upper.toFixed(1)}. Worked out on {showDay(fittedAt)}{' '}
      from {ratings} ratings.{' '}
      {mayRate && (
        <a className="govuk-link" href={paths.raterFigures()}>
          How you rate beside the others
        </a>
      )}
    </p>
  );
}
