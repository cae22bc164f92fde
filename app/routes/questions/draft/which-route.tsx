import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { ask } from '~/domain/query.server';
import { startingChoices } from '~/domain/questions/queries/starting-choices.server';
import {
  BUDGETS,
  DEADLINES,
  PURPOSES,
  recommendRoute,
  SCRUTINY,
} from '~/domain/questions/route-choosing/route-choice';
import { choiceInput } from '~/domain/questions/tasks/task';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { Radios } from '~/ui/forms/radios';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { readSearch } from '~/web/search-params.server';
import { personWhoAsks } from '~/web/who.server';

const SEARCH = {
  purpose: choiceInput(PURPOSES),
  budget: choiceInput(BUDGETS),
  deadline: choiceInput(DEADLINES),
  scrutiny: choiceInput(SCRUTINY),
};

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const wanted = readSearch(args.request, SEARCH);
  const { routes, teams } = found(await ask(startingChoices, actor, {}));
  const recommended = recommendRoute(wanted);
  const route = routes.find(({ slug }) => slug === recommended?.slug);
  const said = Object.values(wanted).some((value) => value !== undefined);
  return { wanted, said, route, reasons: recommended?.reasons ?? [], mayAsk: teams.length > 0 };
}

export const meta: MetaFunction = () => pageTitle('Find the right route');

export default function WhichRoute() {
  const { wanted, said, route, reasons, mayAsk } = useLoaderData<typeof loader>();
  return (
    <PageBody
      before={
        <Breadcrumbs
          items={[
            { text: 'Questions', href: paths.questions() },
            { text: 'Ask a question', href: paths.newQuestion() },
            { text: 'Find the right route' },
          ]}
        />
      }
    >
      <h1 className="govuk-heading-l">Find the right route</h1>
      {route && (
        <section
          className="mb-8 border-0 border-l-4 border-solid border-sea bg-mist p-5"
          aria-labelledby="recommended"
        >
          <h2 className="govuk-heading-m" id="recommended">
            {route.name}
          </h2>
          <p className="govuk-body">{route.purpose}</p>
          <ul className="govuk-list govuk-list--bullet">
            {reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
          {mayAsk && <Button href={`${paths.newQuestion()}?route=${route.slug}`}>Ask by this route</Button>}
        </section>
      )}
      {said && !route && (
        <p className="govuk-error-message">Say at least what you want and what you can pay.</p>
      )}
      <form method="get" action={paths.whichRoute()}>
        <Radios name="purpose" label="What do you want?" items={[...PURPOSES]} {...held(wanted.purpose)} />
        <Radios name="budget" label="What can you pay?" items={[...BUDGETS]} {...held(wanted.budget)} />
        <Radios
          name="deadline"
          label="When do you need it?"
          items={[...DEADLINES]}
          {...held(wanted.deadline)}
        />
        <Radios
          name="scrutiny"
          label="How much scrutiny will it get?"
          items={[...SCRUTINY]}
          {...held(wanted.scrutiny)}
        />
        <Button variant={route ? 'secondary' : undefined}>Recommend a route</Button>
      </form>
    </PageBody>
  );
}

const held = (value: string | undefined) => (value ? { defaultValue: value } : {});
