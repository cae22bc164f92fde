import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { FindingStart } from '~/components/finding/share/finding-start';
import { draftFromAdvice } from '~/domain/knowledge/commands/draft-from-advice.server';
import { adviceOrigin } from '~/domain/knowledge/queries/finding-origins.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { act } from '~/web/act.server';
import { allowed } from '~/web/allowed.server';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

export const meta = () => pageTitle('Make a finding of this answer');

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const origin = found(await ask(adviceOrigin, actor, { reference: args.params.answer }));
  allowed(origin.verdict);
  return origin;
}

export const action = (args: ActionFunctionArgs) =>
  act(args, draftFromAdvice, {
    fixed: { answer: args.params.answer ?? '' },
    done: ({ reference }) => paths.findingContent(reference),
  });

export default function FromAdvice() {
  const { title, reference, started, named } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const author = named
    ? 'Its author is named, as they agreed.'
    : 'Its author is shown as a member of the network, as they asked.';
  return (
    <FindingStart
      reply={reply}
      title={title}
      started={started}
      back={paths.adviceAnswer(reference)}
      what={`The answer, its limits and the tags of the question are filled in. ${author} You add the key messages and the licence, check, and send it to a coordinator.`}
    />
  );
}
