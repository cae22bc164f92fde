import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { HarmEntry } from '~/components/measure/harm-entry';
import { recordHarm } from '~/domain/measures/commands/record-harm.server';
import { paths } from '~/paths';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { harmKeeper } from './keeping.server';

export const meta = () => pageTitle('Record a harm figure');

export const loader = async (args: LoaderFunctionArgs) => ({ areas: (await harmKeeper(args)).areas });

export const action = (args: ActionFunctionArgs) =>
  act(args, recordHarm, {
    done: () => paths.harm(),
    says: 'Recorded. The public reads it once you release it.',
  });

export default function NewHarmFigure() {
  const { areas } = useLoaderData<typeof loader>();
  return (
    <PageBody before={<BackLink href={paths.harm()} />}>
      <h1 className="govuk-heading-xl">Record a harm figure</h1>
      <HarmEntry reply={useActionData<typeof action>()} areas={areas} />
    </PageBody>
  );
}
