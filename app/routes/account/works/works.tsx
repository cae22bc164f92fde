import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Form } from '~/components/form';
import { chooseOwnWorks } from '~/domain/knowledge/commands/choose-own-works.server';
import { ownWorks } from '~/domain/knowledge/queries/own-works.server';
import { orcidIsOn } from '~/domain/people/orcid-account/orcid-provider.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { EmptyState } from '~/ui/report/empty-state';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';
import { DerivedTerms } from './derived-terms';
import { WorkChoices } from './work-choices';

export async function loader(args: LoaderFunctionArgs) {
  const view = found(await ask(ownWorks, await personWhoAsks(args), {}));
  return { ...view, canLink: orcidIsOn() };
}

const SAID = {
  take: 'on your profile',
  reject: 'not yours: you are not offered them again',
  offer: 'undecided again',
} as const;

export const action = (args: ActionFunctionArgs) =>
  act(args, chooseOwnWorks, {
    done: () => paths.ownWorks(),
    says: ({ choice, count }) => `${count} ${count === 1 ? 'work is' : 'works are'} ${SAID[choice]}`,
  });

export const meta = () => pageTitle('Your works');

const LISTS = [
  ['offered', 'Are these yours?'],
  ['taken', 'Yours'],
  ['rejected', 'Not yours'],
] as const;

export default function OwnWorks() {
  const { works, terms, canRead, canLink, isLinked } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const lists = LISTS.map(([id, title]) => ({
    ...{ id, title, works: works.filter(({ state }) => state === id) },
  })).filter((list) => list.works.length > 0);
  return (
    <PageBody before={<BackLink href={paths.account()} />}>
      <h1 className="govuk-heading-xl">Your works</h1>
      <p className="govuk-body">
        Works that you say are yours stand on your profile. They help teams to find you, and show where you
        and others have worked together.
      </p>
      {works.length === 0 && (
        <EmptyState title="No works yet">
          {canRead ? 'Read them from your ORCID record.' : 'This installation does not read ORCID records.'}
        </EmptyState>
      )}
      {canRead && isLinked && (
        <Form id="read" action={paths.ownWorks('read')}>
          {() => <Button once>Read my ORCID record</Button>}
        </Form>
      )}
      {canLink && !isLinked && <Button href={paths.ownOrcid()}>Link your ORCID iD</Button>}
      {lists.map(({ id, title, works: listed }, index) => (
        <WorkChoices key={id} id={id} title={title} works={listed} reply={index === 0 ? reply : undefined} />
      ))}
      <DerivedTerms terms={terms} />
    </PageBody>
  );
}
