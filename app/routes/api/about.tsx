import { useLoaderData } from '@remix-run/react';
import { API_SCOPES } from '~/domain/people/tokens/api-scopes';
import { paths } from '~/paths';
import { PageBody } from '~/ui/layout/page-body';
import { API_ROOT } from '~/web/api/find-operation';
import { PROBLEMS } from '~/web/api/problem';
import { API_LIMITS } from '~/web/api/rate-windows';
import { pageTitle } from '~/web/page-title';
import { Examples } from './about/examples';
import { OperationTable } from './about/operation-table';
import { ScrollingTable } from '~/ui/content/scrolling-table';
import { OPERATIONS } from './operations/all';

export const loader = () => ({
  operations: OPERATIONS.map(({ id, method, path, summary, scope, visitors }) => ({
    ...{ id, method, path, summary, scope, visitors },
  })),
});

export const meta = () => pageTitle('For programs');

const openApi = `${API_ROOT}/openapi.json`;
const minutes = (seconds: number): string => `${seconds / 60} minutes`;

export default function AboutApi() {
  const { operations } = useLoaderData<typeof loader>();
  return (
    <PageBody wide>
      <h1 className="govuk-heading-xl">For programs</h1>
      <p className="govuk-body-l">
        What you read and write on these pages a program of yours can read and write too, under the same
        rules.
      </p>
      <p className="govuk-body">
        Everything is described in{' '}
        <a className="govuk-link" href={openApi}>
          an OpenAPI 3.1 document
        </a>
        , from which tools make clients. Answers are JSON; citations come as CSL-JSON, BibTeX or RIS.
      </p>
      <h2 className="govuk-heading-l">Get a token</h2>
      <p className="govuk-body">
        What is public is answered without one. For everything else{' '}
        <a className="govuk-link" href={paths.newToken()}>
          make a token
        </a>{' '}
        in your account, choose what it may be used for, and send it in the Authorization header. Cookies are
        not read. A token never gives more than you may do yourself, and ends when you revoke it, when it
        expires, when your password or second factor changes, or when your account is suspended.
      </p>
      <Examples />
      <h2 className="govuk-heading-l">What a token may be used for</h2>
      <ScrollingTable
        name="Scopes"
        caption="Scopes"
        captionSize="s"
        head={['Scope', 'What it is for']}
        rows={Object.entries(API_SCOPES).map(([scope, what]) => [<code key={scope}>{scope}</code>, what])}
      />
      <h2 className="govuk-heading-l">What can be asked</h2>
      <OperationTable operations={operations} />
      <Rules />
      <h2 className="govuk-heading-l">When something is wrong</h2>
      <p className="govuk-body">
        Every refusal is a problem document (RFC 9457): what is wrong, field by field where it concerns a
        field, and a reference to quote.
      </p>
      <ScrollingTable
        name="Problems"
        caption="Problems"
        captionSize="s"
        head={['Status', 'Type', 'What it means']}
        rows={Object.entries(PROBLEMS).map(([kind, { status, title }]) => [
          String(status),
          <code key={kind} id={kind}>
            {kind}
          </code>,
          title,
        ])}
      />
    </PageBody>
  );
}

const Rules = () => (
  <>
    <h2 className="govuk-heading-l">Limits and promises</h2>
    <ul className="govuk-list govuk-list--bullet">
      <li>
        A token has {API_LIMITS.token.requests} requests in {minutes(API_LIMITS.token.seconds)}, an address
        without one {API_LIMITS.address.requests}. The RateLimit headers say what is left; after that the
        answer is 429 with Retry-After.
      </li>
      <li>
        A list comes in parts of up to 100 (<code>limit</code>); the Link header and <code>next</code> lead on
        (<code>cursor</code>).
      </li>
      <li>
        Answers carry an ETag: send it back in If-None-Match and what has not changed is not sent again (304).
      </li>
      <li>
        A request that changes something takes an Idempotency-Key: sent twice with the same body, it is done
        once.
      </li>
      <li>Fields that are not described are refused, never ignored.</li>
      <li>
        Within version 1 nothing that is described is taken away or changes its meaning; there may come to be
        more addresses, more parameters and more fields in answers. What would break a program gets another
        version, and both are answered for at least a year.
      </li>
    </ul>
  </>
);
