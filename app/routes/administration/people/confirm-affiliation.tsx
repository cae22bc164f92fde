import type { ActionFunctionArgs } from '@remix-run/node';
import { useActionData, useParams } from '@remix-run/react';
import { RefusedChange } from '~/components/refused-change';
import { confirmAffiliation } from '~/domain/people/commands/confirm-affiliation.server';
import { mayAdministerPeople } from '~/domain/people/person-policy';
import { isAllowed } from '~/domain/policy';
import { paths } from '~/paths';
import { act } from '~/web/act.server';
import { postOnly } from '~/web/post-only.server';
import { whoAsks } from '~/web/who.server';
import { personOf } from './person-of';

export const loader = postOnly(({ params }) => personOf(params));

export async function action(args: ActionFunctionArgs) {
  const mayOpenPerson = isAllowed(mayAdministerPeople(await whoAsks(args)));
  return act(args, confirmAffiliation, {
    fixed: { person: args.params.reference ?? '' },
    done: () => (mayOpenPerson ? personOf(args.params) : paths.desk()),
    says: 'Affiliation confirmed',
  });
}

export default function Refused() {
  return <RefusedChange reply={useActionData<typeof action>()} back={personOf(useParams())} />;
}
