import type { Noun } from '~/domain/matching/language/fields';
import type { SearchView } from '~/domain/matching/queries/search-everything.server';
import { paths } from '~/paths';
import { Hits } from '../hits';

/** The lists of questions and findings read loose words, and fewer of them. */
const LONGEST_OF_LISTS = 200;

interface Props {
  q: string;
  of: Noun | undefined;
  view: Pick<SearchView, 'plain' | 'questions' | 'findings' | 'experts' | 'organisations'>;
}

/** What was found, by kind. */
export function Found({ q, of, view: { plain, questions, findings, experts, organisations } }: Props) {
  const inLists = plain && q.length <= LONGEST_OF_LISTS;
  const alone = (noun: Noun) => paths.search(q, noun);
  const lists = {
    questions: inLists ? paths.questionsAbout({ q }) : alone('question'),
    findings: inLists ? paths.findingsAbout({ q }) : alone('finding'),
  };
  return (
    <>
      {of && (
        <p className="govuk-body">
          <a className="govuk-link" href={paths.search(q)}>
            Everything that was found
          </a>
        </p>
      )}
      <Hits title="Questions" group={questions} address={paths.question} all={lists.questions} alone={of} />
      <Hits title="Findings" group={findings} address={paths.finding} all={lists.findings} alone={of} />
      {experts && (
        <Hits title="Experts" group={experts} address={paths.expert} all={alone('expert')} alone={of} />
      )}
      {organisations && (
        <Hits
          title="Organisations"
          group={organisations}
          address={paths.organisation}
          all={alone('organisation')}
          alone={of}
        />
      )}
    </>
  );
}
