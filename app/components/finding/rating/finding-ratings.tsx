import { RATER_ROLES } from '~/domain/ratings/rating';
import type { RatingSummary } from '~/domain/ratings/rating-summary';
import type { PriorityRatings } from '~/domain/ratings/queries/finding-ratings.server';
import { ENOUGH } from '~/domain/ratings/shrinkage';
import { paths } from '~/paths';
import { BarSpread } from '~/ui/charts/bar-spread';
import { Details } from '~/ui/content/details';
import { AdjustedWords } from './adjusted-words';
import { RatingRow } from './rating-row';
import { SpreadTable } from './spread-table';
import { StandingApart } from './standing-apart';

const ANSWERS = ['1', '2', '3', '4', '5'];
const plural = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`;

/** What the bars show, in one sentence. */
function spreadTitle(name: string, { spread }: RatingSummary): string {
  const given = spread.flatMap(({ counts }) => counts.map((count, at) => ({ count, value: at + 1 })));
  const sum = (some: typeof given) => some.reduce((all, { count }) => all + count, 0);
  return `${sum(given.filter(({ value }) => value >= 4))} of ${plural(sum(given), 'rating')} for ${name} are 4 or 5`;
}

/** What is told but not counted. */
function aside({ cannotJudge, withInterest, stale }: RatingSummary): string {
  const parts = [
    cannotJudge > 0 && `${cannotJudge} cannot judge`,
    withInterest > 0 && `${withInterest} with a declared interest`,
    stale > 0 && `${stale} from before the finding or the priorities changed`,
  ].filter(Boolean);
  return parts.length === 0 ? '' : ` Not counted: ${parts.join(', ')}.`;
}

interface Props {
  reference: string;
  groups: PriorityRatings[];
  mayRate: boolean;
}

function Group({ reference, group, mayRate }: Omit<Props, 'groups'> & { group: PriorityRatings }) {
  const { priority, summary, adjusted, ratings } = group;
  return (
    <section className="govuk-!-margin-bottom-6">
      <h3 className="govuk-heading-s govuk-!-margin-bottom-1">
        <a className="govuk-link" href={paths.priority(priority.reference)}>
          {priority.name}
        </a>
      </h3>
      {summary.mean === null ? (
        <p className="govuk-body">
          Too few ratings to give a number: {summary.counted} of the {ENOUGH} needed.{aside(summary)}
        </p>
      ) : (
        <>
          <p className="govuk-body">
            <strong>{summary.mean.toFixed(1)}</strong> of 5 from {plural(summary.counted, 'rating')}, drawn
            towards the general mean.{aside(summary)}
          </p>
          {adjusted && <AdjustedWords figure={adjusted} mayRate={mayRate} />}
          <BarSpread
            title={spreadTitle(priority.name, summary)}
            answers={ANSWERS}
            rows={summary.spread.map(({ role, counts }) => ({ name: RATER_ROLES[role], counts }))}
          />
          <SpreadTable name={priority.name} spread={summary.spread} />
        </>
      )}
      <StandingApart reference={reference} priority={priority.reference} ratings={ratings} />
      {ratings.length > 0 && (
        <Details summary={`Who said what about ${priority.name}`}>
          <ul className="govuk-list">
            {ratings.map((rating, index) => (
              <RatingRow key={index} rating={rating} reference={reference} priority={priority.reference} />
            ))}
          </ul>
        </Details>
      )}
    </section>
  );
}

/** How much people say it matters, priority by priority: never a number without its spread. */
export function FindingRatings({ reference, groups, mayRate }: Props) {
  const own = groups.flatMap(({ priority, ratings }) =>
    ratings.filter(({ isOwn, stale }) => isOwn && stale).map((rating) => ({ rating, priority })),
  );
  return (
    <section aria-labelledby="ratings">
      <h2 className="govuk-heading-l" id="ratings">
        How much it matters
      </h2>
      {mayRate && own.length > 0 && (
        <ul className="govuk-list">
          {own.map(({ rating, priority }) => (
            <RatingRow
              key={priority.reference}
              rating={rating}
              reference={reference}
              priority={priority.reference}
              about={priority.name}
            />
          ))}
        </ul>
      )}
      {mayRate && own.some(({ rating }) => rating.stale === 'setReplaced') && (
        <p className="govuk-body">
          <a className="govuk-link" href={paths.ratingSuggestions()}>
            See which priorities took the place of those that you rated for
          </a>
        </p>
      )}
      {groups.length === 0 && (
        <p className="govuk-body">
          {mayRate ? 'Nobody has rated it yet.' : 'There are too few ratings to show.'}
        </p>
      )}
      {groups.map((group) => (
        <Group key={group.priority.reference} reference={reference} group={group} mayRate={mayRate} />
      ))}
    </section>
  );
}
