import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { ListedQuestions } from '~/components/question/listed-questions';
import { QuestionFilters } from '~/components/question/question-filters';
import { maySeePerformance } from '~/domain/insight/performance/performance-policy.server';
import { isAllowed } from '~/domain/policy';
import { ask } from '~/domain/query.server';
import { LIST_STATES, questionList } from '~/domain/questions/queries/question-list.server';
import { startingChoices } from '~/domain/questions/queries/starting-choices.server';
import { termChoices } from '~/domain/taxonomy/queries/term-choices.server';
import { priorityChoices } from '~/domain/strategy/queries/priority-choices.server';
import { referenceInput } from '~/domain/reference-input';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { PageBody } from '~/ui/layout/page-body';
import { Pagination } from '~/ui/navigation/pagination';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { readSearch } from '~/web/search-params.server';
import { whoAsks } from '~/web/who.server';
import { z } from 'zod';

export { checkedBeforeUse as headers } from '~/web/checked-before-use';

const slugs = z.array(z.string().max(100)).optional();
const SEARCH = {
  q: z.string().max(200).optional(),
  threat: slugs,
  strand: slugs,
  enabler: slugs,
  level: slugs,
  priority: z.array(referenceInput).optional(),
  route: slugs,
  state: z.array(z.enum(LIST_STATES)).optional(),
  team: referenceInput.optional(),
  after: z.string().max(80).optional(),
};

export async function loader(args: LoaderFunctionArgs) {
  const actor = await whoAsks(args);
  const search = readSearch(args.request, SEARCH);
  const [list, terms, sets, starting] = await Promise.all([
    ask(questionList, actor, search),
    ask(termChoices, actor, { schemes: ['threatArea', 'strand', 'enabler', 'level'] }),
    ask(priorityChoices, actor, {}),
    ask(startingChoices, actor, {}),
  ]);
  const { after: _, ...filters } = search;
  const { routes, teams } = found(starting);
  return {
    ...found(list),
    filters,
    terms: terms ?? [],
    sets: sets ?? [],
    routes,
    mayAsk: teams.length > 0,
    mayMeasure: isAllowed(maySeePerformance(actor)),
  };
}

export const meta: MetaFunction<typeof loader> = () => pageTitle('Questions');

export default function Questions() {
  const { questions, next, filters, terms, sets, routes, mayAsk, mayMeasure } =
    useLoaderData<typeof loader>();
  return (
    <PageBody aside={<QuestionFilters filters={filters} terms={terms} sets={sets} routes={routes} />}>
      <h1 className="govuk-heading-xl">Questions</h1>
      {mayAsk && <Button href={paths.newQuestion()}>Ask a question</Button>}
      {mayMeasure && (
        <p className="govuk-body">
          <a className="govuk-link" href={paths.performance()}>
            How commissioning performs
          </a>
        </p>
      )}
      <ListedQuestions
        questions={questions}
        filtered={Object.values(filters).some((value) => value !== undefined)}
      />
      <Pagination
        {...(next
          ? { next: { href: paths.questionList({ ...filters, after: next }), label: 'Older questions' } }
          : {})}
      />
    </PageBody>
  );
}
