import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { HandedOver } from '~/components/succession/handed-over';
import { handedOver } from '~/domain/succession/queries/handed-over.server';
import { responsibilitySubject } from '~/domain/governance/responsibilities/queries/responsibility-subject.server';
import { flawsOf, ROLES, SUBJECTS } from '~/domain/governance/responsibilities/responsibility';
import { ask } from '~/domain/query.server';
import { showDate } from '~/domain/uk-time';
import { paths } from '~/paths';
import { InsetText } from '~/ui/content/inset-text';
import { ScrollingTable } from '~/ui/content/scrolling-table';
import { Button } from '~/ui/forms/button';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

export async function loader(args: LoaderFunctionArgs) {
  const { kind, subject } = args.params;
  const actor = await personWhoAsks(args);
  const view = found(await ask(responsibilitySubject, actor, { kind, subject }));
  const over = await ask(handedOver, actor, {
    paths: [paths.responsibilitySubject(view.kind, view.reference)],
  });
  const flaws = flawsOf(view.roles.filter(({ endsOn }) => endsOn === null));
  return { ...view, flaws, over };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title ?? 'Not found');

export default function Subject() {
  const { kind, reference, title, roles, flaws, over, may } = useLoaderData<typeof loader>();
  return (
    <PageBody
      before={
        <Breadcrumbs
          items={[
            { text: 'Responsibilities', href: paths.responsibilities() },
            { text: SUBJECTS[kind], href: paths.responsibilities({ kind }) },
            { text: title },
          ]}
        />
      }
    >
      <h1 className="govuk-heading-xl">Who does what about {title}</h1>
      <HandedOver rows={over} />
      {flaws.map(({ words }) => (
        <InsetText key={words}>{words}.</InsetText>
      ))}
      {roles.length > 0 && (
        <ScrollingTable
          name="Roles, now and before"
          head={['Organisation', 'Role', 'Level', 'Since', 'Until', 'Note', ...(may.keep ? ['Action'] : [])]}
          rows={roles.map((one) => [
            <span key="name">
              <a className="govuk-link" href={paths.organisation(one.organisation)}>
                {one.name}
              </a>
              {one.team && `, ${one.team}`}
            </span>,
            ROLES[one.role],
            one.level ?? 'Not said',
            showDate(one.startsOn),
            one.endsOn ? showDate(one.endsOn) : 'Now',
            [one.note, one.endReason].filter(Boolean).join(' '),
            ...(may.keep
              ? [
                  one.endsOn ? (
                    ''
                  ) : (
                    <a
                      key="end"
                      className="govuk-link"
                      href={paths.endResponsibility(kind, reference, one.reference)}
                    >
                      End it
                      <span className="govuk-visually-hidden">
                        : {one.name}, {ROLES[one.role].toLowerCase()}
                      </span>
                    </a>
                  ),
                ]
              : []),
          ])}
        />
      )}
      {may.keep && <Button href={paths.giveResponsibility(kind, reference)}>Give somebody a role</Button>}
    </PageBody>
  );
}
