import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { AsOf } from '~/components/as-of';
import { MoneyCover } from '~/components/money/money-cover';
import { MoneyFilters } from '~/components/money/money-filters';
import { Shares } from '~/components/money/shares';
import { showBig } from '~/domain/ledger/big-money';
import { moneyFilter } from '~/domain/ledger/filter';
import { mayReadMoney } from '~/domain/ledger/ledger-policy';
import { moneyPage } from '~/domain/ledger/queries/money-page.server';
import { showAlert, titleOf } from '~/domain/ledger/shares';
import { ask } from '~/domain/query.server';
import { isoDay, showDate } from '~/domain/uk-time';
import { paths } from '~/paths';
import { WarningText } from '~/ui/content/warning-text';
import { Button } from '~/ui/forms/button';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { LinkList } from '~/ui/navigation/link-list';
import { EmptyState } from '~/ui/report/empty-state';
import { Lede } from '~/ui/report/lede';
import { askedDay, onShape, withDay } from '~/web/asked-day.server';
import { pageTitle } from '~/web/page-title';
import { found, permitted } from '~/web/reply.server';
import { readSearch } from '~/web/search-params.server';
import { personWhoAsks } from '~/web/who.server';

export const meta = () => pageTitle('Money');

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  permitted(mayReadMoney(actor));
  const search = readSearch(args.request, { ...moneyFilter, ...onShape });
  const asked = askedDay(search.on, actor.asOf);
  return withDay(found(await ask(moneyPage, actor, { ...search, on: asked.on })), asked);
}

export default function Money() {
  const view = useLoaderData<typeof loader>();
  const { totals, strands, levels, areas, bands, alerts, filter, bases, may, ...day } = view;
  const on = day.asked ? isoDay(day.day) : undefined;
  return (
    <PageBody
      wide
      before={<Breadcrumbs items={[{ text: 'Strategy', href: paths.strategy() }, { text: 'Money' }]} />}
    >
      <h1 className="govuk-heading-xl">{titleOf(strands)}</h1>
      <Lede>
        {showBig(totals.all)} known, in {totals.lines.toLocaleString('en-GB')}{' '}
        {totals.lines === 1 ? 'line' : 'lines'}
        {filter.base ? ` of ${filter.base}` : ''}. What nobody recorded is unknown, not nothing.
      </Lede>
      <LinkList
        links={[
          { text: 'All lines', href: paths.moneyLines(filter) },
          { text: 'What objectives cost', href: paths.objectiveCosts() },
          { text: 'Score and spend', href: paths.scoreAndSpend(filter) },
          { text: 'Priorities and everything else', href: paths.moneyAlignment() },
          ...(may.keep ? [{ text: 'Bands', href: paths.moneyBands() }] : []),
        ]}
      />
      <AsOf action={paths.money()} today={paths.money(filter)} kept={filter} {...day} />
      {may.keep && !day.asked && (
        <div className="govuk-button-group">
          <Button href={paths.enterMoney()}>Enter a line</Button>
          <Button variant="secondary" href={paths.importMoney()}>
            Enter lines from a file
          </Button>
        </div>
      )}
      <MoneyFilters action={paths.money()} filter={filter} bases={bases} on={on} />
      {totals.lines === 0 ? (
        <EmptyState title="No money is recorded">
          Lines that are entered, and money of awards, appear here.
        </EmptyState>
      ) : (
        <>
          {alerts.map((alert) => (
            <WarningText key={`${alert.band.key} ${alert.side}`}>
              {showAlert(alert)}. Set by {alert.band.owner}, from {showDate(alert.band.holdsFrom)}:{' '}
              {alert.band.reason}
            </WarningText>
          ))}
          <MoneyCover {...view} />
          <Shares {...{ what: 'strand', heading: 'By strand', shares: strands, bands, filter }} />
          <Shares {...{ what: 'level', heading: 'By level', shares: levels, bands, filter }} />
          <Shares
            {...{ what: 'area', heading: 'By threat area', shares: areas, bands, filter, drawn: false }}
          />
          <p className="govuk-body">
            A line of several threat areas counts in each, so these come to more than the whole. Counted once
            they are {showBig(totals.all - totals.noArea)}, with {showBig(totals.noArea)} of no threat area.
          </p>
        </>
      )}
    </PageBody>
  );
}
