import { scoreBands } from '~/domain/evaluation/scoring/score-scale';
import { Details } from '~/ui/content/details';

/** What each score means. */
export const Scale = () => (
  <Details summary="What the scores mean">
    <dl className="govuk-!-margin-0">
      {scoreBands.map(({ value, name, guidance }) => (
        <div key={value}>
          <dt className="govuk-!-font-weight-bold">
            {value}: {name}
          </dt>
          <dd className="govuk-!-margin-left-0 govuk-!-margin-bottom-2">{guidance}</dd>
        </div>
      ))}
    </dl>
  </Details>
);
