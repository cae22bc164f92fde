import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { hasRole } from '~/domain/actor';
import { history } from '~/domain/audit/queries/history.server';
import { ask } from '~/domain/query.server';
import { showReference } from '~/domain/reference';
import { showInstant } from '~/domain/uk-time';
import { paths } from '~/paths';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { EmptyState } from '~/ui/report/empty-state';
import { Timeline } from '~/ui/report/timeline';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { memberWhoAsks } from '~/web/who.server';

export async function loader(args: LoaderFunctionArgs) {
  const { noun, reference } = args.params;
  const actor = await memberWhoAsks(args);
  const { id: _id, ...view } = found(await ask(history, actor, { noun, reference }));
  return { ...view, own: view.reference === actor.reference, administers: hasRole(actor, 'administrator') };
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data ? `History of ${data.title}` : 'Not found');

type View = ReturnType<typeof useLoaderData<typeof loader>>;

/** The thing's own page, where it has one. */
function pageOf({ noun, reference, own, administers }: View): string {
  if (noun === 'joinRequest') return paths.deskItem('joins', reference);
  if (noun === 'framework' || noun === 'prioritySet') return paths.strategy();
  if (noun === 'person' && own) return paths.account();
  if (noun === 'person') return administers ? paths.person(reference) : paths.home();
  if (noun === 'invitation') return paths.administration();
  return paths[noun](reference);
}

const READERS = {
  open: 'What everybody who may read this page is told.',
  team: 'What your team is told. Scores, declared interests and who asked are not part of it.',
  curator: 'What those who look after it are told.',
  auditor: 'Everything that is recorded about it. That you read it is recorded too.',
} as const;

export default function History() {
  const view = useLoaderData<typeof loader>();
  return (
    <PageBody before={<BackLink href={pageOf(view)} />}>
      <span className="govuk-caption-l">History · {showReference(view.reference)}</span>
      <h1 className="govuk-heading-l">{view.title}</h1>
      <p className="govuk-body">{READERS[view.level]}</p>
      {view.facts.length === 0 ? (
        <EmptyState title="Nothing to show yet">
          What happens to it from now on stands here, in order.
        </EmptyState>
      ) : (
        <Timeline
          events={view.facts.map((fact) => ({
            title: fact.what,
            when: showInstant(fact.at),
            dateTime: new Date(fact.at).toISOString(),
            ...(fact.by ? { by: fact.by } : {}),
            children: (fact.said || fact.data) && (
              <>
                {fact.said && <p className="govuk-body whitespace-pre-line">{fact.said}</p>}
                {fact.data && <code className="break-words">{fact.data}</code>}
              </>
            ),
          }))}
        />
      )}
    </PageBody>
  );
}
