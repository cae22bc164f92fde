import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { fieldProps, Form } from '~/components/form';
import { ask } from '~/domain/query.server';
import { endDataSeat } from '~/domain/requests/commands/data/end-data-seat.server';
import { seatOnDataPanel } from '~/domain/requests/commands/data/seat-on-data-panel.server';
import { setDataQuorum } from '~/domain/requests/commands/data/set-data-quorum.server';
import { dataPanel } from '~/domain/requests/queries/data/data-panel.server';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { TextInput } from '~/ui/forms/text-input';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { forbidden, found } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

export const meta = () => pageTitle('Who decides about these data');

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const panel = found(await ask(dataPanel, actor, { reference: args.params['reference'] }));
  if (!panel.may.keep) throw forbidden('Only its owner, whoever entered it, or a coordinator can do this.');
  return { reference: panel.reference, name: panel.name, quorum: panel.quorum, seats: panel.seats };
}

export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData();
  const intent = form.get('intent');
  form.delete('intent');
  const fixed = { reference: args.params['reference'] ?? '' };
  const done = ({ reference }: { reference: string }) => paths.dataPanel(reference);
  const acting = { form, fixed, done };
  if (intent === 'end') return act(args, endDataSeat, { ...acting, says: 'No longer on the panel' });
  return intent === 'quorum'
    ? act(args, setDataQuorum, { ...acting, says: 'Saved' })
    : act(args, seatOnDataPanel, { ...acting, says: 'On the panel, and told so' });
}

export default function DataPanel() {
  const { reference, name, quorum, seats } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <PageBody before={<BackLink href={paths.dataset(reference)} />}>
      <span className="govuk-caption-xl">{name}</span>
      <h1 className="govuk-heading-xl">Who decides about these data</h1>
      {seats.length === 0 && (
        <p className="govuk-body">Nobody does yet: name the holder’s panel, so that requests are decided.</p>
      )}
      {seats.map((seat) => (
        <Form key={seat.id} id={`end-${seat.id}`}>
          {() => (
            <>
              <p className="govuk-body">{seat.name}</p>
              <input type="hidden" name="intent" value="end" />
              <input type="hidden" name="seat" value={seat.id} />
              <Button variant="secondary">
                End<span className="govuk-visually-hidden"> for {seat.name}</span>
              </Button>
            </>
          )}
        </Form>
      ))}
      <Form id="add" reply={reply}>
        {(fields) => (
          <>
            <input type="hidden" name="intent" value="add" />
            <TextInput
              label="E-mail address of another member"
              hint="They need to be a verified member of Soundings already."
              type="email"
              {...fieldProps(fields['address'])}
            />
            <Button>Add to the panel</Button>
          </>
        )}
      </Form>
      {seats.length > 0 && (
        <Form id="quorum" reply={reply} values={{ quorum: String(quorum ?? 1) }}>
          {(fields) => (
            <>
              <input type="hidden" name="intent" value="quorum" />
              <TextInput
                label="How many must say what they think before it is decided"
                hint="Whoever has a conflict does not count."
                inputMode="numeric"
                width={2}
                {...fieldProps(fields['quorum'])}
              />
              <Button variant="secondary">Save</Button>
            </>
          )}
        </Form>
      )}
    </PageBody>
  );
}
