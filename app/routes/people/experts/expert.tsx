import { redirect, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { AffiliationTag } from '~/components/people/affiliation-tag';
import { WorkList } from '~/components/people/work-list';
import { AVAILABILITIES, EXPERTISE, WILLING } from '~/domain/people/expert-profile';
import { expertPage } from '~/domain/people/queries/expert-page.server';
import { mergedPerson } from '~/domain/people/queries/merged-person.server';
import { ask } from '~/domain/query.server';
import { showDate, showDay } from '~/domain/uk-time';
import { paths } from '~/paths';
import { SummaryList } from '~/ui/content/summary-list';
import { Button } from '~/ui/forms/button';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { Lede } from '~/ui/report/lede';
import { MetaLine } from '~/ui/report/meta-line';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { memberWhoAsks } from '~/web/who.server';
import { ExpertSide } from './expert-side';

export { checkedBeforeUse as headers } from '~/web/checked-before-use';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await memberWhoAsks(args);
  const { reference } = args.params;
  const page = await ask(expertPage, actor, { reference });
  if (page) return page;
  const { reference: kept } = found(await ask(mergedPerson, actor, { reference }));
  throw redirect(paths.expert(kept), 301);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data ? data.name : 'Not found');

export default function Expert() {
  const expert = useLoaderData<typeof loader>();
  const { name, colour } = AVAILABILITIES[expert.availability];
  const kinds = Object.entries(EXPERTISE).flatMap(([scheme, label]) => {
    const held = expert.terms.filter((term) => term.scheme === scheme);
    return held.length > 0 ? [{ key: label, value: <Terms terms={held} /> }] : [];
  });
  return (
    <PageBody
      before={<Breadcrumbs items={[{ text: 'Experts', href: paths.experts() }, { text: expert.name }]} />}
      aside={<ExpertSide expert={expert} />}
    >
      <h1 className="govuk-heading-xl">{expert.name}</h1>
      <MetaLine state={{ text: name, colour }}>
        {expert.title || 'Post not stated'}
        {expert.invented && 'Invented person'}
        {!expert.listed && 'Not listed'}
      </MetaLine>
      {expert.summary && <Lede>{expert.summary}</Lede>}
      {expert.own && (
        <Button variant="secondary" href={paths.ownProfile()}>
          Change your profile
        </Button>
      )}
      <WillingAfterBids questions={expert.willingAfterBids} />
      <h2 className="govuk-heading-m">Expertise</h2>
      {kinds.length === 0 ? <p className="govuk-body">None stated.</p> : <SummaryList rows={kinds} />}
      {expert.derived.length > 0 && (
        <p className="govuk-body">
          From their works: {expert.derived.map(({ name: term, works }) => `${term} (${works})`).join(', ')}.
        </p>
      )}
      {expert.willingFor.length > 0 && (
        <>
          <h2 className="govuk-heading-m">Would, if asked</h2>
          <ul className="govuk-list govuk-list--bullet">
            {expert.willingFor.map((one) => (
              <li key={one}>{WILLING[one]}</li>
            ))}
          </ul>
        </>
      )}
      {expert.interests && (
        <>
          <h2 className="govuk-heading-m">Would like to be asked about</h2>
          <p className="govuk-body">{expert.interests}</p>
        </>
      )}
      <h2 className="govuk-heading-m">Affiliations</h2>
      {expert.affiliations.length === 0 && <p className="govuk-body">None stated.</p>}
      <ul className="govuk-list">
        {expert.affiliations.map((each) => (
          <li key={`${each.reference} ${each.startsOn}`}>
            <a className="govuk-link" href={paths.organisation(each.reference)}>
              {each.organisation}
            </a>
            {each.post && `, ${each.post}`}, {showDate(each.startsOn)} to{' '}
            {each.endsOn ? showDate(each.endsOn) : 'now'} <AffiliationTag verified={each.verified} />
          </li>
        ))}
      </ul>
      <WorkList works={expert.works} />
      <p className="govuk-body">
        <a className="govuk-link" href={paths.expertNetwork(expert.reference)}>
          Who works with {expert.name}, and who is similar
        </a>
      </p>
      <p className="govuk-hint">
        The profile is in the person&rsquo;s own words, last confirmed as current on{' '}
        {showDay(expert.confirmedAt)}
        {expert.asksToBeConfirmed && ', more than six months ago'}.
      </p>
    </PageBody>
  );
}

function Terms({ terms }: { terms: { scheme: string; slug: string; name: string }[] }) {
  return terms.map((term, place) => (
    <span key={term.slug}>
      {place > 0 && ', '}
      {term.scheme === 'threatArea' ? (
        <a className="govuk-link" href={paths.threatArea(term.slug)}>
          {term.name}
        </a>
      ) : (
        term.name
      )}
    </span>
  ));
}

/** For coordinators alone. */
const WillingAfterBids = ({ questions }: { questions: { reference: string; title: string }[] }) =>
  questions.length > 0 && (
    <>
      <h2 className="govuk-heading-m">May be asked</h2>
      <p className="govuk-body">Bid in vain, and agreed to be asked about it. Only coordinators see this:</p>
      <ul className="govuk-list govuk-list--bullet">
        {questions.map(({ reference, title }) => (
          <li key={reference}>
            <a className="govuk-link" href={paths.question(reference)}>
              {title}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
