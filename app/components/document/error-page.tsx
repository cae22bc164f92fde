import { isRouteErrorResponse, useLocation, useRouteError, useRouteLoaderData } from '@remix-run/react';
import { DECLARE_FIRST } from '~/domain/evaluation/interests/declarations';
import { paths } from '~/paths';
import { PageBody } from '~/ui/layout/page-body';
import type { FrameData } from './frame-data';
import { Frame } from './frame';

interface Words {
  title: string;
  body: string;
}

const WORDS: Record<number, Words> = {
  400: { title: 'That address could not be read', body: 'Check it, or start again from a list.' },
  403: { title: 'You cannot do that', body: 'Ask a coordinator if you think you should be able to.' },
  404: {
    title: 'Page not found',
    body: 'It may have been moved, or it may not be open to you. Check the address, or search.',
  },
  409: {
    title: 'That can no longer be done',
    body: 'It was changed or done in the meantime. Go back to see how it stands now.',
  },
  422: {
    title: 'That cannot be done now',
    body: 'Go back to see how it stands now.',
  },
  405: { title: 'That cannot be done here', body: 'Go back and use the buttons of the page.' },
};

const FAULT: Words = {
  title: 'Sorry, something went wrong',
  body: 'What you had saved is safe. Try again in a moment.',
};

const statusOf = (error: unknown): number => (isRouteErrorResponse(error) ? error.status : 500);
const wordsOf = (error: unknown): Words => WORDS[statusOf(error)] ?? FAULT;
export const titleOf = (error: unknown): string => wordsOf(error).title;

/** One plain page for every way a request can fail. A fault shows the reference that the log holds. */
export function ErrorPage() {
  const error = useRouteError();
  const frame = useRouteLoaderData<FrameData>('root');
  const status = statusOf(error);
  const words = wordsOf(error);
  const why =
    isRouteErrorResponse(error) && [403, 409, 422].includes(status) && typeof error.data === 'string'
      ? error.data
      : null;
  return (
    <Frame>
      <PageBody>
        <h1 className="govuk-heading-l">{words.title}</h1>
        {why && <p className="govuk-body-l">{why}</p>}
        {why?.startsWith(DECLARE_FIRST) && <ToDeclare />}
        <p className="govuk-body">{words.body}</p>
        {status >= 500 && frame && (
          <p className="govuk-body">
            If it happens again, tell your administrator this reference: <strong>{frame.reference}</strong>
          </p>
        )}
        <p className="govuk-body">
          <a className="govuk-link" href={paths.home()}>
            Go to the home page
          </a>{' '}
          or{' '}
          <a className="govuk-link" href={paths.search()}>
            search
          </a>
          .
        </p>
      </PageBody>
    </Frame>
  );
}

/** The form that would lift the refusal, on pages of a question; of a bid the address does not say which it is for. */
function ToDeclare() {
  const question = /^\/questions\/([^/]+)\//.exec(useLocation().pathname)?.[1];
  return (
    <p className="govuk-body">
      <a className="govuk-link" href={question ? paths.declaration(question.replace('-', '')) : paths.home()}>
        {question ? 'Declare your interests' : 'See what waits for you'}
      </a>
    </p>
  );
}
