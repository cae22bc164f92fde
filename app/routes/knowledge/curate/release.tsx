import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ReasonForm } from '~/components/reason-form';
import { releaseFinding } from '~/domain/knowledge/commands/release-finding.server';
import { withdrawFindingRelease } from '~/domain/knowledge/commands/withdraw-finding-release.server';
import { findingPage } from '~/domain/knowledge/queries/finding-page.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { forbidden, found } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

export const meta = () => pageTitle('Release to the public');

export async function loader(args: LoaderFunctionArgs) {
  const finding = found(
    await ask(findingPage, await personWhoAsks(args), { reference: args.params.reference }),
  );
  if (!finding.may.curate) throw forbidden('Only a coordinator can release a finding, once it is published.');
  const { reference, releasedAt, version } = finding;
  return { reference, title: version.title, released: releasedAt !== null };
}

/** The form says which way: a page that has become stale is refused, not turned round. */
export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData();
  const withdraw = form.get('intent') === 'withdraw';
  form.delete('intent');
  const acting = {
    form,
    fixed: { reference: args.params.reference ?? '' },
    done: ({ reference }: { reference: string }) => paths.finding(reference),
    says: withdraw ? 'The public can no longer see this finding' : 'The public can now see this finding',
  };
  return withdraw ? act(args, withdrawFindingRelease, acting) : act(args, releaseFinding, acting);
}

export default function Release() {
  const { reference, title, released } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const back = paths.finding(reference);
  return (
    <PageBody before={<BackLink href={back} />}>
      <span className="govuk-caption-xl">{title}</span>
      <h1 className="govuk-heading-xl">{released ? 'Withdraw the release' : 'Release to the public'}</h1>
      <p className="govuk-body">
        {released
          ? 'Only members will see it again. That it was public stays on record.'
          : 'Anybody will be able to read it, with its files, its author’s case and its ratings in sum. Your name and reason are recorded.'}
      </p>
      <ReasonForm
        reply={reply}
        label={released ? 'Why the release is withdrawn' : 'Why the public may see it'}
        button={released ? 'Withdraw the release' : 'Release it'}
        warning={released}
        backHref={back}
      >
        <input type="hidden" name="intent" value={released ? 'withdraw' : 'release'} />
      </ReasonForm>
    </PageBody>
  );
}
