import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { AsOf } from '~/components/as-of';
import { dateProps, fieldProps, Form } from '~/components/form';
import { setBand } from '~/domain/ledger/commands/set-band.server';
import { showBand } from '~/domain/ledger/shares';
import { showDate } from '~/domain/uk-time';
import { paths } from '~/paths';
import { ScrollingTable } from '~/ui/content/scrolling-table';
import { Button } from '~/ui/forms/button';
import { DateInput } from '~/ui/forms/date-input';
import { Select } from '~/ui/forms/select';
import { TextInput } from '~/ui/forms/text-input';
import { Textarea } from '~/ui/forms/textarea';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { EmptyState } from '~/ui/report/empty-state';
import { Lede } from '~/ui/report/lede';
import { act } from '~/web/act.server';
import { askedDay, onShape, withDay } from '~/web/asked-day.server';
import { pageTitle } from '~/web/page-title';
import { readSearch } from '~/web/search-params.server';
import { personWhoAsks } from '~/web/who.server';
import { moneyKeeper } from './keeping.server';

export const meta = () => pageTitle('Bands of money');

export async function loader(args: LoaderFunctionArgs) {
  const { asOf } = await personWhoAsks(args);
  const asked = askedDay(readSearch(args.request, onShape).on, asOf);
  const { choices } = await moneyKeeper(args, asked.on);
  const named = (kind: string, what: string, list: { value: string; text: string }[]) =>
    list.map(({ value, text }) => ({ value: `${kind}:${value}`, text: `${what}: ${text}` }));
  const { bands, organisations, day, strands, levels, areas } = choices;
  const terms = [
    ...named('strand', 'Strand', strands),
    ...named('level', 'Level', levels),
    ...named('threatArea', 'Threat area', areas),
  ];
  return withDay({ bands, organisations, terms, day, asked: choices.asked }, asked);
}

export const action = (args: ActionFunctionArgs) =>
  act(args, setBand, {
    done: () => paths.moneyBands(),
    says: 'Set. Shares outside it are named on the money page.',
  });

export default function Bands() {
  const { bands, ...view } = useLoaderData<typeof loader>();
  return (
    <PageBody before={<Breadcrumbs items={[{ text: 'Money', href: paths.money() }, { text: 'Bands' }]} />}>
      <h1 className="govuk-heading-xl">Bands</h1>
      <Lede>Between which shares of the money something should lie, from which day on, and who says so.</Lede>
      <AsOf action={paths.moneyBands()} today={paths.moneyBands()} {...view} />
      {bands.length === 0 ? (
        <EmptyState title="No band is set">
          Without one nobody is told that a share is too small or too large.
        </EmptyState>
      ) : (
        <ScrollingTable
          name="Bands that hold"
          head={['Of', 'Band', 'From', 'Set by', 'Why']}
          rows={bands.map((band) => [
            band.name,
            showBand(band),
            showDate(band.holdsFrom),
            band.owner,
            band.reason,
          ])}
        />
      )}
      {!view.asked && <SetBand />}
    </PageBody>
  );
}

function SetBand() {
  const { terms, organisations } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <>
      <h2 className="govuk-heading-l">Set a band</h2>
      <Form reply={reply}>
        {(fields) => (
          <>
            <Select
              label="Of"
              options={[{ text: 'Choose one', value: '' }, ...terms]}
              {...fieldProps(fields['term'])}
            />
            <TextInput label="At least, per cent" width={4} {...fieldProps(fields['low'])} />
            <TextInput label="At most, per cent" width={4} {...fieldProps(fields['high'])} />
            <DateInput label="It holds from" labelProps={{ size: 's' }} {...dateProps(fields['holdsFrom'])} />
            <Select
              label="Who says so"
              options={[
                { text: 'Choose an organisation', value: '' },
                ...organisations.map(({ reference, name }) => ({ value: reference, text: name })),
              ]}
              {...fieldProps(fields['organisation'])}
            />
            <Textarea label="Why" rows={3} {...fieldProps(fields['reason'])} />
            <Button once>Set the band</Button>
          </>
        )}
      </Form>
    </>
  );
}
