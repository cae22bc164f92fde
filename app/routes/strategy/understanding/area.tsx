import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { AsOf } from '~/components/as-of';
import { isAllowed } from '~/domain/policy';
import { ask } from '~/domain/query.server';
import { rateUnderstanding } from '~/domain/understanding/commands/rate-understanding.server';
import { areaUnderstanding } from '~/domain/understanding/queries/area-understanding.server';
import { DIMENSION_NAMES, LEVEL_NAMES, UNKNOWN } from '~/domain/understanding/understanding';
import { mayReadUnderstanding } from '~/domain/understanding/understanding-policy';
import { showDate, showDay } from '~/domain/uk-time';
import { paths } from '~/paths';
import { ScrollingTable } from '~/ui/content/scrolling-table';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { EmptyState } from '~/ui/report/empty-state';
import { act } from '~/web/act.server';
import { askedDay, onShape, withDay } from '~/web/asked-day.server';
import { pageTitle } from '~/web/page-title';
import { found, permitted } from '~/web/reply.server';
import { readSearch } from '~/web/search-params.server';
import { personWhoAsks } from '~/web/who.server';
import { RatingForm } from './rating-form';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  permitted(mayReadUnderstanding(actor));
  const asked = askedDay(readSearch(args.request, onShape).on, actor.asOf);
  const about = { slug: args.params['slug'], on: asked.on };
  const { may, ...view } = found(await ask(areaUnderstanding, actor, about));
  return withDay({ ...view, mayRate: isAllowed(may.rate) && !view.asked }, asked);
}

export const action = (args: ActionFunctionArgs) =>
  act(args, rateUnderstanding, {
    fixed: { slug: args.params['slug'] ?? '' },
    done: ({ slug }) => paths.rateUnderstanding(slug),
    says: 'Recorded. The judgements before it stay.',
  });

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data ? `Understanding of ${data.name}` : 'Not found');

export default function AreaUnderstanding() {
  const { slug, name, judgements, mayRate, ...day } = useLoaderData<typeof loader>();
  const today = paths.rateUnderstanding(slug);
  const reply = useActionData<typeof action>();
  return (
    <PageBody
      before={
        <Breadcrumbs
          items={[
            { text: 'Strategy', href: paths.strategy() },
            { text: 'Understanding', href: paths.understanding() },
            { text: name },
          ]}
        />
      }
    >
      <h1 className="govuk-heading-xl">How well {name} is understood</h1>
      <AsOf action={today} today={today} {...day} />
      <p className="govuk-body">
        <a className="govuk-link" href={paths.threatArea(slug)}>
          What is asked, bought and known about it
        </a>
      </p>
      {judgements.length === 0 ? (
        <EmptyState title="Unknown on every side">
          Nobody has judged it yet. That does not mean it is weak.
        </EmptyState>
      ) : (
        <ScrollingTable
          name="Judgements, the latest first"
          head={['Side', 'Level', 'On what it rests', 'By whom', 'Look again by']}
          rows={judgements.map((one) => [
            `${DIMENSION_NAMES[one.dimension]}${one.holds ? '' : ' (before)'}`,
            one.level ? LEVEL_NAMES[one.level] : `${UNKNOWN} again`,
            <Basis key="basis" basis={one.basis} findings={one.findings} />,
            `${one.ratedBy}, ${showDay(one.ratedAt)}`,
            one.reviewBy ? showDate(one.reviewBy) : '',
          ])}
        />
      )}
      {mayRate && <RatingForm reply={reply} />}
    </PageBody>
  );
}

function Basis({ basis, findings }: { basis: string; findings: { reference: string; title: string }[] }) {
  return (
    <>
      {basis}
      {findings.map(({ reference, title }) => (
        <span key={reference} className="block">
          <a className="govuk-link" href={paths.finding(reference)}>
            {title}
          </a>
        </span>
      ))}
    </>
  );
}
