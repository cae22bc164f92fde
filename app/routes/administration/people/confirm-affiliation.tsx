import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useParams } from '@remix-run/react';
import { RefusedChange } from '~/components/people/refused-change';
import { confirmAffiliation } from '~/domain/people/commands/confirm-affiliation.server';
import { act } from '~/web/act.server';
import { personOf } from './person-of';

export const loader = ({ params }: LoaderFunctionArgs) => redirect(personOf(params));

export const action = (args: ActionFunctionArgs) =>
  act(args, confirmAffiliation, {
    fixed: { person: args.params.reference ?? '' },
    done: () => personOf(args.params),
    says: 'Affiliation confirmed',
  });

export default function Refused() {
  return <RefusedChange reply={useActionData<typeof action>()} back={personOf(useParams())} />;
}
