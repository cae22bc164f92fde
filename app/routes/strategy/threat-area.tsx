import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { HarmOfArea } from '~/components/measure/harm-table';
import { threatAreaPage } from '~/domain/insight/queries/threat-area-page.server';
import type { ServedPriority } from '~/domain/insight/served-priority';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { Tag } from '~/ui/content/tag';
import { Facts } from '~/ui/layout/facts';
import { PageBody } from '~/ui/layout/page-body';
import { SidePanel } from '~/ui/layout/side-panel';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { InsetText } from '~/ui/content/inset-text';
import { Lede } from '~/ui/report/lede';
import { found } from '~/web/reply.server';
import { pageTitle } from '~/web/page-title';
import { readSearch } from '~/web/search-params.server';
import { whoAsks } from '~/web/who.server';
import { AsOf } from '~/components/as-of';
import { askedDay, onShape, withDay } from '~/web/asked-day.server';
import { Figures } from './below/figures';
import { Known } from './below/findings-below';
import { Asked, Bought } from './below/items-below';

export { checkedBeforeUse as headers } from '~/web/checked-before-use';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await whoAsks(args);
  const asked = askedDay(readSearch(args.request, onShape).on, actor.asOf);
  const view = found(await ask(threatAreaPage, actor, { slug: args.params['slug'], on: asked.on }));
  return withDay(view, asked);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data ? data.area.name : 'Not found');

export default function ThreatAreaPage() {
  const view = useLoaderData<typeof loader>();
  const { area, items, priorities, harm, experts, gaps, may, day, asked } = view;
  const about = { threat: area.slug };
  return (
    <PageBody
      before={<Breadcrumbs items={[{ text: 'Strategy', href: paths.strategy() }, { text: area.name }]} />}
      aside={<About area={area} inside={gaps !== null} />}
    >
      <span className="govuk-caption-l">Threat area</span>
      <h1 className="govuk-heading-xl">{area.name}</h1>
      {area.retiredAt && <InsetText>This threat area was retired: {area.retiredReason}</InsetText>}
      <Lede>{area.definition === '' ? 'No definition is recorded.' : area.definition}</Lede>
      <AsOf
        action={paths.threatArea(area.slug)}
        today={paths.threatArea(area.slug)}
        {...{ day, typed: view.typed, wrong: view.wrong, asked }}
      />
      <Figures
        current={items.current}
        counts={items.counts}
        about={about}
        experts={experts === null ? null : { count: experts, href: paths.expertsOn(area.reference) }}
      />
      <HarmOfArea {...harm} />
      <h2 className="govuk-heading-l">Priorities it serves</h2>
      <Priorities priorities={priorities} />
      <h2 className="govuk-heading-l">Asked</h2>
      <Asked items={items} about={about} />
      <h2 className="govuk-heading-l">Bought</h2>
      <Bought items={items} about={about} />
      <h2 className="govuk-heading-l">Known</h2>
      <Known counts={items.counts} findings={items.findings} about={about} />
      {gaps && <Gaps gaps={gaps} area={area} raise={may.raiseQuestions && !asked} />}
    </PageBody>
  );
}

type Area = ReturnType<typeof useLoaderData<typeof loader>>['area'];

function About({ area, inside }: { area: Area; inside: boolean }) {
  return (
    <SidePanel title="About this term">
      <Facts
        items={[
          {
            name: 'Also called',
            value: area.aliases.length > 0 ? area.aliases.join(', ') : 'No other names recorded',
          },
          { name: 'Source', value: area.source === '' ? 'Not recorded' : area.source },
          {
            name: 'Wording',
            value: (
              <a className="govuk-link" href={paths.term(area.reference)}>
                Versions and history
              </a>
            ),
          },
          ...(inside
            ? [
                {
                  name: 'Understanding',
                  value: (
                    <a className="govuk-link" href={paths.rateUnderstanding(area.slug)}>
                      How well it is understood
                    </a>
                  ),
                },
              ]
            : []),
        ]}
      />
    </SidePanel>
  );
}

function Priorities({ priorities }: { priorities: ServedPriority[] }) {
  const current = priorities.filter(({ inForce }) => inForce);
  const former = priorities.filter(({ inForce }) => !inForce);
  return (
    <>
      {current.length === 0 ? (
        <p className="govuk-body">
          No priority of a list that is in force today is known to cover this threat area.{' '}
          <a className="govuk-link" href={paths.strategy()}>
            See which lists are in force
          </a>
        </p>
      ) : (
        <PriorityLines priorities={current} />
      )}
      {former.length > 0 && (
        <>
          <h3 className="govuk-heading-s">In lists that have ended</h3>
          <PriorityLines priorities={former} />
        </>
      )}
    </>
  );
}

function PriorityLines({ priorities }: { priorities: ServedPriority[] }) {
  return (
    <ul className="govuk-list govuk-list--spaced">
      {priorities.map(({ reference, name, document, when, verified }) => (
        <li key={reference}>
          <a className="govuk-link" href={paths.priority(reference)}>
            {name}
          </a>{' '}
          {!verified && <Tag colour="yellow">Unverified</Tag>}
          <br />
          <span className="govuk-hint">
            {document}, {when}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Gaps({ gaps, area, raise }: { gaps: { slug: string; name: string }[]; area: Area; raise: boolean }) {
  return (
    <>
      <h2 className="govuk-heading-l">Gaps</h2>
      {gaps.length === 0 && (
        <p className="govuk-body">Something is asked, bought or known on every strand.</p>
      )}
      {gaps.length > 0 && (
        <>
          <p className="govuk-body">Nothing is asked, bought or known about {area.name} on:</p>
          <ul className="govuk-list govuk-list--bullet">
            {gaps.map(({ slug, name }) => (
              <li key={slug}>
                {name}
                {raise && (
                  <>
                    {': '}
                    <a className="govuk-link" href={paths.raiseQuestion({ threat: area.slug, strand: slug })}>
                      raise a question<span className="govuk-visually-hidden"> on {name}</span>
                    </a>
                  </>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="govuk-body">
        <a className="govuk-link" href={paths.map()}>
          See all threat areas on the map
        </a>
      </p>
    </>
  );
}
