import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { AsOf } from '~/components/as-of';
import { cursorInput } from '~/domain/cursor';
import { mayReadMoney } from '~/domain/ledger/ledger-policy';
import { lineFilter, moneyLines } from '~/domain/ledger/queries/money-lines.server';
import { showMoney } from '~/domain/money';
import { ask } from '~/domain/query.server';
import { showDate } from '~/domain/uk-time';
import { paths } from '~/paths';
import { ScrollingTable } from '~/ui/content/scrolling-table';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { Pagination } from '~/ui/navigation/pagination';
import { EmptyState } from '~/ui/report/empty-state';
import { askedDay, onShape, withDay } from '~/web/asked-day.server';
import { pageTitle } from '~/web/page-title';
import { found, permitted } from '~/web/reply.server';
import { readSearch } from '~/web/search-params.server';
import { personWhoAsks } from '~/web/who.server';

export const meta = () => pageTitle('Lines of money');

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  permitted(mayReadMoney(actor));
  const shape = { ...lineFilter, after: cursorInput.optional(), ...onShape };
  const search = readSearch(args.request, shape);
  const asked = askedDay(search.on, actor.asOf);
  return withDay(found(await ask(moneyLines, actor, { ...search, on: asked.on })), asked);
}

const TO = { award: paths.funding, pledge: paths.questionFunders, line: paths.ledgerLine };
const WHERE = { award: 'Award', pledge: 'Promised to a question', line: 'Entered' };

export default function MoneyLines() {
  const { lines, filter, next, ...day } = useLoaderData<typeof loader>();
  const chosen = Object.values(filter).filter(Boolean).join(', ');
  return (
    <PageBody
      wide
      before={<Breadcrumbs items={[{ text: 'Money', href: paths.money() }, { text: 'Lines' }]} />}
    >
      <h1 className="govuk-heading-xl">Lines of money</h1>
      <AsOf action={paths.moneyLines()} today={paths.moneyLines(filter)} kept={filter} {...day} />
      {chosen && (
        <p className="govuk-body">
          Shown: {chosen}.{' '}
          <a className="govuk-link" href={paths.moneyLines()}>
            Show all
          </a>
        </p>
      )}
      <p className="govuk-body">
        <a className="govuk-link" href={paths.moneyLinesCsv(filter)}>
          Download these lines (CSV)
        </a>
      </p>
      {lines.length === 0 ? (
        <EmptyState title="No line is like that">Choose fewer conditions.</EmptyState>
      ) : (
        <ScrollingTable
          name="Lines of money"
          head={[
            'What for',
            'Whose',
            'Amount',
            'Certainty',
            'Strand',
            'Level',
            'Threat areas',
            'From',
            'Base',
          ]}
          rows={lines.map((line) => [
            <span key={line.id}>
              <a className="govuk-link" href={TO[line.source](line.reference)}>
                {line.title}
              </a>
              <span className="govuk-hint block">{WHERE[line.source]}</span>
            </span>,
            line.funder,
            `${showMoney(line.amount)}${line.estimate ? ' (estimate)' : ''}`,
            [
              line.firm ? 'Firm' : 'On a condition',
              line.ringFenced && 'ring-fenced',
              line.secure && 'several years',
            ]
              .filter(Boolean)
              .join(', '),
            line.strand ?? 'Unattributed',
            line.level ?? 'Unattributed',
            line.areas.join(', ') || 'None',
            showDate(line.startsOn),
            line.base,
          ])}
        />
      )}
      {next && <Pagination next={{ href: paths.moneyLines({ ...filter, after: next }) }} />}
    </PageBody>
  );
}
