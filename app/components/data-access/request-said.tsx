import {
  BASES,
  CLOSINGS,
  REFUSAL_CODES,
  SAFE_NAMES,
  SAFES,
  type Basis,
  type Closing,
  type RefusalCode,
} from '~/domain/requests/data/data-request';
import type { DataRequestView } from '~/domain/requests/queries/data/data-request-page.server';
import { showDate, showDay } from '~/domain/uk-time';
import { paths } from '~/paths';
import { SummaryList } from '~/ui/content/summary-list';

/** As a page has it: days are text. */
export type Shown<View> = View extends Date
  ? Date | string
  : View extends (infer Item)[]
    ? Shown<Item>[]
    : View extends object
      ? { [Key in keyof View]: Shown<View[Key]> }
      : View;
export type RequestShown = Shown<DataRequestView>;

const Words = ({ children }: { children: string }) => <span className="whitespace-pre-line">{children}</span>;

/** What was decided, and what was asked for. */
export function RequestSaid({ request }: { request: RequestShown }) {
  const { question, askedBy, startsOn, endsOn, dataset, basis, basisNote } = request;
  return (
    <>
      <Decision request={request} />
      <h2 className="govuk-heading-m">What was asked</h2>
      <SummaryList
        rows={[
          {
            key: 'Dataset',
            value: (
              <a className="govuk-link" href={paths.dataset(dataset.reference)}>
                {dataset.name}
              </a>
            ),
          },
          { key: 'Asked by', value: `${askedBy ?? ''}, ${showDay(request.askedAt)}` },
          question && {
            key: 'For the question',
            value: (
              <a className="govuk-link" href={paths.question(question.reference)}>
                {question.title}
              </a>
            ),
          },
          { key: 'Variables and rows', value: <Words>{request.extract}</Words> },
          { key: 'Purpose', value: <Words>{request.purpose}</Words> },
          {
            key: 'Lawful basis',
            value: `${BASES[basis as Basis]}${basisNote === '' ? '' : `. ${basisNote}`}`,
          },
          ...SAFE_NAMES.map((name) => ({ key: SAFES[name][0], value: <Words>{request[name]}</Words> })),
          { key: 'Period', value: `${showDate(startsOn)} to ${showDate(endsOn)}` },
        ].map((row) => row || null)}
      />
    </>
  );
}

function Decision({ request }: { request: RequestShown }) {
  const { state, decidedAt, decidedBy, reasonCode, words, terms, conditions, expiresOn } = request;
  const { closing, closingNote, closedAt, confirmedAt, confirmedBy } = request;
  if (!decidedAt) return null;
  return (
    <>
      <h2 className="govuk-heading-m">The decision</h2>
      <SummaryList
        rows={[
          {
            key: state === 'refused' ? 'Refused' : 'Approved',
            value: `${showDay(decidedAt)}${decidedBy ? `, recorded by ${decidedBy}` : ''}`,
          },
          reasonCode && { key: 'Reason', value: REFUSAL_CODES[reasonCode as RefusalCode] },
          words !== '' && { key: 'In words', value: <Words>{words}</Words> },
          terms !== '' && { key: 'Terms', value: <Words>{terms}</Words> },
          conditions !== '' && { key: 'Conditions', value: <Words>{conditions}</Words> },
          expiresOn && { key: 'Last day', value: showDate(expiresOn) },
          closing &&
            closedAt && {
              key: 'The data',
              value: `${CLOSINGS[closing as Closing]}, said on ${showDay(closedAt)}. ${closingNote}`,
            },
          confirmedAt && {
            key: 'Confirmed',
            value: `${showDay(confirmedAt)}${confirmedBy ? `, by ${confirmedBy}` : ''}`,
          },
        ].map((row) => row || null)}
      />
    </>
  );
}
