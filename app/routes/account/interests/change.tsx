import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Form } from '~/components/form';
import { changeRegisteredInterest } from '~/domain/evaluation/commands/change-registered-interest.server';
import { isoDay } from '~/domain/uk-time';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { tellIfGone } from '~/web/tell-if-gone.server';
import { EntryFields } from './entry-fields';
import { ownEntry } from './own-entry.server';

export const loader = (args: LoaderFunctionArgs) => ownEntry(args);

export const action = (args: ActionFunctionArgs) =>
  tellIfGone(
    args,
    loader,
    act(args, changeRegisteredInterest, {
      fixed: { reference: args.params['reference'] ?? '' },
      done: () => paths.ownInterests(),
      says: 'Your register is changed. What it said before stays in its history',
    }),
  );

export const meta = () => pageTitle('Change an interest');

const partsOf = (day: Date | null) => {
  if (!day) return {};
  const [year, month, date] = isoDay(day).split('-').map(Number);
  return { day: String(date), month: String(month), year: String(year) };
};

export default function ChangeInterest() {
  const { kind, about, note, fromOn, untilOn } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const values = { kind, about, note, fromOn: partsOf(fromOn), untilOn: partsOf(untilOn) };
  return (
    <PageBody before={<BackLink href={paths.ownInterests()} />}>
      <h1 className="govuk-heading-xl">Change an interest</h1>
      <p className="govuk-body">
        Is it over? Say until when. What the register said before stays in its history.
      </p>
      <Form reply={reply} values={values}>
        {(fields) => (
          <>
            <EntryFields fields={fields} />
            <Button once>Change it</Button>
          </>
        )}
      </Form>
    </PageBody>
  );
}
