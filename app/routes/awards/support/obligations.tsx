import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { OBLIGATION_COLOURS } from '~/components/award/steps/state-colours';
import { AwardPage } from '~/components/award/award-page';
import { dateProps, fieldProps, Form } from '~/components/form';
import { addObligation } from '~/domain/awards/commands/add-obligation.server';
import { OBLIGATION_KINDS } from '~/domain/awards/obligations/obligation';
import { obligationsPage } from '~/domain/awards/queries/obligations-page.server';
import { ask } from '~/domain/query.server';
import { showDate } from '~/domain/uk-time';
import { paths } from '~/paths';
import { ScrollingTable } from '~/ui/content/scrolling-table';
import { Tag } from '~/ui/content/tag';
import { Button } from '~/ui/forms/button';
import { DateInput } from '~/ui/forms/date-input';
import { Radios } from '~/ui/forms/radios';
import { Textarea } from '~/ui/forms/textarea';
import { TextInput } from '~/ui/forms/text-input';
import { EmptyState } from '~/ui/report/empty-state';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { tellIfGone } from '~/web/tell-if-gone.server';
import { personWhoAsks } from '~/web/who.server';
import { chainOfAward } from '../chain-of-award.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const view = found(await ask(obligationsPage, actor, { reference: args.params['reference'] }));
  return { view, chain: await chainOfAward(actor, view.reference) };
}

export const action = (args: ActionFunctionArgs) =>
  tellIfGone(
    args,
    loader,
    act(args, addObligation, {
      fixed: { reference: args.params['reference'] ?? '' },
      done: ({ reference }) => paths.obligations(reference),
      says: 'Both sides see it now',
    }),
  );

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(...(data ? ['What the team supplies', data.view.question.title] : ['Not found']));

export default function Obligations() {
  const { view, chain } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <AwardPage chain={chain} award={view} trail={[{ text: 'What the team supplies' }]}>
      <h1 className="govuk-heading-l">What the team supplies</h1>
      {view.obligations.length === 0 ? (
        <EmptyState title="Nothing is owed by the team">
          Data, access or a person to speak to: what the terms of the question said stands here from the
          contract on.
        </EmptyState>
      ) : (
        <ScrollingTable
          name="What the team supplies"
          head={['What', 'To', 'By', 'State']}
          rows={view.obligations.map((one) => [
            <a key="what" className="govuk-link" href={paths.obligation(one.reference)}>
              {one.kind}: {one.what}
            </a>,
            one.recipient,
            showDate(one.dueOn),
            <Tag key="state" colour={OBLIGATION_COLOURS[one.state]}>
              {one.stateName}
            </Tag>,
          ])}
        />
      )}
      {view.canAdd && <AddObligation reply={reply} recipient={view.bidder} />}
    </AwardPage>
  );
}

const AddObligation = ({
  reply,
  recipient,
}: {
  reply: ReturnType<typeof useActionData<typeof action>>;
  recipient: string;
}) => (
  <Form reply={reply} values={{ recipient }}>
    {(fields) => (
      <>
        <h2 className="govuk-heading-m">Add something that you supply</h2>
        <Radios
          label="What is it?"
          labelProps={{ size: 's' }}
          items={Object.entries(OBLIGATION_KINDS).map(([value, label]) => ({ value, label }))}
          {...fieldProps(fields['kind'])}
        />
        <Textarea label="What exactly" rows={3} {...fieldProps(fields['what'])} />
        <TextInput label="To whom" {...fieldProps(fields['recipient'])} />
        <DateInput label="By when" labelProps={{ size: 's' }} {...dateProps(fields['dueOn'])} />
        <p className="govuk-body">Once written down it stays: it is met, or it is disputed.</p>
        <Button once>Add it</Button>
      </>
    )}
  </Form>
);
