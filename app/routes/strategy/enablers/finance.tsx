import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { mayReadScores } from '~/domain/insight/direction/direction-policy';
import { financeReport, type FinanceCounts } from '~/domain/insight/enablers/finance-report.server';
import { showShare } from '~/domain/ledger/shares';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { ScrollingTable } from '~/ui/content/scrolling-table';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { LinkList } from '~/ui/navigation/link-list';
import { Pagination } from '~/ui/navigation/pagination';
import { EmptyState } from '~/ui/report/empty-state';
import { Lede } from '~/ui/report/lede';
import { pageTitle } from '~/web/page-title';
import { found, permitted } from '~/web/reply.server';
import { readSearch } from '~/web/search-params.server';
import { personWhoAsks } from '~/web/who.server';
import { AsOf } from '~/components/as-of';
import { askedDay, onShape, withDay } from '~/web/asked-day.server';

export const meta = () => pageTitle('Illicit finance in questions');

const shape = { relevant: z.enum(['yes', 'no']).optional(), after: z.uuid().optional(), ...onShape };

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  permitted(mayReadScores(actor));
  const { on, ...search } = readSearch(args.request, shape);
  const asked = askedDay(on, actor.asOf);
  const view = found(await ask(financeReport, actor, { ...search, on: asked.on }));
  return withDay({ ...view, relevant: search.relevant, on: asked.on }, asked);
}

const shareOf = ({ relevant, not }: FinanceCounts) =>
  relevant + not === 0 ? 'Nothing asked' : showShare((100 * relevant) / (relevant + not));

export default function FinanceReport() {
  const view = useLoaderData<typeof loader>();
  const { total, areas, lines, next, relevant, on } = view;
  const all = total.relevant + total.not;
  return (
    <PageBody
      wide
      before={
        <Breadcrumbs items={[{ text: 'Strategy', href: paths.strategy() }, { text: 'Illicit finance' }]} />
      }
    >
      <h1 className="govuk-heading-xl">
        {all === 0
          ? 'No question has said yet whether illicit finance is a part of it'
          : `Illicit finance is a part of ${shareOf(total)} of questions`}
      </h1>
      <Lede>
        Every question says before it is published whether illicit finance is a part of it, or why not:{' '}
        {total.relevant} of {all} say that it is.
      </Lede>
      <AsOf
        action={paths.financeReport()}
        today={paths.financeReport({ relevant })}
        {...{ day: view.day, asked: view.asked, kept: { relevant }, typed: view.typed, wrong: view.wrong }}
      />
      {all > 0 && (
        <ScrollingTable
          name="Share by threat area"
          firstCellIsHeader
          head={['Threat area', 'Is a part', 'Is not', 'Share']}
          rows={areas.map((area) => [
            area.slug === null ? (
              'No threat area'
            ) : (
              <a key="area" className="govuk-link" href={paths.search(`threat:${area.slug}`, 'question')}>
                {area.name}
              </a>
            ),
            area.relevant,
            area.not,
            shareOf(area),
          ])}
        />
      )}
      <h2 className="govuk-heading-m">What they say</h2>
      <LinkList
        links={[
          { text: 'All', href: paths.financeReport({ on }) },
          { text: 'Where it is a part', href: paths.financeReport({ relevant: 'yes', on }) },
          { text: 'Where it is not', href: paths.financeReport({ relevant: 'no', on }) },
        ]}
      />
      {lines.length === 0 ? (
        <EmptyState title="No question says so">Questions appear here once they are published.</EmptyState>
      ) : (
        <ScrollingTable
          name="Questions and their answer"
          head={['Question', 'Illicit finance', 'Why']}
          rows={lines.map((line) => [
            <a key={line.id} className="govuk-link" href={paths.question(line.reference)}>
              {line.title}
            </a>,
            line.relevant ? 'Is a part' : 'Is not',
            line.reason || 'No reason needed',
          ])}
        />
      )}
      {next && <Pagination next={{ href: paths.financeReport({ relevant, on, after: next }) }} />}
    </PageBody>
  );
}
