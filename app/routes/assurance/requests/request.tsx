import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { ConsultationsOfRequest } from '~/components/assurance/consultations-of-request';
import { RequestCrumbs } from '~/components/assurance/request-form-page';
import { RequestSummary } from '~/components/assurance/request-summary';
import { ReleasesOfRequest } from '~/components/assurance/releases-of-request';
import { requestPage } from '~/domain/assurance/queries/request-page.server';
import { ask } from '~/domain/query.server';
import { showReference } from '~/domain/reference';
import { paths } from '~/paths';
import { PageBody } from '~/ui/layout/page-body';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { memberWhoAsks } from '~/web/who.server';

export const loader = async (args: LoaderFunctionArgs) =>
  found(await ask(requestPage, await memberWhoAsks(args), { reference: args.params['reference'] }));

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(...(data ? [`Request ${showReference(data.reference)}`] : ['Not found']));

export default function InformationRequest() {
  const view = useLoaderData<typeof loader>();
  const { reference, may } = view;
  const title = `Request ${showReference(reference)}`;
  const steps = [
    may.ask && { text: 'Ask the requester what they mean', href: paths.askRequester(reference) },
    may.clarify && { text: 'Record what the requester answered', href: paths.recordClarified(reference) },
    may.extend && { text: 'Take longer to weigh the public interest', href: paths.extendRequest(reference) },
    may.consult && { text: 'Consult a bidder', href: paths.consultBidder(reference) },
    may.close && { text: 'Close the request', href: paths.closeRequest(reference) },
  ];
  return (
    <PageBody before={<RequestCrumbs request={{ reference, title }} />}>
      <h1 className="govuk-heading-l">{title}</h1>
      <RequestSummary request={view} />
      <ConsultationsOfRequest consultations={view.consultations} />
      <ReleasesOfRequest request={view} />
      {may.handle && (
        <>
          <h2 className="govuk-heading-m">What next</h2>
          {view.closedAt !== null && <p className="govuk-body">Nothing: the request is closed.</p>}
          <ul className="govuk-list">
            {steps.map(
              (step) =>
                step && (
                  <li key={step.href}>
                    <a className="govuk-link" href={step.href}>
                      {step.text}
                    </a>
                  </li>
                ),
            )}
          </ul>
        </>
      )}
    </PageBody>
  );
}
