import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { requestList } from '~/domain/requests/queries/request-list.server';
import { KIND_WORDS, STATE_WORDS } from '~/domain/requests/request';
import { ask } from '~/domain/query.server';
import { showDay } from '~/domain/uk-time';
import { paths } from '~/paths';
import { ScrollingTable } from '~/ui/content/scrolling-table';
import { PageBody } from '~/ui/layout/page-body';
import { LinkList } from '~/ui/navigation/link-list';
import { Pagination } from '~/ui/navigation/pagination';
import { EmptyState } from '~/ui/report/empty-state';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { readSearch } from '~/web/search-params.server';
import { memberWhoAsks } from '~/web/who.server';

export { checkedBeforeUse as headers } from '~/web/checked-before-use';

export const meta = () => pageTitle('Requests');

const shape = { list: z.enum(['mine', 'waiting']).optional(), after: z.uuid().optional() };

export async function loader(args: LoaderFunctionArgs) {
  return found(await ask(requestList, await memberWhoAsks(args), readSearch(args.request, shape)));
}

type Line = ReturnType<typeof useLoaderData<typeof loader>>['lines'][number];

function hrefOf({ kind, reference }: Line, isMine: boolean): string {
  if (kind !== 'submission') return paths.request(reference);
  return isMine ? paths.finding(reference) : paths.reviewFinding(reference);
}

const LISTS = {
  mine: {
    title: 'What you asked',
    empty:
      'On the page of a finding you can ask for its files, for its deletion, to merge it into another, or to put it in a collection.',
  },
  waiting: {
    title: 'Waiting for your answer',
    empty: 'When somebody asks for something that you keep, it stands here for thirty days.',
  },
};

export default function Requests() {
  const { list, lines, next } = useLoaderData<typeof loader>();
  const isMine = list === 'mine';
  return (
    <PageBody wide>
      <h1 className="govuk-heading-xl">Requests</h1>
      <LinkList
        links={[
          isMine && { href: paths.requests('waiting'), text: LISTS.waiting.title },
          !isMine && { href: paths.requests('mine'), text: LISTS.mine.title },
        ].filter((link) => link !== false)}
      />
      <h2 className="govuk-heading-l govuk-!-margin-top-6">{LISTS[list].title}</h2>
      {lines.length === 0 ? (
        <EmptyState title="Nothing here" headingLevel={3}>
          {LISTS[list].empty}
        </EmptyState>
      ) : (
        <ScrollingTable
          name={LISTS[list].title}
          head={['About', 'What is asked', isMine ? 'State' : 'Who asks', 'Asked on', 'Ends by itself on']}
          rows={lines.map((line) => [
            <a key={line.cursor} className="govuk-link" href={hrefOf(line, isMine)}>
              {line.title}
            </a>,
            line.kind === 'submission' ? 'Review of a finding' : KIND_WORDS[line.kind].name,
            isMine ? STATE_WORDS[line.state] : line.who,
            showDay(line.askedAt),
            line.expiresAt ? showDay(line.expiresAt) : 'Never',
          ])}
        />
      )}
      <Pagination {...(next ? { next: { href: paths.requests(list, next), text: 'Next page' } } : {})} />
    </PageBody>
  );
}
