import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { HandedOver } from '~/components/succession/handed-over';
import { handedOver } from '~/domain/succession/queries/handed-over.server';
import { useActionData, useLoaderData } from '@remix-run/react';
import { CapabilityLinks } from '~/components/governance/capability-links';
import { Lines } from '~/components/lines';
import { CAPABILITY_KINDS, STAGES } from '~/domain/governance/capabilities/capability';
import { linkCapability } from '~/domain/governance/capabilities/commands/link-capability.server';
import { unlinkCapability } from '~/domain/governance/capabilities/commands/unlink-capability.server';
import { capabilityPage } from '~/domain/governance/capabilities/queries/capability-page.server';
import { capabilitiesAlike } from '~/domain/matching/queries/capabilities-alike.server';
import { showLevel } from '~/domain/people/organisations/organisation';
import { ask } from '~/domain/query.server';
import { showReference } from '~/domain/reference';
import { showDay } from '~/domain/uk-time';
import { paths } from '~/paths';
import { InsetText } from '~/ui/content/inset-text';
import { SummaryList } from '~/ui/content/summary-list';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { MetaLine } from '~/ui/report/meta-line';
import { Timeline } from '~/ui/report/timeline';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';
import { capabilityOf } from './keeping.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const asked = { reference: args.params['reference'] };
  const [page, alike] = await Promise.all([
    ask(capabilityPage, actor, asked),
    ask(capabilitiesAlike, actor, asked),
  ]);
  const capability = found(page);
  const over = await ask(handedOver, actor, { paths: [paths.capability(capability.reference)] });
  return { ...capability, alike: alike ?? [], over };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.name ?? 'Not found');

export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData();
  const isLink = form.get('intent') === 'link';
  form.delete('intent');
  const fixed = capabilityOf(args);
  const done = ({ reference }: { reference: string }) => paths.capability(reference);
  return isLink
    ? act(args, linkCapability, { form, fixed, done, says: 'Linked' })
    : act(args, unlinkCapability, { form, fixed, done, says: 'Taken away. That it was linked is kept' });
}

export default function Capability() {
  const capability = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { reference, name, kind, stage, purpose, level, owner, users, areas, alike, versions, may } =
    capability;
  return (
    <PageBody
      before={
        <Breadcrumbs
          items={[{ text: 'Capabilities and gaps', href: paths.capabilities() }, { text: name }]}
        />
      }
    >
      <MetaLine state={{ text: CAPABILITY_KINDS[kind], colour: kind === 'held' ? 'green' : 'yellow' }}>
        {showReference(reference)}
      </MetaLine>
      <h1 className="govuk-heading-xl">{name}</h1>
      <HandedOver rows={capability.over} />
      {alike.map((other) => (
        <InsetText key={other.reference}>
          Perhaps the same, at the same level:{' '}
          <a className="govuk-link" href={paths.capability(other.reference)}>
            {other.name}
          </a>{' '}
          of {other.owner}. Both speak of {other.words.join(', ')}.{' '}
          {may.keep && (
            <a className="govuk-link" href={paths.capabilityApart(reference, other.reference)}>
              They are two<span className="govuk-visually-hidden">: {other.name}</span>
            </a>
          )}
        </InsetText>
      ))}
      <Lines text={purpose} />
      <SummaryList
        rows={[
          stage !== null && { key: 'Stage', value: STAGES[stage] },
          { key: 'Level', value: showLevel(level) },
          {
            key: kind === 'held' ? 'Owner' : 'Wanted by',
            value: (
              <>
                <a className="govuk-link" href={paths.organisation(owner.reference)}>
                  {owner.name}
                </a>
                {owner.closed && ' (closed)'}
              </>
            ),
          },
          { key: 'Users', value: users.map((user) => user.name).join(', ') || 'None named' },
          { key: 'About', value: areas.map((area) => area.name).join(', ') || 'Not said' },
        ]}
      />
      {may.keep && (
        <p className="govuk-body">
          <a className="govuk-link" href={paths.editCapability(reference)}>
            Change it
          </a>
        </p>
      )}
      <CapabilityLinks capability={capability} reply={reply} />
      <h2 className="govuk-heading-m">What was recorded</h2>
      <Timeline
        events={versions.map(({ number, changeNote, recordedAt, content }) => ({
          title: changeNote,
          when: showDay(recordedAt),
          children: (
            <p className="govuk-body">
              Version {number}: {content.name}
            </p>
          ),
        }))}
      />
      <p className="govuk-body">
        <a className="govuk-link" href={paths.history('capability', reference)}>
          Everything that was recorded about it
        </a>
      </p>
    </PageBody>
  );
}
