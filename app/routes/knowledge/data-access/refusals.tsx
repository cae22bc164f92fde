import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { ask } from '~/domain/query.server';
import { mayReadRefusals } from '~/domain/requests/data/data-policy';
import { REFUSAL_CODE_NAMES, REFUSAL_CODES, showDays } from '~/domain/requests/data/data-request';
import { dataRefusals } from '~/domain/requests/queries/data/data-refusals.server';
import { showDay } from '~/domain/uk-time';
import { paths } from '~/paths';
import { ScrollingTable } from '~/ui/content/scrolling-table';
import { Select } from '~/ui/forms/select';
import { TextInput } from '~/ui/forms/text-input';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { Pagination } from '~/ui/navigation/pagination';
import { EmptyState } from '~/ui/report/empty-state';
import { FilterPanel } from '~/ui/report/filter-panel';
import { Lede } from '~/ui/report/lede';
import { StatStrip } from '~/ui/report/stat-strip';
import { pageTitle } from '~/web/page-title';
import { found, permitted } from '~/web/reply.server';
import { readSearch } from '~/web/search-params.server';
import { personWhoAsks } from '~/web/who.server';

export const meta = () => pageTitle('Why data were refused');

const shape = {
  q: z.string().max(200).optional(),
  code: z.enum(REFUSAL_CODE_NAMES).optional(),
  after: z.uuid().optional(),
};

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  permitted(mayReadRefusals(actor));
  const search = readSearch(args.request, shape);
  return { ...found(await ask(dataRefusals, actor, search)), search };
}

const NEXT: Record<string, string> = { appeal: 'Appealed', again: 'Asked again' };

export default function DataRefusals() {
  const { lines, next, totals, codes, search } = useLoaderData<typeof loader>();
  const { q, code } = search;
  return (
    <PageBody
      wide
      before={
        <Breadcrumbs
          items={[
            { text: 'Datasets', href: paths.datasets() },
            { text: 'Requests for data', href: paths.dataRequests() },
            { text: 'Refusals' },
          ]}
        />
      }
    >
      <h1 className="govuk-heading-xl">
        {totals.refused} of {totals.decided} requests for data {totals.refused === 1 ? 'was' : 'were'} refused
      </h1>
      <Lede>
        Why holders refuse, so that the next request is a better one. Who asked, and what for, is told to
        nobody here.
      </Lede>
      <StatStrip
        label="Decisions"
        stats={[
          { value: showDays(totals.median), label: 'from asking to the decision, in the middle' },
          { value: totals.waiting, label: 'waiting' },
        ]}
      />
      <FilterPanel action={paths.dataRefusals()} clearHref={paths.dataRefusals()}>
        <TextInput label="Words of the reason, dataset or holder" id="q" name="q" defaultValue={q} />
        <Select
          label="Reason"
          id="code"
          name="code"
          defaultValue={code}
          options={[
            { text: 'All', value: '' },
            ...REFUSAL_CODE_NAMES.map((name) => ({ text: REFUSAL_CODES[name], value: name })),
          ]}
        />
      </FilterPanel>
      {codes.length > 0 && (
        <ScrollingTable
          name="How often, by reason"
          head={['Reason', 'Refusals']}
          rows={codes.map((one) => [
            <a key={one.code} className="govuk-link" href={paths.dataRefusals({ code: one.code })}>
              {REFUSAL_CODES[one.code]}
            </a>,
            one.count,
          ])}
        />
      )}
      {lines.length === 0 ? (
        <EmptyState title={q || code ? 'No refusal is like that' : 'No request was refused'}>
          A refusal stands here with its reason as soon as a panel has decided.
        </EmptyState>
      ) : (
        <ScrollingTable
          name="Refusals, the latest first"
          head={['Dataset', 'Held by', 'Reason', 'In words', 'Decided', 'Took', 'And then']}
          rows={lines.map((line) => [
            line.dataset ? (
              <a key={line.id} className="govuk-link" href={paths.dataset(line.dataset.reference)}>
                {line.dataset.name}
              </a>
            ) : (
              ''
            ),
            line.organisation,
            REFUSAL_CODES[line.code],
            <span key="words" className="whitespace-pre-line">
              {line.words}
            </span>,
            showDay(line.decidedAt),
            showDays(line.days),
            line.next ? `${NEXT[line.next.kind] ?? ''}: ${line.next.state}` : '',
          ])}
        />
      )}
      {next && <Pagination next={{ href: paths.dataRefusals({ q, code, after: next }) }} />}
    </PageBody>
  );
}
