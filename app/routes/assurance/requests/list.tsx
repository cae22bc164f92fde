import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { RequestTag } from '~/components/assurance/request-tag';
import { OUTCOMES } from '~/domain/assurance/requests/information-request';
import { requestList } from '~/domain/assurance/queries/request-list.server';
import { cursorInput } from '~/domain/cursor';
import { ask } from '~/domain/query.server';
import { showReference } from '~/domain/reference';
import { showDate } from '~/domain/uk-time';
import { paths } from '~/paths';
import { ScrollingTable } from '~/ui/content/scrolling-table';
import { Button } from '~/ui/forms/button';
import { PageBody } from '~/ui/layout/page-body';
import { EmptyState } from '~/ui/report/empty-state';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { readSearch } from '~/web/search-params.server';
import { memberWhoAsks } from '~/web/who.server';

export async function loader(args: LoaderFunctionArgs) {
  const search = readSearch(args.request, {
    closed: z.literal('yes').optional(),
    after: cursorInput.optional(),
  });
  const asked = { closed: search.closed === 'yes', ...(search.after ? { after: search.after } : {}) };
  return found(await ask(requestList, await memberWhoAsks(args), asked));
}

export const meta: MetaFunction = () => pageTitle('Requests for information');

const MOST_LETTERS = 90;
const shortened = (words: string) =>
  words.length > MOST_LETTERS ? `${words.slice(0, MOST_LETTERS).trimEnd()}…` : words;

export default function RequestList() {
  const { requests, closed, mayLog, next } = useLoaderData<typeof loader>();
  return (
    <PageBody wide>
      <h1 className="govuk-heading-xl">Requests for information</h1>
      <p className="govuk-body">
        Under the Freedom of Information Act 2000 a request is answered promptly, and at the latest on the
        twentieth working day after it came.
      </p>
      {mayLog && <Button href={paths.logRequest()}>Log a request</Button>}
      {requests.length === 0 ? (
        <EmptyState title={closed ? 'No request is closed yet' : 'No request is open'}>
          {closed
            ? 'Closed requests stand here with their outcome.'
            : 'Requests stand here until they are answered, the most overdue first.'}
        </EmptyState>
      ) : (
        <ScrollingTable
          name="Requests"
          caption={closed ? 'Closed, the latest first' : 'Open, by the last day to answer'}
          captionSize="m"
          head={[
            'Request',
            closed ? 'Outcome' : 'State',
            closed ? 'Answered' : 'Answer by',
            'About',
            'Received',
          ]}
          rows={requests.map(({ reference, words, questions, receivedOn, lastDay, state, outcome }) => [
            <a key="to" className="govuk-link" href={paths.informationRequest(reference)}>
              {showReference(reference)}: {shortened(words)}
            </a>,
            outcome ? OUTCOMES[outcome] : <RequestTag key="state" state={state} />,
            state === 'waiting' ? 'No time runs' : showDate(lastDay),
            questions,
            showDate(receivedOn),
          ])}
        />
      )}
      {next && (
        <p className="govuk-body">
          <a className="govuk-link" href={closed ? paths.closedRequests(next) : paths.requestLog(next)}>
            More requests
          </a>
        </p>
      )}
      <p className="govuk-body">
        <a className="govuk-link" href={closed ? paths.requestLog() : paths.closedRequests()}>
          {closed ? 'Open requests' : 'Closed requests'}
        </a>
      </p>
    </PageBody>
  );
}
