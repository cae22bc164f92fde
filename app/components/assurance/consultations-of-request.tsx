import { showDate, showDay } from '~/domain/uk-time';
import { paths } from '~/paths';
import { ScrollingTable } from '~/ui/content/scrolling-table';

type Day = string | Date;

interface Consulted {
  reference: string;
  bidder: string;
  askedAt: Day;
  answerBy: Day;
  objects: boolean | null;
}

const answerOf = ({ objects, answerBy }: Consulted): string => {
  if (objects === null) return `Not yet, asked for by ${showDate(answerBy)}`;
  return objects ? 'Objects' : 'Does not object';
};

/** Which bidders were asked whether they object, and what they said. */
export function ConsultationsOfRequest({ consultations }: { consultations: Consulted[] }) {
  if (consultations.length === 0) return null;
  return (
    <ScrollingTable
      name="Bidders consulted"
      caption="Bidders consulted"
      captionSize="m"
      head={['Bidder', 'Asked', 'Answer']}
      rows={consultations.map((one) => [
        <a key="to" className="govuk-link" href={paths.consultation(one.reference)}>
          {one.bidder}
        </a>,
        showDay(one.askedAt),
        answerOf(one),
      ])}
    />
  );
}
