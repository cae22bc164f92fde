import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { FindingStart } from '~/components/finding/share/finding-start';
import { draftFromDeliverable } from '~/domain/knowledge/commands/draft-from-deliverable.server';
import { deliverableOrigin } from '~/domain/knowledge/queries/finding-origins.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { act } from '~/web/act.server';
import { allowed } from '~/web/allowed.server';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

export const meta = () => pageTitle('Make a finding of this deliverable');

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const origin = found(await ask(deliverableOrigin, actor, { reference: args.params.deliverable }));
  allowed(origin.verdict);
  return origin;
}

export const action = (args: ActionFunctionArgs) =>
  act(args, draftFromDeliverable, {
    fixed: { deliverable: args.params.deliverable ?? '' },
    done: ({ reference }) => paths.findingContent(reference),
  });

export default function FromDeliverable() {
  const { title, reference, started } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <FindingStart
      reply={reply}
      title={title}
      started={started}
      back={paths.deliverable(reference)}
      what="Its title, summary, limits, makers and tags are filled in from the accepted deliverable. You add the key messages and the licence, check, and send it to a coordinator."
    />
  );
}
