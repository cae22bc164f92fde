import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { EvaluationPage } from '~/components/evaluation/evaluation-page';
import { dateProps, fieldProps, Form } from '~/components/form';
import { ReasonForm } from '~/components/reason-form';
import { keepReserveList } from '~/domain/awards/commands/keep-reserve-list.server';
import { releaseReserveList } from '~/domain/awards/commands/release-reserve-list.server';
import { reservePage } from '~/domain/awards/queries/reserve-page.server';
import { lotName } from '~/domain/questions/lots/lot';
import { ask } from '~/domain/query.server';
import { showDate, showDay } from '~/domain/uk-time';
import { paths } from '~/paths';
import { ScrollingTable } from '~/ui/content/scrolling-table';
import { Button } from '~/ui/forms/button';
import { DateInput } from '~/ui/forms/date-input';
import { Radios } from '~/ui/forms/radios';
import { TextInput } from '~/ui/forms/text-input';
import { EmptyState } from '~/ui/report/empty-state';
import { act, type FormReply } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { seen } from '~/web/seen.server';
import { personWhoAsks } from '~/web/who.server';
import { chainOfDecision } from '../chain-of-award.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const view = seen(await ask(reservePage, actor, { reference: args.params['reference'] }));
  return { view, chain: await chainOfDecision(actor, view.reference) };
}

export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData();
  const fixed = { reference: args.params['reference'] ?? '' };
  if (form.has('reason'))
    return act(args, releaseReserveList, {
      form,
      fixed,
      done: ({ reference }) => paths.evaluation(reference),
      says: 'The reserve list is released, and its bidders are told',
    });
  return act(args, keepReserveList, {
    form,
    fixed,
    done: ({ reference }) => paths.reserve(reference),
    says: 'The reserve list stands. Each bidder reads their place on their own summary.',
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(...(data ? ['Reserve list', data.view.title] : ['Not found']));

export default function Reserve() {
  const { view, chain } = useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  return (
    <EvaluationPage chain={chain} question={view} here="Reserve list">
      <h1 className="govuk-heading-l">Reserve list</h1>
      <p className="govuk-body">
        Should a winner decline, or an award be withdrawn before its contract, the moderator recommends the
        first on this list, and every step of an award follows. Bidders read their own place, and are told
        when they leave the list.
      </p>
      {view.places.length > 0 && <Places places={view.places} />}
      {view.stands && (
        <ReasonForm
          reply={reply}
          label="Why do you release them before their day?"
          button="Release all of them"
          warning
          backHref={paths.evaluation(view.reference)}
        />
      )}
      {!view.stands && view.lists.length === 0 && (
        <EmptyState title="No other bid is ranked">
          A reserve list needs ranked bids without an award.
        </EmptyState>
      )}
      {view.lists.length > 0 && <NewList lists={view.lists} reply={reply} />}
    </EvaluationPage>
  );
}

type View = ReturnType<typeof useLoaderData<typeof loader>>['view'];

function NewList({ lists, reply }: { lists: View['lists']; reply: FormReply | undefined }) {
  const [only] = lists;
  return (
    <>
      {lists.map(({ lot, next }) => (
        <p key={lot?.number ?? 0} className="govuk-body">
          {lot ? `${lotName(lot)}. Next by rank: ` : 'Next by rank: '}
          {next.join('; ')}.
        </p>
      ))}
      <Form reply={reply}>
        {(fields) => (
          <>
            {only?.lot && (
              <Radios
                label="For which lot"
                labelProps={{ size: 's' }}
                items={lists.flatMap(({ lot }) =>
                  lot ? { value: String(lot.number), label: lotName(lot) } : [],
                )}
                {...fieldProps(fields['lot'])}
              />
            )}
            <TextInput label="How many of them" width={2} {...fieldProps(fields['places'])} />
            <DateInput label="Until which day" labelProps={{ size: 's' }} {...dateProps(fields['until'])} />
            <Button once>Put them on the reserve list</Button>
          </>
        )}
      </Form>
    </>
  );
}

type Place = View['places'][number];

function standing({ until, awardedAt, releasedAt, releasedReason }: Place): string {
  if (awardedAt) return `Awarded on ${showDay(awardedAt)}`;
  if (releasedAt) return `Released on ${showDay(releasedAt)}: ${releasedReason ?? ''}`;
  return `Until ${showDate(until)}`;
}

const Places = ({ places }: { places: Place[] }) => (
  <ScrollingTable
    name="Reserve list"
    head={['Place', 'Bidder', 'Standing']}
    rows={places.map((place) => [
      place.lot ? `Lot ${place.lot}: ${place.position}` : String(place.position),
      place.bidder,
      standing(place),
    ])}
  />
);
