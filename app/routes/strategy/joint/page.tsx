import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { AsOf } from '~/components/as-of';
import { Form } from '~/components/form';
import { RefusedChange } from '~/components/refused-change';
import { ask } from '~/domain/query.server';
import { publishJointSet } from '~/domain/strategy/commands/joint/publish-joint-set.server';
import { signJointSet } from '~/domain/strategy/commands/joint/sign-joint-set.server';
import { STANDINGS } from '~/domain/strategy/joint/joint-set';
import { KIND_NAMES } from '~/domain/strategy/priority-set';
import { jointSetPage } from '~/domain/strategy/queries/joint-set-page.server';
import { showPeriod } from '~/domain/strategy/written-date';
import { asSentence } from '~/domain/taxonomy/wording';
import { paths } from '~/paths';
import { InsetText } from '~/ui/content/inset-text';
import { Button } from '~/ui/forms/button';
import { ActionBar } from '~/ui/layout/action-bar';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { MetaLine } from '~/ui/report/meta-line';
import { act } from '~/web/act.server';
import { askedDay, onShape, withDay } from '~/web/asked-day.server';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { readSearch } from '~/web/search-params.server';
import { whoAsks } from '~/web/who.server';
import { Owners } from './owners';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await whoAsks(args);
  const asked = askedDay(readSearch(args.request, onShape).on, actor.asOf);
  const about = { reference: args.params['reference'], on: asked.on };
  return withDay(found(await ask(jointSetPage, actor, about)), asked);
}

export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData();
  const does = form.get('does');
  form.delete('does');
  const fixed = { reference: args.params['reference'] ?? '' };
  if (does === 'publish')
    return act(args, publishJointSet, {
      form,
      fixed,
      done: ({ slug }) => paths.prioritySet(slug),
      says: 'Published',
    });
  return act(args, signJointSet, {
    ...{ form, fixed, done: ({ reference }) => paths.jointSet(reference) },
    says: 'Signed. A change of the text would take your signature away.',
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data ? data.document : 'Not found');

export default function JointSetPage() {
  const set = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  if (reply) return <RefusedChange reply={reply} back={paths.jointSet(set.reference)} />;
  const { reference, document, state, note, priorities, owners, may } = set;
  return (
    <PageBody
      before={
        <Breadcrumbs
          items={[
            { text: 'Strategy', href: paths.strategy() },
            { text: 'Jointly owned sets', href: paths.jointSets() },
            { text: document },
          ]}
        />
      }
    >
      <MetaLine state={{ text: STANDINGS[state], colour: state === 'published' ? 'green' : 'grey' }}>
        {KIND_NAMES[set.kind]}
        {showPeriod(set.startsWritten, set.endsWritten)}
      </MetaLine>
      <h1 className="govuk-heading-xl">{document}</h1>
      <AsOf action={paths.jointSet(reference)} today={paths.jointSet(reference)} {...set} />
      {state === 'draft' && (
        <InsetText>A draft. Nobody ranks or filters by it before every owner has signed.</InsetText>
      )}
      {state === 'withdrawn' && <InsetText>Withdrawn: {asSentence(set.withdrawnReason ?? '')}</InsetText>}
      {set.slug && (
        <p className="govuk-body">
          <a className="govuk-link" href={paths.prioritySet(set.slug)}>
            The published set
          </a>
        </p>
      )}
      <h2 className="govuk-heading-m">The text that is signed</h2>
      {note !== '' && <p className="govuk-body">{asSentence(note)}</p>}
      <ol className="govuk-list govuk-list--number">
        {priorities.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ol>
      <p className="govuk-hint wrap-anywhere">Fingerprint of the exact text: {set.textHash}</p>
      <h2 className="govuk-heading-m">Owners</h2>
      <Owners owners={owners} />
      <Signing set={set} />
      <ActionBar>
        {may.revise && (
          <Button variant="secondary" href={paths.editJointSet(reference)}>
            Change the text
          </Button>
        )}
        {may.withdraw && (
          <Button variant="secondary" href={paths.withdrawJointSet(reference)}>
            Withdraw it
          </Button>
        )}
      </ActionBar>
    </PageBody>
  );
}

function Signing({ set }: { set: ReturnType<typeof useLoaderData<typeof loader>> }) {
  const { may, textHash } = set;
  return (
    <>
      {may.signFor.map(({ slug, name }) => (
        <Form key={slug} id={`sign-${slug}`}>
          {() => (
            <>
              <input type="hidden" name="organisation" value={slug} />
              <input type="hidden" name="textHash" value={textHash} />
              <p className="govuk-body">By signing, {name} stands behind this exact text.</p>
              <Button once>Sign for {name}</Button>
            </>
          )}
        </Form>
      ))}
      {may.publish && (
        <Form id="publish">
          {() => (
            <>
              <input type="hidden" name="does" value="publish" />
              <p className="govuk-body">Every owner has signed. Once published the text cannot be changed.</p>
              <Button once>Publish it</Button>
            </>
          )}
        </Form>
      )}
    </>
  );
}
