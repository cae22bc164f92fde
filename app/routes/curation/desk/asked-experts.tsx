import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { mayKeepDesk } from '~/domain/curation/curation-policy';
import { ask } from '~/domain/query.server';
import { DECLINE_LABELS } from '~/domain/questions/inviting/answer';
import { MOST_ASKED_IN_A_YEAR, MOST_WAITING } from '~/domain/questions/inviting/asking-limit';
import { askedExperts } from '~/domain/questions/queries/asked-experts.server';
import { paths } from '~/paths';
import { SummaryList } from '~/ui/content/summary-list';
import { Table } from '~/ui/content/table';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { EmptyState } from '~/ui/report/empty-state';
import { pageTitle } from '~/web/page-title';
import { found, permitted } from '~/web/reply.server';
import { memberWhoAsks } from '~/web/who.server';
import { showCount } from '~/domain/words';

export const meta: MetaFunction = () => pageTitle('How experts answer');

export async function loader(args: LoaderFunctionArgs) {
  const actor = await memberWhoAsks(args);
  permitted(mayKeepDesk(actor));
  return found(await ask(askedExperts, actor, {}));
}

export default function AskedExperts() {
  const { asked, people, interested, waiting, atLimit, declined } = useLoaderData<typeof loader>();
  return (
    <PageBody
      before={<Breadcrumbs items={[{ text: 'Desk', href: paths.desk() }, { text: 'How experts answer' }]} />}
    >
      <h1 className="govuk-heading-l">How experts answer when they are asked</h1>
      <p className="govuk-body">
        Invitations by name of the last 12 months. Who declined, and why, is between the expert and the asking
        team. Nobody is asked more than {MOST_ASKED_IN_A_YEAR} times in 12 months, or while {MOST_WAITING}{' '}
        questions wait for their answer.
      </p>
      {asked === 0 ? (
        <EmptyState title="Nobody was asked by name yet">
          Teams ask experts from the page of their question, under “Invite experts”.
        </EmptyState>
      ) : (
        <>
          <SummaryList
            rows={[
              {
                key: 'Asked',
                value: `${showCount(asked, 'time')}, ${showCount(people, 'person', 'people')}`,
              },
              { key: 'Interested', value: interested },
              { key: 'Waiting for an answer', value: waiting },
              { key: 'Declined', value: asked - interested - waiting },
              { key: 'Asked as often as allowed', value: showCount(atLimit, 'person', 'people') },
            ]}
          />
          {declined.length > 0 && (
            <Table
              caption="Why they declined"
              captionSize="m"
              head={['Reason', { content: 'Times', format: 'numeric' }]}
              rows={declined.map(({ code, count }) => [
                DECLINE_LABELS[code],
                { content: count, format: 'numeric' as const },
              ])}
            />
          )}
        </>
      )}
    </PageBody>
  );
}
