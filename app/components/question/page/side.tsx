import type { ReactNode } from 'react';
import type { QuestionPage } from '~/domain/questions/queries/question-page.server';
import { percentOf } from '~/domain/questions/funding/pledge';
import { showMoney } from '~/domain/money';
import { hostOf, NOTICE_KINDS } from '~/domain/questions/notices/procurement-notice';
import { isOpen } from '~/domain/questions/question';
import { showDate, showDay, showDuration, showInstant } from '~/domain/uk-time';
import { paths } from '~/paths';
import { Facts } from '~/ui/layout/facts';
import { SidePanel } from '~/ui/layout/side-panel';

const NAMES: [scheme: string, name: string][] = [
  ['strand', 'Strands'],
  ['enabler', 'Enablers'],
  ['level', 'Levels'],
];

interface Props {
  question: QuestionPage;
  odds: string | null;
  children: ReactNode;
}

/** Time, money, odds and place of a question, with what one can do about it. */
export function QuestionSide({ question, odds, children }: Props) {
  const { route, state, budget, awardsAvailable, fee, publication, terms, priorities, notices } = question;
  const named = (scheme: string) =>
    terms
      .filter((term) => term.scheme === scheme)
      .map(({ name }) => name)
      .join(', ');
  const areas = terms.filter(({ scheme }) => scheme === 'threatArea');
  return (
    <SidePanel title={timeTitle(question)} label="About this question">
      <Times question={question} />
      {children}
      <Facts
        items={[
          budget !== '' && { name: 'Budget', value: budget },
          question.covered && { name: 'Firm money', value: <FirmMoney question={question} /> },
          route.takesAdvice && fee !== '' && { name: 'Payment', value: fee },
          route.takesBids && {
            name: 'Awards and odds',
            value: [`${awardsAvailable} ${awardsAvailable === 1 ? 'award' : 'awards'}`, odds]
              .filter(Boolean)
              .join('; '),
          },
          publication !== '' && { name: 'You may publish', value: publication },
          areas.length > 0 && {
            name: 'Threat areas',
            value: areas.map(({ slug, name }) => (
              <a key={slug} className="govuk-link block" href={paths.threatArea(slug)}>
                {name}
              </a>
            )),
          },
          ...NAMES.map(([scheme, name]) => named(scheme) !== '' && { name, value: named(scheme) }),
          priorities.length > 0 && {
            name: 'Priorities',
            value: priorities.map(({ reference, name }) => (
              <a key={reference} className="govuk-link block" href={paths.priority(reference)}>
                {name}
              </a>
            )),
          },
          notices.length > 0 && { name: 'Published notices', value: <Notices notices={notices} /> },
          { name: 'Asked by', value: <Team question={question} /> },
          question.review?.owner && { name: 'Owner', value: question.review.owner },
          question.review && { name: 'Look at it again by', value: showDate(question.review.by) },
        ].map((item) => item || null)}
      />
      {isOpen(state) && question.closesAt && (
        <p className="govuk-body-s">
          <a className="govuk-link" href={paths.questionCalendar(question.reference)}>
            Add closing date to calendar
          </a>
        </p>
      )}
      {route.takesBids && question.publishedAt && (
        <p className="govuk-body-s">
          <a className="govuk-link" href={paths.questionOpenContracting(question.reference)}>
            As Open Contracting data (JSON)
          </a>
        </p>
      )}
    </SidePanel>
  );
}

const Notices = ({ notices }: Pick<QuestionPage, 'notices'>) => (
  <>
    {notices.map(({ reference, kind, address, publishedOn }) => (
      <a key={reference} className="govuk-link block" href={address} rel="nofollow noreferrer">
        {NOTICE_KINDS[kind]} of {showDate(publishedOn)}, on {hostOf(address)}
      </a>
    ))}
  </>
);

function Team({ question: { team, may } }: { question: QuestionPage }) {
  const name = `${team.name}, ${team.organisation}`;
  if (!may.openTeam) return <>{name}</>;
  return (
    <a className="govuk-link" href={paths.team(team.reference)}>
      {name}
    </a>
  );
}

/** For those who may know who pays. */
function FirmMoney({ question: { reference, covered, budgetMaximum, may } }: { question: QuestionPage }) {
  if (!covered) return null;
  const named = covered.firm + covered.conditional > 0;
  const percent = percentOf(Math.min(covered.firm, budgetMaximum ?? 0), budgetMaximum ?? 0);
  return (
    <>
      {named && showMoney(covered.firm)}
      {named && percent !== null && ` (${percent}% of the budget)`}
      <a className="govuk-link block" href={paths.questionFunders(reference)}>
        {named ? 'Who pays' : may.edit || may.run ? 'Name who pays' : 'Who pays: nobody named'}
      </a>
    </>
  );
}

function timeTitle({ state, route, millisecondsLeft }: QuestionPage): string {
  if (!isOpen(state)) return 'In short';
  if (millisecondsLeft === null) return 'Open, with no closing date';
  return `${showDuration(millisecondsLeft)} left to ${route.takesAdvice ? 'answer' : 'bid'}`;
}

function Times({ question }: { question: QuestionPage }) {
  const { state, closesAt, clarificationsCloseAt, publishedAt, millisecondsLeft } = question;
  if (!publishedAt) return null;
  const endedEarly = !isOpen(state) && millisecondsLeft !== null && millisecondsLeft > 0;
  if (closesAt && endedEarly)
    return <p className="govuk-body">It was to close on {showInstant(closesAt)}, and ended before that.</p>;
  return (
    <p className="govuk-body">
      {closesAt && `${isOpen(state) ? 'Closes' : 'Closed'} ${showInstant(closesAt)}`}
      {!closesAt && `Asked ${showDay(publishedAt)}`}
      {clarificationsCloseAt && (
        <span className="block text-quiet">
          {state === 'open'
            ? `Clarifications close on ${showInstant(clarificationsCloseAt)}`
            : `Clarifications closed on ${showDay(clarificationsCloseAt)}`}
        </span>
      )}
    </p>
  );
}
