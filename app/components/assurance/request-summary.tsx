import { Lines } from '~/components/lines';
import {
  OUTCOMES,
  type InformationOutcome,
  type RequestState,
} from '~/domain/assurance/requests/information-request';
import { showDate, showDay } from '~/domain/uk-time';
import { paths } from '~/paths';
import { SummaryList } from '~/ui/content/summary-list';
import { RequestTag } from './request-tag';

type Day = string | Date;

export interface ShownRequest {
  words: string;
  receivedOn: Day;
  loggedAt: Day;
  loggedBy: string;
  lastDay: Day;
  dueOn: Day;
  extendedTo: Day | null;
  extensionReason: string | null;
  state: RequestState;
  outcome: InformationOutcome | null;
  outcomeOn: Day | null;
  outcomeWords: string;
  questions: { reference: string; title: string }[];
  requester: { name: string; contact: string } | null;
  clarifications: { asked: string; askedOn: Day; answer: string | null; answeredOn: Day | null }[];
}

/** What is asked, its clock, and how it ended. */
export function RequestSummary({ request }: { request: ShownRequest }) {
  const { requester, outcome, outcomeOn, outcomeWords, state, extendedTo } = request;
  return (
    <SummaryList
      rows={[
        { key: 'State', value: <RequestTag state={state} /> },
        { key: 'What is asked', value: <Lines text={request.words} /> },
        {
          key: 'About',
          value: request.questions.map(({ reference, title }) => (
            <p className="govuk-body" key={reference}>
              <a className="govuk-link" href={paths.question(reference)}>
                {title}
              </a>
            </p>
          )),
        },
        requester !== null && {
          key: 'Who asks',
          value: <Lines text={`${requester.name}\n${requester.contact}`} />,
        },
        {
          key: 'Received',
          value: `${showDate(request.receivedOn)}, logged ${showDay(request.loggedAt)} by ${request.loggedBy}`,
        },
        {
          key: 'Answer by',
          value:
            state === 'waiting'
              ? 'No time runs until the requester has answered'
              : `${showDate(request.lastDay)}${extendedTo ? `, instead of ${showDate(request.dueOn)}` : ''}`,
        },
        request.extensionReason !== null && {
          key: 'Why it takes longer',
          value: <Lines text={request.extensionReason} />,
        },
        ...request.clarifications.map(({ asked, askedOn, answer, answeredOn }) => ({
          key: `Asked on ${showDate(askedOn)}`,
          value: (
            <Lines
              text={`${asked}\n\n${answeredOn ? `Answered on ${showDate(answeredOn)}: ${answer ?? ''}` : 'Not answered yet.'}`}
            />
          ),
        })),
        outcome !== null &&
          outcomeOn !== null && { key: 'Outcome', value: `${OUTCOMES[outcome]}, ${showDate(outcomeOn)}` },
        outcomeWords !== '' && { key: 'In these words', value: <Lines text={outcomeWords} /> },
      ]}
    />
  );
}
