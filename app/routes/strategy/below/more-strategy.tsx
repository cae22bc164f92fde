import { paths } from '~/paths';

interface Props {
  /** ISO day, kept in the links. */
  on: string | undefined;
  /** Inside the network there is more. */
  inside: boolean;
  /** Who reads what is published inside the network reads scores and judgements too. */
  scores: boolean;
}

/** The other pages of the section, each with what it answers. */
export function MoreStrategy({ on, inside, scores }: Props) {
  const about = on ? { on } : {};
  const pages: [string, string, string, boolean][] = [
    [
      paths.direction(on),
      'Current direction',
      'one page: the framework, the top questions, what changed',
      true,
    ],
    [paths.strategyRanking(about), 'Ranking', 'priorities by score, with the weights', scores],
    [paths.sensitivity(about), 'Home against overseas', 'the same ranking under other weights', scores],
    [paths.compareSets(about), 'Compare two sets', 'what moves, what is in neither', scores],
    [paths.following(on), 'Who follows what', 'and where organisations part', inside],
    [paths.strategyHealth(on), 'Health', 'objectives that lack something, threat areas without one', scores],
    [
      paths.understanding(on),
      'Understanding',
      'how well each threat area is known, and by whose judgement',
      scores,
    ],
    [paths.indicators(on), 'Indicators', 'figures over time, each with its source', scores],
    [paths.coverage(about), 'Coverage by place', 'questions and findings by market and geography', scores],
    [
      paths.businessModels(about),
      'How the business works',
      'questions and findings by stage of the criminal business, and its harm',
      scores,
    ],
    [paths.financeReport(about), 'Illicit finance', 'of which questions it is a part, and why not', scores],
    [paths.jointSets(on), 'Jointly owned sets', 'drafts, and who has signed', inside],
  ];
  return (
    <ul className="govuk-list govuk-list--spaced">
      {pages.map(([href, name, what, shown]) =>
        shown ? (
          <li key={name}>
            <a className="govuk-link" href={href}>
              {name}
            </a>
            <span className="govuk-hint govuk-!-margin-bottom-0"> {what}</span>
          </li>
        ) : null,
      )}
    </ul>
  );
}
