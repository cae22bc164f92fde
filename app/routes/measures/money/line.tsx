import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { AsOf } from '~/components/as-of';
import { HandedOver } from '~/components/succession/handed-over';
import { handedOver } from '~/domain/succession/queries/handed-over.server';
import { mayReadMoney } from '~/domain/ledger/ledger-policy';
import { ledgerLine } from '~/domain/ledger/queries/ledger-line.server';
import { showMoney } from '~/domain/money';
import { ask } from '~/domain/query.server';
import { showReference } from '~/domain/reference';
import { showDate, showDay } from '~/domain/uk-time';
import { paths } from '~/paths';
import { SummaryList } from '~/ui/content/summary-list';
import { Button } from '~/ui/forms/button';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { MetaLine } from '~/ui/report/meta-line';
import { askedDay, onShape, withDay } from '~/web/asked-day.server';
import { pageTitle } from '~/web/page-title';
import { found, permitted } from '~/web/reply.server';
import { readSearch } from '~/web/search-params.server';
import { personWhoAsks } from '~/web/who.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  permitted(mayReadMoney(actor));
  const asked = askedDay(readSearch(args.request, onShape).on, actor.asOf);
  const about = { reference: args.params['reference'], on: asked.on };
  const line = found(await ask(ledgerLine, actor, about));
  const held = { paths: [paths.ledgerLine(line.reference)], on: asked.on };
  return withDay({ ...line, over: await ask(handedOver, actor, held) }, asked);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.purpose ?? 'Not found');

const amount = (pence: number | null) => (pence === null ? 'Unknown' : showMoney(pence));
const lineLink = (reference: string) => (
  <a className="govuk-link" href={paths.ledgerLine(reference)}>
    {showReference(reference)}
  </a>
);

export default function LedgerLine() {
  const line = useLoaderData<typeof loader>();
  const { secureFrom, secureUntil, overseas } = line;
  const today = paths.ledgerLine(line.reference);
  return (
    <PageBody
      before={
        <Breadcrumbs items={[{ text: 'Lines of money', href: paths.moneyLines() }, { text: line.purpose }]} />
      }
    >
      <MetaLine
        state={line.after ? { text: 'Replaced', colour: 'grey' } : { text: 'Entered', colour: 'green' }}
      >
        {showReference(line.reference)}
        {line.invented ? 'Invented for the demonstration' : null}
      </MetaLine>
      <h1 className="govuk-heading-xl">{line.purpose}</h1>
      <AsOf action={today} today={today} {...line} />
      <HandedOver rows={line.over} />
      <SummaryList
        rows={[
          { key: 'Whose money', value: line.organisation.name },
          { key: 'Planned', value: amount(line.planned) },
          { key: 'Actual', value: amount(line.actual) },
          { key: 'Period', value: `${showDate(line.startsOn)} to ${showDate(line.endsOn)}` },
          {
            key: 'Certainty',
            value: line.certainty === 'firm' ? 'Firm' : `On a condition: ${line.condition}`,
          },
          { key: 'Ring-fenced for this crime', value: line.ringFenced ? 'Yes' : 'No' },
          {
            key: 'Secure',
            value:
              secureFrom === null ? 'For no stated years' : `${secureFrom} to ${secureUntil ?? secureFrom}`,
          },
          { key: 'Base', value: line.base },
          {
            key: 'Date of the figure',
            value: `${showDate(line.statedOn)}${line.estimate ? ', an estimate' : ''}`,
          },
          { key: 'Source', value: line.source },
          { key: 'Strand', value: line.strand?.name ?? 'Unattributed' },
          { key: 'Level', value: line.level?.name ?? 'Unattributed' },
          { key: 'Type of action', value: line.intervention?.name ?? 'Not said' },
          { key: 'Where it goes', value: overseas === null ? 'Not said' : overseas ? 'Overseas' : 'At home' },
          { key: 'Threat areas', value: line.areas.map(({ name }) => name).join(', ') || 'None' },
          line.activities === null
            ? null
            : { key: 'Activities', value: line.activities.toLocaleString('en-GB') },
          { key: 'Entered', value: `${showDay(line.recordedAt)} by ${line.by}` },
          line.before ? { key: 'Replaces', value: lineLink(line.before) } : null,
          line.after ? { key: 'Replaced by', value: lineLink(line.after) } : null,
        ]}
      />
      {line.may.replace && (
        <Button variant="secondary" href={paths.replaceLedgerLine(line.reference)}>
          Replace it
        </Button>
      )}
    </PageBody>
  );
}
