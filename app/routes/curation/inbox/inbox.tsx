import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Form } from '~/components/form';
import { isMember } from '~/domain/actor';
import { markNoticesRead } from '~/domain/notifications/commands/mark-notices-read.server';
import { inbox, noticeCursor } from '~/domain/notifications/queries/inbox.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { PageBody } from '~/ui/layout/page-body';
import { Pagination } from '~/ui/navigation/pagination';
import { EmptyState } from '~/ui/report/empty-state';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { readSearch } from '~/web/search-params.server';
import { personWhoAsks } from '~/web/who.server';
import { Notice } from './notice';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const { after } = readSearch(args.request, { after: noticeCursor.optional() });
  return { ...found(await ask(inbox, actor, { after })), member: isMember(actor) };
}

export const action = (args: ActionFunctionArgs) => act(args, markNoticesRead, { done: () => paths.inbox() });

export const meta: MetaFunction = () => pageTitle('Inbox');

export default function Inbox() {
  const { notices, next, anyUnread, member } = useLoaderData<typeof loader>();
  return (
    <PageBody>
      <h1 className="govuk-heading-l">Inbox</h1>
      {notices.length === 0 ? (
        <EmptyState title="Nothing has been written to you yet">
          When something needs you, or changes what you work on, it stands here and goes to you as a letter.
        </EmptyState>
      ) : (
        <>
          {anyUnread && (
            <Form id="all">
              {() => (
                <>
                  <input type="hidden" name="notice" value="all" />
                  <Button variant="secondary">Mark all as read</Button>
                </>
              )}
            </Form>
          )}
          <ul className="govuk-list">
            {notices.map((notice) => (
              <Notice key={notice.id} notice={notice} />
            ))}
          </ul>
        </>
      )}
      <Pagination {...(next ? { next: { href: `${paths.inbox()}?after=${next}` } } : {})} />
      <p className="govuk-body">
        <a className="govuk-link" href={paths.noticeSettings()}>
          Choose whether you also get letters
        </a>
      </p>
      {member && (
        <p className="govuk-body">
          <a className="govuk-link" href={paths.enquiries()}>
            Enquiries to and from teams
          </a>
        </p>
      )}
    </PageBody>
  );
}
