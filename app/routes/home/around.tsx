import { showDay, showInstant } from '~/domain/uk-time';
import { paths } from '~/paths';
import { SidePanel } from '~/ui/layout/side-panel';
import { EmptyState } from '~/ui/report/empty-state';

export interface Open {
  reference: string;
  title: string;
  route: string;
  closesAt: Date | string;
}

export interface Notice {
  subject: string;
  path: string | null;
  createdAt: Date | string;
}

export interface OwnProfile {
  exists: boolean;
  hasAreas: boolean;
}

export function OpenQuestions({ open, profile }: { open: Open[]; profile: OwnProfile }) {
  return (
    <section>
      <h2 className="govuk-heading-m">Open in your threat areas</h2>
      {open.length === 0 && (
        <EmptyState
          title={profile.hasAreas ? 'No open question in your areas now' : 'Say which areas are yours'}
        >
          {profile.hasAreas ? (
            <a className="govuk-link" href={paths.questions()}>
              See all questions
            </a>
          ) : (
            <>
              <a className="govuk-link" href={paths.ownProfile()}>
                {profile.exists
                  ? 'Choose your threat areas in your profile'
                  : 'Make an expert profile with your threat areas'}
              </a>
              . Then open questions appear here, and teams that look for experts find you.
            </>
          )}
        </EmptyState>
      )}
      <ul className="govuk-list">
        {open.map(({ reference, title, route, closesAt }) => (
          <li key={reference} className="govuk-!-margin-bottom-3">
            <a className="govuk-link" href={paths.question(reference)}>
              {title}
            </a>
            <div className="govuk-hint govuk-!-margin-bottom-0">
              {route}, closes {showInstant(closesAt)}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function NoticesPanel({ notices }: { notices: Notice[] }) {
  return (
    <SidePanel title="New notices">
      {notices.length === 0 && <p className="govuk-body">None.</p>}
      <ul className="govuk-list">
        {notices.map(({ subject, path, createdAt }) => (
          <li key={`${subject} ${String(createdAt)}`}>
            <a className="govuk-link" href={path ?? paths.inbox()}>
              {subject}
            </a>
            <div className="govuk-hint govuk-!-margin-bottom-0">{showDay(createdAt)}</div>
          </li>
        ))}
      </ul>
      <a className="govuk-link" href={paths.inbox()}>
        Inbox
      </a>
    </SidePanel>
  );
}
