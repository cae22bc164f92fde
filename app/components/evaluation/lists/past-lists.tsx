import { showInstant } from '~/domain/uk-time';
import { paths } from '~/paths';
import { ScrollingTable } from '~/ui/content/scrolling-table';

interface Props {
  lists: {
    reference: string;
    title: string;
    name: string;
    by: string;
    readAt: Date;
    carriedOutAt: Date | null;
    undoneAt: Date | null;
  }[];
}

export const standingOfList = ({
  carriedOutAt,
  undoneAt,
}: Pick<Props['lists'][number], 'carriedOutAt' | 'undoneAt'>): string => {
  if (undoneAt) return `Undone on ${showInstant(undoneAt)}`;
  return carriedOutAt ? `Carried out on ${showInstant(carriedOutAt)}` : 'Nothing done yet';
};

/** The lists that were sent, the latest first. */
export const PastLists = ({ lists }: Props) =>
  lists.length === 0 ? null : (
    <>
      <h2 className="govuk-heading-m">Lists before</h2>
      <ScrollingTable
        name="Lists before"
        head={['List', 'Read', 'By', 'Standing']}
        rows={lists.map((list) => [
          <a key="list" className="govuk-link" href={paths.competitionList(list.reference)}>
            {list.title}
            {list.name !== list.title && `: ${list.name}`}
          </a>,
          showInstant(list.readAt),
          list.by,
          standingOfList(list),
        ])}
      />
    </>
  );
