import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { mayReadTrail } from '~/domain/audit/audit-policy';
import { trail, trailFilters } from '~/domain/audit/queries/trail.server';
import { ask } from '~/domain/query.server';
import { showInstant } from '~/domain/uk-time';
import { paths } from '~/paths';
import { ScrollingTable } from '~/ui/content/scrolling-table';
import { SummaryList } from '~/ui/content/summary-list';
import { PageBody } from '~/ui/layout/page-body';
import { Pagination } from '~/ui/navigation/pagination';
import { EmptyState } from '~/ui/report/empty-state';
import { pageTitle } from '~/web/page-title';
import { found, permitted } from '~/web/reply.server';
import { readSearch } from '~/web/search-params.server';
import { memberWhoAsks } from '~/web/who.server';
import { TrailFilters } from './trail-filters';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await memberWhoAsks(args);
  permitted(mayReadTrail(actor));
  const filters = readSearch(args.request, trailFilters);
  const { readerId: _readerId, ...view } = found(await ask(trail, actor, filters));
  return { ...view, filters };
}

export const meta: MetaFunction = () => pageTitle('Audit trail');

type View = ReturnType<typeof useLoaderData<typeof loader>>;

export default function Audit() {
  const { facts, next, state, may, filters } = useLoaderData<typeof loader>();
  const given = Object.entries(filters).filter((entry): entry is [string, string] => Boolean(entry[1]));
  const further = new URLSearchParams([...given.filter(([name]) => name !== 'after'), ['after', next ?? '']]);
  return (
    <PageBody wide>
      <h1 className="govuk-heading-l">Audit trail</h1>
      <p className="govuk-body">
        Every fact, the latest first. Facts of a competition are listed once it is decided. That you read this
        is recorded.
      </p>
      <Head state={state} mayExport={may.export} />
      <TrailFilters filters={filters} />
      {facts.length === 0 ? (
        <EmptyState title="No fact fits">Take a filter away, or look further back.</EmptyState>
      ) : (
        <ScrollingTable
          name="Facts"
          head={['When', 'What', 'About', 'Who', 'Details']}
          rows={facts.map((fact) => [
            showInstant(fact.at),
            fact.what,
            fact.noun,
            fact.by ?? 'Nobody named',
            <div key={fact.id}>
              {fact.said && <p className="govuk-body-s whitespace-pre-line">{fact.said}</p>}
              {fact.data && <code className="break-words">{fact.data}</code>}
            </div>,
          ])}
        />
      )}
      <Pagination {...(next ? { next: { href: `${paths.audit()}?${further.toString()}` } } : {})} />
    </PageBody>
  );
}

function Head({ state, mayExport }: { state: View['state']; mayExport: boolean }) {
  const { head } = state;
  return (
    <>
      <SummaryList
        rows={[
          { key: 'Facts in the chain', value: state.chained.toLocaleString('en-GB') },
          { key: 'Not chained yet', value: state.unsealed.toLocaleString('en-GB') },
          {
            key: 'Last signed head',
            value: head ? `${head.position}, ${showInstant(head.signedAt)}` : 'None yet',
          },
          {
            key: 'Chain',
            value: head ? <code className="break-all">{head.chain}</code> : 'It starts with the first fact',
          },
          {
            key: 'Signed by key',
            value: head ? <code className="break-all">{head.keyId}</code> : 'None yet',
          },
        ]}
      />
      {mayExport && (
        <p className="govuk-body">
          <a className="govuk-link" href={paths.auditExport()}>
            Download the trail
          </a>{' '}
          to verify it without Soundings, with <code>scripts/verify-audit.mjs</code> and Node alone.
        </p>
      )}
    </>
  );
}
