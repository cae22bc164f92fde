import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Lines } from '~/components/lines';
import { sessionsPage } from '~/domain/sessions/queries/sessions-page.server';
import { ask } from '~/domain/query.server';
import { showInstant } from '~/domain/uk-time';
import { paths } from '~/paths';
import { InsetText } from '~/ui/content/inset-text';
import { SummaryList } from '~/ui/content/summary-list';
import { Button } from '~/ui/forms/button';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  return found(await ask(sessionsPage, actor, { reference: args.params['reference'] }));
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle('Sessions for bidders', ...(data ? [data.title] : []));

export default function Sessions() {
  const { reference, title, sessions, joins, may } = useLoaderData<typeof loader>();
  return (
    <PageBody before={<BackLink href={paths.question(reference)} />}>
      <span className="govuk-caption-l">{title}</span>
      <h1 className="govuk-heading-l">Sessions for bidders</h1>
      <p className="govuk-body">
        Times are UK time. What is asked and answered in a session is published to everybody afterwards, so
        that nobody gains by having been there.
      </p>
      {sessions.length === 0 && <p className="govuk-body">No session has been announced.</p>}
      {sessions.map((session) => (
        <Session key={session.reference} session={session} runs={may.run} />
      ))}
      {!joins && sessions.some(({ state }) => state === 'ahead') && (
        <InsetText>
          How to join is shown to those who may bid and, where the question asks for it, have confirmed it.{' '}
          <a className="govuk-link" href={paths.startBid(reference)}>
            See who may bid
          </a>
        </InsetText>
      )}
      {may.announce && <Button href={paths.announceSession(reference)}>Announce a session</Button>}
    </PageBody>
  );
}

type Shown = ReturnType<typeof useLoaderData<typeof loader>>['sessions'][number];

const STATES = { ahead: 'To come', held: 'Held; its record follows', recorded: 'Recorded in an addendum' };

function Session({ session, runs }: { session: Shown; runs: boolean }) {
  const { reference, subject, startsAt, minutes, state, cancelledReason, joining } = session;
  const open = runs && (state === 'ahead' || state === 'held');
  return (
    <section className="govuk-!-margin-bottom-6">
      <h2 className="govuk-heading-m">{subject}</h2>
      <SummaryList
        rows={[
          { key: 'When', value: `${showInstant(startsAt)}, for ${minutes} minutes` },
          { key: 'State', value: state === 'cancelled' ? `Called off: ${cancelledReason}` : STATES[state] },
          ...(joining ? [{ key: 'How to join', value: <Lines text={joining} /> }] : []),
        ]}
      />
      {open && (
        <p className="govuk-body">
          {state === 'held' && (
            <a className="govuk-link govuk-!-margin-right-3" href={paths.recordSession(reference)}>
              Publish what was said<span className="govuk-visually-hidden"> in {subject}</span>
            </a>
          )}
          <a className="govuk-link" href={paths.cancelSession(reference)}>
            Call it off<span className="govuk-visually-hidden">: {subject}</span>
          </a>
        </p>
      )}
    </section>
  );
}
