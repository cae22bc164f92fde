import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { HarmEntry } from '~/components/measure/harm-entry';
import { recordHarm } from '~/domain/measures/commands/record-harm.server';
import { harmFigure } from '~/domain/measures/queries/harm-page.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { forbidden, found } from '~/web/reply.server';
import { harmKeeper } from './keeping.server';

export const meta = () => pageTitle('Replace a harm figure');

export async function loader(args: LoaderFunctionArgs) {
  const { actor, areas } = await harmKeeper(args);
  const figure = found(await ask(harmFigure, actor, { reference: args.params['reference'] }));
  if (!figure.open) throw forbidden('This figure was replaced already.');
  const values = {
    ...{ kind: figure.kind, area: figure.term?.slug ?? '', otherThreat: figure.otherThreat ?? '' },
    ...{ value: String(figure.value), year: String(figure.year), source: figure.source, note: figure.note },
    ...{ address: figure.address, ...(figure.estimate ? { estimate: 'on' } : {}) },
  };
  return { areas, values };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, recordHarm, {
    fixed: { replaces: args.params['reference'] ?? '' },
    done: () => paths.harm(),
    says: 'Replaced. The public reads the new figure once you release it.',
  });

export default function ReplaceHarmFigure() {
  const { areas, values } = useLoaderData<typeof loader>();
  return (
    <PageBody before={<BackLink href={paths.harm()} />}>
      <h1 className="govuk-heading-xl">Replace a harm figure</h1>
      <p className="govuk-body">The figure before stays in the record, and is no longer shown.</p>
      <HarmEntry reply={useActionData<typeof action>()} values={values} areas={areas} />
    </PageBody>
  );
}
